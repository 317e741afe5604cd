"""Commands over many items: lines of JSON that come and go, and files of incoming copy, on all cores."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from functools import partial
from typing import Any, TypeVar, cast

from msgspec.structs import replace

from factcheck.batch.attempt import Lost
from factcheck.batch.lines import Lines, Stream
from factcheck.batch.pool import Listed, cores, ordered
from factcheck.cli_errors import PASSED, UNABLE
from factcheck.cli_progress import watched
from factcheck.cli_streams import STANDARD_INPUT, Given, deliver, loader
from factcheck.config import Config
from factcheck.gate import Told
from factcheck.languages.loader import load_languages
from factcheck.model.claim import Reading
from factcheck.model.comparison import Comparison
from factcheck.model.errors import Problem, UserError
from factcheck.model.report import Report
from factcheck.pipeline import extract_claims

T = TypeVar("T")
Answer = TypeVar("Answer")
FEW = 8
"""So few items are done before workers would have begun."""


def stream(answer: Callable[[Mapping[str, Any]], Mapping[str, Any]], given: Given, names: Sequence[str] = ()) -> int:
    """Answer standard input line by line; gives the exit status, of a reader who went away `UNABLE`."""
    from factcheck.jsonl import answer_line, lost_line

    files = ("language", "published", "baseline", "write_baseline", "update_baseline")
    idle = [*names, *(f"--{option.replace('_', '-')}" for option in files if given.get(option))]
    if idle:
        raise UserError.at("--jsonl", f"takes everything from standard input; leave out {', '.join(idle)}")
    load_languages()  # data that does not load is told once, not in every answer; and workers need not load it
    gc.freeze()  # it stays: no search for cycles need walk over it, nor any worker copy it
    source = Lines(cast("Stream", sys.stdin.buffer))
    whole = True

    def lines() -> Iterator[str]:
        nonlocal whole
        for line, answered in answers:
            said = lost_line(line, answered.why) if isinstance(answered, Lost) else answered
            whole = whole and said.succeeded
            yield said.line

    work = partial(answer_line, answer)
    with closing(ordered(source, work, jobs=_jobs(given), limit=given["time_limit"])) as answers:
        looked_at = sys.stdout.isatty() and not given["output"]  # what is answered shows how far it is
        shown = lines() if looked_at else watched(lines(), source.size(), lambda: source.read)
        read = deliver(shown, given["output"])
    return PASSED if read and whole else UNABLE


def load_many(names: Sequence[str], config: Config, given: Given, first: int = 0) -> tuple[list[Report], list[Problem]]:
    """Load every report that can be loaded, and keep what was wrong with the others; ids count from `first`."""
    loaded, problems = spread(loader(names, config, given), names, given, alone=STANDARD_INPUT in names)
    reports = [report for _, found in loaded for report in found.reports]
    problems += [problem for _, found in loaded for problem in found.problems]
    return [replace(report, id=f"r{n}") for n, report in enumerate(reports, first)], problems


def read_many(reports: Sequence[Report], config: Config, given: Given) -> tuple[list[Reading], list[Problem]]:
    """Read the claims of every report."""
    read, problems = spread(partial(extract_claims, limits=config.bounds), reports, given)
    return [reading for _, reading in read], problems


def judge_many(
    told: Sequence[Told], judge: Callable[[Told], Comparison], given: Given
) -> tuple[list[tuple[Told, Comparison]], list[Problem]]:
    """Judge incoming copy; only what was found of the reports is sent back by workers, not the reports as well."""
    judged, problems = spread(partial(_judged, judge), told, given)
    return [(one, replace(found, readings=(one.report, *one.beside))) for one, found in judged], problems


def _judged(judge: Callable[[Told], Comparison], told: Told) -> Comparison:
    return replace(judge(told), readings=())


def spread(
    work: Callable[[T], Answer], items: Sequence[T], given: Given, *, alone: bool = False
) -> tuple[list[tuple[T, Answer]], list[Problem]]:
    """Do the same with every item, in order; what could not be done with one is a problem with the file of its name."""
    done: list[tuple[T, Answer]] = []
    problems: list[Problem] = []
    load_languages()  # workers need not
    jobs = 1 if alone or len(items) < FEW else _jobs(given)
    numbers = Listed(range(len(items)))
    with closing(ordered(numbers, partial(_at, work, items), jobs=jobs, limit=given["time_limit"])) as answers:
        for number, answer in watched(answers, len(items)):
            if isinstance(answer, Lost):
                problems.append(Problem(_name(items[number]), answer.why))
            else:
                done.append((items[number], answer))
    return done, problems


def _name(item: object) -> str:
    """Give the name of a file, a report, or copy that is judged."""
    match item:
        case Report():
            return item.name
        case Told():
            return item.report.report.name
        case _:
            return str(item)


def _at(work: Callable[[T], Answer], items: Sequence[T], number: int) -> Answer:
    """Work on an item that workers have had from the beginning, so that only its number is sent."""
    return work(items[number])


def _jobs(given: Given) -> int:
    return given["jobs"] or cores()
