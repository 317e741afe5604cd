"""Counts of what an event did to people grow by the hour: which difference is an update, and which is none."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from factcheck.judge.case import Case
from factcheck.judge.materiality import outcome
from factcheck.model.claim import Claim
from factcheck.model.pair import Pair, Step

Toll = Literal["", "update", "grown", "shrunken"]
DEAD = "dead"
"""The outcome that is never taken back: those hurt or missing may be fewer the day after."""
ROSE = "rose-to"
"""The key of the words by which a report says that its count is the later one."""
REVISED = ("correction", "revised")
"""Keys of the words by which a report says that a count was put right."""


def toll(case: Case, pair: Pair, a: Claim, b: Claim, *, one_speaker: bool) -> tuple[Toll, tuple[Step, ...]]:
    """Tell what the difference of two casualty counts may be; empty where neither counts casualties.

    `grown`: the report published later has the larger count, or the one that says that the toll rose; `shrunken`: it
    has the smaller count of dead, and nobody says that the toll was revised; `update`: nothing tells which was counted
    first. One speaker counts once an hour: what one has said in reports of one day, with no two hours named, is no
    update.
    """
    if not (_casualty(a) or _casualty(b)):
        return "", ()
    first, second = (case.readings[ref.report].report.published for ref in (pair.a, pair.b))
    x, y = _stated(a), _stated(b)
    if first is None or second is None or first == second or x is None or y is None:
        rose = _told_to_rise(case, pair, a, b)
        if rose:
            return "grown", (Step("told-to-rise", False, (("a", rose),)),)
        hours = _hours(case, pair.a.report, a), _hours(case, pair.b.report, b)
        if one_speaker and not (hours[0] and hours[1] and not hours[0] & hours[1]):
            return "", ()
        return "update", (Step("counted-when", False, (("a", str(first or "–")), ("b", str(second or "–")))),)
    early, late = (x, y) if first < second else (y, x)
    dates = (("a", str(first)), ("b", str(second)))
    if late > early:
        return "grown", (Step("later-count", False, dates),)
    revised = any(_revised(case, ref.report, claim) for ref, claim in ((pair.a, a), (pair.b, b)))
    if revised or DEAD not in (_outcome(a), _outcome(b)):
        return "update", (Step("later-count", False, dates),)
    return "shrunken", (Step("later-fewer", False, dates),)


def _told_to_rise(case: Case, pair: Pair, a: Claim, b: Claim) -> str:
    """Give the words by which the report of the larger count says that it rose, wherever it gives that count."""
    x, y = _stated(a), _stated(b)
    if x is None or y is None or x == y:
        return ""
    report, larger = (pair.a.report, a) if x > y else (pair.b.report, b)
    places = sorted({case.by_id[report][other].context.sentence for other in case.repeats[report][larger.id]})
    rose = (m for at in places for m in case.markers(report, at, "update") if m.key == ROSE)
    return next((case.evidence(report, marker.span).text for marker in rose), "")


def _hours(case: Case, report: int, claim: Claim) -> frozenset[Decimal]:
    """Give the times of day named in a count's sentence."""
    near = (c.figure for c in case.claims_in(report, claim.context.sentence))
    return frozenset(f.low for f in near if f is not None and f.role == "time" and f.low is not None)


def _casualty(claim: Claim) -> bool:
    counted = claim.figure.counted if claim.figure is not None else None
    return counted is not None and counted.kind == "casualty"


def _outcome(claim: Claim) -> str:
    counted = claim.figure.counted if claim.figure is not None else None
    return outcome(counted.key) if counted is not None else ""


def _stated(claim: Claim) -> Decimal | None:
    figure = claim.figure
    if figure is None:
        return None
    return figure.low if figure.low is not None else figure.high


def _revised(case: Case, report: int, claim: Claim) -> bool:
    """Tell whether a report says that a count was put right, beside the figure or anywhere before it."""
    return any(
        marker.group == "update" and marker.key in REVISED and marker.sentence <= claim.context.sentence + 1
        for marker in case.readings[report].markers
    )
