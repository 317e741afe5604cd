"""The matrix for a page: every value leads to the words it was read from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.data.messages import Messages
from factcheck.model.comparison import Comparison
from factcheck.render.compact import SILENT
from factcheck.render.html_text import anchor
from factcheck.render.letters import letter
from factcheck.render.matrix_plan import Lines, MatrixLine
from factcheck.render.quotation import Quotation
from factcheck.render.subject import subject_words

WIDEST_SUBJECT = 90


@dataclass(frozen=True, slots=True)
class Value:
    """A report's value: `to` is where it stands, empty where the report is silent."""

    report: str
    text: str
    verdict: str
    to: str = ""
    outlier: bool = False


@dataclass(frozen=True, slots=True)
class TableRow:
    """A line: `link` is what its claims are marked with, `majority` the value most reports give."""

    link: str
    subjects: tuple[Quotation, ...]
    values: tuple[Value, ...]
    verdict: str
    sign: str
    part: bool
    majority: str = ""


def table(comparison: Comparison, rows: Sequence[Lines], messages: Messages) -> list[TableRow]:
    """Give the lines in an editor's order."""
    lines = [(line, position > 0) for group in rows for position, line in enumerate(group)]
    return [_row(comparison, line, f"r{number}", part, messages) for number, (line, part) in enumerate(lines)]


def _row(comparison: Comparison, line: MatrixLine, link: str, part: bool, messages: Messages) -> TableRow:
    row = line.rows[0]
    values = []
    for cell, text, verdict in zip(row.cells, line.values, line.verdicts, strict=True):
        said = text != SILENT and cell.claims
        reading = comparison.readings[cell.report]
        to = anchor(cell.report, reading.claim(cell.claims[0]).span) if said else ""
        values.append(Value(letter(cell.report), text, verdict, to, cell.report in row.outliers))
    # The majority is told only where there is somebody who stands against it.
    value = next((v.text for v, cell in zip(values, row.cells, strict=True) if cell.value == row.majority), "")
    majority = messages.text("page.majority", value=value) if row.outliers and value else ""
    subjects = tuple(subject_words(comparison, one, WIDEST_SUBJECT) for one in line.rows)
    return TableRow(link, subjects, tuple(values), line.verdict, line.sign, part, majority)
