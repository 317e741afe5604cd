"""Plain dates in a passage as EDTF; nothing the report does not give is filled in."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import NamedTuple

from factcheck.model.date import Date
from factcheck.text.passage import Match, Passage

GREGORIAN_YEARS = range(1500, 2101)
HIJRI_YEARS = range(1300, 1500)
PLAIN_YEARS = range(1900, 2101)
"""Years a number of four digits is taken for without a word beside it that says so."""


class FoundDate(NamedTuple):
    """A date and the half-open range of tokens it is written in."""

    start: int
    end: int
    date: Date
    explain: tuple[str, ...]


def find_dates(passage: Passage, published: datetime.date | None) -> Iterator[FoundDate]:
    """Give every date of a passage in order, none overlapping."""
    index = 0
    while index < len(passage.tokens):
        found = (
            _numeric(passage, index)
            or _day_first(passage, index)
            or _month_first(passage, index)
            or _year(passage, index)
            or _offset(passage, index, published)
        )
        if found is None:
            index += 1
        else:
            yield _with_weekday(passage, found)
            index = found.end


def _digits(passage: Passage, index: int) -> str:
    """Give a token's digits where it is a plain whole number, else the empty text."""
    if index >= len(passage.tokens):
        return ""
    token = passage.tokens[index]
    return token.text if token.kind == "number" and token.text.isdigit() else ""


def _numeric(passage: Passage, index: int) -> FoundDate | None:
    """`2026-01-04`, `4/1/2026`, `10 / 10 / 1436`: day before month, unless the year leads."""
    if index + 4 >= len(passage.tokens):
        return None
    first, mark, second, again, third = (passage.tokens[index + step].text for step in range(5))
    if mark not in "/-" or mark != again or not all(_digits(passage, index + step) for step in (0, 2, 4)):
        return None
    if len(first) == 4:
        year, month, day = int(first), int(second), int(third)
    elif len(third) == 4:
        year, month, day = int(third), int(second), int(first)
        if month > 12 >= day:  # month first can be told only where the day is past 12
            month, day = day, month
    else:
        return None
    return _made(passage, index, index + 5, day, month, year, None, "numeric date")


def _day_first(passage: Passage, index: int) -> FoundDate | None:
    """`4 January 2026`, `15 رجب 1447 هـ`."""
    digits = _digits(passage, index)
    if not digits or not 1 <= int(digits) <= 31:
        return None
    at = index + 1
    if at < len(passage.tokens) and passage.at(at, "ordinal-suffix"):
        at += 1
    if at < len(passage.tokens) and passage.at(at, "stop") and passage.at(at + 1, "month"):
        at += 1
    month = passage.at(at, "month")
    if month is None:
        return None
    year, end = _following_year(passage, month.end)
    return _made(passage, index, end, int(digits), int(month.entry.value or 0), year, month, "day and month")


def _month_first(passage: Passage, index: int) -> FoundDate | None:
    """`January 4, 2026`, `January 2026`; a month alone is no date."""
    month = passage.at(index, "month")
    if month is None:
        return None
    digits = _digits(passage, month.end)
    if digits and 1 <= int(digits) <= 31:
        end = month.end + 1
        if end < len(passage.tokens) and passage.at(end, "ordinal-suffix"):
            end += 1
        year, end = _following_year(passage, end)
        return _made(passage, index, end, int(digits), int(month.entry.value or 0), year, month, "month and day")
    year, end = _following_year(passage, month.end)
    if year is None:
        return None
    return _made(passage, index, end, None, int(month.entry.value or 0), year, month, "month and year")


def _following_year(passage: Passage, index: int) -> tuple[int | None, int]:
    at = index
    if at < len(passage.tokens) and (passage.tokens[at].text in ",،" or passage.at(at, "year-word")):
        at += 1
    digits = _digits(passage, at)
    if len(digits) == 4 and (int(digits) in GREGORIAN_YEARS or int(digits) in HIJRI_YEARS):
        return int(digits), at + 1
    return None, index


