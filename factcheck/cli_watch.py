"""`factcheck watch`: gate a folder's copy as it comes in, for desks without git.

The folder is looked at again and again rather than asking the system to tell of changes: wire folders often lie on a
network's disk, of which no system tells, and whether a file is still being written is only seen by looking twice.
"""

from __future__ import annotations

import json
import os
import signal
import time
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import Any

import click
from rich.text import Text

from factcheck.cli_allowances import allowances_for, laid_over
from factcheck.cli_batch import judge_many, load_many, read_many
from factcheck.cli_errors import PASSED, complain
from factcheck.cli_gate import in_events
from factcheck.cli_options import AgainstCommand, against, answered, batch, fail_on, form, known, option, reported
from factcheck.cli_outputs import look_of
from factcheck.cli_streams import Given, deliver, facts_for, rules_for, screen, settings
from factcheck.gate import Told, by_event, copy_files, judge_copy
from factcheck.judge.findings import gathered
from factcheck.model.allowance import fails
from factcheck.model.claim import Reading
from factcheck.model.errors import Problem, UserError
from factcheck.watching import Mark, State, after, mark_of, marks_in, ready, with_judged

LOOKS = 4
"""Looks at the folder within the time for which a file must not have changed."""
LATEST = 300
"""So many files that came last are there to be compared with: an event is seldom told over more."""


@click.command(cls=AgainstCommand)
@click.argument("watched", nargs=-1, required=True, metavar="DIR...")
@against
@option("--together", is_flag=True, help="Hold what comes in against the other copy of its event as well.")
@option("--new", is_flag=True, help="Leave alone what is there at the beginning, unless it changes.")
@option(
    "--wait",
    type=click.FloatRange(0.01, 3600),
    default=1.0,
    show_default=True,
    metavar="SECONDS",
    help="So long a file must not have changed before it is judged.",
)
@form("lines", "json")
@fail_on
@answered
@known
@batch
@reported
def watch(watched: tuple[str, ...], against: tuple[str, ...], wait: float, new: bool, **options: Any) -> int:
    """Gate the copy that comes into a folder, report by report, until it is interrupted."""
    given = {**options, "output": None, "write_baseline": None, "update_baseline": False}
    for folder in watched:
        if not os.path.isdir(folder):  # noqa: PTH112  # also for names that no system call takes
            raise UserError.at(folder, "is no folder; name the one that copy comes into")
    for sign in (signal.SIGINT, signal.SIGTERM):  # a shell's background jobs begin with the first one ignored
        signal.signal(sign, signal.default_int_handler)
    try:
        desk = Desk(against, given)
        state: State = after({}, marks_in(watched, desk.config.ignore), time.monotonic())
        if new:
            state = with_judged(state, state)
        click.echo(f"factcheck: watching {', '.join(watched)}; Ctrl-C ends it", err=True)
        read = True
        while read:
            time.sleep(wait / LOOKS)
            now, marks = time.monotonic(), marks_in(watched, desk.config.ignore)
            if not all(map(os.path.isdir, watched)):
                continue  # a network's disk that is away for a while: nothing in it is new when it comes back
            state = after(state, marks, now)
            for names in desk.portions(ready(state, now, wait)):
                read = read and desk.judge(names, state)
                state = with_judged(state, names)
    except KeyboardInterrupt:
        pass
    return PASSED


class Desk:
    """What reports are judged by, and what was read and said before.

    Raises UserError with all that is wrong at the beginning; what breaks later is told, and what was before counts.
    """

    def __init__(self, against: Sequence[str], given: Given) -> None:
        self.given, self.against, self.together = given, against, bool(given["together"])
        self.config, self.messages = settings(given)
        self.facts, self.rules = facts_for(given, self.config), rules_for(given, self.config)
        self.least: str = given["fail_on"] or self.config.fail_on or "warning"
        self.allowances = allowances_for(given, self.config)
        load_many([], self.config, given)  # a language or a day that is none is told before anything comes in
        self.kept: dict[str, tuple[Mark | None, list[Reading]]] = {}
        self.said: set[str] = set()

    def portions(self, names: Sequence[str]) -> Iterator[Sequence[str]]:
        """Give files one by one, so that each is told at once; together where they are compared with one another."""
        yield from ([names] if self.together and names else ([name] for name in names))

    def judge(self, names: Sequence[str], state: State) -> bool:
        """Judge files and say what was found; tells whether anybody reads. What changed meanwhile has to wait again."""
        copy: list[Reading] = []
        for name in names:
            readings, problems = self._read(name)
            if mark_of(name) == state[name].mark:
                copy += readings
                complain(problems)
        try:
            self.allowances = allowances_for(self.given, self.config)
            wires = copy_files(self.against, self.config.ignore)
        except UserError as error:
            self._complain_once(error.problems)
            wires = []
        others = [name for name in state if state[name].judged and name not in names] if self.together else []
        latest = sorted(others, key=lambda name: (state[name].mark[1], name))[-LATEST:]
        beside, held = self._readings(latest), self._readings(wires)
        self.kept = {name: self.kept[name] for name in (*latest, *wires)}
        return self._say(by_event(copy, held, together=self.together, unjudged=beside))

    def _readings(self, names: Iterable[str]) -> list[Reading]:
        """Give the reports of files that are compared with, read anew only where they changed."""
        for name in names:
            mark = mark_of(name)
            if name not in self.kept or self.kept[name][0] != mark:
                readings, problems = self._read(name)
                self._complain_once(problems)
                self.kept[name] = (mark, readings)
        return [reading for name in names for reading in self.kept[name][1]]

    def _read(self, name: str) -> tuple[list[Reading], list[Problem]]:
        reports, broken = load_many([name], self.config, self.given)
        readings, lost = read_many(reports, self.config, self.given)
        return readings, [*broken, *lost]

    def _say(self, told: Sequence[Told]) -> bool:
        from factcheck.render.gate_lines import event_lines, gate_object
        from factcheck.render.notices import by_file, paper_lines, paper_object
        from factcheck.render.sheet import printed
        from factcheck.render.watch_lines import finding_lines

        texts = self.messages
        limits = self.config.bounds
        judge = partial(judge_copy, rules=self.rules, messages=texts.language, facts=self.facts, limits=limits)
        found, failed = judge_many(told, judge, self.given)
        complain(failed)
        allowed, off = laid_over([one for _, one in found], (0,), self.allowances, self.rules, self.given)
        allowed = [gathered(comparison) for comparison in allowed]
        events = in_events([one for one, _ in found], allowed, self.least)
        papers = [(path, notices, fails(notices, self.least)) for path, notices in by_file(off)]
        said: list[str] = []
        if self.given["form"] == "json":
            looks = sorted((n, look, event.told) for event in events for n, look in event.looks.items())
            said += [json.dumps(gate_object(*look, texts, title), ensure_ascii=False) for _, look, title in looks]
            off_lines = [json.dumps(paper_object(*paper, texts), ensure_ascii=False) for paper in papers]
        else:
            width, color = screen(self.given)

            def under(number: int) -> list[Text]:
                return finding_lines(look_of(allowed[number], (0,)), texts)

            lines = [line for event in events for line in event_lines(event, texts, under)]
            said += printed(lines, width, color=color).splitlines()
            off_lines = [line for paper in papers for line in paper_lines(*paper, texts)]
        said += [line for line in off_lines if line not in self.said]
        self.said.update(off_lines)
        return deliver(said, None)

    def _complain_once(self, problems: Iterable[Problem]) -> None:
        fresh = [problem for problem in problems if str(problem) not in self.said]
        self.said.update(map(str, fresh))
        complain(fresh)
