"""The same figure said again in one report: in the headline, in a table, further down."""

from __future__ import annotations

from collections.abc import Mapping

from factcheck.align.dimension import dimension
from factcheck.model.claim import Claim, Reading
from factcheck.model.figure import Counted, Figure


def repeats_in(reading: Reading) -> Mapping[str, tuple[str, ...]]:
    """Map every figure of a report to the ids of all mentions of the same figure, itself included, in order."""
    rows = frozenset(sentence.index for sentence in reading.sentences if sentence.cells)
    groups: list[list[Claim]] = []
    by_value: dict[tuple[object, ...], list[list[Claim]]] = {}
    for claim in reading.claims:
        if claim.figure is None:
            continue
        figure = claim.figure
        alike = by_value.setdefault((figure.low, figure.high, figure.unit, figure.role, dimension(figure)), [])
        for group in alike:
            head = group[0].figure
            tabled = claim.context.sentence in rows and group[0].context.sentence not in rows
            if head is not None and _same(head, claim.figure, tabled):
                group.append(claim)
                break
        else:
            alike.append([claim])
            groups.append(alike[-1])
    named = [tuple([member.id for member in group]) for group in groups]
    return {claim: group for group in named for claim in group}


def _same(a: Figure, b: Figure, tabled: bool) -> bool:
    """Tell whether two figures of one value and dimension are one: nothing says that another thing is counted.

    `tabled` says that the second stands in a table and the first does not: a bare cell repeats what the text counts.
    """
    if a.counted is None or b.counted is None:
        return tabled or a.unit is not None or _large(a)
    if _same_noun(a.counted, b.counted) or (tabled and not (a.counted.key and b.counted.key)):
        return True
    return _large(a) and a.counted.kind == b.counted.kind == "people"


SMALLEST = 10
"""A number under ten counts many things in one report: only the same noun makes it the same figure."""


def _large(figure: Figure) -> bool:
    return (figure.low or figure.high or 0) >= SMALLEST


def _same_noun(a: Counted, b: Counted) -> bool:
    if a.key and b.key:
        return a.key == b.key
    return a.text == b.text
