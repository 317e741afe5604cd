"""One person with two offices, in two reports, that nobody holds together."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.judge.case import Case, Draft
from factcheck.judge.offices import Told, excluding
from factcheck.judge.people import people_shared
from factcheck.judge.titles import title_draft


def title_conflicts(case: Case, where: tuple[int, ...]) -> Iterator[Draft]:
    """Give a draft for every person whom two reports give offices that exclude each other.

    Levels: `plain`; `moved` where a sentence tells of a change of office, and both may be right.
    """
    first, second = (case.readings[report] for report in where)
    same_language = first.report.language == second.report.language
    for one, other in people_shared(case, where[0], where[1]):
        ours, theirs = ([Told(*told) for told in person.offices] for person in (one, other))
        found = excluding(ours, theirs, same_language)
        if found is not None:
            a, b, why = found
            yield title_draft(case, (where[0], a), (where[1], b), why)
