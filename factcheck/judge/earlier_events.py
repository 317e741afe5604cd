"""Tolls of what happened before the news: an attack of last month that a report recalls."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from factcheck.judge.case import Case
from factcheck.judge.days import days_apart
from factcheck.judge.materiality import LEAD_SENTENCES, in_lead, outcome
from factcheck.model.claim import Claim

NEWS = 3
"""Days that news may be old."""
DAY, MONTH, YEAR = 10, 7, 4
"""Characters that a day, a month and a year of EDTF take up."""
BESIDE = 3
"""Code points between "after" and the duration behind it, or before it."""
EARLY = "-03"
"""Months of a year in which the year before is no earlier time yet."""
SPANS = frozenset({"day", "d", "wk", "week", "mo", "month", "a", "year"})


def told_before(case: Case, report: int, claim: Claim) -> bool:
    """Tell whether a figure's sentence is about an earlier event: by its date, or "two weeks after an attack"."""
    today = day_of(case, report)
    return any(_dated_before(today, m) for m in _moments(case, report, claim)) or _told_after(case, report, claim)


def long_past(case: Case, report: int, claim: Claim) -> bool:
    """Tell whether those killed, hurt or there are counted of what happened in an earlier year: anyone can look it up.

    That is a year before the report's, or a month or day a year before it or more. Without the day of publication it
    is a year that the report names, behind its lead, and goes beyond, or one that no report of these decades can be
    news of. Its sentence may call it an anniversary.
    """
    figure = claim.figure
    noun = figure.counted if figure is not None else None
    if noun is None:
        return False
    sentence = claim.context.sentence
    aboard = noun.kind == "people" and any(case.markers(report, sentence, "takes-part"))
    if outcome(noun.key) in STILL_THERE or (noun.kind != "casualty" and not aboard):
        return False
    if any(marker.key == ANNIVERSARY for marker in case.markers(report, sentence, "earlier")):
        return True
    today = day_of(case, report)
    if today:
        return any(_years_before(moment, today) for moment in _moments(case, report, claim))
    if any(_years_before(moment, EARLIEST) for moment in _moments(case, report, claim)):
        return True
    latest = _latest_year(case, report)
    return not in_lead(claim) and any(moment[:YEAR] < latest for moment in _moments(case, report, claim) if moment)


@lru_cache(maxsize=4)  # every figure of a report asks
def day_of(case: Case, report: int) -> str:
    """Give the day of a report: of its publication, of its dateline, or the one its lead begins with; else nothing."""
    reading = case.readings[report]
    if reading.report.published is not None or reading.day:
        return reading.day if reading.report.published is None else reading.report.published.isoformat()
    begins = {s.span.order[:2] for s in reading.sentences if s.index < LEAD_SENTENCES}
    dates = (c for c in case.claims_of(report, "date") if c.span.order[:2] in begins)
    days = (c.date.edtf for c in dates if c.date is not None)
    return next((day for day in days if _is_day(day)), "")


@lru_cache(maxsize=4)  # every figure of a report asks
def _latest_year(case: Case, report: int) -> str:
    """Give the last year that a report tells of as a fact."""
    dates = (c for c in case.claims_of(report, "date") if c.date is not None and c.context.modality == "fact")
    years = (c.date.edtf[:YEAR] for c in dates if c.date is not None)
    return max((year for year in years if year.isdecimal()), default="")


def _years_before(moment: str, today: str) -> bool:
    if not moment[:YEAR].isdecimal():
        return False
    ago = f"{int(today[:YEAR]) - 1}{today[YEAR:]}"
    if len(moment) == YEAR:
        return moment < (today if today[YEAR:] > EARLY else ago)[:YEAR]
    return len(moment) in (MONTH, len(today)) and moment <= ago[: len(moment)]


def _moments(case: Case, report: int, claim: Claim) -> Iterator[str]:
    """Give the dates a figure may be of: the one it speaks of, the nearest before and behind it, and the only day."""
    sentence = claim.context.sentence
    yield claim.context.moment or ""
    dates = [c for c in case.claims_of(report, "date") if c.context.sentence == sentence and c.date is not None]
    before = [c for c in dates if c.span.end <= claim.span.start]
    behind = [c for c in dates if 0 <= c.span.start - claim.span.end <= CLOSE]
    yield from (c.date.edtf for c in (*before[-1:], *behind[:1]) if c.date is not None)
    if not dates and not claim.context.moment and _goes_on(case, report, sentence):
        above = [c for c in case.claims_in(report, sentence - 1) if c.date is not None]
        yield from (c.date.edtf for c in above[-1:] if c.date is not None)
    told = [c.date.edtf for c in dates if c.date is not None]
    days = {day for day in told if _is_day(day)}
    if len(days) == 1 and all(next(iter(days)).endswith(day.lstrip("X")) for day in told):
        yield from days


def _is_day(day: str) -> bool:
    return len(day) == DAY and day.replace("-", "").isdecimal()


def _goes_on(case: Case, report: int, sentence: int) -> bool:
    """Tell a sentence that goes on with the one before it in its paragraph, in which something else was dated."""
    sentences = case.sentences(report)
    before = sentences.get(sentence - 1)
    return before is not None and before.kind == "paragraph" and before.block == sentences[sentence].block


ANNIVERSARY = "anniversary"
"""The key of the day on which a past event is remembered."""
EARLIEST = "1990-01-01"
"""A day that no report is older than that comes as a file."""
STILL_THERE = frozenset({"displaced", "evacuated"})
"""Keys of people who are counted anew as long as they are away."""
CLOSE = 12
"""Characters from a figure to a date behind it that it is of ("67 dead in 2013")."""


def _dated_before(today: str, moment: str) -> bool:
    if not today or not moment[:YEAR].isdecimal():
        return False
    if len(moment) < len(today):
        return moment < today[: len(moment)] and len(moment) in (YEAR, MONTH)
    apart = days_apart(moment, today)
    return moment < today and apart is not None and apart > NEWS


def _told_after(case: Case, report: int, claim: Claim) -> bool:
    """Tell whether a word for "after" stands beside a duration, ahead of the figure."""
    sentence = claim.context.sentence
    figures = (c for c in case.claims_of(report, "figure") if c.context.sentence == sentence)
    spans = [c.span for c in figures if c.figure is not None and c.figure.unit in SPANS]
    after = [m.span for m in case.markers(report, sentence, "date-bound") if m.key == "after"]
    return any(
        span.end <= claim.span.start and (0 <= span.start - word.end <= BESIDE or 0 <= word.start - span.end <= BESIDE)
        for word in after
        for span in spans
    )
