"""The value ladder: whether two comparable figures agree, from the same text down to values that cannot both hold."""

from __future__ import annotations

from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from typing import Literal

from factcheck.model.figure import Figure, shown
from factcheck.model.pair import Step

Level = Literal["same-value", "another-reading", "within-precision", "refines", "bounds-overlap", "disjoint"]


def compare_values(a: Figure, b: Figure) -> tuple[Level, Step]:
    """Walk the ladder; the first level that holds is the answer."""
    level = _level(a, b)
    return level, Step(f"value-{level}", level != "disjoint", (("a", shown(a)), ("b", shown(b))))


def agrees(level: Level) -> bool:
    """Tell whether figures on this level can both be true."""
    return level != "disjoint"


def _level(a: Figure, b: Figure) -> Level:
    bounds_a, bounds_b = (a.low, a.high), (b.low, b.high)
    if bounds_a == bounds_b and (a.low_inclusive, a.high_inclusive) == (b.low_inclusive, b.high_inclusive):
        return "same-value"
    if a.low == a.high and b.low == b.high and {a.low, *a.readings} & {b.low, *b.readings}:
        return "another-reading"
    if _within_precision(a, b):
        return "within-precision"
    inside_a, inside_b = _interval(a), _interval(b)
    stated_a, stated_b = _stated(a), _stated(b)
    opposed = (a.low is None and b.high is None) or (a.high is None and b.low is None)
    if stated_a is not None and stated_a == stated_b and not opposed:
        return "refines"  # "130" and "more than 130" name one number
    if _disjoint(inside_a, inside_b, a, b):
        return "disjoint"
    contained = _contains(inside_a, inside_b) or _contains(inside_b, inside_a)
    return "refines" if contained else "bounds-overlap"


def _stated(figure: Figure) -> Decimal | None:
    """Give the one number a figure names, whatever its wording makes of it."""
    return (
        figure.high if figure.low is None else figure.low if figure.high is None or figure.low == figure.high else None
    )


def _within_precision(a: Figure, b: Figure) -> bool:
    """Tell whether the finer figure, rounded or cut to the coarser one's last stated place, is the coarser one."""
    if a.low is None or a.low != a.high or b.low is None or b.low != b.high:
        return False
    fine, coarse = (a, b) if _step(a) < _step(b) else (b, a)
    step = _step(coarse)
    if step == _step(fine) or step == 0:
        return False
    scaled = (fine.low or Decimal(0)) / step
    target = (coarse.low or Decimal(0)) / step
    return any(scaled.quantize(Decimal(1), rounding=mode) == target for mode in (ROUND_HALF_UP, ROUND_DOWN))


def _step(figure: Figure) -> Decimal:
    """Give the worth of the last stated place; "about 50" is stated to the ten, "50" to the unit."""
    value = figure.low or Decimal(0)
    if not figure.approximate or value == 0:
        return figure.step
    zeros = Decimal(1).scaleb(trailing_zeros(value))
    return max(figure.step, zeros)


def trailing_zeros(value: Decimal) -> int:
    """Count the zeros a value ends in, as a power of ten; below zero where it ends behind the decimal mark."""
    digits, exponent = value.as_tuple().digits, value.as_tuple().exponent
    zeros = len(digits) - len("".join(map(str, digits)).rstrip("0"))
    return zeros + (exponent if isinstance(exponent, int) else 0)


def _interval(figure: Figure) -> tuple[Decimal | None, Decimal | None]:
    """Widen an approximate figure by half its last stated place."""
    if not figure.approximate:
        return figure.low, figure.high
    half = _step(figure) / 2
    return (
        figure.low - half if figure.low is not None else None,
        figure.high + half if figure.high is not None else None,
    )


def _disjoint(
    x: tuple[Decimal | None, Decimal | None], y: tuple[Decimal | None, Decimal | None], a: Figure, b: Figure
) -> bool:
    return _before(x, y, a.high_inclusive and b.low_inclusive) or _before(y, x, b.high_inclusive and a.low_inclusive)


def _before(x: tuple[Decimal | None, Decimal | None], y: tuple[Decimal | None, Decimal | None], touching: bool) -> bool:
    """Tell whether the first interval ends before the second begins."""
    if x[1] is None or y[0] is None:
        return False
    return x[1] < y[0] or (x[1] == y[0] and not touching)


def _contains(x: tuple[Decimal | None, Decimal | None], y: tuple[Decimal | None, Decimal | None]) -> bool:
    low = x[0] is None or (y[0] is not None and x[0] <= y[0])
    high = x[1] is None or (y[1] is not None and y[1] <= x[1])
    return low and high
