"""Parts and totals inside one report: which figures add up to another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from factcheck.judge.materiality import outcome
from factcheck.model.claim import Claim, Reading

MOST_PARTS = 8
NEAR = 3
"""Sentences between parts and their total, at most."""


def sums_in(reading: Reading) -> Mapping[str, tuple[str, ...]]:
    """Map a total's id to the ids of its parts, where people or things counted in one sentence add up to it.

    Only exact whole numbers of two to five parts standing in one sentence count, each smaller than the total, and the
    total must stand in the same sentence, or near it, or in the headline, and count people where the parts do. Two
    parts in neighbouring sentences count where all three are numbers of one noun.
    """
    counts = [claim for claim in reading.claims if claim.figure is not None and _is_count(claim)]
    found: dict[str, tuple[str, ...]] = {}
    for group in _by_sentence(counts):
        for parts in _combinations(group):
            if any(part.id in taken for part in parts for taken in found.values()):
                continue
            total = _total(parts, counts)
            if total is not None:
                found.setdefault(total.id, tuple(part.id for part in parts))
    for pair in _in_neighbours(counts):
        taken = {part for parts in found.values() for part in parts}
        total = _total(pair, [claim for claim in counts if _noun(claim) == _noun(pair[0])])
        if total is not None and not taken & {total.id, *(part.id for part in pair)}:
            found.setdefault(total.id, tuple(part.id for part in pair))
    return found


def _in_neighbours(counts: Sequence[Claim]) -> Iterator[tuple[Claim, Claim]]:
    """Pairs of counts of one noun, the one told in the sentence behind the other's."""
    for first, second in combinations(counts, 2):
        if second.context.sentence - first.context.sentence == 1 and _noun(first) == _noun(second) != "":
            yield first, second


def _noun(claim: Claim) -> str:
    """Give what a count counts where the lexicon knows it; empty otherwise."""
    return (claim.figure.counted.key or "") if claim.figure is not None and claim.figure.counted is not None else ""


def exact(claim: Claim) -> int:
    """Give a whole exact count; -1 where the figure is none."""
    value = claim.figure.exact if claim.figure is not None else None
    return -1 if value is None or value != value.to_integral_value() else int(value)


def _is_count(claim: Claim) -> bool:
    figure = claim.figure
    return (
        figure is not None
        and figure.role == "quantity"
        and figure.form == "cardinal"
        and figure.counted is not None
        and exact(claim) > 0
    )


def _by_sentence(counts: Sequence[Claim]) -> Iterator[list[Claim]]:
    sentences = sorted({claim.context.sentence for claim in counts})
    for sentence in sentences:
        group = [claim for claim in counts if claim.context.sentence == sentence]
        if len(group) >= 2:
            yield group


def _combinations(group: Sequence[Claim]) -> Iterator[tuple[Claim, ...]]:
    """Runs of neighbours, longest first: parts of one whole are named side by side."""
    size = min(MOST_PARTS, len(group))
    for length in range(size, 1, -1):
        for start in range(len(group) - length + 1):
            yield tuple(group[start : start + length])
    if len(group) <= MOST_PARTS:
        yield from combinations(group, 2)


def _total(parts: Sequence[Claim], counts: Sequence[Claim]) -> Claim | None:
    total = sum(exact(part) for part in parts)
    sentence = parts[0].context.sentence
    for claim in counts:
        near = abs(claim.context.sentence - sentence) <= NEAR or claim.context.sentence == 0
        if claim in parts or not near or any({_kind(part), _kind(claim)} == APART for part in parts):
            continue
        if not all(_may_be_part(part, claim) for part in parts):
            continue
        if exact(claim) == total and total > max(exact(part) for part in parts):
            return claim
    return None


APART = frozenset({"people", "thing"})
"""Three planes and nine fighters make no twelve men."""


def _kind(claim: Claim) -> str:
    counted = claim.figure.counted if claim.figure is not None else None
    kind = counted.kind if counted is not None else ""
    return "people" if kind == "casualty" else kind


def _may_be_part(part: Claim, whole: Claim) -> bool:
    """Tell whether a count may be a part of another: the injured are no part of the dead."""
    a = part.figure.counted if part.figure is not None else None
    b = whole.figure.counted if whole.figure is not None else None
    if a is None or b is None or a.kind != "casualty" or b.kind != "casualty":
        return True
    return outcome(a.key) == outcome(b.key) or not b.key
