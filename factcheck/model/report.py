"""A news report as it was loaded, and the pieces it falls into."""

from __future__ import annotations

import datetime
from typing import Literal

from msgspec import Struct

from factcheck.model.span import Span

BlockKind = Literal[
    "headline", "section", "heading", "dateline", "paragraph", "bullet", "table-head", "table-row", "boilerplate"
]


class Block(Struct, frozen=True):
    """A stretch of lines that belong together; table rows carry the spans of their cells and header cells."""

    kind: BlockKind
    span: Span
    cells: tuple[Span, ...] = ()
    heads: tuple[Span, ...] = ()


class Report(Struct, frozen=True):
    """One news report, the thing compared.

    `text` and `title` are exactly what was given (after decoding): every offset points into them.
    `published` is the publication date and the only "today" the program knows; None means unknown.
    `in_file` tells that its lines are those of its file; a page's or a feed's text was taken out of more than that.
    `byline` is who wrote it, as its file names them, and supports nothing that it says.
    """

    id: str
    text: str
    language: str
    title: str | None = None
    published: datetime.date | None = None
    source: str | None = None
    name: str = ""
    blocks: tuple[Block, ...] = ()
    byline: str | None = None
    in_file: bool = True

    def surface(self, span: Span) -> str:
        """Give the untouched characters a span covers."""
        return (self.text if span.field == "text" else self.title or "")[span.start : span.end]

    def place(self, span: Span) -> tuple[int, int]:
        """Give line and column (both from 1, columns in code points) of a span's start."""
        before = (self.text if span.field == "text" else self.title or "")[: span.start]
        return before.count("\n") + 1, span.start - (before.rfind("\n") + 1) + 1


class Sentence(Struct, frozen=True):
    """A statement's worth of text: a sentence, a headline, a bullet or a table row."""

    index: int
    block: int
    kind: BlockKind
    span: Span
    cells: tuple[Span, ...] = ()
    heads: tuple[Span, ...] = ()
