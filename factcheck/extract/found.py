"""A figure as it was found, with the tokens it covers."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from typing import NamedTuple

from factcheck.model.figure import Figure


class FoundFigure(NamedTuple):
    """A figure, the half-open range of tokens of its whole expression, and how it was read."""

    start: int
    end: int
    figure: Figure
    explain: tuple[str, ...]


def unshared(found: FoundFigure, start: int, end: int, used: AbstractSet[int]) -> FoundFigure:
    """Leave the words around a number at tokens `start:end` to the figures that have them already."""
    first = max((at + 1 for at in range(found.start, start) if at in used), default=found.start)
    last = min((at for at in range(end, found.end) if at in used), default=found.end)
    return found._replace(start=first, end=last)
