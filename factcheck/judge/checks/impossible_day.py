"""A day that its month has not: 31 April, 30 February."""

from __future__ import annotations

import calendar
from bisect import bisect_left
from collections.abc import Iterator

from factcheck.judge.case import Case, Draft
from factcheck.judge.checks import Check, Options
from factcheck.judge.drafts import claims_draft
from factcheck.judge.gaps import gap, is_blank
from factcheck.judge.schema import When
from factcheck.judge.sums import exact
from factcheck.model.claim import Claim
from factcheck.model.pair import Step

LONGEST = 31
LEAP = 2000
"""A leap year, for a month whose year is not told."""


def run(case: Case, where: tuple[int, ...], when: When, options: Options) -> Iterator[Draft]:
    """Give a draft for each bare number right before or behind a Gregorian month that is larger than its last day.

    A number that counts something is no day ("in April 31 people came").
    """
    (report,) = where
    reading = case.readings[report]
    numbers = [claim for claim in reading.claims if _bare(claim)]
    starts = [claim.span.order[:2] for claim in numbers]
    for month in reading.claims:
        last = _last_day(month)
        if last is None:
            continue
        at = bisect_left(starts, month.span.order[:2])
        for day in numbers[max(0, at - 1) : at + 1]:
            beside = day.span.field == month.span.field and is_blank(gap(reading.report, day.span, month.span))
            if beside and last < exact(day) <= LONGEST:
                words = reading.report.surface(day.span.join(month.span))
                step = Step("day-of-month", False, (("date", words), ("days", str(last))))
                yield claims_draft(case, report, [day, month], {"date": words, "days": str(last)}, step)
                break


def _bare(claim: Claim) -> bool:
    figure = claim.figure
    return figure is not None and figure.form == "cardinal" and figure.counted is None and exact(claim) <= LONGEST


def _last_day(claim: Claim) -> int | None:
    """Give the last day of the month that a date names, where it names no day."""
    date = claim.date
    if date is None or date.calendar != "gregorian" or date.relative or len(date.edtf) != len("2026-01"):
        return None
    year, month = date.edtf[:4], date.edtf[5:]
    known = year.isdigit() and int(year) >= 1
    return calendar.monthrange(int(year) if known else LEAP, int(month))[1] if month.isdigit() else None


CHECK = Check("report", (), frozenset({"date", "days"}), Options, run)
