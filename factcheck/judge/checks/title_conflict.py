"""One person with two offices, in two reports, that nobody holds together."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import BaseModel

from factcheck.align.people import same_people
from factcheck.judge.case import Case, Draft
from factcheck.judge.checks import Check, Options
from factcheck.judge.offices import Told, excluding
from factcheck.judge.schema import When
from factcheck.judge.titles import title_draft


def run(case: Case, where: tuple[int, ...], when: When, options: BaseModel) -> Iterator[Draft]:
    """Give a draft for every person whom two reports give offices that exclude each other.

    Levels: `plain`; `moved` where a sentence tells of a change of office, and both may be right.
    """
    first, second = (case.readings[report] for report in where)
    same_language = first.report.language == second.report.language
    for one, other in same_people(first, second):
        ours, theirs = ([Told(*told) for told in person.offices] for person in (one, other))
        found = excluding(ours, theirs, same_language)
        if found is not None:
            a, b, why = found
            yield title_draft(case, (where[0], a), (where[1], b), why)


CHECK = Check("pair", ("plain", "moved"), frozenset({"a", "b", "person"}), Options, run)
"""The check."""
