"""Tolls of what happened before the news: an attack of last month that a report recalls."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.judge.case import Case
from factcheck.judge.days import days_apart
from factcheck.judge.materiality import outcome
from factcheck.model.claim import Claim
from factcheck.model.report import Report

NEWS = 3
"""Days that news may be old."""
MONTH, YEAR = 7, 4
"""Characters that a month and a year of EDTF take up."""
BESIDE = 3
"""Code points between "after" and the duration behind it, or before it."""
SPANS = frozenset({"day", "d", "wk", "week", "mo", "month", "a", "year"})


def told_before(case: Case, report: int, claim: Claim) -> bool:
    """Tell whether a figure's sentence is about an earlier event: by its date, or "two weeks after an attack"."""
    readings = case.readings[report]
    sentence = claim.context.sentence
    dates = [
        c for c in case.claims_of(report, "date") if c.context.sentence == sentence and c.span.end <= claim.span.start
    ]
    nearest = dates[-1].date.edtf if dates and dates[-1].date is not None else ""
    moments = (claim.context.moment or "", nearest)
    return any(_dated_before(readings.report, m) for m in moments) or _told_after(case, report, claim)


def long_past(case: Case, report: int, claim: Claim) -> bool:
    """Tell whether those killed, hurt or there are counted of what happened in an earlier year: anyone can look it up.

    That is a year before the report's, or a month or day a year before it or more; without the day of publication
    only what no report of these decades can be news of is told to be past. Its sentence may call it an anniversary.
    """
    published, figure = case.readings[report].report.published, claim.figure
    noun = figure.counted if figure is not None else None
    if noun is None:
        return False
    sentence = claim.context.sentence
    aboard = noun.kind == "people" and any(case.markers(report, sentence, "takes-part"))
    if outcome(noun.key) in STILL_THERE or (noun.kind != "casualty" and not aboard):
        return False
    if any(marker.key == ANNIVERSARY for marker in case.markers(report, sentence, "earlier")):
        return True
    today = published.isoformat() if published is not None else EARLIEST
    return any(_years_before(moment, today) for moment in _moments(case, report, claim))


def _years_before(moment: str, today: str) -> bool:
    if not moment[:YEAR].isdecimal():
        return False
    ago = f"{int(today[:YEAR]) - 1}{today[YEAR:]}"
    if len(moment) == YEAR:
        return moment < today[:YEAR]
    return len(moment) in (MONTH, len(today)) and moment <= ago[: len(moment)]


def _moments(case: Case, report: int, claim: Claim) -> Iterator[str]:
    """Give the dates a figure may be of: the one it speaks of, and the nearest before it and behind it."""
    sentence = claim.context.sentence
    yield claim.context.moment or ""
    dates = [c for c in case.claims_of(report, "date") if c.context.sentence == sentence and c.date is not None]
    before = [c for c in dates if c.span.end <= claim.span.start]
    behind = [c for c in dates if 0 <= c.span.start - claim.span.end <= CLOSE]
    yield from (c.date.edtf for c in (*before[-1:], *behind[:1]) if c.date is not None)
    if not dates and not claim.context.moment and _goes_on(case, report, sentence):
        told = [c for c in case.claims_in(report, sentence - 1) if c.date is not None]
        yield from (c.date.edtf for c in told[-1:] if c.date is not None)


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


def _dated_before(report: Report, moment: str) -> bool:
    if report.published is None or not moment[:YEAR].isdecimal():
        return False
    today = report.published.isoformat()
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
