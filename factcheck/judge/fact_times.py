"""Which time a figure speaks of, and whether that is the time a desk's fact is of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from msgspec import Struct

from factcheck.judge.date_ladder import told_when
from factcheck.judge.days import NO_YEAR
from factcheck.model.claim import Claim, Reading
from factcheck.model.date import Date
from factcheck.model.fact import FactMeeting
from factcheck.model.report import Sentence
from factcheck.model.span import Span

Time = Literal["same", "near", "older", "other"]
"""`same` where the report names the fact's time, or the fact does not change; `near` where the report names none, or a
longer one around the fact's day, and came out when the fact still says something; `older` where it came out long after;
`other` where it speaks of another time."""

FRESH = 1
"""Years after its own that a fact still says something of a report that names no time."""
RANGE = "/"
YEAR, MONTH, DAY = 4, 7, 10
"""Characters of a year, of a month with its year and of a whole day in EDTF."""
BEFORE = 2
"""Sentences before a figure that may say of which time it is."""
NEXT = 6
"""Code points behind a figure within which a date belongs to it whatever stands between."""
BREAKS = frozenset(",،;؛:()[]–—")


class Times(Struct, frozen=True, eq=False):
    """What a report says of times: its claims by sentence, and the day it came out as far as that is known."""

    reading: Reading
    claims: Mapping[int, Sequence[Claim]]
    sentences: Mapping[int, Sentence]
    today: str


def times_of(reading: Reading) -> Times:
    """Sort the claims of a report, so that no figure has to search all of them."""
    claims: dict[int, list[Claim]] = {}
    for claim in reading.claims:
        claims.setdefault(claim.context.sentence, []).append(claim)
    return Times(reading, claims, {s.index: s for s in reading.sentences}, _today(reading))


def time_of(times: Times, claim: Claim, meeting: FactMeeting) -> Time:
    """Compare the times of a figure and of a fact.

    A month is no part of a year here: what was sold in March is not held to what was sold in the year. Only a fact of
    one day, which tells how things stand, is held to a figure of the month or year around it.
    """
    fact = meeting.fact
    if fact.as_of is None:
        if claim.context.earlier:
            return "other"
        return "near" if any(True for _ in dates_beside(times, claim)) else "same"  # it may not have been finished then
    dates = list(dates_beside(times, claim))
    if RANGE in fact.as_of and not dates:
        return "other"  # a quarter is told by its name and its year
    if dates:
        quarter = fact.as_of[YEAR:] if meeting.quarter else ""
        told = {_with_year(date.edtf, times.today) + quarter for date in dates}
        if told == {fact.as_of} and not any(date.bound for date in dates):
            sure = all(date.edtf[:YEAR].isdecimal() and not date.relative for date in dates)
            return "same" if sure else "near"
        around = all(len(fact.as_of) == DAY and fact.as_of.startswith(edtf) for edtf in told)
        return "near" if around and not any(date.bound for date in dates) else "other"
    begins, ends = _edges(fact.as_of)
    if claim.context.earlier or claim.context.session or meeting.part_of_time or _told_of_another(times, claim, begins):
        return "other"
    today = times.today
    if times.reading.report.published is not None and today < begins:
        return "other"
    return "near" if not today or int(today[:YEAR]) - int(ends[:YEAR]) <= FRESH else "older"


def _with_year(edtf: str, today: str) -> str:
    """Give a month or day told without its year the year in which it was last, where the report's day is known."""
    if len(today) < DAY or not edtf.startswith(NO_YEAR):
        return edtf
    this = f"{today[:YEAR]}-{edtf.removeprefix(NO_YEAR)}"
    return this if this <= today else f"{int(today[:YEAR]) - 1}-{edtf.removeprefix(NO_YEAR)}"


def moment_of(times: Times, claim: Claim) -> str:
    """Write the dates beside a figure, or a dash."""
    return ", ".join(sorted({date.edtf for date in dates_beside(times, claim)})) or "–"


def dates_beside(times: Times, claim: Claim) -> Iterator[Date]:
    """Give the dates that may say when a figure held: before it or right behind it, but not when it was said."""
    here = times.claims.get(claim.context.sentence, ())
    for other in here:
        if other.date is None or other.span.field != claim.span.field:
            continue
        if not _parted(times, claim, other) and not told_when(other, here):
            yield other.date


def _told_of_another(times: Times, claim: Claim, begins: str) -> bool:
    """Tell whether the sentences of the paragraph before the figure's speak of a month, or of years long past."""
    sentences = times.sentences
    own = sentences[claim.context.sentence]
    for index in range(own.index - 1, own.index - 1 - BEFORE, -1):
        if index not in sentences or sentences[index].block != own.block:
            return False
        dates = [c.date.edtf for c in times.claims.get(index, ()) if c.date is not None]
        if any(len(edtf) == MONTH for edtf in dates):
            return True
        told = [edtf[:YEAR] for edtf in dates if edtf[:YEAR].isdecimal()]
        if told:
            return int(max(told)) + FRESH < int(begins[:YEAR])
    return False


def _today(reading: Reading) -> str:
    """Give the day a report came out, else the latest year it names, which it cannot be older than; empty for neither.

    A year that is still to come only makes less of a difference.
    """
    if reading.report.published is not None:
        return reading.report.published.isoformat()
    years = (claim.date.edtf[:YEAR] for claim in reading.claims if claim.date is not None)
    return max((year for year in years if year.isdecimal()), default="")


def _parted(times: Times, claim: Claim, date: Claim) -> bool:
    """Tell whether a date behind a figure stands in another clause, not at its beginning, or behind another figure."""
    if date.span.start < claim.span.end:
        return False
    nearer = Span(claim.span.end, date.span.start, date.span.field)
    here = times.claims.get(claim.context.sentence, ())
    if any(c.figure is not None and c.figure.form != "ordinal" and nearer.covers(c.span) for c in here):
        return True
    text = times.reading.report.surface(Span(claim.span.end, date.span.start, date.span.field))
    return len(text) > NEXT and not BREAKS.isdisjoint(text)


def _edges(as_of: str) -> tuple[str, str]:
    """Give the first and the last day of a time, the last as far as it is written."""
    first, _, last = as_of.partition("/")
    whole = first + "-01-01"[: DAY - len(first)] if len(first) < DAY else first
    return whole, last or first
