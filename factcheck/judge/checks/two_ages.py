"""One person with two ages in one report."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.judge.case import Case, Draft
from factcheck.judge.checks import Check, Options
from factcheck.judge.people import people_in
from factcheck.judge.schema import When
from factcheck.judge.titles import age_draft


def run(case: Case, where: tuple[int, ...], when: When, options: Options) -> Iterator[Draft]:
    """Give a draft for every person of whom a report tells two ages.

    Levels: `apart`; `year` where a birthday or another calendar may lie between the two.
    """
    (report,) = where
    for person in people_in(case, report):
        ages = list(person.ages)
        for mention, age in ages[1:]:
            first, its = ages[0]
            if age.unit == its.unit and age.value != its.value:
                yield age_draft(case, (report, first, its), (report, mention, age))
                break


CHECK = Check("report", ("apart", "year"), frozenset({"a", "b", "person"}), Options, run)
"""The check."""
