"""Shares a sentence tells whole: so many of so many, and what that is in percent."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from factcheck.align.dimension import dimension
from factcheck.judge.case import Case
from factcheck.judge.changes import MOST_FIGURES
from factcheck.model.claim import Claim, Marker

TOUCHING = 2
"""Code points that may part "of" from its two figures."""
NOUN = 25
"""Code points between a share and its two figures: room for the noun that is counted and the word that joins them."""


class Share(NamedTuple):
    """A percentage, the part and the whole it is said to be of."""

    rate: Claim
    part: Claim
    whole: Claim


def shares_in(case: Case, report: int, sentence: int) -> Iterator[Share]:
    """Give every "30 of 120, or 25%", "30 of 120 (25%)" and "25% (30 of 120)" of a sentence."""
    joins = case.markers(report, sentence, "share-of")
    figures = sorted(case.figures(report, sentence), key=lambda c: c.span.order) if joins else []
    if not figures or len(figures) > MOST_FIGURES:
        return
    for at, (part, whole) in enumerate(itertools.pairwise(figures)):
        if not _of(part, whole, joins) or not _may_share(part, whole):
            continue
        after = figures[at + 2] if at + 2 < len(figures) else None
        before = figures[at - 1] if at else None
        if after is not None and _told_as(case, report, whole, after, joins):
            yield Share(after, part, whole)
        elif before is not None and _told_as(case, report, before, part, joins):
            yield Share(before, part, whole)


def _of(part: Claim, whole: Claim, joins: Sequence[Marker]) -> bool:
    return any(
        m.key == "of"
        and 0 <= m.span.start - part.span.end <= TOUCHING
        and (m.span.end >= whole.span.start or whole.span.start - m.span.end <= TOUCHING)
        and m.span.start < whole.span.start + TOUCHING
        for m in joins
    )


def _may_share(part: Claim, whole: Claim) -> bool:
    a, b = part.figure, whole.figure
    if a is None or b is None or dimension(a) != dimension(b) or a.unit != b.unit:
        return False
    if dimension(a) not in ("count", "money") or a.low is None or b.low is None:
        return False
    nouns = {x.counted.key or x.counted.text for x in (a, b) if x.counted is not None}
    return len(nouns) <= 1 and 0 < a.low <= b.low


def _told_as(case: Case, report: int, first: Claim, second: Claim, joins: Sequence[Marker]) -> bool:
    """Tell whether two neighbours are a share and its figures: joined by "or", or the second in brackets."""
    gap = second.span.start - first.span.end
    rates = [_is_rate(claim) for claim in (first, second)]
    if gap > NOUN or rates.count(True) != 1:
        return False
    if any(
        m.key == "is" and first.span.end <= m.span.start and 0 <= second.span.start - m.span.end <= TOUCHING
        for m in joins
    ):
        return True
    reading = case.readings[report].report
    text = reading.text if first.span.field == "text" else reading.title or ""
    opened = text[first.span.end : second.span.start].rstrip().endswith("(")
    return opened and (rates[0] or text[second.span.end : second.span.end + 1] == ")")


def _is_rate(claim: Claim) -> bool:
    figure = claim.figure
    return figure is not None and figure.form == "percent" and figure.low == figure.high and not figure.counted
