"""Times of day in digits and words: they tell when, and count nothing."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from msgspec.structs import replace

from factcheck.extract.found import FoundFigure
from factcheck.extract.intervals import Interval
from factcheck.extract.number import Number
from factcheck.model.figure import Figure
from factcheck.text.passage import Match, Passage

HOURS, MINUTES = 24, 60
PLACES = Decimal("0.01")
_LED = re.compile(r"0\d\.[0-5]\d")
"""An hour and minutes: hardly an amount begins with a 0 and another digit."""


class Clock(NamedTuple):
    """A time of day in hours, and where its expression ends."""

    hours: Decimal
    end: int
    explain: str


def time_of_day(passage: Passage, number: Number, following: Number | None) -> FoundFigure | None:
    """Give the time of day that a number begins, in hours."""
    time = _clock(passage, number, following)
    if time is None:
        return None
    figure = Figure(time.hours, time.hours, passage.span(number.start, time.end), role="time")
    return FoundFigure(number.start, time.end, figure, (*number.explain, time.explain))


def _clock(passage: Passage, number: Number, following: Number | None) -> Clock | None:
    """Read `10:30`, where no score or proportion stands, and an hour with the part of one that a word adds."""
    tokens = passage.tokens
    if following is not None and following.start == number.end + 1 and tokens[number.end].text == ":":
        glued = tokens[number.end].start == tokens[number.end - 1].end
        glued = glued and tokens[following.start].start == tokens[number.end].end
        minutes = tokens[following.start].text
        digits = number.digits and following.digits and minutes.isdigit() and len(minutes) == 2
        timed = _said(passage, number) is not None or passage.at(following.end, "clock") is not None
        played = "score" in passage.groups and not timed  # "2:10" may be sets or goals, "6:40 a.m." is neither
        if glued and digits and number.value <= HOURS and following.value < MINUTES and not played:
            hours = number.value + (following.value / MINUTES).quantize(Decimal("0.01"))
            return Clock(hours.normalize(), following.end, f"clock: {tokens[number.start].text}:{minutes}")
    if _said(passage, number) is not None:
        run = _hours_and_minutes(tokens[number.start].text) if number.end == number.start + 1 else None
        if run is not None:
            return Clock(run, number.end, f"clock: {tokens[number.start].text}")
        unit = passage.at(number.end, "unit")  # "at 4.15 minutes"
        if unit is not None and unit.entry.key == "min" and number.step == PLACES and number.digits:
            return Clock(_clocked(number.value), unit.end, f"clock: {tokens[number.start].text}")
    written = _LED.fullmatch(tokens[number.start].text) if number.end == number.start + 1 and number.digits else None
    if written is not None and number.value < HOURS and _after_preposition(passage, number):
        return Clock(_clocked(number.value), number.end, f"clock: {tokens[number.start].text}")
    part = passage.at(number.end, "clock-part")
    if part is not None and number.value <= HOURS and part.entry.value is not None:
        return Clock(number.value + part.entry.value, part.end, f"clock: {part.entry.key}")
    return None


def _after_preposition(passage: Passage, number: Number) -> bool:
    stop = passage.at(number.start - 1, "stop") if number.start else None
    return stop is not None and stop.entry.tag("class") == "preposition"


def one_o_clock(passage: Passage, number: Number) -> bool:
    """Tell "the hour one" from "in one hour": behind "in", only where a time of day follows."""
    if number.value != 1 or not number.definite or (said := _said(passage, number)) is None:
        return False
    start = next((at for at in range(max(0, said.start - 2), said.start) if _clock_from(passage, at, said)), said.start)
    before = passage.at(start - 1, "stop", "period") if start else None
    framed = before is not None and before.entry.key in ("in", "within", "every")
    after = passage.at(number.end, "clock")
    return not framed or (after is not None and after.entry.tag("position") == "after")


def _clock_from(passage: Passage, index: int, said: Match) -> bool:
    longer = passage.at(index, "clock")
    return longer is not None and longer.end == said.end


def in_hours(span: Interval, step: Decimal) -> Interval:
    """Read the `8.30` of a time of day as half past eight: its two places are minutes."""
    if step != PLACES:
        return span
    low, high = (None if end is None else _clocked(end) for end in (span.low, span.high))
    return replace(span, low=low, high=high, explain=(*span.explain, "clock: minutes behind a point"))


def _clocked(value: Decimal) -> Decimal:
    minutes = value % 1 * 100
    return (int(value) + minutes / MINUTES).quantize(Decimal("0.01")).normalize() if minutes < MINUTES else value


def _said(passage: Passage, number: Number) -> Match | None:
    """Give the word for a time of day right before a number."""
    hour = passage.at(number.start - 1, "clock") if number.start else None
    told = hour is not None and hour.entry.tag("position") != "after" and hour.end == number.start
    return hour if told else None


def _hours_and_minutes(text: str) -> Decimal | None:
    """Read `0623` as a time of day in hours."""
    if not (text.isdigit() and len(text) == 4) or int(text[:2]) > HOURS or int(text[2:]) >= MINUTES:
        return None
    return (Decimal(text[:2]) + Decimal(text[2:]) / MINUTES).quantize(Decimal("0.01")).normalize()
