"""What a date is to the thing that is dated: its day, its beginning, its end, or a day it came before or after."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import get_args

from msgspec.structs import replace

from factcheck.extract.date_parts import Copy, FoundDate
from factcheck.model.date import Bound

LONGEST = 4
"""Words that a bound may have."""


def bounded(copy: Copy, dates: Iterable[FoundDate]) -> Iterator[FoundDate]:
    """Give each date the bound that stands right before it, over an article or the like."""
    for found in dates:
        key = _bound(copy, found.start)
        yield found._replace(date=replace(found.date, bound=key)) if key else found


def _bound(copy: Copy, start: int) -> Bound:
    if "date-bound" not in copy.passage.groups:
        return ""
    the = copy.keyed(start - 1, "stop", "the")
    end = start - 1 if the is not None else start
    for match in copy.passage.within("date-bound", end - LONGEST, end):
        if match.end == end:
            return next((bound for bound in get_args(Bound) if bound == match.entry.key), "")
    return ""
