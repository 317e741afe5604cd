"""Dates that may be of one thing: those that only one report gives, by what is said around them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from factcheck.align.assignment import assign
from factcheck.align.coming import coming_days
from factcheck.align.date_frames import Met, ends, told_days
from factcheck.align.likeness import likeness
from factcheck.align.signals import WEIGHTS, total
from factcheck.model.claim import Claim, Reading

LEAST_DATE = 0.5
"""Score under which two dates are not taken to be of one thing."""
MOST_DATES = 150
"""A report with more dates of its own is a chronicle: all its sentences are alike."""


def meeting_dates(
    a: Reading, b: Reading, alike: Mapping[tuple[int, int], float], weights: Mapping[str, float]
) -> Iterator[Met]:
    """Pair dates of two reports in one language that are printed in one of them only; none is a plain "yesterday"."""
    if a.report.language != b.report.language:
        return
    left, right = own_dates(a, b), own_dates(b, a)
    scores: dict[tuple[int, int], float] = {}
    kept: dict[tuple[int, int], dict[str, float]] = {}
    for i, x in enumerate(left):
        for j, y in enumerate(right):
            found = _signals(x, y, alike.get((x.context.sentence, y.context.sentence), 0.0), weights)
            score = total(found, WEIGHTS)
            if score >= LEAST_DATE:
                scores[i, j], kept[i, j] = score, found
    met = set[int]()
    for i, j in assign(scores):
        met |= {id(left[i]), id(right[j])}
        yield left[i], right[j], round(scores[i, j], 4), {n: round(v, 4) for n, v in kept[i, j].items()}
    for x, y, score, found in (*ends(a, b), *told_days(a, b, alike, weights), *coming_days(a, b)):
        if id(x) not in met and id(y) not in met:
            yield x, y, score, found


def own_dates(reading: Reading, other: Reading) -> Sequence[Claim]:
    """Give the dates that a report prints and the other does not; none of a chronicle, and no plain "yesterday"."""
    given = {_printed(claim) for claim in other.claims if claim.date}
    own = [claim for claim in reading.claims if claim.date and (printed := _printed(claim)) and printed not in given]
    return own if len(own) <= MOST_DATES else ()


def _printed(claim: Claim) -> str:
    """Give what a report prints of a date, whenever it was published: the date, or else the weekday."""
    date = claim.date
    if date is None:
        return ""
    if not date.relative:
        return date.edtf
    return date.edtf[len("YYYY") :] if date.year_told else f"W{date.weekday}" if date.weekday else ""


def _signals(a: Claim, b: Claim, sentence: float, weights: Mapping[str, float]) -> dict[str, float]:
    found = {
        "clause": likeness(a.context.stems, b.context.stems, weights),
        "sentence": sentence,
        "beside": likeness(a.context.beside, b.context.beside, weights),
    }
    if a.context.names and b.context.names:
        shared = a.context.names & b.context.names
        found["names"] = len(shared) / len(a.context.names | b.context.names)
    return found
