"""The checklist as a table, a row an item: for spreadsheets, as CSV or XLSX."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Iterator

from factcheck.data.messages import Messages
from factcheck.model.comparison import Comparison
from factcheck.model.errors import UserError
from factcheck.render.bidi import harmless
from factcheck.render.checklist import BOXES, SIGNED, Item, answer_of, checklist_items
from factcheck.render.checklist_settled import settled_items, settlement_text
from factcheck.render.letters import letter

COLUMNS = ("number", "severity", "rules", "subject", "words", "message", "question", "whom")
ANSWERS = ("answer", *SIGNED)
FINGERPRINTS = "factcheck"
"""The column that brings an answer back to its finding; it has one name in every language."""
WIDTHS = {"words": 60, "message": 40, "question": 40, "subject": 30}
WIDTH = 14
_HOUR = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*<")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def checklist_rows(comparison: Comparison, messages: Messages) -> Iterator[list[str]]:
    """Give the header and a row for each item, with empty cells for the answers; no cell is a formula."""
    yield [messages.text(f"checklist.{name}") for name in (*COLUMNS, *ANSWERS)] + [FINGERPRINTS]
    items = checklist_items(comparison)
    for item in (*items, *settled_items(comparison, len(items) + 1)):
        cells = [*_cells(item, messages), *_answer(item, messages)]
        yield [
            *map(_text, cells),
            f"[{' '.join(item.fingerprints)}]",
        ]  # in brackets, no spreadsheet makes numbers of them


def _answer(item: Item, messages: Messages) -> list[str]:
    """Leave room for an answer, or keep the one given; what stands without one says in the note on whose word."""
    ticked, written = answer_of(item)
    if item.settled is not None and not ticked:
        written |= {"note": settlement_text(item.settled, messages)}
    return [messages.text(f"checklist.{ticked}") if ticked else "", *(written[name] for name in SIGNED)]


def _cells(item: Item, messages: Messages) -> list[str]:
    return [
        str(item.number),
        messages.text(f"severity.{item.severity}"),
        ", ".join(item.rules),
        item.subject,
        "\n".join(f"{letter(words.report)} {words.line}:{words.column} «{words.text}»" for words in item.words),
        "\n".join(dict.fromkeys(finding.message for finding in item.findings)),
        "\n".join(item.questions),
        "\n".join(f"{letter(whom.report)}: {whom.text}" for whom in item.whom),
    ]


def _text(cell: str) -> str:
    """Keep a spreadsheet from running what a report says: an apostrophe makes a formula text."""
    plain = "\n".join(harmless(line) for line in cell.split("\n"))
    return f"'{plain}" if plain.startswith(_FORMULA) else plain


def render_checklist_csv(comparison: Comparison, messages: Messages) -> str:
    """Give the table as CSV (RFC 4180), opened by a byte order mark, without which spreadsheets misread Arabic."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(checklist_rows(comparison, messages))
    return "\ufeff" + out.getvalue()


def render_checklist_xlsx(comparison: Comparison, messages: Messages) -> bytes:
    """Give the table as a workbook of one sheet, right to left where messages are, with a list of answers to choose.

    Raises UserError where openpyxl is not installed, or has no room for what it writes on the way.
    """
    try:
        from openpyxl import Workbook
        from openpyxl.styles import Alignment, Font
        from openpyxl.utils import get_column_letter
        from openpyxl.worksheet.datavalidation import DataValidation
    except ImportError:
        raise UserError.at("--format", "xlsx needs openpyxl: pip install 'newsroom-factcheck[xlsx]'") from None
    book = Workbook(write_only=False)
    del book[book.sheetnames[0]]
    sheet = book.create_sheet("factcheck")
    sheet.sheet_view.rightToLeft = messages.text("direction") == "rtl"
    sheet.freeze_panes = "A2"
    for row in checklist_rows(comparison, messages):
        sheet.append(row)
    for column, name in enumerate((*COLUMNS, *ANSWERS, FINGERPRINTS), start=1):
        sheet.column_dimensions[get_column_letter(column)].width = WIDTHS.get(name, WIDTH)
        sheet.cell(1, column).font = Font(bold=True)
        for number in range(2, sheet.max_row + 1):
            sheet.cell(number, column).alignment = Alignment(wrap_text=True, vertical="top")
    choice = ",".join(messages.text(f"checklist.{box}") for box in BOXES)
    answers = DataValidation(type="list", formula1=f'"{choice}"', allow_blank=True)
    sheet.add_data_validation(answers)
    answer = get_column_letter(len(COLUMNS) + 1)
    answers.add(f"{answer}2:{answer}{max(2, sheet.max_row)}")
    out = io.BytesIO()
    try:
        book.save(out)  # by way of files in the folder for temporary ones
    except OSError as error:
        why = error.strerror or str(error)
        raise UserError.at("--format", f"xlsx needs room for files while it is made: {why}; set TMPDIR") from None
    return _timeless(out.getvalue())


def _timeless(workbook: bytes) -> bytes:
    """Take the hour of its making from a workbook: the same checklist is the same bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook)) as made, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as kept:
        for name in sorted(made.namelist()):
            # Of the parts, only the properties (docProps/core.xml) tell a time.
            kept.writestr(zipfile.ZipInfo(name), _HOUR.sub(rb"\g<1>1980-01-01T00:00:00Z<", made.read(name)))
    return out.getvalue()
