"""Sources that are summed up first and named right after: "experts say ...", and then which expert."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from itertools import islice

from factcheck.judge.case import Case
from factcheck.model.source import Attribution, Source
from factcheck.model.span import Span

NEXT = 2
"""Statements right behind an unnamed source's among which its name is looked for."""
BESIDE = 60
"""Characters behind a name in which it is told what its bearer is."""
MEDIA = frozenset({"media-outlets", "reports"})
"""Keys of unnamed sources that the name of a paper makes good."""


def named_after(case: Case, report: int, attribution: Attribution) -> bool:
    """Tell whether one of the next statements names whom an unnamed source stands for.

    A paper behind "the media", a person told to be one of them behind experts or officials, the spokesman of the same
    body behind an official of it.
    """
    source = attribution.source
    key = _unnamed_in(case, report, source.named) if source is not None else ""
    if source is None or not key:
        return False
    if source.span.field == "title" and _told_below(case, report, key):
        return True
    if key in MEDIA and any(
        a.source is not None
        and a.source.kind == "person"
        and (a.content.overlaps(attribution.content) or attribution.content.covers(a.source.named))
        for sentence in case.sentences_at(report, attribution.content)
        for a in case.attributions(report, sentence)
    ):
        return True  # they only pass on what somebody named says
    order, places = _in_order(case, report)
    next_ones = (order[at].source for at in range(bisect_right(places, _place(attribution)), len(order)))
    others = islice((other for other in next_ones if other is not None and _is_other(other, source)), NEXT)
    return any(_names(case, report, key, source, other) for other in others)


def _told_below(case: Case, report: int, key: str) -> bool:
    """Tell whether a headline's "scientists" are those of the text: asked about there, or all named there."""
    spoken = [a.source for a in case.readings[report].attributions if a.source is not None]
    below = [source for source in spoken if source.span.field != "title"]
    unnamed = [source for source in below if source.kind == "unnamed"]
    if unnamed:
        return any(_unnamed_in(case, report, source.named, key) for source in unnamed)
    return any(source.kind == "person" for source in below)


def is_somebody(case: Case, report: int, attribution: Attribution) -> bool:
    """Tell whether the words of an unnamed source say who it is: a pronoun that stands for nobody told does not."""
    return attribution.source is not None and _unnamed_in(case, report, attribution.source.named) != ""


def _names(case: Case, report: int, key: str, source: Source, other: Source) -> bool:
    if other.kind == "media":
        return key in MEDIA
    if other.kind not in ("person", "role") or other.named.order < source.named.order:
        return False
    told = Span(other.named.start, other.named.end + BESIDE, other.named.field)
    return _unnamed_in(case, report, told, key) != "" or bool(
        _bodies(case, report, source.named) & _bodies(case, report, told)
    )


def _unnamed_in(case: Case, report: int, span: Span, key: str = "") -> str:
    """Give the key of the word for an unnamed source in a span; only this key, where one is given."""
    found = (marker.key for marker in case.markers_at(report, span, "unnamed"))
    return next((one for one in found if key in ("", one)), "")


def _bodies(case: Case, report: int, span: Span) -> set[str]:
    names = (claim.name for claim in case.claims_at(report, span))
    return {name.key for name in names if name is not None and name.type == "organisation"}


def _is_other(source: Source, than: Source) -> bool:
    return source.kind != "unnamed" and source.named != than.named


@lru_cache(maxsize=4)  # every unnamed source of a report asks
def _in_order(case: Case, report: int) -> tuple[Sequence[Attribution], Sequence[tuple[bool, int, int]]]:
    order = sorted(case.readings[report].attributions, key=_place)
    return order, [_place(attribution) for attribution in order]


def _place(attribution: Attribution) -> tuple[bool, int, int]:
    return (attribution.cue or attribution.content).order
