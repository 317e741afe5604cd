"""Dates told from the day of the report: yesterday, next Sunday, last month, two weeks ago.

They are read only where the report's publication date is known. A weekday named beside another word decides over it.
"""

from __future__ import annotations

import datetime
from typing import NamedTuple

from msgspec.structs import replace

from factcheck.extract.date_calendar import (
    days_in,
    edtf,
    months_from,
    shifted,
)
from factcheck.extract.date_parts import Copy, FoundDate, day_at, integer
from factcheck.extract.date_told import told
from factcheck.model.date import Date
from factcheck.text.passage import Match

FURTHEST = 500
"""The most days, weeks, months or years that are counted back or ahead."""
MOST_SPANS = 4
"""Years, months, weeks and days: no more make one date."""
CLOSE = datetime.timedelta(days=3)
"""How far a day may be from the word beside it: a report may be dated by the day it was collected."""


def unit_told(copy: Copy, index: int) -> FoundDate | None:
    """Read `this month` as a month, `last year` as a year; a week alone gives nothing: weeks do not all begin alike."""
    told_unit = told(copy, index)
    if told_unit is None or copy.published is None:
        return None
    how = f"{told_unit.unit} {told_unit.away:+d}"
    if told_unit.unit == "month":
        return seen_from(copy, index, told_unit.end, edtf(*months_from(copy.published, told_unit.away)), how)
    if told_unit.unit == "year":
        return seen_from(copy, index, told_unit.end, edtf(copy.published.year + told_unit.away), how)
    return None


def day_told(copy: Copy, index: int) -> FoundDate | None:
    """`the 20th of next month`, `25 of this month`."""
    day = day_at(copy, index)
    if day is None or copy.published is None:
        return None
    of = copy.keyed(day.end, "stop", "of", "from", "in")
    month = told(copy, of.end if of is not None else day.end)
    if month is None or month.unit != "month":
        return None
    text = edtf(*months_from(copy.published, month.away), day.value)
    return seen_from(copy, index, month.end, text, f"day of month {month.away:+d}")


def counted_away(copy: Copy, index: int) -> FoundDate | None:
    """`two days ago`, `a week ago`, `two weeks from now`, `four days from yesterday`, `in 3 weeks`."""
    if copy.published is None:
        return None
    before = copy.passage.at(index, "shift")
    if before is not None and before.entry.tag("position") != "before":
        before = None
    spans = _spans(copy, before.end if before is not None else index, bare=before is not None)
    if not spans:
        return None
    end = spans[-1].end
    after = copy.passage.at(end, "shift")
    if after is not None and after.entry.tag("position") != "after":
        after = None
    if after is not None and after.entry.tag("anchor"):
        return _anchored(copy, index, spans, after)
    if after is not None and before is not None and before.entry.tag("with") != "shift" and before.entry != after.entry:
        return None  # "kicked in two years ago": the first word belongs elsewhere
    shift = before or after
    if shift is None or (after is None and before is not None and not _stands(copy, before, end)):
        return None
    side = int(shift.entry.value or 0)
    return _moved(copy, index, after.end if after is not None else end, spans, side, copy.published)


class Span(NamedTuple):
    """A count of days, weeks, months or years, and the token after it."""

    many: int
    unit: str
    end: int


def _spans(copy: Copy, index: int, *, bare: bool) -> list[Span]:
    """Read `2 years, a month and 21 days`; `bare` lets one unit stand without a count."""
    spans: list[Span] = []
    at = index
    while len(spans) < MOST_SPANS:
        span = _span(copy, at, bare=bare and not spans)
        if span is None:
            break
        spans.append(span)
        joined = copy.passage.at(span.end, "number-joiner")
        at = joined.end if joined is not None else span.end + (copy.text(span.end) in (",", "،"))
    return spans


