"""From marked-up text to the pieces of a story; tags that set nothing apart are passed over."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal

from factcheck.load.page import Piece
from factcheck.load.tags import Tag, read_tags

_HEADINGS = frozenset(("h2", "h3", "h4", "h5", "h6", "hl2"))
_TITLES = frozenset(("h1", "hl1"))
_BLOCKS = frozenset(
    (
        *(
            "address",
            "article",
            "aside",
            "blockquote",
            "body",
            "caption",
            "center",
            "dd",
            "div",
            "dl",
            "dt",
            "fieldset",
        ),
        *("footer", "form", "header", "hr", "html", "main", "p", "pre", "section", "tbody", "tfoot", "thead"),
        *("block", "body.content", "bq", "credit", "nitf", "hedline"),  # NITF's
    )
)
_LISTED = frozenset(("li", "ul", "ol"))
_PARTING = _HEADINGS | _TITLES | _BLOCKS | _LISTED
_ROWS = frozenset(("table", "tr"))
_CELLS = frozenset(("td", "th"))
_SKIPPED = frozenset(
    (
        *(
            "audio",
            "button",
            "canvas",
            "figure",
            "head",
            "iframe",
            "map",
            "math",
            "nav",
            "noscript",
            "object",
            "script",
        ),
        *("select", "style", "svg", "template", "textarea", "title", "video"),
        *("body.end", "body.head", "media"),  # NITF's
    )
)
"""What is no running text: programs, forms, pictures with their captions, and a document's own metadata."""
_SPACE = re.compile(r"[ \t\r\n\f]+")
_AROUND_BREAK = re.compile(r" *\n *")
_BETWEEN = re.compile(r"\n{2,}")
_MARKED_UP = re.compile(
    r"</?(?:p|br|div|h[1-6]|ul|ol|li|table|section|article|body|nitf|block|hl2)(?:\s[^<>]{0,500})?/?>"
)


def is_marked_up(text: str) -> bool:
    """Tell whether a text holds tags that part it into paragraphs."""
    return _MARKED_UP.search(text) is not None


def read_markup(text: str) -> list[Piece]:
    """Read HTML, XHTML or NITF in a string, sound or not; nothing in it is fetched."""
    return pieces_of(read_tags(text))


def pieces_of(tags: Iterable[Tag]) -> list[Piece]:
    """Cut marked-up text into pieces, in order."""
    page = _Page()
    for tag in tags:
        page.take(tag.what, tag.text)
    page.end()
    return page.pieces


class _Page:
    """The pieces so far, and what stands open: a piece, a table row with a cell, elements to be left out."""

    def __init__(self) -> None:
        self.pieces: list[Piece] = []
        self.words: list[str] = []
        self.kind: Literal["title", "heading", "paragraph", "bullet"] = "paragraph"
        self.row: list[str] | None = None
        self.cell = self.header = False
        self.skipped = ""
        self.depth = 0

    def take(self, what: str, name: str) -> None:
        """Go one step on."""
        opens = what == "open"
        if self.skipped:
            self._skip(name, what)
        elif what == "text":
            self.words.append(_SPACE.sub(" ", name))
        elif name in _SKIPPED:
            self.skipped, self.depth = (name, 1) if opens else ("", 0)
        elif name == "br":
            self.words += ["\n"] if opens else []
        elif name in _ROWS:
            self.end()
            self.row = [] if opens and name == "tr" else None
        elif name in _CELLS and self.row is not None:
            self._end_cell()
            self.cell, self.header = opens, self.header or name == "th"
        elif name in _PARTING:
            if self.row is not None:  # a cell is one line, whatever stands in it
                self.words.append(" ")
                return
            self._end_piece()
            self._begin(name, opens=opens)

    def end(self) -> None:
        """End whatever stands open."""
        if self.row is None:
            self._end_piece()
            return
        self._end_cell()
        if any(self.row):
            first = not self.pieces or not self.pieces[-1].cells
            self.pieces.append(Piece("head" if self.header and first else "row", "", tuple(self.row)))
        self.row, self.header = None, False

    def _skip(self, name: str, what: str) -> None:
        if name == self.skipped and what != "text":
            self.depth += 1 if what == "open" else -1
            self.skipped = self.skipped if self.depth else ""

    def _begin(self, name: str, *, opens: bool) -> None:
        if name in _LISTED:
            self.kind = "bullet" if opens and name == "li" else "paragraph"
        elif opens and (name in _HEADINGS or name in _TITLES):
            self.kind = "title" if name in _TITLES else "heading"

    def _end_cell(self) -> None:
        if self.cell and self.row is not None:
            self.row.append(" ".join("".join(self.words).split()))
        self.words, self.cell = [], False

    def _end_piece(self) -> None:
        text = _AROUND_BREAK.sub("\n", "".join(self.words)).strip(" \n")
        self.words = []
        self.pieces += [Piece(self.kind, part) for part in _BETWEEN.split(text) if part]
        if text and self.kind != "bullet":
            self.kind = "paragraph"
