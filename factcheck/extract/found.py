"""A figure as it was found, with the tokens it covers."""

from __future__ import annotations

from typing import NamedTuple

from factcheck.model.figure import Figure


class FoundFigure(NamedTuple):
    """A figure, the half-open range of tokens of its whole expression, and how it was read."""

    start: int
    end: int
    figure: Figure
    explain: tuple[str, ...]
