"""A table's cell against the same figure in the running text of one report."""

from __future__ import annotations

from collections.abc import Iterator

from rapidfuzz import fuzz

from factcheck.align.dimension import dimension
from factcheck.align.likeness import likeness
from factcheck.data.currencies import one_currency
from factcheck.judge.case import Case, Draft, basis_of
from factcheck.judge.values import agrees, compare_values, value_level
from factcheck.model.claim import Claim
from factcheck.model.figure import shown

ONLY_ONE = 0.4
"""What it adds to likeness that the prose counts the cell's thing in one place only."""


def table_prose(case: Case, where: tuple[int, ...], least: float) -> Iterator[Draft]:
    """Give a draft for each cell whose likest figure in the prose has a value that cannot hold beside it.

    `least` is how alike a row's words and a clause must be to speak of one thing, 0 to 1.
    """
    (report,) = where
    reading = case.readings[report]
    rows = {s.index for s in reading.sentences if s.cells}
    figures = list(case.figures(report))
    prose = [c for c in figures if c.context.sentence not in rows and not c.context.earlier]
    weights = case.rarity[report]
    for cell in (c for c in figures if c.context.sentence in rows):
        if any(_agree(cell, other) for other in prose):
            continue
        meeting = [
            c for c in prose if _may_meet(cell, c) and _labelled(cell, case.statement(report, c.context.sentence))
        ]
        alone = sum(_same_noun(cell, c) for c in meeting) == 1
        scored = [
            (
                likeness(cell.context.stems, c.context.stems, weights)
                + (ONLY_ONE if alone and _same_noun(cell, c) else 0.0),
                c,
            )
            for c in meeting
        ]
        best = max(scored, key=lambda pair: (pair[0], -pair[1].span.start), default=None)
        if best is not None and best[0] >= least:
            yield _draft(case, report, cell, best[1])


def _may_meet(cell: Claim, other: Claim) -> bool:
    a, b = cell.figure, other.figure
    if a is None or b is None or dimension(a) != dimension(b) or not one_currency(a.unit, b.unit):
        return False
    known = a.counted is not None and b.counted is not None and a.counted.key and b.counted.key
    return not known or (a.counted is not None and b.counted is not None and a.counted.key == b.counted.key)


def _labelled(cell: Claim, statement: Claim) -> bool:
    """Tell whether a sentence holds every word of the cell's label but the noun: "women taking part" is a part."""
    noun = cell.figure.counted.text if cell.figure is not None and cell.figure.counted is not None else ""
    rest = [stem for stem in cell.context.stems if fuzz.partial_ratio(stem, noun) < NOUN_ITSELF]
    return all(any(fuzz.ratio(stem, other) >= NOUN_ITSELF for other in statement.context.stems) for stem in rest)


NOUN_ITSELF = 80
"""rapidfuzz ratio from which a stem is the word itself."""


def _same_noun(cell: Claim, other: Claim) -> bool:
    a = cell.figure.counted if cell.figure else None
    b = other.figure.counted if other.figure else None
    return a is not None and b is not None and a.key is not None and a.key == b.key


def _agree(cell: Claim, other: Claim) -> bool:
    if cell.figure is None or other.figure is None or not _may_meet(cell, other):
        return False
    return agrees(value_level(cell.figure, other.figure))


def _draft(case: Case, report: int, cell: Claim, other: Claim) -> Draft:
    if cell.figure is None or other.figure is None:
        raise ValueError("only figures are compared")
    values = (shown(cell.figure), shown(other.figure))
    return Draft(
        level="table",
        evidence=(case.evidence(report, cell.span, "table"), case.evidence(report, other.span, "prose")),
        basis=(basis_of(cell, values[0]), basis_of(other, values[1])),
        values={"a": cell.text, "b": other.text},
        steps=(compare_values(cell.figure, other.figure)[1],),
        claims=((report, cell.id), (report, other.id)),
    )
