"""Figures of what a body does or sets itself to do: whoever allots a sum or closes a shop is its source."""

from __future__ import annotations

from factcheck.judge.case import Case
from factcheck.judge.going_on import list_head
from factcheck.judge.materiality import outcome
from factcheck.model.claim import Claim, Marker

FAR = 220
"""Characters from an act to a figure of it: what stands further on in a sentence is told by whoever writes."""
CARES = frozenset({"dispatch", "receive", "treat"})
"""Keys of acts that are done to the hurt."""
DEAD = "dead"
"""The key of what no act is done to."""
HANDLED = frozenset({"arrested", "evacuated", "receive", "rescued"})
"""What becomes of people by the act itself, graduates and those honoured among them."""


def own_deed(case: Case, report: int, claim: Claim) -> Marker | None:
    """Give the act that a figure belongs to; nobody's act bears out how many came, or were killed or hurt."""
    if claim.figure is None:
        return None
    sentence = claim.context.sentence
    head = list_head(case, report, sentence)
    above = next(case.markers(report, head, "deed"), None) if head is not None else None
    if above is not None:
        return above
    deeds = [m for m in case.markers(report, sentence, "deed") if 0 <= claim.span.start - m.span.end <= FAR]
    if not deeds:
        return None
    deed = max(deeds, key=lambda marker: marker.span.end)
    counted = claim.figure.counted
    if counted is not None and counted.kind == "casualty" and outcome(counted.key) not in HANDLED:
        return deed if deed.key in CARES and outcome(counted.key) != DEAD else None
    others = (m for m in case.markers(report, sentence, "outcome", "takes-part", "accusation") if m.key not in HANDLED)
    told = any(deed.span.end <= other.span.start < claim.span.end for other in others)
    return None if told else deed
