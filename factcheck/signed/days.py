"""Days as people and their spreadsheets write them beside a signature."""

from __future__ import annotations

import datetime
import re

_YEAR_FIRST = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})")
_YEAR_LAST = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4})")


def signed_day(text: str) -> datetime.date | None:
    """Read a day in digits of any script; None for what is none, or could be two days (03/04/2026).

    With the year last, dots mean that the day comes first, as everywhere; else only one of day and month may fit.
    """
    if found := _YEAR_FIRST.fullmatch(text):
        return _day(found[1], found[3], found[4])
    found = _YEAR_LAST.fullmatch(text)
    if found is None:
        return None
    first, second, year = found[1], found[3], found[4]
    days = [_day(year, second, first)] if found[2] == "." else [_day(year, second, first), _day(year, first, second)]
    known = {day for day in days if day is not None}
    return known.pop() if len(known) == 1 else None


def _day(year: str, month: str, day: str) -> datetime.date | None:
    try:
        return datetime.date(int(year), int(month), int(day))
    except ValueError:
        return None
