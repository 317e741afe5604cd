"""Figures of two reports in two languages that meet because they are equal, found after the pairs stand.

Equal values can only be found here to agree: a pair that a difference is held against was made without its values.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from factcheck.align.anchors import stated
from factcheck.align.assignment import assign
from factcheck.align.crossing import CROSS_WEIGHTS, Crossing, cross_signals
from factcheck.align.dimension import CROSS_ROLES, dimension
from factcheck.align.signals import total
from factcheck.data.currencies import one_currency
from factcheck.model.claim import Claim, Reading
from factcheck.model.figure import Figure

EQUAL = "equal"
"""The signal of a pair that its equal values made."""
NEAR, SURELY_NEAR = 0.5, 0.8
"""Likeness of order from which two equal figures of texts that follow one another are one figure; and if they are
counts of two things."""
TELLING = 2
"""Digits but for closing zeros from which a number is hardly met twice by chance."""
LIKE_SENTENCE = 0.4
"""Likeness of two sentences from which a telling number in both is one figure, in whatever order they stand."""

LARGE, HARDLY_LIKE = 1000, 0.2
"""A round number as large as this is one figure where its unit or noun is, if the sentences have a little in common."""

Met = tuple[Claim, Claim, float, dict[str, float]]


def with_equal(a: Reading, b: Reading, crossing: Crossing, met: Sequence[Met]) -> Iterator[Met]:
    """Give the pairs that equal values make, and those of the pairs that were made before which they leave."""
    taken: set[tuple[int, str]] = set()
    for pair in _equal(a, b, crossing):
        taken |= {(0, pair[0].id), (1, pair[1].id)}
        yield pair
    yield from (pair for pair in met if (0, pair[0].id) not in taken and (1, pair[1].id) not in taken)


def _equal(a: Reading, b: Reading, crossing: Crossing) -> Iterator[Met]:
    left, right = list(figures_across(a)), list(figures_across(b))
    by_value: dict[str, list[int]] = {}
    for j, (_, figure) in enumerate(right):
        by_value.setdefault(stated(figure), []).append(j)
    scores: dict[tuple[int, int], float] = {}
    kept: dict[tuple[int, int], dict[str, float]] = {}
    for i, (x, first) in enumerate(left):
        for j in by_value.get(stated(first), ()):
            y, second = right[j]
            signals = cross_signals(crossing, x, y)
            if one_kind(first, second, signals) and _one_figure(first, second, signals):
                scores[i, j], kept[i, j] = max(0.01, total(signals, CROSS_WEIGHTS)), signals
    for i, j in assign(scores):
        yield (
            left[i][0],
            right[j][0],
            round(scores[i, j], 4),
            {EQUAL: 1.0} | {n: round(v, 4) for n, v in kept[i, j].items()},
        )


def figures_across(reading: Reading) -> Iterable[tuple[Claim, Figure]]:
    """Give what may be one figure; of ordinals also labels, for one language counts what the other numbers."""
    return (
        (c, c.figure)
        for c in reading.claims
        if c.figure is not None and (c.figure.role in CROSS_ROLES or c.figure.form == "ordinal")
    )


def one_kind(a: Figure, b: Figure, signals: dict[str, float]) -> bool:
    """Tell whether two figures can be one: no two units, no count that is an ordinal, no dead who are injured."""
    if (a.form == "ordinal") != (b.form == "ordinal"):
        return False
    if a.unit and b.unit and not one_currency(a.unit, b.unit):
        return False
    if dimension(a) != dimension(b) and "order" not in signals:
        return False  # a unit that one of them leaves out is only made up for by place
    casualties = a.counted is not None and b.counted is not None and a.counted.kind == b.counted.kind == "casualty"
    return signals.get("counted") != 0.0 or ("order" in signals and not casualties)


def _one_figure(a: Figure, b: Figure, signals: dict[str, float]) -> bool:
    """Tell whether two equal figures of one kind are one figure, by where they stand or by what they count."""
    if "order" in signals:
        return signals["order"] >= (NEAR if signals.get("counted") != 0.0 else SURELY_NEAR)
    digits = stated(a).replace(".", "").strip("0")
    keyed = signals.get("counted") == 1.0 or signals.get("unit") == 1.0
    if keyed and a.low is not None and a.low >= LARGE and signals["sentence"] >= HARDLY_LIKE:
        return True
    if keyed and len(digits) >= TELLING:
        return True
    return signals["sentence"] >= LIKE_SENTENCE and (keyed or len(digits) >= TELLING)
