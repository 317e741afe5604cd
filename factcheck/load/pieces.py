"""From lines to pieces: rows, bullets, boilerplate and stretches of text, each judged without the story around it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

from msgspec import Struct

from factcheck.load.boilerplate import Phrases, index_phrases, read_boilerplate
from factcheck.load.lines import Line, continues, ends_with, full_stops, split_lines, wrap_width
from factcheck.load.markers import Form, read_marker
from factcheck.load.tables import Row, find_rows
from factcheck.model.span import Span

_LONGEST_LINK = 150
"""Code points of a line that may stand in a list of links."""
_LONGEST_UNDERLINED = 120


class Layout(Struct, frozen=True):
    """What a language says of a page: folded phrases that begin boilerplate, how it folds, what ends a sentence."""

    boilerplate: tuple[str, ...]
    fold: Callable[[str], str]
    sentence_ends: str


class Piece(NamedTuple):
    """A row, a bullet, a marked heading, a boilerplate line or a stretch of text, with its range.

    `gap`: a blank line stands before; `last`: its last line; `lines`: how many it has.
    """

    form: Form | Literal["head", "row"]
    start: int
    end: int
    gap: bool
    last: Line
    lines: int = 1
    cells: tuple[Span, ...] = ()
    heads: tuple[Span, ...] = ()

    @property
    def length(self) -> int:
        """Count its code points."""
        return self.end - self.start


def split_pieces(text: str, layout: Layout, start: int = 0) -> list[Piece]:
    """Cut a text from `start` on into pieces, in order; what holds neither letter nor digit is left out."""
    lines = split_lines(text, start)
    return _join(text, _mark(text, lines, find_rows(text, lines), layout), layout)


@lru_cache(maxsize=16)
def _phrases(boilerplate: tuple[str, ...]) -> Phrases:
    return index_phrases(boilerplate)


def _mark(text: str, lines: Sequence[Line], rows: dict[int, Row], layout: Layout) -> list[Piece]:
    """Give each line its form."""
    phrases = _phrases(layout.boilerplate)
    pieces: list[Piece] = []
    number = 0
    gap = listing = False
    for index, line in enumerate(lines):
        gap = gap or line.gap
        row = rows.get(index)
        if row is not None:
            if row.kind != "rule":
                pieces.append(Piece(row.kind, line.start, line.end, gap, line, 1, row.cells, row.heads))
                gap = listing = False
            continue
        form, begin, end, numbered = read_marker(text, line, number)
        if len(lines) == 1 and (form == "bullet" or numbered):  # one line is no list: "- 2 degrees", "1"
            form, begin, numbered = "text", line.start, 0
        if form in ("rule", "underline", "double-underline"):
            gap = not _underline(text, pieces, form, gap, layout)
            continue
        number = numbered or number
        form, listing = _set_apart(text, Line(begin, end, gap), form, listing, phrases, layout)
        pieces.append(Piece(form, begin, end, gap, Line(begin, end, gap, line.indent)))
        gap = False
    return pieces


def _underline(text: str, pieces: list[Piece], form: str, gap: bool, layout: Layout) -> bool:
    """Make the text above an underline a heading, as Markdown does, unless it is a paragraph over a plain rule."""
    above = pieces[-1] if pieces else None
    if above is None or gap or form == "rule" or above.form != "text" or above.length > _LONGEST_UNDERLINED:
        return False
    if ends_with(text, above.start, above.end, layout.sentence_ends):
        return False
    pieces[-1] = above._replace(form="title" if form == "double-underline" else "subtitle")
    return True


def _set_apart(text: str, line: Line, form: Form, listing: bool, phrases: Phrases, layout: Layout) -> tuple[Form, bool]:
    """Give a line's form once boilerplate is known, and whether a list of links goes on after it.

    Short lines under a label ("related articles") belong to it: they speak of other stories.
    """
    found = read_boilerplate(text, line, phrases, layout.fold, layout.sentence_ends)
    if found:
        return "boilerplate", found == "label" or form in ("title", "subtitle")
    if not listing or form in ("title", "subtitle"):
        return form, False
    stops = full_stops(layout.sentence_ends)
    link = form == "boilerplate" or (line.length <= _LONGEST_LINK and not ends_with(text, line.start, line.end, stops))
    return ("boilerplate", True) if link else (form, False)


def _join(text: str, pieces: Sequence[Piece], layout: Layout) -> list[Piece]:
    """Join lines of text that a program broke."""
    plain = []
    before = None
    for piece in pieces:
        if piece.form == "text":
            apart = piece.gap or before is None or before.form != "text"
            plain.append(piece.last._replace(gap=apart))
        before = piece
    width = wrap_width(text, plain, layout.sentence_ends)
    joined: list[Piece] = []
    for piece in pieces:
        before = joined[-1] if joined else None
        if before is not None and piece.form == "text" and _goes_on(text, before, piece, width, layout):
            joined[-1] = before._replace(end=piece.end, last=piece.last, lines=before.lines + 1)
        else:
            joined.append(piece)
    return joined


def _goes_on(text: str, before: Piece, piece: Piece, width: int, layout: Layout) -> bool:
    if before.form not in ("text", "bullet") or piece.gap:
        return False
    if before.form == "bullet" and piece.last.indent > max(1, before.last.indent):
        return not ends_with(text, before.last.start, before.last.end, layout.sentence_ends)
    return continues(text, before.last, piece.last, width, layout.sentence_ends)