def _span(copy: Copy, start: int, *, bare: bool) -> Span | None:
    number = copy.numbers.get(start)
    one = copy.keyed(start, "stop", "a", "an")
    unit = _unit(copy, number.end if number is not None else one.end if one is not None else start)
    count = 1 if number is None else integer(number)
    if unit is None or count is None or not 1 <= count <= FURTHEST:
        return None
    if number is None and unit.form.number in ("dual", "construct"):
        count = 2
    elif number is None and one is None and (unit.prefix or unit.entry.tag("plural") or not bare):
        return None
    return Span(count, unit.entry.key, unit.end)


def _unit(copy: Copy, index: int) -> Match | None:
    return copy.keyed(index, "calendar-unit", "day", "week", "month", "year")


def _stands(copy: Copy, shift: Match, end: int) -> bool:
    """Tell whether a word before a count makes a date of it: not "two days before the vote", "in 3 weeks of war"."""
    other = copy.keyed(end, "stop", "of", "from") or copy.passage.at(end, "direction", "month", "number", "day-offset")
    if other is not None or copy.digits(end):
        return False
    wanted = shift.entry.tag("with")
    return not wanted or (wanted == "forecast" and "forecast" in copy.groups)


def _anchored(copy: Copy, index: int, spans: list[Span], shift: Match) -> FoundDate | None:
    """`two days before yesterday`."""
    anchor = copy.passage.at(shift.end, "day-offset")
    seen = shifted(copy.published, int(anchor.entry.value or 0)) if anchor is not None and copy.published else None
    if anchor is None or seen is None or any(span.unit not in ("day", "week") for span in spans):
        return None
    return _moved(copy, index, anchor.end, spans, int(shift.entry.value or 0), seen)


def _moved(copy: Copy, start: int, end: int, spans: list[Span], side: int, seen: datetime.date) -> FoundDate | None:
    """Count away from a day; the result is as fine as the finest unit counted."""
    days = sum(span.many * (7 if span.unit == "week" else 1) for span in spans if span.unit in ("day", "week"))
    months = sum(span.many * (12 if span.unit == "year" else 1) for span in spans if span.unit in ("year", "month"))
    how = ", ".join(f"{span.unit} {side * span.many:+d}" for span in spans)
    year, month = months_from(seen, side * months)
    if not 1 <= year <= 9999:
        return None
    if not days:
        text = edtf(year, month) if any(span.unit == "month" for span in spans) else edtf(year)
        return seen_from(copy, start, end, text, how)
    from_month = datetime.date(year, month, min(seen.day, days_in(year, month)))
    day = shifted(from_month, side * days)
    return seen_from(copy, start, end, day.isoformat() if day is not None else "", how)


def offset(copy: Copy, start: int, end: int, word: Match) -> FoundDate | None:
    """`yesterday`, `the day after tomorrow`."""
    if copy.published is None:
        return None
    day = shifted(copy.published, int(word.entry.value or 0))
    return seen_from(copy, start, end, day.isoformat() if day is not None else "", word.entry.key)


def in_year_of(copy: Copy, date: Date, word: Match) -> Date:
    """Give a day without a year the year of the word beside it (`yesterday, March 9`), where the two are one day."""
    near = shifted(copy.published, int(word.entry.value or 0)) if copy.published is not None else None
    if near is None or not date.edtf.startswith("XXXX-") or date.edtf.count("-") != 2 or "/" in date.edtf:
        return date
    whole = f"{near.year:04d}{date.edtf[4:]}"
    if abs(datetime.date.fromisoformat(whole) - near) > CLOSE:
        return date
    return replace(date, edtf=whole, relative=True, year_told=True)


def seen_from(copy: Copy, start: int, end: int, text: str, how: str, weekday: int | None = None) -> FoundDate | None:
    """Make a date told from the day of the report; None where its EDTF is empty."""
    if not text or copy.published is None:
        return None
    date = Date(text, written=copy.written(start, end), weekday=weekday, relative=True)
    return FoundDate(start, end, date, (how, f"seen from {copy.published.isoformat()}"))
