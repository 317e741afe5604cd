"""Which sentences and figures of two long reports may meet at all, so that the work grows with their length only.

Two reports of usual length are compared sentence by sentence. Of two long ones, those sentences meet that share a word
few sentences of the other report hold; it is such words that make two sentences alike.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import product

from factcheck.model.claim import Claim

USUAL = 40_000
"""Pairs of sentences, or of figures, that are all looked at: two reports of some 4,000 words."""
FEW = 12
"""Sentences of the other report that may hold a word which still tells."""
FEW_COUNTS = 12
"""Figures of the other report that may count a thing by which two figures meet without a word in common."""
MOST_IN_SENTENCE = 100
"""Figures from which a sentence is none that a newspaper prints."""

Wholes = Mapping[int, Claim]


def sentences_that_meet(a: Wholes, b: Wholes) -> Iterator[tuple[int, int]]:
    """Give the pairs of sentences that may be alike, by the number each has in its report."""
    return product(a, b) if len(a) * len(b) <= USUAL else _by_rare_word(a, b)


def _by_rare_word(a: Wholes, b: Wholes) -> Iterator[tuple[int, int]]:
    holding: dict[str, list[int]] = {}
    for j, claim in b.items():
        for stem in set(claim.context.stems):
            holding.setdefault(stem, []).append(j)
    for i, claim in a.items():
        told = (holding.get(stem, ()) for stem in set(claim.context.stems))
        yield from ((i, j) for j in sorted({j for found in told if len(found) <= FEW for j in found}))


def figures_that_meet(
    ours: Sequence[Claim], theirs: Sequence[Claim], alike: Mapping[tuple[int, int], float] | None
) -> Iterator[tuple[int, int]]:
    """Give the pairs of figures of one block that may meet, by their places in the two lists.

    In long reports those of sentences that are alike, and those that count a thing few others count.
    """
    if alike is None or len(ours) * len(theirs) <= USUAL:
        return product(range(len(ours)), range(len(theirs)))
    return _beside(ours, theirs, alike)


def _beside(
    ours: Sequence[Claim], theirs: Sequence[Claim], alike: Mapping[tuple[int, int], float]
) -> Iterator[tuple[int, int]]:
    in_sentence: dict[int, list[int]] = {}
    counting: dict[str, list[int]] = {}
    for j, claim in enumerate(theirs):
        in_sentence.setdefault(claim.context.sentence, []).append(j)
        if key := _key(claim):
            counting.setdefault(key, []).append(j)
    near: dict[int, list[int]] = {}
    for one, other in alike:
        near.setdefault(one, []).append(other)
    for i, claim in enumerate(ours):
        beside = (in_sentence.get(other, ()) for other in near.get(claim.context.sentence, ()))
        met = {j for found in beside if len(found) <= MOST_IN_SENTENCE for j in found}
        counted = counting.get(_key(claim), ())
        yield from ((i, j) for j in sorted(met | (set(counted) if len(counted) <= FEW_COUNTS else set())))


def _key(claim: Claim) -> str:
    counted = claim.figure.counted if claim.figure is not None else None
    return (counted.key or "") if counted is not None else ""
