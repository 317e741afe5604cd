"""Whether two figures stand in one slot of a sentence: the same words right before and right behind them.

Two sentences that are alike may hold ten figures each; the words nearest to a figure say which of them is which.
"""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz import fuzz

from factcheck.align.likeness import CLOSE, SHORTEST_FUZZY
from factcheck.model.claim import Claim

NEARNESS = (4.0, 3.0, 2.0, 1.0)
"""How much each word says, the nearest first."""


def slot(a: Claim, b: Claim) -> dict[str, float]:
    """Give how alike the words right before (`left`) and right behind (`right`) two claims are, 0 to 1.

    A side on which one of the two has no word says nothing, and is left out; `around` takes both sides as one, for
    languages that may turn a sentence round ("killed 12", "12 were killed").
    """
    found: dict[str, float] = {}
    x, y = a.context, b.context
    if x.before and y.before:
        found["left"] = _shared(x.before, y.before)
    if x.after and y.after:
        found["right"] = _shared(x.after, y.after)
    left, right = (*x.before, *x.after), (*y.before, *y.after)
    if left and right:
        found["around"] = sum(_known(word, right) for word in left) / len(left)
    return found


def _shared(a: Sequence[str], b: Sequence[str]) -> float:
    """Weigh the words of either side that the other has too by their nearness."""
    forth = sum(weight for word, weight in zip(a, NEARNESS, strict=False) if _known(word, b))
    back = sum(weight for word, weight in zip(b, NEARNESS, strict=False) if _known(word, a))
    return (forth + back) / (sum(NEARNESS[: len(a)]) + sum(NEARNESS[: len(b)]))


def _known(word: str, others: Sequence[str]) -> bool:
    if word in others:
        return True
    return len(word) >= SHORTEST_FUZZY and any(
        len(other) >= SHORTEST_FUZZY and fuzz.ratio(word, other) >= CLOSE for other in others
    )
