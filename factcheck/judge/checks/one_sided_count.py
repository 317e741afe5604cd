"""One report counts what the event did to people, or who took part; the other tells the event without a number."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import BaseModel

from factcheck.judge.case import Case, Draft, basis_of
from factcheck.judge.checks import Check, Options
from factcheck.judge.materiality import in_lead, is_event_count, outcome
from factcheck.judge.schema import When
from factcheck.model.claim import Claim
from factcheck.model.figure import shown
from factcheck.model.finding import Evidence
from factcheck.model.pair import Pair, Step


def run(case: Case, where: tuple[int, ...], when: When, options: BaseModel) -> Iterator[Draft]:
    """Give a draft for each count of the event that one of two reports leaves out.

    Levels: `vague` where the other report has only a vague word for it, `left-out` where it has nothing.
    """
    for here, there in (where, where[::-1]):
        told: set[str] = set()
        parts = {part for group in case.sums[here].values() for part in group}
        for claim in case.figures(here):
            counted = claim.figure.counted if claim.figure is not None else None
            if (
                counted is None
                or claim.id in parts
                or not is_event_count(claim)
                or claim.figure is None
                or claim.figure.form == "vague"
            ):
                continue
            if not _of_the_event(case, here, there, claim) or claim.figure.low == claim.figure.high == DUAL:
                continue
            if counted.kind in told or outcome(counted.key) in told or _given(case, here, there, claim):
                continue
            told.update(filter(None, (counted.kind if counted.kind == "people" else "", outcome(counted.key))))
            yield _draft(case, here, there, claim)


DUAL = 2
"""Two is said by a noun's form: too small a thing to miss."""
SAME_STATEMENT = 0.5
"""Likeness from which a sentence of the other report tells the same."""


def _of_the_event(case: Case, here: int, there: int, claim: Claim) -> bool:
    """The lead tells the event; further down a count belongs to it where the other report tells the same sentence."""
    if in_lead(claim) or _vague(case, there, claim) is not None:
        return True
    likest = case.likest.get((here, there), {}).get(case.statement(here, claim.context.sentence).id)
    casualty = claim.figure is not None and claim.figure.counted is not None and claim.figure.counted.kind == "casualty"
    return casualty and likest is not None and likest[1] >= SAME_STATEMENT


def _given(case: Case, here: int, there: int, claim: Claim) -> bool:
    """Tell whether the other report gives the count in any form: the same thing, or any count of people."""
    counted = claim.figure.counted if claim.figure is not None else None
    if counted is None:
        return True
    for other in case.figures(there):
        noun = other.figure.counted if other.figure is not None else None
        if noun is None or other.figure is None or other.figure.form == "vague":
            continue
        if outcome(noun.key) == outcome(counted.key) or (counted.kind == "people" and noun.kind == "people"):
            return True
    return any(_pairs(pair, here, there, claim) and pair.verdict != "not comparable" for pair in case.pairs)


def _pairs(pair: Pair, here: int, there: int, claim: Claim) -> bool:
    return any(
        x.report == here and x.claim == claim.id and y.report == there for x, y in ((pair.a, pair.b), (pair.b, pair.a))
    )


def _draft(case: Case, here: int, there: int, claim: Claim) -> Draft:
    vague = _vague(case, there, claim)
    repeats = [
        case.evidence(here, case.by_id[here][other].span, "again")
        for other in case.repeats[here][claim.id]
        if other != claim.id
    ]
    parts = [case.evidence(here, case.by_id[here][part].span, "part") for part in case.sums[here].get(claim.id, ())]
    counted = claim.figure.counted if claim.figure is not None else None
    value = shown(claim.figure) if claim.figure is not None else ""
    return Draft(
        level="vague" if vague is not None else "left-out",
        evidence=(
            case.evidence(here, claim.span, "count"),
            vague or _event(case, here, there, claim),
            *parts,
            *repeats,
        ),
        basis=(basis_of(claim, value),),
        values={"figure": claim.text, "counted": counted.text if counted else claim.text},
        steps=(Step("no-count-there", True, (("a", claim.text), ("b", vague.text if vague else "–"))),),
        claims=((here, claim.id),),
    )


def _vague(case: Case, there: int, claim: Claim) -> Evidence | None:
    """Find the other report's vague words for it: "several officials", "dozens of dead"."""
    counted = claim.figure.counted if claim.figure is not None else None
    if counted is None:
        return None
    for other in case.figures(there):
        noun = other.figure.counted if other.figure is not None else None
        if noun is not None and other.figure is not None and other.figure.form == "vague" and noun.kind == counted.kind:
            return case.evidence(there, other.span, "vague")
    reading = case.readings[there]
    for marker in reading.markers:
        if marker.group != "vague-count":
            continue
        near = [m for m in case.markers(there, marker.sentence, "counted") if 0 <= m.span.start - marker.span.end <= 12]
        if any(m.key == counted.key for m in near):
            return case.evidence(there, marker.span.join(near[0].span), "vague")
    return None


def _event(case: Case, here: int, there: int, claim: Claim) -> Evidence:
    """Quote where the other report tells the event: the sentence likest to the count's, else its first."""
    own = case.statement(here, claim.context.sentence)
    likest = case.likest.get((here, there), {}).get(own.id)
    if likest is not None and likest[1] >= 0.5:
        return case.evidence(there, case.by_id[there][likest[0]].span, "event")
    body = next((s for s in case.readings[there].sentences if s.kind == "paragraph"), case.readings[there].sentences[0])
    return case.evidence(there, body.span, "event")


CHECK = Check("pair", ("vague", "left-out"), frozenset({"figure", "counted"}), Options, run)
