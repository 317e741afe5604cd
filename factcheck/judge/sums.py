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
    by_value: dict[int, list[Claim]] = {}
    by_sentence: dict[int, list[Claim]] = {}
    for claim in counts:
        by_value.setdefault(exact(claim), []).append(claim)
        by_sentence.setdefault(claim.context.sentence, []).append(claim)
    found: dict[str, tuple[str, ...]] = {}
    taken: set[str] = set()
    for sentence in sorted(by_sentence):
        for parts in _combinations(by_sentence[sentence]):
            if any(part.id in taken for part in parts):
                continue
            total = _total(parts, by_value)
            if total is not None and total.id not in found:
                found[total.id] = tuple(part.id for part in parts)
                taken.update(found[total.id])
    for pair in _in_neighbours(by_sentence):
        total = _total(pair, by_value, _noun(pair[0]))
        if total is not None and total.id not in found and not taken & {total.id, *(part.id for part in pair)}:
            found[total.id] = tuple(part.id for part in pair)
            taken.update(found[total.id])
    return found


def _in_neighbours(by_sentence: Mapping[int, Sequence[Claim]]) -> Iterator[tuple[Claim, Claim]]:
    """Pairs of counts of one noun, the one told in the sentence behind the other's."""
    for first in (claim for sentence in by_sentence.values() for claim in sentence):
        for second in by_sentence.get(first.context.sentence + 1, ()):
            if _noun(first) == _noun(second) != "":
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


def _combinations(group: Sequence[Claim]) -> Iterator[tuple[Claim, ...]]:
    """Runs of neighbours, longest first: parts of one whole are named side by side."""
    size = min(MOST_PARTS, len(group))
    for length in range(size, 1, -1):
        for start in range(len(group) - length + 1):
            yield tuple(group[start : start + length])
    if len(group) <= MOST_PARTS:
        yield from combinations(group, 2)


def _total(parts: Sequence[Claim], by_value: Mapping[int, Sequence[Claim]], noun: str = "") -> Claim | None:
    """Give the count, of a noun where one is named, that the parts add up to and may be parts of."""
    total = sum(exact(part) for part in parts)
    sentence = parts[0].context.sentence
    for claim in by_value.get(total, ()):
        near = abs(claim.context.sentence - sentence) <= NEAR or claim.context.sentence == 0
        if claim in parts or not near or (noun and _noun(claim) != noun):
            continue
        if any({_kind(part), _kind(claim)} == APART for part in parts):
            continue
        if all(_may_be_part(part, claim) for part in parts):
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
