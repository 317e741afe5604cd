"""How the wording around a number stretches it into an interval, and which two numbers make one range."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from factcheck.extract.numbers import Number
from factcheck.text.passage import Match, Passage

REACH = 6
"""Tokens a qualifier may begin before the number it stands against."""


@dataclass(frozen=True, slots=True)
class Interval:
    """[low, high] with the half-open range of tokens its wording covers; `first` and `last` are its numbers."""

    start: int
    end: int
    low: Decimal | None
    high: Decimal | None
    low_inclusive: bool = True
    high_inclusive: bool = True
    approximate: bool = False
    explain: tuple[str, ...] = ()


def qualifier_before(passage: Passage, index: int) -> Match | None:
    """Give the qualifier that ends right before a token, longest first; a currency symbol may stand between."""
    ends = {index}
    if index and (unit := passage.at(index - 1, "unit")) and unit.entry.tag("position") == "before":
        ends.add(index - 1)
    for start in range(max(0, index - REACH), index):
        match = passage.at(start, "qualifier")
        if match is not None and match.end in ends and match.entry.tag("position") != "after":
            return match
    return None


def interval(passage: Passage, number: Number, end: int) -> Interval:
    """Apply the qualifier before a number, or after what it counts (`end`); none leaves the number as it is."""
    before = qualifier_before(passage, number.start)
    after = passage.at(end, "qualifier")
    if after is not None and after.entry.tag("position") != "after":
        after = None
    match = before or after
    plain = Interval(
        number.start, end, number.low, number.high, approximate=number.kind == "vague", explain=number.explain
    )
    if match is None or number.low is None:
        return plain
    start, stop = (match.start, end) if match is before else (number.start, match.end)
    bound, inclusive = match.entry.tag("bound"), match.entry.tag("inclusive") != "no"
    explain = (*number.explain, f"wording {match.entry.key}")
    if bound == "low":
        return Interval(start, stop, number.low, None, inclusive, True, False, explain)
    if bound == "high":
        return Interval(start, stop, None, number.high, True, inclusive, False, explain)
    return Interval(start, stop, number.low, number.high, approximate=True, explain=explain)


def joined_range(passage: Passage, first: Number, second: Number | None, gap_end: int) -> Match | bool | None:
    """Tell whether two numbers make one range ("between 10 and 12", "10-12"): the opening match, True without one, or None.

    `gap_end` is where the first number ends with its unit, if it has one of its own.
    """
    if second is None or first.low is None or second.low is None or first.kind != second.kind != "vague":
        return None
    opening = None
    for start in range(max(0, first.start - 3), first.start):
        match = passage.at(start, "range-open")
        if match is not None and match.end == first.start:
            opening = match
    between = passage.tokens[gap_end : second.start]
    if opening is not None:
        if not between:
            return opening if opening.entry.tag("join") == "and" else None
        join = passage.at(gap_end, "range-join")
        # "between 3 to 4" is as common in print as "between 3 and 4".
        fits = join is not None and join.end == second.start
        return opening if fits else None
    if len(between) == 1 and between[0].text in "-–—" and first.digits and second.digits:
        tight = (
            between[0].start == passage.tokens[first.end - 1].end
            and between[0].end == passage.tokens[second.start].start
        )
        return True if tight and first.low < second.low else None
    return None
