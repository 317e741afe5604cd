"""Words that say which month, week or year is meant, seen from the day of the report: last, this, next."""

from __future__ import annotations

from typing import NamedTuple

from factcheck.extract.date_parts import Copy
from factcheck.text.passage import Match


def direction_beside(copy: Copy, start: int, end: int) -> tuple[Match, int, int] | None:
    """Give the word that says last, this or next, and the range that takes it in."""
    after = copy.passage.at(end, "direction")
    if after is not None and after.entry.tag("position") == "after":
        return after, start, after.end
    for before in copy.passage.within("direction", start - 3, start):
        if before.end == start and before.entry.tag("position") == "before":
            return before, before.start, end
    return None


class Told(NamedTuple):
    """A month, week or year named as last, this or next: how many away, and where it is written."""

    start: int
    end: int
    unit: str
    away: int


def told(copy: Copy, index: int) -> Told | None:
    """Read `last year`, `this month`, `next week`, in either order of the two words, that begins at a token."""
    if "calendar-unit" not in copy.passage.groups:
        return None
    unit = copy.keyed(index, "calendar-unit", "week", "month", "year")
    if unit is None:
        before = copy.passage.at(index, "direction")
        unit = copy.keyed(before.end, "calendar-unit", "week", "month", "year") if before is not None else None
        if before is None or unit is None or before.entry.tag("position") != "before":
            return None
    if unit.form.number in ("plural", "dual", "construct") or unit.entry.tag("plural"):
        return None
    beside = direction_beside(copy, unit.start, unit.end)
    if beside is None or beside[1] != index:
        return None
    word, start, end = beside
    return Told(start, end, unit.entry.key, int(word.entry.value or 0))
