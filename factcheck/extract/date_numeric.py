"""Dates in digits: `2016-11-22`, `22/4/2016`, `22.4.2016`, `9-18-15`, `22/04`.

The day stands before the month unless the year leads or the number cannot be a day's; where both could, the reading is
day first and `explain` says that the other is possible.
"""

from __future__ import annotations

from typing import NamedTuple

from factcheck.extract.date_parts import Copy

MARKS = ("/", "-", ".", "–", "\\")
PIVOT = 50
"""Years of two digits below it are of this century."""
HIJRI = range(1300, 1500)
GREGORIAN = range(1500, 2101)


class Digits(NamedTuple):
    """A date in digits, its years' calendar left to what stands beside it; `year` as written has `places` digits.

    `era` is the token at which the era may stand, where the year is told further on.
    """

    end: int
    day: int
    month: int
    year: int | None
    places: int
    how: str
    era: int | None = None


def in_digits(copy: Copy, index: int) -> Digits | None:
    """Read a date in digits that begins at a token."""
    parts, end = _parts(copy, index)
    if len(parts) == 3:
        return _three(parts, end)
    begun = _begun(copy, parts, end) if len(parts) == 2 else None
    if begun is not None:
        return begun
    if len(parts) == 2 and _said(copy, index, parts):
        day, month, how = _order(int(parts[0]), int(parts[1]))
        return Digits(end, day, month, None, 0, how) if 1 <= month <= 12 and 1 <= day <= 31 else None
    return None


def _begun(copy: Copy, parts: list[str], end: int) -> Digits | None:
    """Read the `13 / 8` of `13 / 8 to 18 / 9 / 1436`: its year stands with the last day of the range."""
    join = copy.keyed(end, "range-join", "to")
    last_parts, last_end = _parts(copy, join.end) if join is not None else ([], end)
    last = _three(last_parts, last_end) if len(last_parts) == 3 else None
    if last is None or last.year is None or any(len(part) > 2 for part in parts):
        return None
    day, month, how = _order(int(parts[0]), int(parts[1]))
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    year = last.year - ((month, day) > (last.month, last.day))
    return Digits(end, day, month, year, last.places, f"{how}, the year stands with the day after it", last.end)


def _parts(copy: Copy, index: int) -> tuple[list[str], int]:
    """Give the numbers of a run joined by one mark (a longer run is no date), and the token after it."""
    token = copy.text(index)
    if token and copy.passage.tokens[index].kind == "number" and token.count(".") == 2:
        parts = token.split(".")
        return (parts, index + 1) if all(part.isdigit() for part in parts) else ([], index)
    first, mark = copy.digits(index), copy.text(index + 1)
    if not first or mark not in MARKS or (copy.text(index - 1) in MARKS and copy.digits(index - 2)):
        return [], index
    parts, at = [first], index + 1
    while copy.text(at) == mark and copy.digits(at + 1):
        if mark == "." and not (copy.glued(at) or copy.glued(at + 1)):
            break
        parts.append(copy.digits(at + 1))
        at += 2
    return parts, at


def _three(parts: list[str], end: int) -> Digits | None:
    first, second, third = (int(part) for part in parts)
    if len(parts[0]) == 4 and len(parts[1]) <= 2 and len(parts[2]) <= 2:
        year, places, month, day, how = first, 4, second, third, "year, month, day"
        if month > 12 >= day:
            month, day = day, month
    elif len(parts[2]) in (2, 4) and len(parts[0]) <= 2 and len(parts[1]) <= 2:
        year, places = third, len(parts[2])
        day, month, how = _order(first, second)
    else:
        return None
    if places == 4 and year not in HIJRI and year not in GREGORIAN:
        return None
    return Digits(end, day, month, year, places, how) if 1 <= month <= 12 and 1 <= day <= 31 else None


def _order(first: int, second: int) -> tuple[int, int, str]:
    if second > 12 >= first:
        return second, first, "month before day, for no month has such a number"
    if first <= 12 and second <= 12 and first != second:
        return first, second, "day before month; month before day is possible too"
    return first, second, "day before month"


def full_year(year: int, places: int, *, hijri: bool) -> int:
    """Complete a year of two digits."""
    if places == 4:
        return year
    if hijri:
        return 1400 + year if year < PIVOT else 1300 + year
    return 2000 + year if year < PIVOT else 1900 + year


def _said(copy: Copy, index: int, parts: list[str]) -> bool:
    """Tell whether two numbers and a mark are a day and a month: a weekday or "day" before, or a leading zero."""
    if any(len(part) > 2 for part in parts) or "0" in parts or "00" in parts:
        return False
    if copy.passage.at(index + 3, "unit", "counted", "clock"):
        return False
    if copy.text(index + 1) == "/" and any(part.startswith("0") for part in parts):
        return True
    for at in range(max(0, index - 3), index):
        match = copy.passage.at(at, "weekday", "date-link") or copy.keyed(at, "calendar-unit", "day")
        if match is not None and match.end == index and match.form.number != "plural":
            return copy.text(index + 1) in ("/", "-")
    return False
