"""Words that stand among the same words, wherever the rest of their two sentences goes.

A report fuses what another tells in three sentences; what is said right around a name stays together all the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from rapidfuzz import fuzz

from factcheck.align.slots import NEARNESS
from factcheck.align.wording import CLOSE, SHORTEST_FUZZY
from factcheck.model.word import Word


class Frame(NamedTuple):
    """How alike the words around two words are, 0 to 1, and how many of those before and behind the first are shared.

    Each counts by its nearness, to whichever side of the other it stands: "opened in 2018", "in 2018 it opened".
    """

    likeness: float
    before: int
    after: int


def beside(a: Sequence[Word], at_a: int, b: Sequence[Word], at_b: int) -> int:
    """Count the sides, 0 to 2, on which the very next words of two words are alike: what a frame is not without."""
    before = bool(at_a and at_b) and _alike(a[at_a - 1], b[at_b - 1])
    after = at_a + 1 < len(a) and at_b + 1 < len(b) and _alike(a[at_a + 1], b[at_b + 1])
    return before + after


def frame(a: Sequence[Word], at_a: int, b: Sequence[Word], at_b: int) -> Frame:
    """Compare the words around two words of two sentences; one said twice counts as one."""
    here, there = (_before(a, at_a), _after(a, at_a)), (_before(b, at_b), _after(b, at_b))
    ours, theirs = (*here[0], *here[1]), (*there[0], *there[1])
    before, after = ({word.key for word, _ in side if _known(word, theirs)} for side in here)
    told = sum(worth for word, worth in ours if _known(word, theirs))
    told += sum(worth for word, worth in theirs if _known(word, ours))
    most = sum(worth for _, worth in (*ours, *theirs))
    return Frame(told / most if most else 0.0, len(before), len(after - before))


Near = Sequence[tuple[Word, float]]


def _before(words: Sequence[Word], at: int) -> Near:
    return tuple(zip(reversed(words[max(0, at - len(NEARNESS)) : at]), NEARNESS, strict=False))


def _after(words: Sequence[Word], at: int) -> Near:
    return tuple(zip(words[at + 1 : at + 1 + len(NEARNESS)], NEARNESS, strict=False))


def _known(word: Word, others: Near) -> bool:
    return any(_alike(word, other) for other, _ in others)


def _alike(a: Word, b: Word) -> bool:
    if a.key == b.key:
        return True
    long = min(len(a.root), len(b.root)) >= SHORTEST_FUZZY
    return long and (a.root == b.root or fuzz.ratio(a.root, b.root, score_cutoff=CLOSE) > 0)
