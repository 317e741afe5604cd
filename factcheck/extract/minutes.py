"""Minutes of a match: "the 75th minute" and the minute with its number behind it tell when, and measure nothing."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from factcheck.extract.found import FoundFigure
from factcheck.extract.number import Number, set_off
from factcheck.extract.units import past_closing
from factcheck.model.figure import Figure
from factcheck.model.language import Language
from factcheck.text.passage import Match, Passage

MINUTE = "min"
LONGEST = 130
"""Minutes of a match with everything that is added to it."""
HALF = Decimal(45)
"""Minutes of a half: one counted in the second half is that many later in the match."""
HYPHENS = "-–"


def minute_of_play(passage: Passage, number: Number, language: Language) -> FoundFigure | None:
    """Read a minute that is numbered, and not how many they are."""
    value = number.value
    if not 0 < value <= LONGEST or value != value.to_integral_value() or number.kind not in ("cardinal", "ordinal"):
        return None
    first = number.start - set_off(passage, number.start, number.end)
    before = next((m for m in _told(passage, first) if m.end == first and not m.prefix), None)
    behind = number.end + (passage.tokens[number.end].text in HYPHENS if number.end < len(passage.tokens) else 0)
    after = _minute(passage, behind) if number.kind == "ordinal" and "verb-first" not in language.options else None
    if (before is None) == (after is None):
        return None
    late = passage.groups & {"second-half"} and value <= HALF
    figure = Figure(
        value,
        value,
        passage.span(number.start, number.end),
        form="measure",
        role="time",
        unit=MINUTE,
        readings=(value + HALF,) if late else (),
    )
    start = before.start if before is not None else number.start
    end = after.end if after is not None else past_closing(passage, number)
    return FoundFigure(start, end, figure, (*number.explain, "time: a minute of a match"))


def _told(passage: Passage, at: int) -> Iterator[Match]:
    return (m for m in passage.within("clock", at - LEAD, at) if m.entry.key == "minute")


LEAD = 2
"""Tokens of the words for a minute that has its number behind it."""


def _minute(passage: Passage, at: int) -> Match | None:
    unit = passage.at(at, "unit") if at >= 0 else None
    return unit if unit is not None and unit.entry.key == MINUTE and unit.end == at + 1 else None
