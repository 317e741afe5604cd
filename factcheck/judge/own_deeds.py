"""Figures of what a body does or sets itself to do: whoever allots a sum or closes a shop is its source."""

from __future__ import annotations

from factcheck.judge.case import Case
from factcheck.judge.going_on import list_head
from factcheck.judge.materiality import outcome
from factcheck.model.claim import Claim, Marker

FAR = 220
"""Characters from an act to a figure of it: what stands further on in a sentence is told by whoever writes."""
OPENS = 12
"""Characters at the start of a sentence in which an act stands that the whole of it is about."""
RIGHT_BEHIND = 8
"""Characters from a sum to whoever gave it, in a clause of its own ("500 million that the ministry allotted")."""
GIVEN = frozenset({"allot", "grant", "pledge", "provide"})
"""Keys of acts by which money is given."""
LOOSE = frozenset({"aim", "do", "include", "offer", "provide"})
"""Keys of acts that are told of much else than what is counted."""
SHORT = 6
"""Sentences of a report that tells of one act and no more."""
REPORTED = frozenset({"arrest", "close", "destroy", "evacuate", "fine", "foil", "manage", "rescue", "resume", "stop"})
"""Keys of acts that whoever did them tells the press of."""
CARES = frozenset({"contribute", "dispatch", "receive", "treat"})
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
    above = next(iter(case.markers(report, head, "deed")), None) if head is not None else None
    if above is not None:
        return above
    start = case.statement(report, sentence).span.start
    deeds = [
        m
        for m in case.markers(report, sentence, "deed")
        if 0 <= claim.span.start - m.span.end <= FAR
        or (0 <= m.span.start - claim.span.end <= RIGHT_BEHIND and m.key in GIVEN)
        or (m.span.end <= claim.span.start and m.span.start - start <= OPENS and m.key not in LOOSE)
    ]
    deed = max(deeds, key=lambda marker: marker.span.end, default=None)
    done = deed.span.end if deed is not None else start
    deed = deed or _report_of(case, report)
    if deed is None:
        return None
    counted = claim.figure.counted
    if counted is not None and counted.kind == "casualty" and outcome(counted.key) not in HANDLED:
        return deed if deed.key in CARES and outcome(counted.key) != DEAD else None
    people = counted is None or counted.kind == "people"
    groups = ("outcome", "accusation", "takes-part") if people else ("outcome", "accusation")
    others = (m for m in case.markers(report, sentence, *groups) if m.key not in HANDLED)
    told = any(done <= m.span.start < claim.span.end and (m.key == DEAD or deed.key not in CARES) for m in others)
    return None if told else deed


def _report_of(case: Case, report: int) -> Marker | None:
    """Give the act that a short report is about, which credits nobody: all of it is what the body gave out."""
    reading = case.readings[report]
    if reading.attributions:
        return None
    body = [s for s in reading.sentences if s.kind not in ("headline", "heading")]
    if not body or len(body) > SHORT:
        return None
    return next((m for m in case.markers(report, body[0].index, "deed") if m.key in REPORTED), None)
