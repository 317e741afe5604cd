"""The form of a figure: what kind of amount its number and unit make it."""

from __future__ import annotations

from typing import cast

from factcheck.extract.nouns import Noun
from factcheck.extract.number import Number
from factcheck.model.figure import Form
from factcheck.text.passage import Match, Passage

HUNDRED_PERCENT = 100


def form_of(passage: Passage, number: Number, unit: Match | None, noun: Noun | None, end: int) -> tuple[Form, str]:
    """Give the form, and why a bare number is a percentage ("a share of 10")."""
    if unit is not None:
        return cast("Form", unit.entry.tag("form") or "measure"), ""
    if number.kind == "fraction":
        return "ratio", ""
    if number.kind == "cardinal" and number.digits and 0 < number.value <= HUNDRED_PERCENT:
        words = (passage.at(at, "percent-word") for at in range(max(0, number.start - 3), number.start))
        word = next((m for m in words if m is not None and m.end == number.start), None)
        ended = end >= len(passage.tokens) or passage.tokens[end].kind == "mark"
        whole = number.value == number.value.to_integral_value()
        ended = ended or passage.at(end, "stop", "number-joiner") is not None or not whole
        counts = noun is not None and noun.start <= end and noun.match is not None
        if word is not None and ended and not counts and not _reaches_on(passage, end):
            return "percent", f"percent: {word.entry.key}"
    return cast("Form", number.kind), ""


def _reaches_on(passage: Passage, end: int) -> bool:
    join = passage.at(end, "range-join")
    return join is not None and join.entry.key == "to"


def in_points(passage: Passage, noun: Noun | None) -> bool:
    """Tell the points of a poll ("leads by 17 points") from those of a match or an index."""
    return noun is not None and noun.counted.key == POINT and "poll" in passage.groups


POINT = "point"
"""The key of the counted noun that may be a percentage point."""
