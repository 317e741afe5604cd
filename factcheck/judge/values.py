"""The value ladder: whether two comparable figures agree, from the same text down to values that cannot both hold."""

from __future__ import annotations

from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from typing import Literal

from msgspec.structs import replace

from factcheck.data.unit_sizes import unit_sizes
from factcheck.model.figure import Figure, shown
from factcheck.model.pair import Step

Level = Literal[
    "same-value", "another-reading", "within-precision", "rounded", "refines", "bounds-overlap", "bounds-apart",
    "disjoint",
]  # fmt: skip
CANNOT_HOLD = ("disjoint", "bounds-apart")


def compare_values(a: Figure, b: Figure) -> tuple[Level, Step]:
    """Walk the ladder; the first level that holds is the answer."""
    level = value_level(a, b)
    return level, Step(f"value-{level}", agrees(level), (("a", shown(a)), ("b", shown(b))))


def value_level(a: Figure, b: Figure) -> Level:
    """Give the level alone, where nobody asks to be shown why."""
    if {a.form, b.form} == {"percent", "ratio"}:
        a, b = as_percent(a), as_percent(b)
    return _level(a, in_unit_of(a, b))


def without_hedge(a: Figure, b: Figure) -> tuple[Figure, Figure]:
    """Take off the hedge that two figures share ("more than", "about"), so that their numbers can be compared.

    Only where one figure is meant to repeat the other: of two reporters, both "more than 100" and "more than 120" hold.
    """
    first, second = _stated(a), _stated(b)
    open_sides = (a.low is None, a.high is None, a.approximate) == (b.low is None, b.high is None, b.approximate)
    if first is None or second is None or not open_sides or "vague" in (a.form, b.form):
        return a, b
    return (
        replace(a, low=first, high=first, approximate=False),
        replace(b, low=second, high=second, approximate=False),
    )


def agrees(level: Level) -> bool:
    """Tell whether figures on this level can both be true."""
    return level not in CANNOT_HOLD


def _level(a: Figure, b: Figure) -> Level:
    bounds_a, bounds_b = (a.low, a.high), (b.low, b.high)
    if bounds_a == bounds_b and (a.low_inclusive, a.high_inclusive) == (b.low_inclusive, b.high_inclusive):
        return "same-value"
    if a.role == b.role == "score" and a.form == b.form == "ratio":
        return "disjoint"  # two results, whose goals are no ends of a range
    timed = a.role == b.role == "time" and a.unit is b.unit is None
    if a.role == b.role == "time" and a.unit is not None and a.low is not None and b.low is not None:
        apart = min(abs(x - y) for x in (a.low, *a.readings) for y in (b.low, *b.readings))
        return "rounded" if apart <= SAME_MINUTE else "disjoint"
    if (
        a.low == a.high
        and b.low == b.high
        and ({a.low, *a.readings} & {b.low, *b.readings} or (timed and _one_clock(a, b)))
    ):
        return "another-reading"
    if _within_precision(a, b):
        return "within-precision"
    if _rounded(a, b) or (timed and _about_hour(a, b)):
        return "rounded"
    inside_a, inside_b = _interval(a), _interval(b)
    stated_a, stated_b = _stated(a), _stated(b)
    opposed = (a.low is None and b.high is None) or (a.high is None and b.low is None)
    if stated_a is not None and stated_a == stated_b and not opposed:
        return "refines"  # "130" and "more than 130" name one number
    if _disjoint(inside_a, inside_b, a, b):
        return "disjoint"
    if _bounds_apart(a, b):
        return "bounds-apart"
    contained = _contains(inside_a, inside_b) or _contains(inside_b, inside_a)
    return "refines" if contained else "bounds-overlap"


def in_unit_of(a: Figure, b: Figure) -> Figure:
    """Give `b` in the unit of `a`, where both measure one dimension; else as it is."""
    if a.unit == b.unit:
        return b
    sizes = unit_sizes()
    ours, theirs = sizes.get(a.unit or ""), sizes.get(b.unit or "")
    if ours is None or theirs is None or ours[0] != theirs[0]:
        return b
    scale = theirs[1] / ours[1]
    return replace(
        b,
        low=b.low * scale if b.low is not None else None,
        high=b.high * scale if b.high is not None else None,
        readings=tuple(reading * scale for reading in b.readings),
        step=max(b.step, Decimal(1)) * scale,
        unit=a.unit,
    )


def as_percent(figure: Figure) -> Figure:
    """Give a share told as a fraction ("a third", "one in five") in per cent; nobody means it to the point."""
    if figure.form != "ratio" or (figure.low or figure.high or 0) > 1:
        return figure  # "3-2" is no share
    exact = figure.low == figure.high
    return replace(
        figure,
        form="percent",
        unit="%",
        low=figure.low * PERCENT * (1 - LOOSE if exact else 1) if figure.low is not None else None,
        high=figure.high * PERCENT * (1 + LOOSE if exact else 1) if figure.high is not None else None,
        readings=(),
        step=Decimal(1),
    )


