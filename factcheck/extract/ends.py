"""The two ends of a range or of a change, where what is said of the one is meant for the other."""

from __future__ import annotations

from decimal import Decimal

from msgspec.structs import replace

from factcheck.extract.intervals import changes
from factcheck.extract.number import Number
from factcheck.model.figure import Ends
from factcheck.text.passage import Match, Passage

SIMILAR = 100
"""How many times the one end of "from 131 to 123 billion" may be the other."""


def one_change(passage: Passage, first: Number, second: Number) -> bool:
    """Tell whether two numbers are the ends of one change, the first with nothing of its own behind it."""
    opening = passage.at(first.start - 1, "range-open") if first.start else None
    join = passage.at(first.end, "range-join")
    joined = join is not None and join.end == second.start and join.entry.key == "to"
    return opening is not None and joined and changes(passage, opening.start) and first.digits == second.digits


def like(first: Number, second: Number) -> Number:
    """Give the first end the magnitude of the second, where it is meant for both."""
    if not shares_magnitude(first, second):
        return first
    value, step = first.value * second.magnitude, first.step * second.magnitude
    explain = (*first.explain, "the magnitude of the other end")
    return replace(first, low=value, high=value, step=step, magnitude=second.magnitude, explain=explain)


def shares_magnitude(first: Number, second: Number) -> bool:
    """Tell whether the magnitude behind the second of two numbers is meant for the first as well."""
    worth = second.magnitude
    bare = not first.magnitude and worth > 0 and 0 < first.value < worth
    return bare and second.value < SIMILAR * first.value * worth < SIMILAR * SIMILAR * second.value


def told_ends(first: Number, second: Number, opening: Match | bool, *, each: bool) -> Ends:
    """Say what is odd in how a range is told; `each` says that both its numbers have a unit of their own."""
    shared = shares_magnitude(first, second)
    low, high = (first.low or Decimal(0)) * (second.magnitude if shared else 1), second.high or Decimal(0)
    if low > high and isinstance(opening, Match) and opening.entry.tag("join") == "and":
        return "backwards"
    return "lent" if shared and each and second.magnitude > 1 else ""
