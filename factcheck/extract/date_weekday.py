"""Weekdays as days, seen from the day of the report: `last Friday`, `Friday the 22nd`, `the first Friday of July`."""

from __future__ import annotations

import datetime
from typing import NamedTuple

from factcheck.extract.date_calendar import (
    months_from,
    shifted,
    weekday_after,
    weekday_before,
    weekday_near,
    weekday_of_month,
    weekday_of_week,
)
from factcheck.extract.date_parts import Copy, FoundDate, Part, month_at, year_at
from factcheck.extract.date_relative import seen_from
from factcheck.extract.date_told import told
from factcheck.model.date import Date
from factcheck.text.passage import Match

BESIDE = 8
"""How many words before a bare weekday a word of the future is looked for."""
BREAKS = frozenset(".;؛:!?؟,،")


class Around(NamedTuple):
    """What stands beside a weekday: `yesterday`, `last`, or which week."""

    offset: Match | None = None
    direction: Match | None = None
    week: int | None = None


def nth_weekday(copy: Copy, index: int) -> FoundDate | None:
    """`the first Friday of July`; without a year, of the year the report is of."""
    which = copy.passage.at(index, "ordinal")
    if which is None or which.entry.value is None or not 1 <= which.entry.value <= 5:
        return None
    day = copy.keyed(which.end, "calendar-unit", "day")
    weekday = copy.passage.at(which.end if day is None else day.end, "weekday") or (day and _weekday_in(copy, day))
    if not weekday:
        return None
    of = copy.keyed(weekday.end, "stop", "of", "from", "in")
    at = of.end if of is not None else weekday.end
    number, ordinal = int(weekday.entry.value or 0), int(which.entry.value)
    named, month = told(copy, at), month_at(copy, at)
    if named is not None and named.unit == "month" and copy.published is not None:
        text = weekday_of_month(*months_from(copy.published, named.away), number, ordinal)
        return seen_from(copy, index, named.end, text, f"weekday {ordinal} of month {named.away:+d}", number)
    if month is None or month.entry.tag("calendar") == "hijri":
        return None
    year = year_at(copy, month.end)
    if year is not None:
        text = weekday_of_month(year.value, int(month.entry.value or 0), number, ordinal)
        date = Date(text, written=copy.written(index, year.end), weekday=number)
        return FoundDate(index, year.end, date, (f"weekday {ordinal} of a month",)) if text else None
    if copy.published is None:
        return None
    text = weekday_of_month(copy.published.year, int(month.entry.value or 0), number, ordinal)
    return seen_from(copy, index, month.end, text, f"weekday {ordinal} of a month", number)


def _weekday_in(copy: Copy, day: Match) -> Match | None:
    """An entry of the weekday may begin with the word for day itself."""
    return copy.passage.at(day.start, "weekday")


def dated_weekday(copy: Copy, start: int, day: Part, weekday: Match) -> FoundDate | None:
    """`Friday the 22nd`: the nearest such day; None where none is within a month and a half."""
    if copy.published is None or copy.passage.at(day.end, "counted", "unit", "number", "clock"):
        return None
    number = int(weekday.entry.value or 0)
    for away in range(46):
        for side in (-away, away):
            seen = shifted(copy.published, side)
            if seen is not None and seen.day == day.value and seen.isoweekday() == number:
                how = f"weekday {weekday.entry.key} with the day of the month"
                return seen_from(copy, start, day.end, seen.isoformat(), how, number)
    return None


def resolved_weekday(copy: Copy, start: int, end: int, weekday: Match, around: Around) -> FoundDate | None:
    """Say which day a weekday is, by the words beside it, or else by whether the copy tells of what is to come."""
    if copy.published is None:
        return None
    number, seen = int(weekday.entry.value or 0), copy.published
    if around.offset is not None:
        near = shifted(seen, int(around.offset.entry.value or 0))
        day, how = (weekday_near(near, number) if near is not None else None), f"beside {around.offset.entry.key}"
    elif around.week is not None:
        day, how = weekday_of_week(seen, number, around.week), f"in week {around.week:+d}"
    elif around.direction is not None:
        day, how = _beside_direction(seen, number, around.direction), around.direction.entry.key
    elif _future(copy, start):
        day, how = weekday_after(seen, number, itself=True), "the next one, beside a word of the future"
    else:
        day, how = weekday_before(seen, number, itself=True), "the last one"
    text = day.isoformat() if day is not None else ""
    return seen_from(copy, start, end, text, f"weekday {weekday.entry.key}, {how}", number)


def _beside_direction(seen: datetime.date, weekday: int, word: Match) -> datetime.date | None:
    side = int(word.entry.value or 0)
    if side == 0 or word.entry.tag("week"):
        return weekday_of_week(seen, weekday, side)
    return weekday_before(seen, weekday, itself=False) if side < 0 else weekday_after(seen, weekday, itself=False)


def _future(copy: Copy, start: int) -> bool:
    for at in range(start - 1, max(-1, start - BESIDE - 1), -1):
        if copy.text(at) in BREAKS:
            return False
        if copy.passage.at(at, "forecast"):
            return True
    return False
