"""Tolls of what happened before the news: an attack of last month that a report recalls."""

from __future__ import annotations

from factcheck.judge.case import Case
from factcheck.judge.days import days_apart
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
