"""Times of day in digits and words: they tell when, and count nothing."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from factcheck.extract.number import Number
from factcheck.text.passage import Passage

HOURS, MINUTES = 24, 60


class Clock(NamedTuple):
    """A time of day in hours, and where its expression ends."""

    hours: Decimal
    end: int
    explain: str


def clock(passage: Passage, number: Number, following: Number | None) -> Clock | None:
    """Read `10:30`, where no score or proportion stands, and an hour with the part of one that a word adds."""
    tokens = passage.tokens
    if following is not None and following.start == number.end + 1 and tokens[number.end].text == ":":
        glued = tokens[number.end].start == tokens[number.end - 1].end
        glued = glued and tokens[following.start].start == tokens[number.end].end
        minutes = tokens[following.start].text
        digits = number.digits and following.digits and minutes.isdigit() and len(minutes) == 2
        if glued and digits and number.value <= HOURS and following.value < MINUTES and "score" not in passage.groups:
            hours = number.value + (following.value / MINUTES).quantize(Decimal("0.01"))
            return Clock(hours.normalize(), following.end, f"clock: {tokens[number.start].text}:{minutes}")
    part = passage.at(number.end, "clock-part")
    if part is not None and number.value <= HOURS and part.entry.value is not None:
        return Clock(number.value + part.entry.value, part.end, f"clock: {part.entry.key}")
    return None
