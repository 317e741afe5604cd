"""Which rows of the matrix an editor sees, in which order, and what each says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeAlias

from msgspec import Struct

from factcheck.data.messages import Messages
from factcheck.model.claim import Claim
from factcheck.model.comparison import Cell, Comparison, Row
from factcheck.model.pair import Verdict
from factcheck.render.bidi import harmless
from factcheck.render.compact import SILENT, compact, edtf
from factcheck.render.letters import letters
from factcheck.render.sections import between, inside

SUM_HOLDS = "sum-holds"
"""The reason of what was set aside that tells which rows are parts of which."""

EQUAL, NEARLY, UNEQUAL, MAYBE = "=", "≈", "≠", "?"
"""Signs before a verdict: the same value, the same as far as it is told, another one, another one that may be later."""

Lines: TypeAlias = tuple["MatrixLine", ...]
"""A row's line, and behind it those of its parts."""
Tables: TypeAlias = Mapping[int, Mapping[str, Claim]]
"""The claims of every report by their ids."""


class MatrixLine(Struct, frozen=True):
    """A line as shown: `values` a report each, `verdicts` alike, the verdict in words, and the rows it is made of."""

    values: tuple[str, ...]
    verdicts: tuple[Verdict, ...]
    verdict: str
    sign: str
    rows: tuple[Row, ...]


def plan(comparison: Comparison, messages: Messages) -> list[Lines]:
    """Give the rows in an editor's order, each with the line of its parts behind it.

    First what conflicts, and after it what may be an update; then what a finding between the reports is about, what
    agrees, what is counted of the event, what a finding inside a report is about, and the rest; within each as the
    reports have it.
    """
    claims = {index: {claim.id: claim for claim in reading.claims} for index, reading in enumerate(comparison.readings)}
    rows = comparison.matrix
    mild = {id(row) for row in mild_rows(comparison)}
    parts = _parts(comparison)
    attached = {part for group in parts.values() for part in group}
    ranks = _Ranks.of(comparison)
    author = comparison.author
    shown = (i for i in range(len(rows)) if i not in attached)
    order = sorted(shown, key=lambda i: (ranks.rank(rows[i], claims), id(rows[i]) in mild, i))
    return [
        (
            _line(rows[i], claims, messages, author, mild=id(rows[i]) in mild),
            *_part_lines([rows[p] for p in parts.get(i, ())], rows[i], claims, messages, author),
        )
        for i in order
    ]


def mild_rows(comparison: Comparison) -> list[Row]:
    """Give the rows whose values differ and may both be right: what stands between the reports there are notes only."""
    severities: dict[tuple[int, str], set[str]] = {}
    for finding in between(comparison):
        for claim in finding.claims:
            severities.setdefault(claim, set()).add(finding.severity)
    differing = [row for row in comparison.matrix if any(cell.verdict == "conflict" for cell in row.cells)]
    told = [
        {
            severity
            for cell in row.cells
            for claim in cell.claims
            for severity in severities.get((cell.report, claim), ())
        }
        for row in differing
    ]
    return [row for row, found in zip(differing, told, strict=True) if found == {"note"}]


class _Ranks(Struct, frozen=True):
    between: frozenset[tuple[int, str]]
    inside: frozenset[tuple[int, str]]

    @classmethod
    def of(cls, comparison: Comparison) -> _Ranks:
        reports = range(len(comparison.readings))
        return cls(
            frozenset(claim for finding in between(comparison) for claim in finding.claims),
            frozenset(
                claim for report in reports for finding in inside(comparison, report) for claim in finding.claims
            ),
        )

    def rank(self, row: Row, claims: Tables) -> int:
        ids = [(cell.report, claim) for cell in row.cells for claim in cell.claims]
        figures = [claims[report][claim].figure for report, claim in ids if claim in claims[report]]
        tests = (
            any(cell.verdict == "conflict" for cell in row.cells),
            any(claim in self.between for claim in ids),
            any(cell.verdict == "agree" for cell in row.cells),
            any(figure is not None and figure.counted is not None and figure.counted.event for figure in figures),
            any(claim in self.inside for claim in ids),
        )
        return tests.index(True) if True in tests else len(tests)


