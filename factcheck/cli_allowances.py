"""Waivers, signed checklists and the baseline of a command: read before the work, told of and written after it.

Here is the one place where the program looks at a clock: whether a waiver has expired, where `--today` says nothing.
"""

from __future__ import annotations

import datetime
import os
import pathlib
from collections.abc import Sequence

import click
from msgspec.structs import replace

from factcheck.cli_streams import Given, day_of, rule_set
from factcheck.config import Config
from factcheck.data.messages import Messages
from factcheck.data.validation import validate
from factcheck.data.whole_file import write_unchanged
from factcheck.judge.allowances import Allowances, allow, looked, notices, rewritten
from factcheck.judge.baseline import Baseline, baseline_text, read_baseline
from factcheck.judge.rules import Rule
from factcheck.judge.waivers import WaiverFile, unknown_rules, waivers_of
from factcheck.model.allowance import Looked, Notice, Signed, Waiver
from factcheck.model.comparison import Comparison
from factcheck.model.errors import Problem, UserError
from factcheck.render.notices import notice_text


def allowances_for(given: Given, config: Config, *, files: bool = True) -> Allowances:
    """Read waivers, signed checklists and, where reports are files, the baseline.

    Raises UserError with all that is wrong in them.
    """
    known = [rule.file.id for rule in rule_set(given, config).rules]
    problems: list[Problem] = []
    waivers = list(waivers_of(config.waiver, config.document, config.path, "waiver"))
    for path in dict.fromkeys([*([config.waivers] if config.waivers else []), *given["waivers"]]):
        try:
            waivers += _read_waivers(path)
        except UserError as error:
            problems += error.problems
    problems += unknown_rules(waivers, known)
    baseline: Baseline | None = None
    try:
        baseline = _baseline(given, config, known) if files else None
    except UserError as error:
        problems += error.problems
    signed: list[Signed] = []
    for path in dict.fromkeys(given["signed"]):
        from factcheck.signed.reading import read_signed

        try:
            signed += read_signed(path)
        except UserError as error:
            problems += error.problems
    today = day_of(given["today"], "--today")
    if problems:
        raise UserError(*problems)
    if waivers and today is None:
        today = datetime.datetime.now().astimezone().date()
    return Allowances(tuple(waivers), today, baseline, tuple(signed))


def laid_over(
    found: Sequence[Comparison],
    judged: Sequence[int],
    allowances: Allowances,
    rules: Sequence[Rule],
    given: Given,
) -> tuple[list[Comparison], tuple[Notice, ...]]:
    """Let stand what is waived or accepted, after writing the baseline where that is asked; tell what is off with both.

    `judged` are the reports of each comparison that are judged.
    """

    def looks() -> tuple[list[Comparison], list[Looked]]:
        allowed = [allow(comparison, allowances) for comparison in found]
        return allowed, [looked(one, judged) for one in allowed]

    allowed, seen = looks()
    if allowances.baseline is not None and (given.get("write_baseline") or given.get("update_baseline")):
        allowances = replace(allowances, baseline=_rewritten(allowances.baseline, seen, rules, given))
        allowed, seen = looks()
    return allowed, notices(allowances, seen, rules)


def tell(off: Sequence[Notice], messages: Messages) -> None:
    """Tell on standard error what is off with waivers, signed lists and the baseline, beside a list of things to do."""
    for notice in off:
        click.echo(f"factcheck: {notice.written}: {notice_text(notice, messages)}", err=True)


def _rewritten(baseline: Baseline, looks: Sequence[Looked], rules: Sequence[Rule], given: Given) -> Baseline:
    entries = rewritten(baseline, looks, rules, grow=bool(given["write_baseline"]))
    write_unchanged(baseline.path, baseline.content, baseline_text(entries).encode())
    before, after = set(baseline.entries), set(entries)
    said = f"{len(after)} accepted, {len(after - before)} of them new; {len(before - after)} dropped"
    click.echo(f"factcheck: {baseline.path}: {said}", err=True)
    return Baseline(baseline.path, entries)


def _read_waivers(path: str) -> tuple[Waiver, ...]:
    from factcheck.data.strict_yaml import read

    document = read(pathlib.Path(path))
    files = validate(list[WaiverFile], document, path) if document.value is not None else []
    return waivers_of(files, document, path)


def _baseline(given: Given, config: Config, known: Sequence[str]) -> Baseline | None:
    """Read the baseline that counts, if any: one that is to be written need not be there yet."""
    written, named = given.get("write_baseline"), given["baseline"] or config.baseline
    if written and (given.get("update_baseline") or given["baseline"]):
        raise UserError.at("--write-baseline", "names the baseline and writes all of it; leave out the other option")
    if given.get("update_baseline") and not named:
        raise UserError.at("--update-baseline", "which one? name it with --baseline FILE")
    path: str = written or named or ""
    if not path:
        return None
    if not os.path.exists(path):  # noqa: PTH110  # also for names that no system call takes
        if written:
            return Baseline(path)
        raise UserError.at(path, "no such baseline; `factcheck gate PATH... --write-baseline FILE` makes one")
    return read_baseline(path, known)
