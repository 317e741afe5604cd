"""A checklist filled in as a spreadsheet: the columns are known by their names, in any order."""

from __future__ import annotations

import csv
import datetime
import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence

from factcheck.model.allowance import Written
from factcheck.model.errors import UserError
from factcheck.signed.answers import FIELDS, Filled, name_of

FINGERPRINTS = "factcheck"
MOST_BYTES = 50_000_000
"""Bytes a workbook may unpack to."""
MOST_ROWS = 100_000
MOST_ABOVE = 10
"""Rows among which the header stands: people put a title above it, and spreadsheets a line about their commas."""
SHEET = "factcheck"
_FORMULA = re.compile(r"^'([=+\-@])")
"""What an earlier edition kept from being a formula."""


def read_csv(text: str, path: str) -> Iterator[Filled]:
    """Give the rows of a checklist as CSV; commas, semicolons or tabs, whatever the spreadsheet wrote."""
    lines = text.split("\n", MOST_ABOVE)
    mark = max(",;\t", key=lambda mark: max(line.count(mark) for line in lines[:MOST_ABOVE]))
    try:
        yield from _rows(csv.reader(io.StringIO(text), delimiter=mark), path)
    except csv.Error as error:
        raise UserError.at(path, f"is not CSV: {error}; save the checklist as CSV again") from None


def read_xlsx(content: bytes, path: str) -> Iterator[Filled]:
    """Give the rows of a checklist as a workbook; raises UserError for what is none, or unpacks to too much."""
    try:
        from openpyxl import load_workbook
    except ImportError:
        raise UserError.at(path, "needs openpyxl to be read: pip install 'newsroom-factcheck[xlsx]'") from None
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            size = sum(part.file_size for part in packed.infolist())
        if size > MOST_BYTES:
            raise UserError.at(path, f"unpacks to {size:,} bytes; a checklist has at most {MOST_BYTES:,}")
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        sheet = SHEET if SHEET in book.sheetnames else book.sheetnames[0]
        rows = book[sheet].iter_rows(values_only=True, max_row=MOST_ROWS)
        yield from _rows(([_shown(cell) for cell in row] for row in rows), path)
    except UserError:
        raise
    except Exception as error:  # noqa: BLE001 - whatever a broken workbook makes of the library
        raise UserError.at(path, f"cannot be read as a workbook ({type(error).__name__}); save it again") from None


def _shown(cell: object) -> str:
    if isinstance(cell, datetime.datetime):
        return cell.date().isoformat()
    return "" if cell is None else str(cell)


def _rows(rows: Iterable[Sequence[str]], path: str) -> Iterator[Filled]:
    columns: dict[str, int] = {}
    seen = 0
    for number, row in enumerate(rows, start=1):
        seen = number
        if not columns:
            columns = _columns(row)
            if not columns and number == MOST_ABOVE:
                break
            continue
        cells = {name: row[at].strip() if at < len(row) else "" for name, at in columns.items()}
        answer = name_of(cells["answer"]) or cells["answer"]
        fields = {name: _FORMULA.sub(r"\1", cells.get(name, "")) for name in FIELDS}
        prints = tuple(cells[FINGERPRINTS].strip("[]").split())
        if prints or answer:
            yield Filled(prints, (answer,) if answer else (), fields, Written(path, number))
    if seen and not columns:
        raise UserError.at(path, "has no columns for the answer and `factcheck`: is this a checklist?", 1, 1)


def _columns(row: Sequence[str]) -> dict[str, int]:
    """Find the columns by their names; none where a row is no header."""
    called = [name_of(cell) or cell.strip() for cell in row]
    columns = {name: at for at, name in enumerate(called) if name in (*FIELDS, "answer", FINGERPRINTS)}
    return columns if "answer" in columns and FINGERPRINTS in columns else {}