def _year(passage: Passage, index: int) -> FoundDate | None:
    digits = _digits(passage, index)
    if len(digits) != 4:
        return None
    said = any(
        m is not None and m.end == index
        for m in (passage.at(index - 1, "year-word"), passage.at(index - 2, "year-word"))
    )
    era = passage.at(index + 1, "era")
    if not (said or era or int(digits) in PLAIN_YEARS) or passage.at(index + 1, "unit", "counted", "number"):
        return None
    if _addressed(passage, index):
        return None
    return _made(passage, index, index + 1, None, None, int(digits), None, "year word" if said else "year by itself")


def _addressed(passage: Passage, index: int) -> bool:
    """Tell whether a year-like number ends a name ("Vision 2030", also with a word or two between) or an address."""
    for start in range(max(0, index - 4), index):
        match = passage.at(start, "name-part", "locator")
        if match is None or match.entry.tag("position") == "after":
            continue
        between = passage.tokens[match.end : index]
        known = match.entry.group == "name-part" and all(t.kind == "word" for t in between)
        if match.end == index or (
            known and not any(passage.at(at, "year-word", "number") for at in range(match.end, index))
        ):
            return True
    return False


def _offset(passage: Passage, index: int, published: datetime.date | None) -> FoundDate | None:
    match = passage.at(index, "day-offset")
    if match is None or published is None:
        return None
    day = published + datetime.timedelta(days=int(match.entry.value or 0))
    date = Date(day.isoformat(), written=passage_text(passage, index, match.end), relative=True)
    return FoundDate(index, match.end, date, (f"{match.entry.key}, seen from {published.isoformat()}",))


def passage_text(passage: Passage, start: int, end: int) -> str:
    """Give the folded words of a range of tokens."""
    return " ".join(token.text for token in passage.tokens[start:end])


def _made(
    passage: Passage,
    start: int,
    end: int,
    day: int | None,
    month: int | None,
    year: int | None,
    word: Match | None,
    how: str,
) -> FoundDate | None:
    era = passage.at(end, "era") if end < len(passage.tokens) else None
    hijri = (
        (word is not None and word.entry.tag("calendar") == "hijri")
        or (era is not None and era.entry.tag("calendar") == "hijri")
        or (era is None and word is None and year is not None and year in HIJRI_YEARS)
    )
    if era is not None:
        end = era.end
    if not hijri and year is not None and year not in GREGORIAN_YEARS:
        return None
    if (month is not None and not 1 <= month <= 12) or (day is not None and not 1 <= day <= 31):
        return None
    written = passage_text(passage, start, end)
    edtf = _hijri(day, month, year) if hijri else _gregorian(day, month, year)
    if not edtf:
        return None
    return FoundDate(start, end, Date(edtf, "hijri" if hijri else "gregorian", written), (how,))


def _gregorian(day: int | None, month: int | None, year: int | None) -> str:
    text = f"{year:04d}" if year is not None else "XXXX"
    if month is not None:
        text += f"-{month:02d}"
    if day is not None:
        try:
            datetime.date(
                year or 2000, month or 1, day
            )  # 2000 is a leap year: 29 February passes where the year is unknown
        except ValueError:
            return ""
        text += f"-{day:02d}"
    return text


def _hijri(day: int | None, month: int | None, year: int | None) -> str:
    """Convert to Gregorian as far as what is given goes; a Hijri year alone spans two and stays an interval."""
    if year is None or year not in range(1343, 1501):
        return ""  # outside the Umm al-Qura tables, or no year: nothing to convert by
    from hijridate import Hijri  # imported when a Hijri date is met

    try:
        if day is not None:
            return str(Hijri(year, month or 1, day).to_gregorian().isoformat())
        first = Hijri(year, month or 1, 1).to_gregorian()
        last_month = Hijri(year, month or 12, 1)
        last = Hijri(year, month or 12, last_month.month_length()).to_gregorian()
    except (ValueError, OverflowError):
        return ""
    return f"{first.isoformat()}/{last.isoformat()}"


def _with_weekday(passage: Passage, found: FoundDate) -> FoundDate:
    """Take in a weekday named right before the date, or right after it."""
    import dataclasses

    for at in (found.start - 1, found.start - 2):
        match = passage.at(at, "weekday") if at >= 0 else None
        if match is not None and (match.end == found.start or passage.tokens[match.end].text in ",،("):
            date = dataclasses.replace(found.date, weekday=int(match.entry.value or 0))
            return FoundDate(at, found.end, date, (*found.explain, f"weekday {match.entry.key}"))
    return found
