"""Dates that say themselves which day, month or year they mean: `4 January 2026`, `March 2025`, `1994`, `1990s`."""

from __future__ import annotations

from msgspec.structs import replace

from factcheck.extract.date_calendar import edtf, year_beside
from factcheck.extract.date_numeric import HIJRI, full_year, in_digits
from factcheck.extract.date_parts import (
    Copy,
    FoundDate,
    Part,
    attributive,
    counts,
    day_at,
    month_at,
    opened,
    range_join,
    year_at,
)
from factcheck.extract.date_told import direction_beside, told
from factcheck.extract.hijri import hijri_edtf, nearest_year
from factcheck.model.date import Date
from factcheck.text.passage import Match


def numeric(copy: Copy, index: int) -> FoundDate | None:
    """`2026-01-04`, `4/1/2026`, `24 / 10 / 1436`, with the era after it."""
    read = in_digits(copy, index)
    if read is None:
        return None
    era = copy.passage.at(read.end if read.era is None else read.era, "era")
    hijri = era.entry.tag("calendar") == "hijri" if era is not None else read.year in HIJRI and read.places == 4
    end = era.end if era is not None and read.era is None else read.end
    year = full_year(read.year, read.places, hijri=hijri) if read.year is not None else None
    if hijri and year is None:
        return None
    text = hijri_edtf(year or 0, read.month, read.day) if hijri else edtf(year, read.month, read.day)
    return found(copy, index, end, text, hijri, f"numeric date, {read.how}")


def day_first(copy: Copy, index: int) -> FoundDate | None:
    """`4 January 2026`, `the 22nd of June`, `15 Rajab 1447 AH`, and the days of a range (`3-5 March`)."""
    first = day_at(copy, index)
    if first is None:
        return None
    month = month_at(copy, first.end)
    if month is not None:
        return _with_year(copy, index, month.end, first.value, month, "day and month")
    at = range_join(copy, first.end, "to", "and")
    last = day_at(copy, at) if at is not None else None
    month = month_at(copy, last.end) if last is not None else None
    if at is None or last is None or month is None or last.value <= first.value:
        return None
    start = _with_year(copy, index, month.end, first.value, month, "day and month")
    end = _with_year(copy, index, month.end, last.value, month, "day and month")
    if start is None or end is None:
        return None
    if copy.keyed(first.end, "range-join", "to") or opened(copy, index, "between"):
        return between(copy, start, end)
    how = (*start.explain, "the month stands with the day after it")
    return FoundDate(index, first.end, start.date, how)


def year_first(copy: Copy, index: int) -> FoundDate | None:
    """`2019-sep-1`, `2016. November 16`."""
    digits = copy.digits(index)
    if len(digits) != 4 or copy.text(index + 1) not in ("-", "/", ".", ",", "،"):
        return None
    month = copy.passage.at(index + 2, "month")
    day = day_at(copy, month.end + (copy.text(month.end) in ("-", "/", "."))) if month is not None else None
    if month is None or day is None or not copy.glued(index + 1):
        return None
    return composed(copy, index, day.end, day.value, month, int(digits), "year, month and day")


def month_first(copy: Copy, index: int) -> FoundDate | None:
    """`January 4, 2026`, `March 3-5`, `January 2026`, `last January`; a month alone if the word is nothing else."""
    month = copy.passage.at(index, "month")
    if month is None:
        return None
    day = _day_after(copy, month)
    if day is not None:
        at = range_join(copy, day.end, "to")
        last = day_at(copy, at) if at is not None else None
        if last is not None and last.value > day.value and not counts(copy, last.end) and not month_at(copy, last.end):
            start = _with_year(copy, index, last.end, day.value, month, "month and day")
            end = _with_year(copy, index, last.end, last.value, month, "month and day")
            return between(copy, start, end) if start is not None and end is not None else None
        return _with_year(copy, index, day.end, day.value, month, "month and day")
    return _with_year(copy, index, month.end, None, month, "month")


