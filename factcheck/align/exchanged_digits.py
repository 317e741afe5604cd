"""Figures of two reports in two languages that have the same digits, two of them in each other's place.

Such a slip is hardly chance: these meet wherever they stand, though none of them is equal.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.align.crossing import CROSS_WEIGHTS, Crossing, cross_signals
from factcheck.align.equal_figures import EQUAL, Met, figures_across, one_kind
from factcheck.align.signals import total
from factcheck.model.claim import Claim, Reading
from factcheck.model.figure import Figure, plain

SWAPPED = "swapped"
"""The signal of a pair that a slip of two digits made."""


def with_exchanged(a: Reading, b: Reading, crossing: Crossing, met: Sequence[Met]) -> Iterator[Met]:
    """Give the pairs that slips make, and those of the pairs that were made before which they leave."""
    taken = {place for x, y, _, signals in met if EQUAL in signals for place in ((0, x.id), (1, y.id))}
    made: set[tuple[int, str]] = set()
    for pair in _swapped(a, b, crossing):
        both = {(0, pair[0].id), (1, pair[1].id)}
        if both.isdisjoint(taken | made):
            made |= both
            yield pair
    yield from (pair for pair in met if (0, pair[0].id) not in made and (1, pair[1].id) not in made)


def _swapped(a: Reading, b: Reading, crossing: Crossing) -> Iterator[Met]:
    """Give the pairs of which neither report tells the other's value, and that have two digits swapped."""
    left, right = _by_value(a), _by_value(b)
    by_digits: dict[str, list[str]] = {}
    for other in right:
        by_digits.setdefault(_digits(other), []).append(other)
    for one in left:
        fits = [other for other in by_digits.get(_digits(one), ()) if swapped(one, other) and _one_size(one, other)]
        told = (
            (x, y) for other in fits if one not in right and other not in left for x in left[one] for y in right[other]
        )
        for (x, first), (y, second) in told:
            signals = cross_signals(crossing, x, y)
            if _one_slip(one, first, second, signals):
                score = max(0.01, total(signals, CROSS_WEIGHTS))
                yield x, y, round(score, 4), {SWAPPED: 1.0} | {n: round(v, 4) for n, v in signals.items()}


def _by_value(reading: Reading) -> dict[str, list[tuple[Claim, Figure]]]:
    """Map exact values to where they are first told; what is told more often than that is a table's."""
    found: dict[str, list[tuple[Claim, Figure]]] = {}
    for claim, figure in figures_across(reading):
        told = found.setdefault(_exact(figure), [])
        if len(told) < MOST_TOLD:
            told.append((claim, figure))
    found.pop("", None)
    return found


MOST_TOLD = 4
"""Places of one value that are looked at."""


def _digits(value: str) -> str:
    return "".join(sorted(value.replace(".", "")))


def _one_size(one: str, other: str) -> bool:
    return len(one.partition(".")[0]) == len(other.partition(".")[0])


def _one_slip(digits: str, a: Figure, b: Figure, signals: dict[str, float]) -> bool:
    """Tell whether two figures are one with a slip: of one noun or unit, or of three digits and more, counts of two."""
    if signals.get("counted") == 1.0 or (signals.get("unit") == 1.0 and signals["sentence"] >= SLIP_LIKE):
        return one_kind(a, b, signals)
    casualties = any(figure.counted is not None and figure.counted.kind == "casualty" for figure in (a, b))
    counts = a.unit is b.unit is None and a.counted is not None and b.counted is not None and not casualties
    return counts and len(digits) >= SLIP_DIGITS and signals["sentence"] >= SLIP_COUNTS


SLIP_LIKE, SLIP_COUNTS = 0.1, 0.25
"""Likeness of two sentences from which two amounts of one unit may be one with a slip, and two counts."""
SLIP_DIGITS = 3


def _exact(figure: Figure) -> str:
    """Write a quantity that is told exactly; nothing for any other figure."""
    return plain(figure.exact) if figure.exact is not None and figure.role == "quantity" else ""


FEWEST_DIGITS = 2


def swapped(one: str, other: str) -> bool:
    """Tell whether two numerals have the same digits but for two neighbours in each other's place."""
    x, y = (text.replace(".", "") for text in (one, other))
    if len(x) != len(y) or len(x) < FEWEST_DIGITS:
        return False
    differ = [at for at, (p, q) in enumerate(zip(x, y, strict=True)) if p != q]
    return (
        len(differ) == 2
        and differ[1] == differ[0] + 1
        and x[differ[0]] == y[differ[1]]
        and x[differ[1]] == y[differ[0]]
    )
