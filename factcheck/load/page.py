"""From the pieces of a marked-up story to its text: paragraphs, headings, lists and tables as plain copy has them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Literal, NamedTuple

_WORD = re.compile(r"[^\W_]+")
_ESCAPED = "\\|"
_TIGHT = (("bullet", "bullet"), ("row", "row"), ("head", "row"))
"""Neighbours without a blank line between them."""
_MARKS = {"title": "# ", "heading": "## ", "bullet": "- ", "paragraph": ""}


Kind = Literal["title", "heading", "paragraph", "bullet", "row", "head"]


class Piece(NamedTuple):
    """A paragraph, heading or list item with its text, or a table row with its cells (`head`: those of its header)."""

    kind: Kind
    text: str = ""
    cells: tuple[str, ...] = ()


def page_text(pieces: Sequence[Piece], title: str | None = None) -> str:
    """Set pieces as text: blank lines between them, but none inside a list or a table; headings as Markdown has them.

    A first piece that only repeats the title is left out.
    """
    kept = [piece for piece in pieces if piece.text or any(piece.cells)]
    if title and kept and _words(kept[0].text) == _words(title):
        kept = kept[1:]
    # What is set as a title further down is a heading there.
    kept[1:] = [piece._replace(kind="heading") if piece.kind == "title" else piece for piece in kept[1:]]
    parts = [_set(piece) for piece in kept[:1]]
    for before, piece in pairwise(kept):
        parts += ["\n" if (before.kind, piece.kind) in _TIGHT else "\n\n", _set(piece)]
    return "".join(parts)


def _set(piece: Piece) -> str:
    if not piece.cells:
        return _MARKS[piece.kind] + piece.text
    row = f"| {' | '.join(cell.replace('|', _ESCAPED) for cell in piece.cells)} |"
    return f"{row}\n|{' --- |' * len(piece.cells)}" if piece.kind == "head" else row


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())
