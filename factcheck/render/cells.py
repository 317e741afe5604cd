"""Fitting text into the cells of a terminal. Isolates and marks take none, wide characters two."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len

ELLIPSIS = "…"


def pad(text: str, cells: int) -> str:
    """Fill up with spaces on the right."""
    return text + " " * max(0, cells - cell_len(text))


def cut(text: str, cells: int) -> str:
    """Shorten to a number of cells, at a word's end where that loses less than half; what was cut shows as `…`."""
    if cell_len(text) <= cells:
        return text
    kept = fitting(text, max(0, cells - 1))
    at_word = kept.rpartition(" ")[0]
    if not text[len(kept) :].startswith(" ") and cell_len(at_word) * 2 >= cells:
        kept = at_word
    return kept.rstrip() + ELLIPSIS if cells > 0 else ""


def fitting(text: str, cells: int) -> str:
    """Give the longest beginning that fits."""
    used = 0
    for index, character in enumerate(text):
        used += cell_len(character)
        if used > cells:
            return text[:index]
    return text


def widest(texts: Sequence[str], least: int = 0) -> int:
    """Give the cells of the widest text, or `least`."""
    return max((cell_len(text) for text in texts), default=least) if texts else least