def _day_after(copy: Copy, month: Match) -> Part | None:
    at = month.end + (copy.text(month.end) in ("-", "/") and copy.glued(month.end))
    the = copy.keyed(at, "stop", "the")
    day = day_at(copy, the.end if the is not None else at)
    if (
        day is None
        or year_at(copy, day.end, dated=True) is not None
        or copy.keyed(month.start - 1, "stop", "on") is not None
        or attributive(copy, month.start)
    ):
        return day
    if counts(copy, day.end):
        return None  # "in March 12 people ..."
    return day


def _with_year(copy: Copy, start: int, end: int, day: int | None, month: Match, how: str) -> FoundDate | None:
    """Finish a day and month by the year after them, or by "last" or "next" beside them."""
    year = year_at(copy, end, dated=day is not None)
    if year is not None:
        return composed(copy, start, year.end, day, month, year.value, how)
    named_year = told_year(copy, end)
    if named_year is not None and copy.published is not None:
        return _relative(copy, composed(copy, start, named_year.end, day, month, named_year.value, f"{how}, year told"))
    hijri = month.entry.tag("calendar") == "hijri"
    if hijri and month.entry.tag("weak") and "score" in copy.groups:
        return None  # safar is zero, and zero is a score
    era = copy.passage.at(end, "era")
    beside = direction_beside(copy, start, end if era is None else era.end)
    number = int(month.entry.value or 0)
    if beside is not None and copy.published is not None:
        word, begin, finish = beside
        side = int(word.entry.value or 0)
        named = (
            nearest_year(number, day, copy.published, side) if hijri else year_beside(copy.published, number, day, side)
        )
        made = composed(copy, begin, finish, day, month, named, f"{how}, {word.entry.key}") if named else None
        return _relative(copy, made)
    if hijri and copy.published is not None and day is not None and not copy.digits(end):
        named = nearest_year(number, day, copy.published, None)
        made = composed(copy, start, end, day, month, named, f"{how}, in the nearest year") if named else None
        return _relative(copy, made)
    if day is None and (month.entry.tag("weak") or beside is not None or _name(copy, month)):
        return None
    return composed(copy, start, end, day, month, None, how)


def _name(copy: Copy, month: Match) -> bool:
    """Tell whether a month by itself may be part of a person's name."""
    return copy.passage.at(month.start - 1, "given-name") is not None


def _relative(copy: Copy, found: FoundDate | None) -> FoundDate | None:
    if found is None or copy.published is None:
        return None
    date = replace(found.date, relative=True, year_told=True)
    return found._replace(date=date, explain=(*found.explain, f"seen from {copy.published.isoformat()}"))


def told_year(copy: Copy, index: int) -> Part | None:
    """Read "last year" after a month, over "of"."""
    of = copy.keyed(index, "stop", "of", "from")
    year = told(copy, of.end if of is not None else index)
    if year is None or year.unit != "year" or copy.published is None:
        return None
    return Part(copy.published.year + year.away, year.end)


def composed(
    copy: Copy, start: int, end: int, day: int | None, month: Match, year: int | None, how: str
) -> FoundDate | None:
    """Make a date of a named month with what stands beside it; the era after it belongs to it."""
    era = copy.passage.at(end, "era")
    hijri = month.entry.tag("calendar") == "hijri"
    if era is not None and (era.entry.tag("calendar") == "hijri") == hijri:
        end = era.end
    number = int(month.entry.value or 0)
    if hijri:
        text = hijri_edtf(year, number, day) if year is not None and year in HIJRI else ""
    else:
        text = edtf(year, number, day)
    return found(copy, start, end, text, hijri, how)


def between(copy: Copy, first: FoundDate, last: FoundDate) -> FoundDate:
    """Join two ends of a range into one interval of days."""
    start, end = min(first.start, last.start), max(first.end, last.end)
    text = f"{first.date.edtf.partition('/')[0]}/{last.date.edtf.rpartition('/')[2]}"
    relative = first.date.relative or last.date.relative
    date = Date(text, last.date.calendar, copy.written(start, end), first.date.weekday, relative)
    return FoundDate(start, end, date, (*last.explain, "range"))


def found(copy: Copy, start: int, end: int, text: str, hijri: bool, how: str) -> FoundDate | None:
    """Make a date of its EDTF; None where that is empty."""
    if not text:
        return None
    return FoundDate(start, end, Date(text, "hijri" if hijri else "gregorian", copy.written(start, end)), (how,))
