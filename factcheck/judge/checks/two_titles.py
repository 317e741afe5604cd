"""One person with two offices, in one report, that nobody holds together."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from factcheck.judge.case import Case, Draft
from factcheck.judge.checks import Check, Options
from factcheck.judge.offices import Told, excluding
from factcheck.judge.people import people_in
from factcheck.judge.schema import When
from factcheck.judge.titles import title_draft


def run(case: Case, where: tuple[int, ...], when: When, options: Options) -> Iterator[Draft]:
    """Give a draft for every person whom a report gives, at two places, offices that exclude each other.

    Levels: `plain`; `moved` where a sentence tells of a change of office, and both may be right.
    """
    (report,) = where
    for person in people_in(case, report):
        told = [Told(*item) for item in person.offices]
        places = [list(group) for _, group in itertools.groupby(told, key=lambda item: item.mention.id)]
        for ours, theirs in itertools.combinations(places, 2):
            found = excluding(ours, theirs, True)
            if found is not None:
                a, b, why = found
                yield title_draft(case, (report, a), (report, b), why)
                break


CHECK = Check("report", ("plain", "moved"), frozenset({"a", "b", "person"}), Options, run)
"""The check."""
