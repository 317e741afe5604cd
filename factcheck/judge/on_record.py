"""Figures nobody is asked to vouch for: what is on record, on a price list, or told in passing."""

from __future__ import annotations

from factcheck.judge.case import Case
from factcheck.judge.going_on import is_share
from factcheck.model.claim import Claim


def is_on_record(case: Case, report: int, claim: Claim) -> bool:
    """Tell what anyone can look up: how many live in a place or find room in it, the states of an alliance, votes."""
    figure = claim.figure
    markers = list(case.markers(report, claim.context.sentence, "record"))
    keys = {marker.key for marker in markers}
    if is_share(claim):
        return not keys.isdisjoint({ELECTION, POLL})
    if figure is None or figure.counted is None:
        return False
    if figure.counted.kind == "people" and POLL in keys:
        return True
    states = figure.counted.key == "country"
    if not states and figure.counted.kind != "people":
        return False
    ends = [marker.span.end for marker in markers if (marker.key == MEMBERS) == states]
    if states:  # whose delegates sit in a hall, everyone there sees
        ends += [marker.span.end for marker in case.markers(report, claim.context.sentence, "takes-part")]
    return any(0 <= claim.span.start - end <= BESIDE for end in ends)


POLL, ELECTION = "poll-method", "election"
"""Keys of words for whom a poll asked and how sure it is, and of a vote, whose shares are published."""
MEMBERS = "members"
"""The key of what an alliance does to its states."""
BESIDE = 30
"""Characters between such a word and its figure ("the population of either town is about 3,000")."""


def is_tariff(case: Case, report: int, claim: Claim) -> bool:
    """Tell a price on somebody's own list (a fare, a fee, a tax) from money that was spent, lost or promised."""
    figure = claim.figure
    rate = figure is not None and figure.form == "percent"
    if rate and any(marker.key == TAX for marker in case.markers(report, claim.context.sentence, "tariff")):
        return True
    small = figure is not None and figure.form == "money" and (figure.low or figure.high or 0) <= DEAREST
    sold = figure is not None and figure.per in SOLD_BY
    return small and (sold or any(case.markers(report, claim.context.sentence, "tariff")))


SOLD_BY = frozenset({"L", "kg"})
"""What goods are sold by at a pump or a counter."""
TAX = "tax"
"""The key of taxes, whose rates a law sets."""
DEAREST = 1000
"""What stands on a price list costs no more, in whatever currency."""


def is_company(case: Case, report: int, claim: Claim) -> bool:
    """Tell a handful of people whom nothing befell, whom whoever was there has counted ("with six ministers")."""
    figure = claim.figure
    noun = figure.counted if figure is not None else None
    if figure is None or noun is None or noun.kind != "people" or noun.event or (figure.low or figure.high or 0) > FEW:
        return False
    words = case.markers(report, claim.context.sentence, "outcome", "counted", "accusation")
    return not any(m.group != "counted" or m.kind == "casualty" for m in words)


FEW = 9
"""People in such company at most."""


def in_passing(case: Case, report: int, claim: Claim) -> bool:
    """Tell a small count of things in no event, which belongs to the telling ("a hall with 30 paintings").

    A count that its sentence is about ("14 schools closed") does not.
    """
    figure = claim.figure
    noun = figure.counted if figure is not None else None
    if figure is None or noun is None or figure.form != "cardinal":
        return False
    sentence = case.sentence(report, claim.context.sentence)
    if sentence.kind != "headline" and claim.span.start - sentence.span.start <= OPENS:
        return False
    return noun.kind not in ("casualty", "people") and not noun.event and (figure.low or figure.high or 0) < SMALL


OPENS = 12
"""Characters at the start of a sentence in which its subject begins, behind a verb at most."""
SMALL = 100
"""Up to here a lone count of things is told in passing."""
