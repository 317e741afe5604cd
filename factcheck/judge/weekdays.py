"""A weekday printed beside a whole date that fell on another day of the week."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from factcheck.judge.case import Case, Draft, basis_of
from factcheck.judge.days import days_apart, other_order, printed_day
from factcheck.model.claim import Claim
from factcheck.model.date import Date
from factcheck.model.pair import Step

WEEK = 7
BEFORE = 20
"""Code points before a date in which further weekdays may share it ("Saturday and Sunday, 3 and 4 January")."""

TOUCHING = 5
"""Code points between "the night of" and a weekday, room for the word for day."""


def weekday_slips(case: Case, where: tuple[int, ...], tolerance: int) -> Iterator[Draft]:
    """Give a draft for each whole date, year and all, whose weekday is not the one printed beside it.

    Levels: `weekday`, and `weekday-sighted` where a Hijri date is off by no more than a sighting of the moon explains:
    it is wrong by the tables (Umm al-Qura), and may be right where the month began another day.

    A date told in both calendars is judged by the Gregorian one; where the two calendars do not meet, that is another
    finding and not this one.
    """
    (report,) = where
    for claim in case.readings[report].claims:
        date = claim.date
        if date is None or date.weekday is None or _shared(case, report, claim) or _told_twice(date, tolerance):
            continue
        day = printed_day(date)
        swapped = other_order(date)
        if day is None or (swapped is not None and swapped.isoweekday() == date.weekday):
            continue
        off = _off(day, date.weekday)
        if off:
            sighted = date.calendar == "hijri" and off <= tolerance
            yield _draft(case, report, claim, day, date.weekday, "weekday-sighted" if sighted else "weekday")


def _off(day: datetime.date, weekday: int) -> int:
    """Count the days to the nearest such weekday."""
    ahead = (weekday - day.isoweekday()) % WEEK
    return min(ahead, WEEK - ahead)


def _told_twice(date: Date, tolerance: int) -> bool:
    """Tell whether the date beside it in the other calendar is the one to judge, or contradicts it."""
    if date.corresponds is None:
        return False
    if date.calendar == "hijri":
        return "X" not in date.corresponds
    day = printed_day(date)
    apart = days_apart(day.isoformat(), date.corresponds) if day is not None else None
    return apart is not None and apart > tolerance


def _shared(case: Case, report: int, claim: Claim) -> bool:
    """Tell whether the weekday may not be the date's own: further ones stand right before it, or "the night of"."""
    near = [
        marker
        for marker in case.markers(report, claim.context.sentence, "weekday", "eve")
        if marker.span.start < claim.span.start <= marker.span.end + BEFORE
    ]
    return any(m.group == "weekday" or claim.span.start - m.span.end <= TOUCHING for m in near)


def _draft(case: Case, report: int, claim: Claim, day: datetime.date, weekday: int, level: str) -> Draft:
    value = f"{day.isoformat()} {weekday}"
    found = (("day", day.isoformat()), ("weekday", str(day.isoweekday())), ("stated", str(weekday)))
    twins = [
        other
        for other in case.readings[report].claims
        if other.date is not None
        and other is not claim
        and other.context.sentence == claim.context.sentence
        and other.date.corresponds == day.isoformat()
    ]
    return Draft(
        level=level,
        evidence=(
            case.evidence(report, claim.span, "date"),
            *(case.evidence(report, twin.span, "date") for twin in twins),
        ),
        basis=(basis_of(claim, value),),
        values={"date": claim.text},
        steps=(Step("weekday", False, found),),
        claims=tuple((report, other.id) for other in (claim, *twins)),
    )
