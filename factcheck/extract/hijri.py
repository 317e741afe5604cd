"""Hijri dates as Gregorian EDTF, after the Umm al-Qura tables; sighting of the moon may shift a real one by a day."""

from __future__ import annotations

import datetime

YEARS = range(1343, 1501)
"""Years the tables cover (1924 to 2077)."""


def hijri_edtf(year: int, month: int | None, day: int | None) -> str:
    """Give the Gregorian day, or the interval of days of a month or year; the empty text where there is none."""
    first = start_of(year, month or 1, day or 1)
    if first is None or (month is None and day is not None):
        return ""
    if day is not None:
        return first.isoformat()
    last = end_of(year, month or 12)
    return f"{first.isoformat()}/{last.isoformat()}" if last is not None else ""


EPOCH = 227014
"""The day before the first of the first Hijri year, as `datetime` counts days (15 July 622, Julian)."""
CYCLE, CYCLE_DAYS = 30, 10631


def old_year(year: int) -> str:
    """Give the interval of days of a Hijri year before the tables, after the arithmetical calendar: a day or two off.

    The empty text where the tables reach, or before the calendar began.
    """
    if not 0 < year < YEARS[0]:
        return ""
    first, after = (EPOCH + (CYCLE_DAYS * at + 14) // CYCLE for at in (year - 1, year))
    begin, end = datetime.date.fromordinal(first + 1), datetime.date.fromordinal(after)
    return f"{begin.isoformat()}/{end.isoformat()}"


def start_of(year: int, month: int, day: int) -> datetime.date | None:
    """Convert one Hijri day; None where the calendar has no such day or the tables do not reach."""
    if year not in YEARS:
        return None
    from hijridate import Hijri  # imported when a Hijri date is met

    try:
        return datetime.date.fromisoformat(Hijri(year, month, day).to_gregorian().isoformat())
    except (ValueError, OverflowError):
        return None


def end_of(year: int, month: int) -> datetime.date | None:
    """Give the last day of a Hijri month."""
    return start_of(year, month, 30) or start_of(year, month, 29)


def hijri_year_of(day: datetime.date) -> int | None:
    """Give the Hijri year a day falls into; None where the tables do not reach."""
    from hijridate import Gregorian

    try:
        return int(Gregorian(day.year, day.month, day.day).to_hijri().year)
    except (ValueError, OverflowError):
        return None


def nearest_year(month: int, day: int | None, seen: datetime.date, side: int | None) -> int | None:
    """Choose the Hijri year of a month named without one, seen from a day.

    `side` -1 asks for the last one before that day, 1 for the next after it, 0 for the year that day is in; None for
    the nearest.
    """
    own = hijri_year_of(seen)
    if own is None or side == 0:
        return own
    starts = {year: start_of(year, month, day or 1) for year in (own - 1, own, own + 1)}
    away = {year: (start - seen).days for year, start in starts.items() if start is not None}
    if side is not None:
        away = {year: days for year, days in away.items() if days * side > 0}
    return min(away, key=lambda year: (abs(away[year]), year)) if away else None
