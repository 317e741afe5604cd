"""Whether two reports are of one event at all: reports of two events are told apart, not compared."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from factcheck.align.likeness import likeness
from factcheck.model.claim import Claim, Reading
from factcheck.model.pair import Step

LEAST_WORDS = 0.12
"""Likeness of the reports' wording from which they may be of one event."""
LEAST_BEST = 0.35
"""Or: likeness of their two most alike sentences."""
LEAST_NAMES = 0.2
"""Or: share of named people, bodies and places they have in common, two names at least."""


def same_event(a: Reading, b: Reading, weights: Mapping[str, float], follows: bool = False) -> tuple[bool, Step]:
    """Tell whether two reports are of one event, by shared wording and shared names; empty reports are not.

    `follows` says that one is in the order of the other, as a translation is.
    """
    if follows:
        return True, Step("in-one-order", True)
    first, second = _statements(a), _statements(b)
    same_language = a.report.language == b.report.language
    words = likeness(_all_stems(first), _all_stems(second), weights) if same_language else 0.0
    names_a, names_b = _names(a), _names(b)
    shared = len(names_a & names_b)
    names = shared / min(len(names_a), len(names_b)) if names_a and names_b else 0.0
    best = 0.0
    if same_language and words < LEAST_WORDS:
        best = max(
            (likeness(x.context.stems, y.context.stems, weights) for x in first[:8] for y in second[:8]), default=0.0
        )
    same = words >= LEAST_WORDS or best >= LEAST_BEST or (names >= LEAST_NAMES and shared >= 2)
    values = (("words", f"{max(words, best):.2f}"), ("names", f"{names:.2f}"))
    return same, Step("same-event", same, values)


def _statements(reading: Reading) -> Sequence[Claim]:
    return [claim for claim in reading.claims if claim.kind == "statement"]


def _all_stems(statements: Sequence[Claim]) -> list[str]:
    return [stem for claim in statements for stem in claim.context.stems]


def _names(reading: Reading) -> frozenset[str]:
    return frozenset(claim.name.key for claim in reading.claims if claim.name is not None)
