"""How alike two runs of stems are, where a rare stem says more than a common one."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache
from itertools import chain, repeat

from rapidfuzz import fuzz, process

from factcheck.model.claim import Reading

CLOSE = 84.0
"""rapidfuzz ratio from which two stems are one word in two spellings."""
SHORTEST_FUZZY = 4
"""Shorter stems are too easily alike by chance."""


def rarity(readings: Iterable[Reading]) -> dict[str, float]:
    """Weigh every stem of some reports by how few of their sentences hold it."""
    return inverse_frequency(
        [set(claim.context.stems) for reading in readings for claim in reading.claims if claim.kind == "statement"]
    )


def inverse_frequency(sentences: Sequence[AbstractSet[str]]) -> dict[str, float]:
    """Weigh what sentences hold by how few of them hold it (smoothed inverse sentence frequency)."""
    holding = Counter(chain.from_iterable(sentences))
    weights = {count: math.log((1 + len(sentences)) / (0.5 + count)) + 0.1 for count in set(holding.values())}
    return {stem: weights[count] for stem, count in holding.items()}


def weigh(stems: Iterable[str], weights: Mapping[str, float]) -> float:
    """Add up what some stems weigh; one that is in no sentence weighs 1."""
    return math.fsum(map(weights.get, stems, repeat(1.0)))  # the same in whatever order a set gives them


def likeness(a: tuple[str, ...], b: tuple[str, ...], weights: Mapping[str, float]) -> float:
    """Give the weighted Dice coefficient of two sets of stems, 0 to 1; spellings that are close count as one.

    Two sets without one stem in common are not alike, whatever their spellings: that is what most pairs are, and it
    is told at once.
    """
    left, right = set(a), set(b)
    common = left & right
    if not common:
        return 0.0
    shared = 2 * weigh(common, weights)
    rest = sorted(long_of(b) - common)
    for stem in sorted(long_of(a) - common) if rest else ():
        found = process.extractOne(stem, rest, scorer=fuzz.ratio, score_cutoff=CLOSE)
        if found is not None:
            other, score, at = found
            shared += (weights.get(stem, 1.0) + weights.get(other, 1.0)) * score / 100
            del rest[at]
    return min(1.0, shared / (weigh(left, weights) + weigh(right, weights)))


@lru_cache(maxsize=1024)  # a sentence is held against every sentence of the other report
def long_of(stems: tuple[str, ...]) -> frozenset[str]:
    """Give the stems that are long enough to be known in another spelling."""
    return frozenset([stem for stem in stems if len(stem) >= SHORTEST_FUZZY])
