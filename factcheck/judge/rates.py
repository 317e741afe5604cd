"""Arithmetic on stated figures: each is as wide as the last place it is stated to, so that rounding accuses nobody."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from msgspec import Struct

from factcheck.judge.values import trailing_zeros
from factcheck.model.figure import Figure

ENDLESS = Decimal("Infinity")
HUNDRED = Decimal(100)
ROUND = 2
"""Zeros at the end of a number from which it may have been rounded though nothing says so."""


class Reach(Struct, frozen=True):
    """The values a figure may stand for, both ends included."""

    low: Decimal
    high: Decimal

    def meets(self, other: Reach) -> bool:
        """Tell whether the two have a value in common."""
        return self.low <= other.high and other.low <= self.high


def reach(figure: Figure, *, generous: bool) -> Reach:
    """Give what a figure may stand for: rounded or cut to its last stated place, and open where the wording is.

    A whole count is exact. `generous` takes two zeros or more at the end for rounding, as writers often mean them.
    """
    low = figure.low if figure.low is not None else Decimal(0)
    high = figure.high if figure.high is not None else ENDLESS
    return Reach(low - _slack(figure, low, generous) / 2, high + _slack(figure, high, generous))


def _slack(figure: Figure, value: Decimal, generous: bool) -> Decimal:
    if not value.is_finite():
        return Decimal(0)
    zeros = trailing_zeros(value) if value else 0
    if figure.approximate or (generous and figure.form != "percent" and zeros >= ROUND):
        return max(figure.step, Decimal(1).scaleb(zeros))
    return Decimal(0) if figure.form == "cardinal" and figure.step == 1 else figure.step


def relative(start: Reach, end: Reach, *, up: bool) -> Reach | None:
    """Give the change from one value to another in percent of the first; None where that has no meaning."""
    if start.low <= 0:
        return None
    least, most = end.low / start.high, end.high / start.low
    return _percent(least - 1, most - 1) if up else _percent(1 - most, 1 - least)


def difference(start: Reach, end: Reach, *, up: bool) -> Reach:
    """Give the change from one value to another as their difference."""
    least, most = end.low - start.high, end.high - start.low
    return Reach(least, most) if up else Reach(-most, -least)


def share(part: Reach, whole: Reach) -> Reach | None:
    """Give a part in percent of its whole; None where that has no meaning."""
    return _percent(part.low / whole.high, part.high / whole.low) if whole.low > 0 else None


def _percent(least: Decimal, most: Decimal) -> Reach:
    return Reach(least * HUNDRED, most * HUNDRED)


def rounded(value: Decimal) -> Decimal:
    """Round to a tenth, for showing."""
    return value.quantize(Decimal("0.1"), rounding=ROUND_HALF_UP)