PERCENT, LOOSE = Decimal(100), Decimal("0.1")
"""What a whole is in per cent, and how far off, as a share of it, what a fraction stands for may be."""
SAME_MINUTE = 2
"""Minutes of a match by which two papers tell of one: from its beginning, its end, or by another clock."""
HALF_DAY = 12


def _one_clock(a: Figure, b: Figure) -> bool:
    """Tell whether two times of day are one hour on a clock face: half past five in the evening is 17:30."""
    return _on_clock(a, b) == 0


def _on_clock(a: Figure, b: Figure) -> Decimal | None:
    """Give the hours between two times of day on a clock face, whichever half of the day they are of."""
    if a.role != "time" or b.role != "time" or a.low is None or b.low is None:
        return None
    apart = abs(_hours(a.low) - _hours(b.low)) % HALF_DAY
    return min(apart, HALF_DAY - apart)


def _hours(value: Decimal) -> Decimal:
    """Read a time of day without a mark between hours and minutes: 1852 is 18:52."""
    return (value // 100 + value % 100 / 60).quantize(Decimal("0.01")) if value >= MARKLESS else value


MARKLESS = 100
QUARTER, ABOUT = Decimal("0.25"), Decimal("0.2")
"""Hours told to the quarter may be some minutes off: half past two for 2:27."""


def _about_hour(a: Figure, b: Figure) -> bool:
    apart = _on_clock(a, b)
    return apart is not None and apart <= ABOUT and any(x.low is not None and x.low % QUARTER == 0 for x in (a, b))


ROUND_ZEROS = 2
ROUNDED_OFF = Decimal("0.025")
"""What may be missing, as a share, where a number that ends in zeros stands for an exact one (600 for 601)."""


def _rounded(a: Figure, b: Figure) -> bool:
    """Tell whether one of two whole numbers, which ends in two zeros, is the other one rounded."""
    if a.unit is not None or b.unit is not None or a.low is None or a.low != a.high or b.low is None or b.low != b.high:
        return False
    (fewer, other), (zeros, round_) = sorted([(trailing_zeros(a.low), a.low), (trailing_zeros(b.low), b.low)])
    if zeros < ROUND_ZEROS or fewer == zeros or round_ == 0:
        return False
    place = Decimal(1).scaleb(zeros)
    nearest = (other / place).quantize(Decimal(1), rounding=ROUND_HALF_UP) * place
    return nearest == round_ and abs(other - round_) <= round_ * ROUNDED_OFF


FAR_BOUND = Decimal("1.5")
"""How many times the other a bound must be that cannot stand for the same number: nobody rounds a third away."""

FAR_MEASURE = Decimal("1.15")
"""The same of two measures told by their most: gusts "up to 140 km/h" were not "up to 110" for another reporter."""


def _bounds_apart(a: Figure, b: Figure) -> bool:
    """Tell whether two figures bounded on one side ("more than 2", "more than 6") stand for two numbers."""
    lower = a.high is None and b.high is None
    upper = a.low is None and b.low is None
    x, y = _stated(a), _stated(b)
    if not (lower or upper) or x is None or y is None or min(x, y) <= 0 or "vague" in (a.form, b.form):
        return False
    measured = upper and a.form == "measure" and a.unit == b.unit
    return max(x, y) >= (FAR_MEASURE if measured else FAR_BOUND) * min(x, y)


def _stated(figure: Figure) -> Decimal | None:
    """Give the one number a figure names, whatever its wording makes of it."""
    return (
        figure.high if figure.low is None else figure.low if figure.high is None or figure.low == figure.high else None
    )


def _within_precision(a: Figure, b: Figure) -> bool:
    """Tell whether the finer figure, rounded or cut to the coarser one's last stated place, is the coarser one."""
    if a.low is None or a.low != a.high or b.low is None or b.low != b.high:
        return False
    ours, theirs = _step(a), _step(b)
    fine, coarse, step = (a, b, theirs) if ours < theirs else (b, a, ours)
    if ours == theirs or step == 0:
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
    _, digits, exponent = value.as_tuple()
    zeros = 0
    for digit in reversed(digits):
        if digit:
            break
        zeros += 1
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


def agreeing(figure: Figure) -> tuple[Decimal | None, Decimal | None]:
    """Give the bounds between which another figure would agree: what rounds or cuts to an exact one."""
    low, high = _interval(figure)
    if figure.exact is None or figure.step == 1 or low is None or high is None:
        return low, high
    return low - figure.step / 2, high + figure.step


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