def _parts(comparison: Comparison) -> dict[int, list[int]]:
    """Map the row of a total to the rows of its parts, where a sum was found to hold."""
    row_of = {
        (cell.report, comparison.readings[cell.report].claim(claim).span): index
        for index, row in enumerate(comparison.matrix)
        for cell in row.cells
        for claim in cell.claims
    }
    found: dict[int, list[int]] = {}
    for item in comparison.set_aside:
        if item.reason != SUM_HOLDS:
            continue
        total, *parts = (row_of.get((evidence.report, evidence.span)) for evidence in item.evidence)
        known = [part for part in parts if part is not None and comparison.matrix[part].part]
        taken = {part for group in found.values() for part in group}
        if total is not None and total not in taken and len(known) == len(parts) and not taken & set(known):
            found.setdefault(total, known)
    return found


def _part_lines(rows: Sequence[Row], total: Row, claims: Tables, messages: Messages, author: int | None) -> Lines:
    """Show the parts of a sum as one line, `9 + 3`; each for itself where one of them conflicts."""
    if not rows:
        return ()
    if any(cell.verdict == "conflict" for row in rows for cell in row.cells):
        return tuple(_line(row, claims, messages, author) for row in rows)
    values = []
    for report, cell in enumerate(total.cells):
        terms = [_value(row.cells[report], claims, messages) for row in rows]
        # A report that has only some of the parts does not say the sum.
        values.append("" if not cell.claims or SILENT in terms else " + ".join(terms))
    whole = next(_value(cell, claims, messages) for cell in total.cells if cell.claims)
    return (
        MatrixLine(
            values=tuple(value or SILENT for value in values),
            verdicts=tuple("agree" if value else "silent" for value in values),
            verdict=messages.text("terminal.part-of", total=whole),
            sign="",
            rows=tuple(rows),
        ),
    )


def _line(row: Row, claims: Tables, messages: Messages, author: int | None, *, mild: bool = False) -> MatrixLine:
    verdict, sign = _verdict(row, messages, author, mild=mild)
    values = tuple(_value(cell, claims, messages) for cell in row.cells)
    agreeing = {value for value, cell in zip(values, row.cells, strict=True) if cell.verdict == "agree"}
    if sign == EQUAL and len(agreeing) > 1:
        sign = NEARLY
    return MatrixLine(values, tuple(cell.verdict for cell in row.cells), verdict, sign, (row,))


def _value(cell: Cell, claims: Tables, messages: Messages) -> str:
    if not cell.claims:
        return SILENT
    claim = claims[cell.report].get(cell.claims[0])
    if claim is not None and claim.date is not None:
        return edtf(claim.date)
    return compact(harmless(cell.value), messages)


def cell_value(comparison: Comparison, cell: Cell, messages: Messages) -> str:
    """Give a cell's value as people write it, a dash where the report is silent."""
    claims = {claim.id: claim for claim in comparison.readings[cell.report].claims if claim.id in cell.claims[:1]}
    return _value(cell, {cell.report: claims}, messages)


def _verdict(row: Row, messages: Messages, author: int | None, *, mild: bool) -> tuple[str, str]:
    """Put a row's verdict in words, naming the reports where it does not hold for all of them.

    `author` is the report whose author is spoken to: what stands there alone is in no wire.
    """
    conflicting = [cell.report for cell in row.cells if cell.verdict == "conflict"]
    agreeing = [cell.report for cell in row.cells if cell.verdict == "agree"]
    speaking = [cell.report for cell in row.cells if cell.claims]
    if speaking == [author]:
        return messages.text("author.only"), ""
    if len(speaking) == 1:
        return messages.text("terminal.only", letters=letters(speaking)), ""
    differs = messages.text("terminal.may-differ") if mild else messages.text("verdict.conflict")
    unequal = MAYBE if mild else UNEQUAL
    if row.outliers:
        word = differs if conflicting else messages.text("verdict.not comparable")
        return messages.text(
            "terminal.outlier", verdict=word, letters=letters(row.outliers)
        ), unequal if conflicting else ""
    for reports, word, sign in ((conflicting, differs, unequal), (agreeing, messages.text("verdict.agree"), EQUAL)):
        if reports:
            whole = len(reports) == len(row.cells)
            return word if whole else messages.text("terminal.verdict-of", verdict=word, letters=letters(reports)), sign
    return messages.text("verdict.not comparable"), ""
