"""Arithmetic of days and months, and their EDTF text."""

from __future__ import annotations

import calendar
import datetime

LEAP = 2000
"""A leap year stands in for one that is not known: 29 February passes."""


def edtf(year: int | None, month: int | None = None, day: int | None = None) -> str:
    """Write what is known of a Gregorian date; the empty text where the calendar has no such day."""
    try:
        datetime.date(year or LEAP, month or 1, day or 1)
    except ValueError:
        return ""
    text = f"{year:04d}" if year is not None else "XXXX"
    if month is not None:
        text += f"-{month:02d}"
    return text + f"-{day:02d}" if day is not None else text


def months_from(seen: datetime.date, months: int) -> tuple[int, int]:
    """Give the year and month so many months from a day's own."""
    count = seen.year * 12 + seen.month - 1 + months
    return count // 12, count % 12 + 1


def shifted(seen: datetime.date, days: int) -> datetime.date | None:
    """Give the day so many days away; None beyond the calendar's ends."""
    try:
        return seen + datetime.timedelta(days=days)
    except OverflowError:
        return None


def weekday_near(seen: datetime.date, weekday: int) -> datetime.date | None:
    """Give the day of that weekday (1 is Monday) nearest to a day, at most three days off."""
    away = (weekday - seen.isoweekday()) % 7
    return shifted(seen, away if away <= 3 else away - 7)


def weekday_before(seen: datetime.date, weekday: int, *, itself: bool) -> datetime.date | None:
    """Give the last day of that weekday before a day, or that day itself where `itself` allows."""
    back = (seen.isoweekday() - weekday) % 7
    return shifted(seen, -(back if back or itself else 7))


def weekday_after(seen: datetime.date, weekday: int, *, itself: bool) -> datetime.date | None:
    """Give the next day of that weekday after a day, or that day itself where `itself` allows."""
    ahead = (weekday - seen.isoweekday()) % 7
    return shifted(seen, ahead if ahead or itself else 7)


def weekday_of_week(seen: datetime.date, weekday: int, weeks: int) -> datetime.date | None:
    """Give the day of that weekday in the week so many weeks from a day's own; weeks begin on Monday (ISO 8601)."""
    return shifted(seen, weekday - seen.isoweekday() + 7 * weeks)


def weekday_of_month(year: int, month: int, weekday: int, which: int) -> str:
    """Give the EDTF of the first, second ... day of that weekday in a month; the empty text where there is none."""
    first = datetime.date(year, month, 1)
    return edtf(year, month, 1 + (weekday - first.isoweekday()) % 7 + 7 * (which - 1))


def year_beside(seen: datetime.date, month: int, day: int | None, side: int) -> int:
    """Choose the year of a month named as last (-1), this (0) or next (1), seen from a day."""
    named, own = (month, day or 0), (seen.month, seen.day if day else 0)
    if side < 0:
        return seen.year - (named >= own)
    return seen.year + (side > 0 and named <= own)


def days_in(year: int, month: int) -> int:
    """Give the number of days of a month."""
    return calendar.monthrange(year, month)[1]
