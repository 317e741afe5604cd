"""Scores of a match: "3-2" beside a word of sport, and goals won or lost by."""

from __future__ import annotations

from decimal import Decimal

from factcheck.extract.found import FoundFigure
from factcheck.extract.number import Number
from factcheck.model.figure import Figure
from factcheck.text.passage import Passage

GOALS = ("goal", "set")
MOST_LEVEL = 10
"""Goals of either side from which a match hardly ends level."""
SPORT = 4
"""Words before goals among which a word of winning or losing makes a score of them."""


def is_score(passage: Passage, start: int, end: int, key: str | None) -> bool:
    """Tell goals of a result ("won by two goals to one") from goals that are counted."""
    if key not in GOALS or not passage.groups & {"score", "score-against"}:
        return False
    if passage.at(end, "score-against"):
        return True
    before = any(passage.at(at, "score") for at in range(max(0, start - SPORT), start))
    after = passage.at(end, "score")
    return before or (after is not None and after.entry.tag("position") == "after")


def told_score(passage: Passage, number: Number, following: Number | None) -> FoundFigure | None:
    """`3-2` beside a word of sport is a score; elsewhere two numbers with a dash are a range."""
    if following is None or following.start != number.end + 1 or passage.tokens[number.end].text not in "-–/":
        return None
    small = number.low is not None and following.low is not None and max(number.low, following.low) < 200
    third = following.end + 1
    dashed = third < len(passage.tokens) and passage.tokens[following.end].text == passage.tokens[number.end].text
    if small and dashed and passage.tokens[third].kind == "number":
        figure = Figure(number.low, number.high, passage.span(number.start, third + 1), role="locator")
        return FoundFigure(number.start, third + 1, figure, (*number.explain, "a formation"))  # "4-3-3"
    noun = passage.at(following.end, "counted", "unit")
    counted = noun is not None and not noun.prefix and passage.at(following.end, "score") is None  # "a 2-1 win"
    level = number.low == following.low and number.low is not None and number.low < MOST_LEVEL  # no range has one end
    if not small or counted or not (level or "score" in passage.groups):
        return None
    span = passage.span(number.start, following.end)
    low, high = sorted((number.low or Decimal(0), following.low or Decimal(0)))  # papers write either side first
    figure = Figure(low, high, span, form="ratio", role="score")
    return FoundFigure(number.start, following.end, figure, (*number.explain, *following.explain, "score"))
