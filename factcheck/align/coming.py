"""The one day to come that each of two reports tells: a next meeting, a final, the day something takes effect."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence

from rapidfuzz import fuzz

from factcheck.align.date_frames import FRAMED, NEAR, Met
from factcheck.model.claim import Claim, Reading
from factcheck.model.date import Date
from factcheck.model.word import Word

ONLY_COMING = "only-coming"
"""The signal of two such days."""
WHOLE = 10
"""Letters of a day in EDTF."""
AHEAD = 200
"""Days ahead up to which a day printed without its year is one to come, and not of the year before."""
NO_YEAR = "XXXX"
"""The year in EDTF that a report does not print."""


def coming_days(a: Reading, b: Reading) -> Iterator[Met]:
    """Pair the days to come of two reports of which each tells one, in sentences that share a word."""
    left, right = _coming(a), _coming(b)
    if len(left) != 1 or len(right) != 1 or left.keys() == right.keys():
        return
    x, y = next(iter(left.values())), next(iter(right.values()))
    if any(fuzz.ratio(one.key, other.key) >= NEAR for one in _words(a, x) for other in _words(b, y)):
        yield x, y, FRAMED, {ONLY_COMING: 1.0}


def _coming(reading: Reading) -> Mapping[datetime.date, Claim]:
    """Give the days after a report's publication that it tells; a plain "tomorrow" is none."""
    published = reading.report.published
    found: dict[datetime.date, Claim] = {}
    for claim in reading.claims if published is not None else ():
        day = _day(claim.date, published) if claim.date is not None and published is not None else None
        if day is not None and published is not None and day > published:
            found.setdefault(day, claim)
    return found


def _day(date: Date, published: datetime.date) -> datetime.date | None:
    """Give the day a date is, in whichever year it is near; None for a plain "tomorrow", and for more than a day."""
    told = date.relative and not date.year_told and not date.weekday
    if told or len(date.edtf) != WHOLE:
        return None
    try:
        if not date.edtf.startswith(NO_YEAR):
            return datetime.date.fromisoformat(date.edtf)
        days = [datetime.date.fromisoformat(f"{published.year + n}{date.edtf[len(NO_YEAR) :]}") for n in (0, 1)]
    except ValueError:
        return None
    return next((day for day in days if 0 < (day - published).days <= AHEAD), None)


def _words(reading: Reading, claim: Claim) -> Sequence[Word]:
    """Give the content words of a date's sentence, but for dates and for who says so."""
    statement = next(
        (c for c in reading.claims if c.kind == "statement" and c.context.sentence == claim.context.sentence), None
    )
    if statement is None:
        return ()
    said = statement.attribution.cue if statement.attribution is not None else None
    words = (word for word in statement.words if word.kind in ("word", "predicate", "thing"))
    return [word for word in words if said is None or not said.start <= word.start < said.end]
