"""One person with two ages in two reports."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.judge.case import Case, Draft
from factcheck.judge.people import people_shared
from factcheck.judge.titles import age_draft


def age_conflicts(case: Case, where: tuple[int, ...]) -> Iterator[Draft]:
    """Give a draft for every person of whom two reports tell no age in common.

    Levels: `apart`, and `year` where a birthday or another calendar may lie between the two.
    """
    first, second = where
    for one, other in people_shared(case, first, second):
        ours, theirs = list(one.ages), list(other.ages)
        if any((a.value, a.unit) == (b.value, b.unit) for _, a in ours for _, b in theirs):
            continue
        for mention, age in ours:
            for fellow, its in theirs:
                if age.unit == its.unit:
                    yield age_draft(case, (first, mention, age), (second, fellow, its))
                    break
            else:
                continue
            break
