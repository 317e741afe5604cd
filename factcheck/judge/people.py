"""Who is who in the reports of a case: worked out once, however many checks ask."""

from __future__ import annotations

from functools import lru_cache

from factcheck.align.people import Person, people_of, same_people
from factcheck.judge.case import Case


@lru_cache(maxsize=4)
def people_in(case: Case, report: int) -> tuple[Person, ...]:
    """Give the people of a report in the order of their first mentions."""
    return people_of(case.readings[report])


@lru_cache(maxsize=4)
def people_shared(case: Case, first: int, second: int) -> tuple[tuple[Person, Person], ...]:
    """Give the people whom two reports share."""
    ours, theirs = (case.readings[report].report for report in (first, second))
    people = people_in(case, first), people_in(case, second)
    return tuple(same_people(*people, ours.language == theirs.language))
