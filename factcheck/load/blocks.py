"""A text's pieces as blocks of a story: what is headline, dateline, heading or paragraph shows in what follows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from factcheck.load.datelines import LONGEST, dateline_length, is_dateline, is_day
from factcheck.load.lines import ends_with, full_stops, trim
from factcheck.load.pieces import Layout, Piece, split_pieces
from factcheck.model.report import Block, BlockKind
from factcheck.model.span import Span

__all__ = ["Layout", "split_blocks"]

_LONGEST_HEADLINE = 120
_LONGEST_HEADING = 80
_LONGEST_UNSURE_HEADING = 50
"""Code points of a heading in copy that writes no full stops: there a missing one says little."""
_LONGEST_SECTION = 30
_PATH = frozenset(">›»/|")
"""Marks between the names of a page's sections."""
_OPEN = ",;:،؛"
"""Marks after which something must follow: a line that ends so is no heading."""
_LONG = 80
"""Code points from which a line is a paragraph, whatever ends it."""
_FEWEST_WORDS = 3
_WORD = re.compile(r"[^\W_]+")


class _Story(NamedTuple):
    """The pieces of a text, and for each the index of the next one that is no boilerplate."""

    text: str
    layout: Layout
    pieces: Sequence[Piece]
    after: Sequence[int]
    title: Sequence[str]


def split_blocks(text: str, layout: Layout, start: int = 0, title: str | None = None) -> tuple[Block, ...]:
    """Cut a text from `start` on into blocks, in order and apart from each other; linear in its length.

    Spans are without white space around them and without the marks of bullets and headings; a table row carries
    the spans of its cells and of its table's header. With a `title` given apart, only a first line that repeats it
    (or that Markdown marks) is a headline.
    """
    pieces = split_pieces(text, layout, start)
    after = [len(pieces)] * len(pieces)
    for index in range(len(pieces) - 2, -1, -1):
        after[index] = after[index + 1] if pieces[index + 1].form == "boilerplate" else index + 1
    return tuple(_blocks(_Story(text, layout, pieces, after, plain_words(title or "", layout))))


def plain_words(text: str, layout: Layout) -> list[str]:
    """Give a text's folded words, without any marks: two headlines with the same words are one."""
    return _WORD.findall(layout.fold(text))


def _blocks(story: _Story) -> Iterator[Block]:
    opening, paragraphs = True, 0
    for index, piece in enumerate(story.pieces):
        span = Span(piece.start, piece.end)
        if piece.form == "head":
            yield Block("table-head", span, piece.cells)
        elif piece.form == "row":
            yield Block("table-row", span, piece.cells, piece.heads)
        elif piece.form == "text":
            kind = _kind(story, index, opening, paragraphs)
            yield from [Block(kind, span)] if kind != "paragraph" or paragraphs else _lead(story.text, piece)
            paragraphs += kind == "paragraph"
            opening = opening and kind in ("section", "dateline")
            continue
        elif piece.form == "title" or (piece.form == "subtitle" and opening):
            yield Block("headline", span)
        elif piece.form == "subtitle":
            yield Block("heading", span)
        else:
            yield Block("bullet" if piece.form == "bullet" else "boilerplate", span)
        opening = opening and piece.form == "boilerplate"


def _kind(story: _Story, index: int, opening: bool, paragraphs: int) -> BlockKind:
    """Tell what a stretch of text is; `opening`: no headline was seen yet; `paragraphs`: how many were."""
    if paragraphs <= 1 and _stands_as_dateline(story, index, opening, paragraphs):
        return "dateline"
    if opening and _stands_as_section(story, index):
        return "section"
    if opening and _stands_as_headline(story, index) and _fits_title(story, story.pieces[index]):
        return "headline"
    return "heading" if _stands_as_heading(story, index) else "paragraph"


def _fits_title(story: _Story, piece: Piece) -> bool:
    return not story.title or plain_words(story.text[piece.start : piece.end], story.layout) == story.title


def _next(story: _Story, index: int) -> tuple[int, Piece | None]:
    at = story.after[index]
    return at, story.pieces[at] if at < len(story.pieces) else None


def _ends(story: _Story, piece: Piece, marks: str) -> bool:
    return ends_with(story.text, piece.start, piece.end, marks)


def _stands_as_dateline(story: _Story, index: int, opening: bool, paragraphs: int) -> bool:
    piece, (_, following) = story.pieces[index], _next(story, index)
    if piece.lines > 1 or piece.length > 2 * LONGEST or following is None or following.form != "text":
        return False
    line = story.text[piece.start : piece.end]
    if is_day(line, most_words=4 if opening else 5):
        return True
    if paragraphs:
        # A headline that ends like a sentence was taken for a paragraph; then the day alone may follow it.
        return False
    # Before any headline "A - B" may be one; a paragraph right after it says that it is not.
    told = not opening or following.length >= _LONG or _ends(story, following, story.layout.sentence_ends)
    return told and is_dateline(line)


def _stands_as_section(story: _Story, index: int) -> bool:
    piece, (at, following) = story.pieces[index], _next(story, index)
    label = story.text[piece.start : piece.end] if piece.length <= _LONGEST_SECTION * 2 else ""
    names = [name.split() for name in "".join("|" if char in _PATH else char for char in label).split("|")]
    if not label or piece.lines > 1 or any(len(name) not in (1, 2) for name in names) or any(map(str.isdigit, label)):
        return False
    if (len(names) == 1 and piece.length > _LONGEST_SECTION) or _ends(story, piece, story.layout.sentence_ends + _OPEN):
        return False
    if following is not None and following.form == "title":
        return True
    return following is not None and following.form == "text" and _stands_as_headline(story, at)


def _stands_as_headline(story: _Story, index: int) -> bool:
    piece, (at, following) = story.pieces[index], _next(story, index)
    if piece.lines > 1 or piece.length > _LONGEST_HEADLINE or following is None:
        return False
    if _ends(story, piece, full_stops(story.layout.sentence_ends) + _OPEN):
        return False
    if following.gap or following.form != "text" or at > index + 1:
        return True
    if _ends(story, piece, story.layout.sentence_ends):
        return False
    # A second line of the headline, or a dateline, may stand between it and the first paragraph.
    _, second = _next(story, at)
    return following.length > piece.length or (second is not None and second.length > 2 * piece.length)


def _stands_as_heading(story: _Story, index: int) -> bool:
    piece, (_, following) = story.pieces[index], _next(story, index)
    if piece.lines > 1 or piece.length > _LONGEST_HEADING or following is None:
        return False
    if _ends(story, piece, story.layout.sentence_ends + _OPEN):
        return False
    if following.form != "text":
        return piece.gap and following.form in ("bullet", "head", "row")
    stopped = _ends(story, following, story.layout.sentence_ends)
    if piece.length > _LONGEST_UNSURE_HEADING and not stopped:
        return False
    return following.length * 2 > piece.length * 3 and (stopped or following.length >= _LONG)


def _lead(text: str, piece: Piece) -> Iterator[Block]:
    """Give the first paragraph, its dateline apart."""
    length = dateline_length(text[piece.start : min(piece.end, piece.start + 4 * LONGEST)])
    start, end = trim(text, piece.start + length, piece.end)
    if length and len(_WORD.findall(text, start, min(end, start + 4 * LONGEST))) >= _FEWEST_WORDS:
        yield Block("dateline", Span(*trim(text, piece.start, piece.start + length)))
        yield Block("paragraph", Span(start, end))
    else:
        yield Block("paragraph", Span(piece.start, piece.end))
