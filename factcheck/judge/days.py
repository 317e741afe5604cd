"""Days of the calendar as a report prints them: whole, with their year, and nothing filled in."""

from __future__ import annotations

import datetime
import re

from factcheck.model.date import Date

_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")
_IN_DIGITS = re.compile(r"\d ?[-/.\\–] ?\d")
_WHOLE = re.compile(r"\d{4}-\d\d-\d\d")
FIRST_YEAR = 1924
"""Before it countries still changed to the Gregorian calendar, and the Umm al-Qura tables do not reach."""


def printed_day(date: Date) -> datetime.date | None:
    """Give the day where day, month and a year of four digits are printed; None for a range or what was inferred."""
    if date.relative or not _WHOLE.fullmatch(date.edtf) or not _YEAR.search(date.written):
        return None
    day = datetime.date.fromisoformat(date.edtf)
    return day if day.year >= FIRST_YEAR else None


def other_order(date: Date) -> datetime.date | None:
    """Give the day that a date in digits means where the month is written first, if that is a day too."""
    day = printed_day(date)
    if day is None or date.calendar != "gregorian" or not _IN_DIGITS.search(date.written) or day.day > MONTHS:
        return None
    return datetime.date(day.year, day.day, day.month)


MONTHS = 12
NO_YEAR = "XXXX-"
LEAP = 2000
"""A leap year stands in for one that is not known."""


def days_apart(one: str, other: str) -> int | None:
    """Count the days between two days in EDTF, either of which may leave its year out; None where one is no day."""
    whole, part = (other, one) if one.startswith(NO_YEAR) else (one, other)
    day = _day(whole.replace(NO_YEAR, f"{LEAP}-"))
    if day is None:
        return None
    years = (day.year - 1, day.year, day.year + 1) if part.startswith(NO_YEAR) else ()
    texts = [f"{year:04d}-{part[len(NO_YEAR) :]}" for year in years] or [part]
    return min((abs((day - near).days) for text in texts if (near := _day(text)) is not None), default=None)


def _day(text: str) -> datetime.date | None:
    if not _WHOLE.fullmatch(text):
        return None
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:  # 29 February of a year that has none
        return None
