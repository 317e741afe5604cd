"""Facts in a table: CSV with a header, every cell at its line and column, as YAML values are."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from factcheck.data.document import Document, Keys, Place
from factcheck.data.yaml_errors import character_problem
from factcheck.model.errors import Problem, UserError

COLUMNS = ("subject", "quantity", "value", "as-of", "source")
SEVERAL = frozenset({"subject", "quantity"})
"""Columns whose cells may hold several names."""
BETWEEN = "|"
"""What stands between several names of one cell."""
DELIMITERS = ",;\t"
"""What parts cells: spreadsheets write the one their country is used to."""
MAX_CELL = 20_000


def parse_table(text: str, path: str, problems: list[Problem]) -> Document:
    """Read a table as the list of mappings that YAML would give, empty cells left out.

    A row with more cells than the header is left out and told in `problems`. Raises UserError for a header without the
    columns' names, and for what is no CSV.
    """
    text = text.removeprefix("\ufeff")
    if problem := character_problem(text, path):
        raise UserError(problem)
    values: list[dict[str, object]] = []
    places: dict[Keys, Place] = {(): (1, 1)}
    key_places: dict[Keys, Place] = {}
    rows = _rows(text, path)
    header, _ = next(rows, ([], 1))
    heads = [head.strip().lower() for head in header]
    _check_header(heads, path)
    for cells, line in rows:
        if not any(cell.strip() for cell in cells):
            continue
        if len(cells) > len(heads):
            more = f"{len(cells)} cells under {len(heads)} columns; put a cell that holds the delimiter in quotes"
            problems.append(Problem(path, more, line, 1))
            continue
        number = len(values)
        values.append({})
        places[number,] = (line, 1)
        for column, (head, cell) in enumerate(zip(heads, cells, strict=False), 1):
            if cell.strip():
                values[number][head] = _value(head, cell)
                places[number, head] = key_places[number, head] = (line, column)
    return Document(values, places, key_places)


def _value(head: str, cell: str) -> object:
    if head not in SEVERAL:
        return cell.strip()
    return [name.strip() for name in cell.split(BETWEEN) if name.strip()] or cell


def _rows(text: str, path: str) -> Iterator[tuple[list[str], int]]:
    """Give each row's cells and the line it begins on."""
    first = text.split("\n", 1)[0]
    delimiter = max(DELIMITERS, key=lambda mark: (first.count(mark), -DELIMITERS.index(mark)))
    limit = csv.field_size_limit(MAX_CELL)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    line = 1
    try:
        for cells in reader:
            yield cells, line
            line = reader.line_num + 1
    except csv.Error as error:
        raise UserError.at(path, f"is no CSV: {error}; close the quote, or double a quote inside it", line, 1) from None
    finally:
        csv.field_size_limit(limit)


def _check_header(heads: list[str], path: str) -> None:
    missing = [column for column in COLUMNS if column not in heads and column != "as-of"]
    twice = sorted({head for head in heads if heads.count(head) > 1})
    if missing:
        raise UserError.at(
            path, f"the first line must name the columns {', '.join(COLUMNS)}; missing: {', '.join(missing)}", 1, 1
        )
    if twice:
        raise UserError.at(path, f"column {twice[0]!r} is there twice; keep one of them", 1, heads.index(twice[0]) + 1)
