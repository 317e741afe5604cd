"""The same figure said again in one report: in the headline, in a table, further down."""

from __future__ import annotations

from collections.abc import Mapping

from factcheck.align.dimension import dimension
from factcheck.model.claim import Claim, Reading
from factcheck.model.figure import Figure


def repeats_in(reading: Reading) -> Mapping[str, tuple[str, ...]]:
    """Map every figure of a report to the ids of all mentions of the same figure, itself included, in order."""
    groups: list[list[Claim]] = []
    for claim in reading.claims:
        if claim.figure is None:
            continue
        for group in groups:
            head = group[0].figure
            if head is not None and _same(head, claim.figure):
                group.append(claim)
                break
        else:
            groups.append([claim])
    return {claim.id: tuple(member.id for member in group) for group in groups for claim in group}


def _same(a: Figure, b: Figure) -> bool:
    """One value, one dimension, and nothing that says another thing is counted."""
    if dimension(a) != dimension(b) or a.unit != b.unit or a.role != b.role:
        return False
    values = (a.low, a.high) == (b.low, b.high)
    if not values or (a.low is not None and a.low == a.high and a.low < SMALLEST and not _same_noun(a, b)):
        return False
    return _same_noun(a, b) or a.counted is None or b.counted is None or _large(a)


SMALLEST = 10
"""A number under ten counts many things in one report: only the same noun makes it the same figure."""


def _large(figure: Figure) -> bool:
    return figure.form in ("money", "percent") or (figure.low or figure.high or 0) >= SMALLEST


def _same_noun(a: Figure, b: Figure) -> bool:
    if a.counted is None or b.counted is None:
        return False
    if a.counted.key and b.counted.key:
        return a.counted.key == b.counted.key
    return a.counted.text == b.counted.text
