"""Whether two figures stand in one slot of a sentence: the same words right before and right behind them.

Two sentences that are alike may hold ten figures each; the words nearest to a figure say which of them is which.
"""

from __future__ import annotations

from itertools import compress

from rapidfuzz import fuzz, process

from factcheck.align.likeness import CLOSE, long_of
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
        found["around"] = sum(_known(left, right)) / len(left)
    return found


def _shared(a: tuple[str, ...], b: tuple[str, ...]) -> float:
    """Weigh the words of either side that the other has too by their nearness."""
    forth, back = (sum(compress(NEARNESS, _known(*sides))) for sides in ((a, b), (b, a)))
    return (forth + back) / (sum(NEARNESS[: len(a)]) + sum(NEARNESS[: len(b)]))


def _known(words: tuple[str, ...], others: tuple[str, ...]) -> list[bool]:
    """Tell of each word whether it is among the others, in this spelling or a close one."""
    long, near = long_of(words), long_of(others)
    return [
        word in others
        or (word in long and process.extractOne(word, near, scorer=fuzz.ratio, score_cutoff=CLOSE) is not None)
        for word in words
    ]
