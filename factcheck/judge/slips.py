"""What two figures that cannot both hold look like: a magnitude lost, two digits swapped, two figures exchanged.

Nothing is proven by it: it names where an editor looks first.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.align.exchanged_digits import swapped
from factcheck.model.claim import Claim
from factcheck.model.figure import Figure, plain, shown
from factcheck.model.pair import Pair, Step

FACTORS = (10**3, 10**6, 10**9)
"""Steps between magnitude words."""


def slips(a: Claim, b: Claim, pair: Pair, pairs: Sequence[Pair], values: Sequence[dict[str, Figure]]) -> Iterator[Step]:
    """Name what a conflicting pair looks like; `values` hold each report's figures by their claim's id."""
    if a.figure is None or b.figure is None:
        return
    x, y = a.figure.exact, b.figure.exact
    shown_values = (("a", shown(a.figure)), ("b", shown(b.figure)))
    if x is None or y is None or x <= 0 or y <= 0:
        return
    factor = max(x, y) / min(x, y)
    if factor in FACTORS:
        yield Step("slip-magnitude", False, (*shown_values, ("factor", plain(factor))))
    elif swapped(plain(x), plain(y)):
        yield Step("slip-digits", False, shown_values)
    if any(_exchanged(a.figure, b.figure, pair, other, values) for other in pairs):
        yield Step("slip-exchanged", False, shown_values)


def _exchanged(a: Figure, b: Figure, pair: Pair, other: Pair, values: Sequence[dict[str, Figure]]) -> bool:
    """Tell whether another pair of the same reports has the same two values the other way round."""
    if other is pair or (other.a.report, other.b.report) != (pair.a.report, pair.b.report):
        return False
    if other.verdict != "conflict":
        return False
    x, y = values[other.a.report].get(other.a.claim), values[other.b.report].get(other.b.claim)
    return x is not None and y is not None and x.exact == b.exact and y.exact == a.exact
