"""Pipe tables: which lines are rows, where their cells stand, and which row names the columns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Literal, NamedTuple

from factcheck.load.lines import Line, has_words, trim
from factcheck.model.span import Span

_PIPE = re.compile(r"(?<!\\)\|")
_EMPTY = re.compile(r"[|:+=\s_–—-]*")
_DRAWN = re.compile(r"[-=_–—]{2}|:[-=]|[-=]:|\+-")
_FEWEST_ROWS = 2
"""A table without pipes around its rows needs so many, all of one width: one line with a pipe is a headline."""


class Row(NamedTuple):
    """A line of a table: its cells and the cells that name its columns; a rule is the line between the two."""

    kind: Literal["head", "row", "rule"]
    cells: tuple[Span, ...] = ()
    heads: tuple[Span, ...] = ()


def find_rows(text: str, lines: Sequence[Line]) -> dict[int, Row]:
    """Find the rows of all tables, by the index of their line; linear in the text's length."""
    rows: dict[int, Row] = {}
    for first, last in _runs(text, lines):
        run = [_cells(text, line) if has_words(text, line.start, line.end) else () for line in lines[first:last]]
        widths = [len(cells) for cells in run if cells]
        bordered = text[lines[first].start] in "|+"
        if not bordered and (len(widths) < _FEWEST_ROWS or min(widths) == 1 or len(set(widths)) > 1):
            continue
        rules = [not cells and _is_rule(text, lines[first + offset], offset) for offset, cells in enumerate(run)]
        head = _head(text, run, rules)
        heads = run[head] if head is not None else ()
        for index, cells in enumerate(run, first):
            if not cells:
                rows[index] = Row("rule")
            elif head is not None and index == first + head:
                rows[index] = Row("head", cells)
            else:
                rows[index] = Row("row", cells, heads if head is None or index > first + head else ())
    return rows


def _runs(text: str, lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """Give the half-open ranges of neighbouring lines that all have pipes, and all or none of them at the start."""
    first = 0
    while first < len(lines):
        kind = _border(text, lines[first])
        last = first + 1
        if kind is not None:
            while last < len(lines) and not lines[last].gap and _border(text, lines[last]) == kind:
                last += 1
            yield first, last
        first = last


def _border(text: str, line: Line) -> bool | None:
    """Tell whether a line begins with a pipe (or is a rule of a table that does), or None where it is no row."""
    if text[line.start] == "+" and _EMPTY.fullmatch(text, line.start, line.end):
        return True
    first = _PIPE.search(text, line.start, line.end)
    if first is None:
        return None
    if first.start() > line.start:
        return False
    return True if _PIPE.search(text, first.end(), line.end) else None


def _is_rule(text: str, line: Line, offset: int) -> bool:
    """Tell whether an empty row is a rule; lone hyphens are cells that say "none", but for the table's second line."""
    if not _EMPTY.fullmatch(text, line.start, line.end):
        return False
    return _DRAWN.search(text, line.start, line.end) is not None or (offset == 1 and "-" in text[line.start : line.end])


def _cells(text: str, line: Line) -> tuple[Span, ...]:
    """Give a span for each cell, without white space; an empty cell has an empty span at its place."""
    bounds = [line.start - 1, *(pipe.start() for pipe in _PIPE.finditer(text, line.start, line.end)), line.end]
    if bounds[1] == line.start:
        del bounds[0]
    if len(bounds) > 2 and bounds[-2] == line.end - 1:
        del bounds[-1]
    return tuple(Span(*trim(text, left + 1, right)) for left, right in pairwise(bounds))


def _head(text: str, run: Sequence[Sequence[Span]], rules: Sequence[bool]) -> int | None:
    """Find the row that names the columns: the one above the first rule, else a first row of words above digits."""
    content = [index for index, cells in enumerate(run) if cells]
    if not content:
        return None
    if any(rules):
        above = [index for index in content if index < rules.index(True)]
        if above:
            return above[-1]
        # A frame of rules around the table: the first row between the first two rules.
        between = [index for index, rule in enumerate(rules) if rule and index > content[0]]
        return content[0] if between and between[0] == content[0] + 1 and between[0] < content[-1] else None
    if _has_digits(text, run[content[0]]) or not any(_has_digits(text, run[index]) for index in content[1:]):
        return None
    return content[0]


def _has_digits(text: str, cells: Sequence[Span]) -> bool:
    return any(char.isdigit() for cell in cells for char in text[cell.start : cell.end])
