"""Ages told by their decade: "a man in his forties" is from 40 to 49."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from factcheck.extract.found import FoundFigure
from factcheck.model.figure import Figure
from factcheck.text.passage import Passage

YEAR = "a"
LAST = 9
"""Years of a decade behind its first."""


def age_decades(passage: Passage, used: AbstractSet[int]) -> Iterator[FoundFigure]:
    """Give the ages told by their decade where no other figure stands."""
    for match in passage.matches("age-decade"):
        first = match.entry.value
        if first is None or not used.isdisjoint(range(match.start, match.end)):
            continue
        span = passage.span(match.start, match.end)
        figure = Figure(first, first + LAST, span, form="measure", role="age", unit=YEAR)
        yield FoundFigure(match.start, match.end, figure, (f"age by its decade: {match.entry.key}",))
