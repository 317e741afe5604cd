"""Sources that are summed up first and named right after: "experts say ...", and then which expert."""

from __future__ import annotations

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
    if key in MEDIA and any(
        a.source is not None and a.source.kind == "person" and a.content.overlaps(attribution.content)
        for a in case.readings[report].attributions
    ):
        return True  # they only pass on what somebody named says
    behind = [a for a in _in_order(case, report) if _place(a) > _place(attribution) and _is_other(a.source, source)]
    return any(_names(case, report, key, source, other.source) for other in behind[:NEXT] if other.source is not None)


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
    found = (m.key for m in case.readings[report].markers if m.group == "unnamed" and m.span.overlaps(span))
    return next((one for one in found if key in ("", one)), "")


def _bodies(case: Case, report: int, span: Span) -> set[str]:
    claims = (c for c in case.readings[report].claims if c.name is not None and c.span.overlaps(span))
    return {c.name.key for c in claims if c.name is not None and c.name.type == "organisation"}


def _is_other(source: Source | None, than: Source) -> bool:
    return source is not None and source.kind != "unnamed" and source.named != than.named


def _in_order(case: Case, report: int) -> list[Attribution]:
    return sorted(case.readings[report].attributions, key=_place)


def _place(attribution: Attribution) -> tuple[bool, int, int]:
    return (attribution.cue or attribution.content).order
