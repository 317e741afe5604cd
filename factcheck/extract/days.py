"""Days that share the month of a date behind them."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.extract.number import Number
from factcheck.text.passage import Passage

LAST_DAY = 31


def further_days(passage: Passage, numbers: Sequence[Number], taken: frozenset[int]) -> frozenset[int]:
    """Give the tokens of days that share the month of a date behind them: "the 12th, 19th and 26th of July"."""
    days = set[int]()
    for number in reversed(numbers):
        at = number.end
        while at < len(passage.tokens) and (passage.tokens[at].text in ",،" or passage.at(at, "number-joiner")):
            at += 1
        dated = at > number.end and (at in taken or at in days)
        numeral = at < len(passage.tokens) and passage.tokens[at].kind == "number"
        if dated and numeral and number.digits and 0 < number.value <= LAST_DAY and number.end == number.start + 1:
            days.add(number.start)
    return frozenset(days)
