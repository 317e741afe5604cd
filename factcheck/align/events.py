"""Several reports: which of them tell one event, and which are one voice because one copies the other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from factcheck.align.likeness import likeness
from factcheck.model.claim import Reading

COPIED = 0.75
"""Likeness of a sentence to one of another report from which it is that one."""
MOST = 0.6
"""Share of the shorter report's sentences that are copies, from which the two are one voice."""
FEWEST = 3
"""Sentences a report must have for its wording to show that it was copied."""
LONG = 4
"""Content words a sentence must have to be known again."""


def told_apart(order: Sequence[int], linked: Iterable[tuple[int, int]]) -> tuple[int, ...]:
    """Give the reports that tell another event than most; `linked` are the pairs that tell one.

    Reports are of one event where a chain of links joins them: a follow-up may have little in common with the first
    flash. Where two events are told as often, that of the first report in `order` is compared; where no two reports
    tell one event, nobody is apart from anything.
    """
    groups = joined(len(order), linked)
    largest = max(groups, key=lambda group: (len(group), -min(map(order.index, group))), default=())
    return tuple(n for n in range(len(order)) if n not in largest) if len(largest) > 1 else ()


def joined(count: int, linked: Iterable[tuple[int, int]]) -> list[tuple[int, ...]]:
    """Group the numbers below `count` that links join, in order."""
    group = list(range(count))
    for a, b in linked:
        old, new = sorted((group[a], group[b]))[::-1]
        group = [new if g == old else g for g in group]
    return [tuple(n for n in range(count) if group[n] == g) for g in sorted(set(group))]


def voices(readings: Sequence[Reading], weights: Mapping[str, float]) -> tuple[tuple[int, ...], ...]:
    """Group reports of nearly the same wording: two or more to a group, and no group for one that speaks for itself."""
    pairs = [(a, b) for a in range(len(readings)) for b in range(a + 1, len(readings))]
    linked = [(a, b) for a, b in pairs if _copies(readings[a], readings[b], weights)]
    return tuple(group for group in joined(len(readings), linked) if len(group) > 1)


def _copies(a: Reading, b: Reading, weights: Mapping[str, float]) -> bool:
    if a.report.language != b.report.language:
        return False
    first, second = _sentences(a), _sentences(b)
    short, long = sorted((first, second), key=len)
    if len(short) < FEWEST:
        return False
    copied = sum(any(likeness(own, other, weights) >= COPIED for other in long) for own in short)
    return copied >= MOST * len(short)


def _sentences(reading: Reading) -> list[tuple[str, ...]]:
    return [
        claim.context.stems
        for claim in reading.claims
        if claim.kind == "statement" and len(claim.context.stems) >= LONG
    ]
