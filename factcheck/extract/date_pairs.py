"""Dates that belong together: the two ends of a range, and one day told in both calendars."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from factcheck.extract.date_absolute import between
from factcheck.extract.date_parts import Copy, FoundDate, opened
from factcheck.model.date import Date

LINKS = frozenset("(),،/-–")
"""Marks that may stand between two tellings of one day."""


def ranged(copy: Copy, dates: Iterable[FoundDate]) -> Iterator[FoundDate]:
    """Join a date to the one before it where a word or dash of a range stands between them."""
    held: FoundDate | None = None
    for date in dates:
        joined = _again(copy, held, date) or _joined(copy, held, date) if held is not None else None
        if joined is not None:
            held = joined
            continue
        if held is not None:
            yield held
        held = date
    if held is not None:
        yield held


def _again(copy: Copy, first: FoundDate, last: FoundDate) -> FoundDate | None:
    """Join a month or year told twice: one month by two names, `this year 2015`."""
    if first.date.edtf != last.date.edtf or first.date.calendar != last.date.calendar or first.date.weekday:
        return None
    if any(copy.text(at) not in ("(", ")", "/", "،", ",") for at in range(first.end, last.start)):
        return None
    date = replace(
        last.date,
        written=copy.written(first.start, last.end),
        relative=first.date.relative and last.date.relative,
        weekday=last.date.weekday,
    )
    return FoundDate(first.start, last.end, date, (*first.explain, *last.explain))


def _joined(copy: Copy, first: FoundDate, last: FoundDate) -> FoundDate | None:
    if _season(copy, first, last):
        return between(copy, first, last)
    join = copy.passage.at(first.end + (copy.text(first.end) in (",", "،")), "range-join")
    at = join.end if join is not None else first.end
    between_open = opened(copy, first.start, "between")
    if join is None or at != last.start or (join.entry.key == "and" and not between_open):
        return None
    guessed = first.date.edtf.startswith("XXXX") or first.date.calendar == "hijri"  # its year stands with the last
    if first.date.relative != last.date.relative and not guessed:
        return None
    if first.date.calendar != last.date.calendar or (last.date.weekday and not first.date.weekday):
        return None
    if "/" in first.date.edtf or "/" in last.date.edtf:
        return None
    start = _same_year(first.date.edtf, last.date.edtf)
    if len(start) != len(last.date.edtf) or start >= last.date.edtf or "X" in start[:4] + last.date.edtf[:4]:
        both = start.startswith("XXXX-") and last.date.edtf.startswith("XXXX-") and len(start) == len(last.date.edtf)
        if not both:
            return None
    if copy.text(first.end) in ("-", "–") and len(start) == 4 and not (start.isdigit() and last.date.edtf.isdigit()):
        return None
    return between(copy, first._replace(date=replace(first.date, edtf=start)), last)


def _season(copy: Copy, first: FoundDate, last: FoundDate) -> bool:
    """Tell whether two years with a stroke between follow on each other (`2015/2016`)."""
    years = first.date.edtf, last.date.edtf
    if copy.text(first.end) != "/" or first.end + 1 != last.start or not all(y.isdigit() for y in years):
        return False
    return int(years[1]) == int(years[0]) + 1


def _same_year(first: str, last: str) -> str:
    """Give the first end of a range the year that stands with the last alone."""
    if not first.startswith("XXXX-") or last.startswith("XXXX-"):
        return first
    year = int(last[:4])
    return f"{year - (first[5:] > last[5:]):04d}{first[4:]}"


def paired(copy: Copy, dates: Iterable[FoundDate]) -> Iterator[FoundDate]:
    """Mark two dates of different calendars that stand beside each other as one day told twice."""
    found = list(dates)
    for at, date in enumerate(found):
        other = next((o for o in found[max(0, at - 1) : at + 2] if o is not date and _twins(copy, date, o)), None)
        if other is None:
            yield date
            continue
        named = date.date.weekday or other.date.weekday
        twin = replace(date.date, corresponds=other.date.edtf, weekday=named)
        yield date._replace(date=twin, explain=(*date.explain, f"also told as {other.date.edtf}"))


def _year_of(date: Date) -> bool:
    """Tell whether a date is a year told from the report's ("this year")."""
    return date.relative and len(date.edtf) == 4


def _twins(copy: Copy, one: FoundDate, other: FoundDate) -> bool:
    first, last = (one, other) if one.start < other.start else (other, one)
    if first.date.calendar == last.date.calendar or _year_of(first.date) or _year_of(last.date):
        return False
    at = first.end
    while at < last.start:
        link = copy.passage.at(at, "date-link")
        if link is not None:
            at = link.end
        elif copy.text(at) in LINKS or copy.text(at) in "()":
            at += 1
        else:
            return False
    return at == last.start
