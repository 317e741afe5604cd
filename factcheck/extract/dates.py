"""Dates in a passage as EDTF; nothing the report does not give is filled in.

A date stands by itself (`4 January 2026`), or is led by a weekday or a word such as "yesterday", which then belongs to
it. What is told from the day of the report ("last Friday") is read only where that day is known.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Mapping

from msgspec.structs import replace

from factcheck.extract.date_absolute import day_first, month_first, numeric, year_first
from factcheck.extract.date_bounds import bounded
from factcheck.extract.date_pairs import paired, ranged
from factcheck.extract.date_parts import Copy, FoundDate, copy_of, day_at, month_at
from factcheck.extract.date_relative import counted_away, day_told, in_year_of, offset, unit_told
from factcheck.extract.date_told import direction_beside, told
from factcheck.extract.date_weekday import Around, dated_weekday, nth_weekday, resolved_weekday
from factcheck.extract.date_years import decade, pair_of_years, year
from factcheck.model.language import Language
from factcheck.text.passage import Match, Passage

__all__ = ["FoundDate", "find_dates"]

Reader = Callable[[Copy, int], FoundDate | None]

FULL: tuple[Reader, ...] = (numeric, year_first, day_first, month_first, day_told)
"""Readers of dates that a weekday may lead."""
FULL_LENGTH = len("2026-01-04")
BEGINNINGS = frozenset(
    {
        "calendar-name", "calendar-unit", "day-offset", "decade", "direction", "month", "number", "ordinal", "shift",
        "weekday",
    }
)  # fmt: skip
"""Groups whose words may begin a date; beside them only a numeral, a bracket around one, or "a week" may."""
WORTH = ("month", "weekday", "day-offset", "calendar-unit", "decade")
"""Groups one of whose words stands in every sentence with a date and no numeral."""
BETWEEN = frozenset(",،()-–/")
"""Marks that may stand between the words that lead a date."""


def find_dates(passage: Passage, language: Language, published: datetime.date | None) -> Iterator[FoundDate]:
    """Give every date of a passage in order, none overlapping."""
    if not passage.numerals and passage.groups.isdisjoint(WORTH):
        return
    copy = copy_of(passage, language, published)
    yield from bounded(copy, paired(copy, ranged(copy, _dates(copy))))


def _dates(copy: Copy) -> Iterator[FoundDate]:
    until = 0
    groups = copy.passage.groups
    readers = [read for read, needed in READERS.items() if not needed or needed & groups]
    word_readers = [read for read in readers if read not in OF_NUMBERS]
    for index in _beginnings(copy.passage):
        if index < until:
            continue
        name = copy.passage.at(index, "calendar-name")
        if name is not None:  # "the first day of May" is a date all the same
            until = index + 1 if month_at(copy, name.end) is not None else name.end
            continue
        numeral = copy.passage.tokens[index].kind != "word" or index in copy.numbers
        for read in readers if numeral else word_readers:
            found = read(copy, index)
            if found is not None:
                yield found
                until = found.end
                break


def _beginnings(passage: Passage) -> list[int]:
    """Give the tokens at which a date may begin."""
    brackets = [at for at, token in enumerate(passage.tokens) if token.text == "("]
    one = [at for at, matches in passage.found.items() for match in matches if match.entry.key in ("a", "an")]
    return sorted({*passage.numerals, *brackets, *one, *passage.starts(BEGINNINGS)})


def _led(copy: Copy, index: int) -> FoundDate | None:
    """Read what begins with a weekday, a word such as "yesterday", or a week told as last or next."""
    weekday: Match | None = None
    around = Around()
    at = end = index
    while at < len(copy.passage.tokens):
        taken = _lead(copy, at, index, weekday, around)
        if taken is None:
            break
        weekday, around, end, at = taken[0], taken[1], taken[2], _over(copy, taken[2])
    if end == index or (weekday is None and around.offset is None):
        return None
    if copy.text(end) == ")" and any(copy.text(inside) == "(" for inside in range(index, end)):
        end += 1
    full = _full(copy, at)
    if full is not None:
        if copy.text(full.end) == ")" and "(" in (copy.text(inside) for inside in range(index, full.start)):
            full = full._replace(end=full.end + 1)
        number = int(weekday.entry.value or 0) if weekday is not None else full.date.weekday
        date = replace(full.date, weekday=number, written=copy.written(index, full.end))
        if around.offset is not None:
            date = in_year_of(copy, date, around.offset)
        how = (f"weekday {weekday.entry.key}",) if weekday is not None else ()
        return FoundDate(index, full.end, date, (*full.explain, *how))
    day = day_at(copy, at) if weekday is not None and around == Around() else None
    if day is not None and weekday is not None and (found := dated_weekday(copy, index, day, weekday)) is not None:
        return found
    if weekday is not None:
        return (
            None
            if _habit(copy, index) or _surname(copy, index, around)
            else resolved_weekday(copy, index, end, weekday, around)
        )
    return offset(copy, index, end, around.offset) if around.offset is not None else None


def _lead(
    copy: Copy, at: int, start: int, weekday: Match | None, around: Around
) -> tuple[Match | None, Around, int] | None:
    """Take in one leading word; None where the next token is none."""
    if at > start and copy.passage.at(at, "calendar-name"):
        return None
    day = copy.passage.at(at, "weekday")
    if day is not None and weekday is None:
        beside = direction_beside(copy, day.start, day.end)
        if beside is not None and beside[0].entry.tag("position") == "after":
            return day, around._replace(direction=beside[0]), beside[2]
        return day, around, day.end
    word = copy.passage.at(at, "day-offset")
    if word is not None and around.offset is None:
        return weekday, around._replace(offset=word), word.end
    before = copy.passage.at(at, "direction")
    if before is not None and before.entry.tag("position") == "before" and weekday is None:
        day = copy.passage.at(before.end, "weekday")
        if day is not None:
            return day, around._replace(direction=before), day.end
    of = copy.keyed(at, "stop", "of", "from", "in") if weekday is not None else None
    week = told(copy, of.end if of is not None else at)
    if week is not None and week.unit == "week" and around.week is None:
        return weekday, around._replace(week=week.away), week.end
    return None


def _over(copy: Copy, index: int) -> int:
    """Step over what may stand between leading words and a date: marks, "on", "corresponding to"."""
    at = index
    while at < len(copy.passage.tokens):
        link = copy.passage.at(at, "date-link") or copy.keyed(at, "stop", "on", "the")
        if link is not None:
            at = link.end
        elif copy.text(at) in BETWEEN:
            at += 1
        else:
            break
    return at


def _full(copy: Copy, index: int) -> FoundDate | None:
    found = next((f for read in FULL if (f := read(copy, index)) is not None), None)
    if found is None or ("/" not in found.date.edtf and len(found.date.edtf) < FULL_LENGTH):
        return None
    return found


def _habit(copy: Copy, start: int) -> bool:
    """Tell whether "every" stands before a weekday."""
    return any(
        (match := copy.keyed(at, "period", "every")) is not None and match.end == start
        for at in range(max(0, start - 2), start)
    )


def _surname(copy: Copy, start: int, around: Around) -> bool:
    """Tell whether a bare weekday follows a given name, and may be a surname."""
    return around == Around() and copy.passage.at(start - 1, "given-name") is not None


READERS: Mapping[Reader, frozenset[str]] = {
    pair_of_years: frozenset(),
    numeric: frozenset(),
    year_first: frozenset({"month"}),
    day_first: frozenset({"month"}),
    day_told: frozenset({"calendar-unit"}),
    nth_weekday: frozenset({"ordinal"}),
    _led: frozenset({"day-offset", "weekday"}),
    counted_away: frozenset({"shift"}),
    month_first: frozenset({"month"}),
    decade: frozenset({"decade", "decade-suffix"}),
    unit_told: frozenset({"calendar-unit"}),
    year: frozenset(),
}
"""Readers in order, and for each the groups without any of which it reads nothing."""
OF_NUMBERS = frozenset({pair_of_years, numeric, year_first, day_first, day_told, year})
"""Those of dates that begin with a number."""
