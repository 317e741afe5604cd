"""The matrix for a page: every value leads to the words it was read from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from msgspec import Struct

from factcheck.data.messages import Messages
from factcheck.model.comparison import Comparison, Row
from factcheck.model.finding import Finding
from factcheck.render.bidi import is_rtl
from factcheck.render.compact import SILENT
from factcheck.render.html_text import anchor
from factcheck.render.letters import letter
from factcheck.render.matrix_plan import MAYBE, UNEQUAL, Lines, MatrixLine
from factcheck.render.quotation import Quotation
from factcheck.render.subject import subject_words

WIDEST_SUBJECT = 90
KEY_LANGUAGE = "en"
"""The language whose words the keys of counted nouns are."""
FIRST_ROWS = 5
"""Rows that stand open, where fewer differ."""


class Value(Struct, frozen=True):
    """A report's value: `to` is where it stands, empty where the report is silent."""

    report: str
    text: str
    verdict: str
    to: str = ""
    outlier: bool = False


class TableRow(Struct, frozen=True):
    """A line: `link` is what its claims are marked with, `majority` the value most reports give.

    `right` tells that its subject is written from right to left, `counted` what it counts where its words are in
    another language than the reader's; `findings` are those that speak of it, by number and severity.
    """

    link: str
    subjects: tuple[Quotation, ...]
    values: tuple[Value, ...]
    verdict: str
    sign: str
    part: bool
    right: bool
    counted: str = ""
    majority: str = ""
    findings: tuple[tuple[int, str], ...] = ()


def table(
    comparison: Comparison, rows: Sequence[Lines], findings: Sequence[Finding], messages: Messages
) -> list[TableRow]:
    """Give the lines in an editor's order."""
    lines = [(line, position > 0) for group in rows for position, line in enumerate(group)]
    speaking: dict[tuple[int, str], list[tuple[int, str]]] = {}
    for number, finding in enumerate(findings, 1):
        for claim in finding.claims:
            speaking.setdefault(claim, []).append((number, finding.severity))
    return [_row(comparison, line, f"r{number}", part, speaking, messages) for number, (line, part) in enumerate(lines)]


def shown_at_first(rows: Sequence[TableRow]) -> int:
    """Tell how many rows stand open: all that differ, and a few more."""
    differing = sum(row.sign in (UNEQUAL, MAYBE) for row in rows)
    return max(FIRST_ROWS, differing + (differing < len(rows)))


def left_out(rows: Sequence[TableRow]) -> str:
    """Say of what kinds the rows are that do not stand open."""
    told = Counter(row.verdict for row in rows[shown_at_first(rows) :])
    return " · ".join(f"{verdict} {count}" for verdict, count in told.items())


def _row(
    comparison: Comparison,
    line: MatrixLine,
    link: str,
    part: bool,
    speaking: Mapping[tuple[int, str], Sequence[tuple[int, str]]],
    messages: Messages,
) -> TableRow:
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
    subjects = tuple(subject_words(comparison, one, WIDEST_SUBJECT, messages.language) for one in line.rows)
    counted = _counted(comparison, row, messages.language)
    right = any(is_rtl(subject.text) for subject in subjects)
    claims = [(cell.report, claim) for one in line.rows for cell in one.cells for claim in cell.claims]
    told = tuple(sorted({item for claim in claims for item in speaking.get(claim, ())}))
    return TableRow(link, subjects, tuple(values), line.verdict, line.sign, part, right, counted, majority, told)


def _counted(comparison: Comparison, row: Row, language: str) -> str:
    """Say what a row counts, by the key of the lexicon, to a reader of its language whom no report speaks to."""
    claims = [(comparison.readings[cell.report], claim) for cell in row.cells for claim in cell.claims[:1]]
    if language != KEY_LANGUAGE or any(reading.report.language == language for reading, _ in claims):
        return ""
    figures = [reading.claim(claim).figure for reading, claim in claims]
    keys = [figure.counted.key for figure in figures if figure is not None and figure.counted is not None]
    return next((key.replace("-", " ") for key in keys if key), "")
