"""A headline that gives another day than the sentences it heads."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from factcheck.judge.case import Case, Draft, basis_of
from factcheck.judge.date_ladder import dates_hold
from factcheck.judge.own_figures import LEAD, ONE_STORY, headlines, told_share
from factcheck.model.claim import Claim
from factcheck.model.date import Date
from factcheck.model.pair import Step

PARTS = 3
"""Parts of a date that is a day: year, month, day."""


def headline_dates(case: Case, where: tuple[int, ...]) -> Iterator[Draft]:
    """Give a draft for each day of a headline that the text nowhere bears out, and the sentence it heads contradicts.

    Ranges, months and years say less than a day, and are left alone; so is a sentence with two days.
    """
    (report,) = where
    heads = headlines(case, report)
    dates = [claim for claim in case.readings[report].claims if claim.date is not None]
    body = [claim for claim in dates if claim.context.sentence not in heads]
    first = [s.index for s in case.readings[report].sentences if s.index not in heads][:LEAD]
    weights = case.rarity[report]
    for head in dates:
        if head.context.sentence not in heads or not _is_day(head) or any(_hold(head, claim) for claim in body):
            continue
        for sentence in first:
            days = [claim for claim in body if claim.context.sentence == sentence]
            if len(days) == 1 and _is_day(days[0]) and told_share(case, report, head, days[0], weights) >= ONE_STORY:
                yield _draft(case, report, head, days[0])
                break


def _is_day(claim: Claim) -> bool:
    date = claim.date
    if date is None or "/" in date.edtf or claim.context.modality == "question":
        return False
    return len(date.edtf.split("-")) == PARTS or date.weekday is not None


def _hold(a: Claim, b: Claim) -> bool:
    """Tell whether two dates may be one day, a bare weekday being of any week."""
    if a.date is None or b.date is None:
        return False
    if dates_hold(a.date, b.date):
        return True
    days = {_weekday(a.date), _weekday(b.date)}
    named = a.date.weekday is not None or b.date.weekday is not None
    return named and (len(days) == 1 or None in days)


def _weekday(date: Date) -> int | None:
    if date.weekday is not None:
        return date.weekday
    try:
        return datetime.date.fromisoformat(date.edtf).isoweekday()
    except ValueError:
        return None


def _draft(case: Case, report: int, head: Claim, claim: Claim) -> Draft:
    values = [other.date.edtf if other.date is not None else "" for other in (head, claim)]
    return Draft(
        level="headline-date",
        evidence=(case.evidence(report, head.span, "a"), case.evidence(report, claim.span, "b")),
        basis=(basis_of(head, values[0]), basis_of(claim, values[1])),
        values={"a": head.text, "b": claim.text},
        steps=(Step("dates", False, (("a", head.text), ("b", claim.text))),),
        claims=((report, head.id), (report, claim.id)),
    )
