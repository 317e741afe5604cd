"""How alike two runs of stems are, where a rare stem says more than a common one."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from rapidfuzz import fuzz, process

from factcheck.model.claim import Reading

CLOSE = 84.0
"""rapidfuzz ratio from which two stems are one word in two spellings."""
SHORTEST_FUZZY = 4
"""Shorter stems are too easily alike by chance."""


def rarity(readings: Iterable[Reading]) -> dict[str, float]:
    """Weigh every stem of some reports by how few of their sentences hold it (smoothed inverse sentence frequency)."""
    statements = [claim for reading in readings for claim in reading.claims if claim.kind == "statement"]
    holding = Counter(stem for claim in statements for stem in set(claim.context.stems))
    return {stem: math.log((1 + len(statements)) / (0.5 + count)) + 0.1 for stem, count in holding.items()}


def likeness(a: Sequence[str], b: Sequence[str], weights: Mapping[str, float]) -> float:
    """Give the weighted Dice coefficient of two sets of stems, 0 to 1; spellings that are close count as one.

    Two sets without one stem in common are not alike, whatever their spellings: that is what most pairs are, and it
    is told at once.
    """
    left, right = set(a), set(b)
    common = left & right
    if not common:
        return 0.0
    shared = 2 * sum(weights.get(stem, 1.0) for stem in common)
    rest = sorted(stem for stem in right - common if len(stem) >= SHORTEST_FUZZY)
    for stem in sorted(left - common):
        if len(stem) < SHORTEST_FUZZY or not rest:
            continue
        found = process.extractOne(stem, rest, scorer=fuzz.ratio, score_cutoff=CLOSE)
        if found is not None:
            other, score, at = found
            shared += (weights.get(stem, 1.0) + weights.get(other, 1.0)) * score / 100
            del rest[at]
    total = sum(weights.get(stem, 1.0) for stem in left) + sum(weights.get(stem, 1.0) for stem in right)
    return min(1.0, shared / total)
