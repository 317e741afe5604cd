"""Which figures matter: counts of the event itself, and figures a reader would want a source for."""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.judge.case import Case
from factcheck.model.claim import Claim
from factcheck.model.source import Attribution

LEAD_SENTENCES = 3
"""Sentences at the start of a report that tell the event itself."""


def is_event_count(claim: Claim) -> bool:
    """Tell whether a figure counts, as a fact of this event, whom it killed, hurt or had arrested, or who took part."""
    figure = claim.figure
    if (
        figure is None
        or figure.counted is None
        or figure.role != "quantity"
        or figure.form not in ("cardinal", "vague")
    ):
        return False
    if claim.context.earlier or claim.context.modality != "fact" or claim.context.negated:
        return False
    counted = figure.counted
    return counted.kind in ("casualty", "people") and (counted.event or counted.kind == "people")


def carried(case: Case, report: int, said: Iterable[Attribution]) -> list[Claim]:
    """Give the material figures that stand in any of the words somebody is credited with, in order."""
    found = {c.id: c for one in said for c in case.claims_at(report, one.content) if is_material(c)}
    return sorted(found.values(), key=lambda claim: (claim.span.order, claim.kind))


def in_lead(claim: Claim) -> bool:
    """Tell whether a claim stands where a report tells the event itself."""
    return claim.context.sentence < LEAD_SENTENCES


def outcome(key: str | None) -> str:
    """Give what became of those counted: "soldier-dead" and "dead" are both dead."""
    return (key or "").rpartition("-")[2]


def is_material(claim: Claim) -> bool:
    """Tell whether a reader would want a source for a figure: a count, money, a share; no duration or distance."""
    figure = claim.figure
    if figure is None or figure.role != "quantity" or figure.form == "ordinal":
        return False
    if figure.form == "vague":
        if figure.counted is None or figure.counted.key in RECORDS:
            return False
        told = figure.counted.kind == "thing" and not figure.counted.event  # "dozens of questions"
        return (figure.low or 0) >= (MANY_THINGS if told else MANY)
    if figure.form in ("money", "percent", "percentage-point"):
        return figure.form != "percent" or figure.exact != WHOLE
    if figure.form in ("measure", "ratio") or figure.counted is None or figure.counted.key == "time":
        return False
    if not RECORDS.isdisjoint((figure.counted.key, figure.counted.whole, (figure.counted.key or "").partition("-")[0])):
        return False
    if figure.definite and (figure.low or 0) <= (KNOWN_STATES if figure.counted.key in STATES else KNOWN):
        return False
    thing = figure.counted.key == GROUP or (
        figure.counted.kind not in ("casualty", "people") and not figure.counted.event
    )
    if thing and (figure.low or figure.high or 0) <= FEW_THINGS:
        return False
    return figure.counted.kind == "casualty" or (figure.low or figure.high or 0) > FEW


RECORDS = frozenset(
    {
        "assist",
        "award",
        "ballot",
        "bronze-medal",
        "candidate",
        "defeat",
        "delegate",
        "draw",
        "film",
        "floor",
        "goal",
        "gold-medal",
        "match",
        "medal",
        "penalty",
        "point",
        "race",
        "round",
        "silver-medal",
        "title",
        "tournament",
        "type",
        "vote",
        "win",
    }
)
"""What sport, elections and the arts keep count of for everyone to look up: nobody is asked who says so."""
MANY = 24
"""What "dozens" begins at: vaguer words ("several") say no more than the telling."""
MANY_THINGS = 1000
"""What vague words for things that stand in no event begin at, if they are to be more than the telling."""
KNOWN = 20
"""Up to here a definite number tells of a known group ("the six powers") and counts nothing anew."""
KNOWN_STATES = 200
"""Up to here a definite number of states or members is that of an alliance or a congress ("the 27 members")."""
STATES = frozenset({"country", "member"})
"""Keys of what makes up an alliance or a congress."""
WHOLE = 100
"""All of a thing, as a manner of speaking."""
GROUP = "group"
"""What is made up for the telling ("into three groups"): a few of them count nobody."""
FEW_THINGS = 12
"""Up to here a count of things that stand in no event ("four continents") is part of the telling as well."""
FEW = 2
"""A count of one or two things is part of the telling, unless it counts casualties."""
