"""The matrix for a spreadsheet: a row for each subject, a column for each report, and the verdict.

Rows end as RFC 4180 has it. A mark of byte order stands first: without it Excel takes Arabic for something else. A cell
that a spreadsheet would take for a formula gets an apostrophe before it (OWASP, "CSV Injection").
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator

from factcheck.data.messages import Messages
from factcheck.model.comparison import Comparison
from factcheck.render.bidi import harmless
from factcheck.render.letters import letter, names
from factcheck.render.matrix_plan import plan
from factcheck.render.outcome import Outcome
from factcheck.render.subject import subject_words

BYTE_ORDER = "\ufeff"
WIDEST = 120
"""Cells of a subject, at most."""

_FORMULA = re.compile(r"[=+\-@\uff1d\uff0b\uff0d\uff20\u2212]")
_NUMBER = re.compile(r"[+\-\u2212]?[\d.,\u066b\u066c]*\d")


def render_csv(outcome: Outcome, messages: Messages) -> str:
    """Give the matrix of every look, one below the other, under a head each."""
    out = io.StringIO()
    rows = csv.writer(out, lineterminator="\r\n")
    for look in outcome.looks:
        rows.writerows([plain_cell(text) for text in row] for row in _rows(look.comparison, messages))
    return BYTE_ORDER + out.getvalue()


def plain_cell(text: str) -> str:
    """Make text of a report fit for a cell: on one line, and no formula in any spreadsheet."""
    safe = harmless(text)
    return f"'{safe}" if _FORMULA.match(safe) and not _NUMBER.fullmatch(safe) else safe


def _rows(comparison: Comparison, messages: Messages) -> Iterator[list[str]]:
    reports = [reading.report for reading in comparison.readings]
    named = [f"{letter(index)} {name}" for index, name in enumerate(names(reports, messages))]
    yield [messages.text("csv.subject"), *named, messages.text("terminal.verdict")]
    for lines in plan(comparison, messages):
        for line in lines:
            subject = " + ".join(subject_words(comparison, row, WIDEST).text for row in line.rows)
            yield [subject, *line.values, line.verdict]
