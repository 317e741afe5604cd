"""Dates of two reports in two languages that may be of one thing: the only days of two sentences that name the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from factcheck.align.assignment import assign
from factcheck.align.date_frames import WHOLE, Met
from factcheck.align.dates import own_dates
from factcheck.model.claim import Claim, Reading
from factcheck.model.date import Date

MONTH = len("2026-09")
"""Characters of a month of a year."""
LEAST_SENTENCE = 0.5
"""Likeness of two sentences, by what both name, under which two dates in them are not taken to be of one thing."""


def meeting_dates_across(a: Reading, b: Reading, alike: Mapping[tuple[int, int], float]) -> Iterator[Met]:
    """Pair days printed in one of two reports only, each alone in its sentence, by what both name."""
    left, right = _alone(a, own_dates(a, b)), _alone(b, own_dates(b, a))
    scores = {
        (i, j): found
        for i, x in enumerate(left)
        for j, y in enumerate(right)
        if (found := alike.get((x.context.sentence, y.context.sentence), 0.0)) >= LEAST_SENTENCE
    }
    for i, j in assign(scores):
        yield left[i], right[j], round(scores[i, j], 4), {"sentence": round(scores[i, j], 4)}


def _alone(reading: Reading, own: Sequence[Claim]) -> list[Claim]:
    """Keep the days that are the only date printed in their sentence; "Monday" beside one tells when it was said."""
    told = Counter(
        claim.context.sentence for claim in reading.claims if claim.date is not None and _printed(claim.date)
    )
    return [c for c in own if c.date is not None and told[c.context.sentence] == 1 and _printed(c.date)]


def _printed(date: Date) -> bool:
    return len(date.edtf) in (MONTH, WHOLE) and (not date.relative or date.year_told)
