"""What was paid: one report gives the sum, the other names the payment and no sum."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.judge.case import Case
from factcheck.judge.values import agrees, value_level
from factcheck.model.claim import Claim, Marker
from factcheck.model.finding import Evidence

BESIDE = 40
"""Code points between a sum and the word for what it pays."""
TOUCHING = 3
"""Code points between a sum and a word that means a payment only beside one ("return")."""


def unpriced(case: Case, here: int, there: int) -> Iterator[tuple[Claim, Evidence]]:
    """Give each sum of one report with the words of the other that name the payment without any sum."""
    theirs = [claim for claim in case.figures(there) if _is_sum(claim)]
    priced = {key for claim in theirs for key in _paid(case, there, claim)}
    with_sum = {claim.context.sentence for claim in theirs}
    told: set[str] = set()
    for claim in case.figures(here):
        if not _is_sum(claim) or claim.context.earlier or claim.context.negated or _given(claim, theirs):
            continue
        for key in _paid(case, here, claim):
            if key in priced or key in told:
                continue
            word = _named(case, there, key, with_sum)
            if word is not None:
                told.add(key)
                yield claim, case.evidence(there, word.span, "uncounted")
                break


def _is_sum(claim: Claim) -> bool:
    return claim.figure is not None and claim.figure.form == "money"


def _given(claim: Claim, theirs: list[Claim]) -> bool:
    return any(
        other.figure is not None
        and claim.figure is not None
        and other.figure.unit == claim.figure.unit
        and agrees(value_level(claim.figure, other.figure))
        for other in theirs
    )


def _paid(case: Case, report: int, claim: Claim) -> list[str]:
    """Give the keys of the payments named beside a sum, the nearest first."""
    found: list[tuple[int, str]] = []
    for marker in case.markers(report, claim.context.sentence, "payment", "pays"):
        gap = max(claim.span.start - marker.span.end, marker.span.start - claim.span.end)
        if gap <= (TOUCHING if marker.group == "pays" else BESIDE) and claim.context.clause.overlaps(marker.span):
            found.append((gap, marker.key))
    return [key for _, key in sorted(found)]


def _named(case: Case, report: int, key: str, with_sum: set[int]) -> Marker | None:
    for marker in case.readings[report].markers:
        if marker.group != "payment" or marker.key != key or marker.sentence in with_sum:
            continue
        context = case.statement(report, marker.sentence).context
        if not context.negated and not context.earlier:
            return marker
    return None
