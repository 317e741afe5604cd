"""A day told from today and by its name ("yesterday, Monday") that does not fit the day the report came out."""

from __future__ import annotations

import datetime
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Annotated, cast

from msgspec import Meta

from factcheck.judge.case import Case, Draft
from factcheck.judge.checks import Check, Options
from factcheck.judge.drafts import claims_draft
from factcheck.judge.schema import When
from factcheck.model.claim import Claim, Marker
from factcheck.model.pair import Step

WEEK = 7
OFFSETS = {"day-before-yesterday": -2, "yesterday": -1, "today": 0, "tomorrow": 1, "day-after-tomorrow": 2}
"""Days from today, by the key of the word."""
MOST = 8
"""Readings of the words of one date."""


class StaleOptions(Options, frozen=True, kw_only=True):
    """How far the day may be off: a publication date may be a day late, or that of a printed edition."""

    tolerance: Annotated[int, Meta(ge=0, le=3)] = 1


def run(case: Case, where: tuple[int, ...], when: When, options: Options) -> Iterator[Draft]:
    """Give a draft for each such day of a report whose publication date is known."""
    (report,) = where
    published = case.readings[report].report.published
    tolerance = cast("StaleOptions", options).tolerance
    told: dict[int, Sequence[Marker]] = {}
    for claim in case.readings[report].claims if published is not None else ():
        if published is None or claim.date is None or claim.date.weekday is None:
            continue
        sentence = claim.context.sentence
        if sentence not in told:
            told[sentence] = _told(case, report, sentence)
        offset = _offset(claim, told[sentence])
        if offset is None:
            continue
        expected = published + datetime.timedelta(days=offset)
        ahead = (claim.date.weekday - expected.isoweekday()) % WEEK
        if min(ahead, WEEK - ahead) > tolerance:
            found = (("day", expected.isoformat()), ("weekday", str(expected.isoweekday())))
            step = Step("weekday", False, (*found, ("stated", str(claim.date.weekday))))
            yield claims_draft(case, report, [claim], {"date": claim.text}, step)


def _told(case: Case, report: int, sentence: int) -> Sequence[Marker]:
    return sorted(case.markers(report, sentence, "day-offset"), key=lambda marker: marker.span.order)


def _offset(claim: Claim, told: Sequence[Marker]) -> int | None:
    """Give the days from today that a date's own words tell, by the longest of them; None where they tell none."""
    at = bisect_left(told, claim.span.order[:2], key=lambda marker: marker.span.order[:2])
    inside = [m for m in told[at : at + MOST] if claim.span.covers(m.span) and m.key in OFFSETS]
    longest = max(inside, key=lambda m: m.span.end - m.span.start, default=None)
    return OFFSETS[longest.key] if longest is not None else None


CHECK = Check("report", (), frozenset({"date"}), StaleOptions, run)
