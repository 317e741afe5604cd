"""`factcheck gate`: stop or go for incoming copy."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from functools import partial
from typing import Any

import click

from factcheck.cli_allowances import allowances_for, laid_over
from factcheck.cli_batch import judge_many, load_many, read_many
from factcheck.cli_errors import FAILED, PASSED, UNABLE, complain
from factcheck.cli_options import (
    AgainstCommand,
    against,
    allowing,
    batch,
    documented,
    fail_on,
    form,
    known,
    option,
    reading,
)
from factcheck.cli_outputs import outcome_of
from factcheck.cli_streams import facts_for, once, pretty, rules_for, screen, settings, write
from factcheck.event_files import NOWHERE, Stated, but_the_list, read_events
from factcheck.gate import Told, by_event, copy_files, judge_copy
from factcheck.judge.allowances import looked
from factcheck.judge.findings import gathered
from factcheck.load.files import named
from factcheck.model.allowance import Looked, fails
from factcheck.model.comparison import Comparison
from factcheck.render.bidi import harmless
from factcheck.render.gate_event import GateEvent
from factcheck.render.outputs import EVERYWHERE, render_output


@click.command(cls=AgainstCommand)
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@against
@option("--together", is_flag=True, help="Hold incoming reports of one event against one another as well.")
@option("--events", metavar="FILE", help="Which reports tell one event (YAML, JSON); the others go by what they tell.")
@option("--since", metavar="REV", help="Judge only what changed since a git revision; compare with the rest as well.")
@form("lines", "json", *EVERYWHERE)
@documented
@fail_on
@allowing
@known
@batch
@reading
def gate(paths: tuple[str, ...], against: tuple[str, ...], together: bool, form: str, **given: Any) -> int:
    """Say stop or go for incoming copy, files or folders of it: one line an event, and the exit status."""
    from factcheck.render.gate_lines import gate_object, gate_page
    from factcheck.render.notices import by_file, paper_object

    config, messages = settings(given)
    facts = facts_for(given, config)
    rules = rules_for(given, config)
    least = given["fail_on"] or config.fail_on or "warning"
    stated = read_events(given["events"]) if given["events"] else NOWHERE
    wires = but_the_list(stated, copy_files(against, config.ignore))
    incoming, unjudged = to_judge(paths, given["since"], stated, wires, config.ignore)
    once((*incoming, *wires))
    allowances = allowances_for(given, config)
    copy, broken = load_many(incoming, config, given)
    rest, missing = load_many(unjudged if together or stated.names else [], config, given, first=len(copy))
    others, unread = load_many(wires, config, given, first=len(copy) + len(rest))
    (read, lost), (beside, gone), (held, missed) = (
        read_many(reports, config, given) for reports in (copy, rest, others)
    )
    told = by_event(read, held, together=together, unjudged=beside, stated=stated)
    judge = partial(judge_copy, rules=rules, messages=messages.language, facts=facts, limits=config.bounds)
    found, failed = judge_many(told, judge, given)
    problems = (*stated.missing, *unread, *missing, *broken, *missed, *gone, *lost, *failed)
    allowed, off = laid_over([comparison for _, comparison in found], (0,), allowances, rules, given)
    allowed = [gathered(comparison) for comparison in allowed]
    events = in_events([one for one, _ in found], allowed, least)
    papers = [(path, notices, fails(notices, least)) for path, notices in by_file(off)]
    if form == "json":
        copies = {n: gate_object(*look, messages, event.told) for event in events for n, look in event.looks.items()}
        off_objects = [paper_object(*paper, messages) for paper in papers]
        write(pretty([*(copies[n] for n in sorted(copies)), *off_objects]), given)
    elif form in EVERYWHERE:
        outcome = outcome_of([(one, (0,)) for one in allowed], rules, given, config, off, problems)
        write(render_output(form, outcome, messages), given)
    else:
        wide, color = screen(given)
        width = wide if sys.stdout.isatty() and not given["output"] else None
        nothing = messages.text("gate.unchanged", revision=harmless(given["since"])) if given["since"] else ""
        write(gate_page(events, papers, len(problems), messages, nothing=nothing, width=width, color=color), given)
    complain(problems)
    stopped = any(event.stop for event in events) or any(stop for *_, stop in papers)
    return UNABLE if problems else FAILED if stopped else PASSED


def to_judge(
    paths: Sequence[str], since: str | None, stated: Stated, wires: Sequence[str], ignore: Sequence[str]
) -> tuple[list[str], list[str]]:
    """Give the files to judge, and the others of their events that they may be held against beside the wires.

    Those are what has not changed `since` a revision, and what only the list of events names.
    """
    files = but_the_list(stated, copy_files(paths, ignore))
    changed: list[str] = files
    others: list[str] = []
    if since is not None:
        from factcheck.git_changes import changed_since

        changed, others = changed_since(since, files)
    known = {os.path.realpath(name) for name in (*files, *wires)}
    for name in copy_files(stated.names, ignore):
        if known.isdisjoint((os.path.realpath(name), os.path.realpath(named(name).path))):
            others.append(name)
    return changed, others


def in_events(told: Sequence[Told], allowed: Sequence[Comparison], least: str) -> list[GateEvent]:
    """Put what was found of the reports of one event together, in the order of their first ones."""
    events: dict[tuple[int, ...], dict[int, tuple[Looked, bool]]] = {}
    for number, (one, comparison) in enumerate(zip(told, allowed, strict=True)):
        look = looked(comparison, (0,))
        events.setdefault(one.event, {})[number] = (look, fails(look.findings, least))
    titles = {one.event: one.title for one in told}
    return [GateEvent(event, titles[numbers], len(numbers)) for numbers, event in events.items()]
