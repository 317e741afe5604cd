"""The toll that a report opens with: whatever words two reports of one event find for it, it is one count."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from msgspec.structs import replace

from factcheck.model.claim import Claim, Reading
from factcheck.model.pair import Pair

LEAD_TOLL = "lead-toll"
"""The signal of two figures that each report opens with, of one outcome."""
FEWEST = 3
"""Sentences a report must have for its first ones to be its opening."""


def with_lead_tolls(readings: Sequence[Reading], pairs: Sequence[Pair]) -> list[Pair]:
    """Mark the pairs of two figures that are their reports' tolls."""
    tolls = [lead_tolls(reading) for reading in readings]
    return [
        replace(pair, signals=(*pair.signals, (LEAD_TOLL, 1.0)))
        if (became := tolls[pair.a.report].get(pair.a.claim)) and became == tolls[pair.b.report].get(pair.b.claim)
        else pair
        for pair in pairs
    ]


def lead_tolls(reading: Reading) -> Mapping[str, str]:
    """Map the figures in a report's headline and first sentence that count its casualties to what became of them.

    Only where it opens with one number of them, which no later one exceeds, and with one event: a part, an update or a
    sum over several events is no toll to hold.
    """
    told = {claim.id: claim for claim in reading.claims if _counts_casualties(claim)}
    text = [sentence.index for sentence in reading.sentences if sentence.span.field == "text"]
    if len(reading.sentences) < FEWEST or not text or any(_of_several(c, text[0]) for c in reading.claims):
        return {}
    opening = {claim.id: claim for claim in told.values() if claim.context.sentence <= text[0]}
    return {
        number: became
        for number, claim in opening.items()
        if (became := _became(claim))
        and {_value(other) for other in opening.values() if _became(other) == became} == {_value(claim)}
        and all(_value(other) <= _value(claim) for other in told.values() if _became(other) == became)
    }


def _of_several(claim: Claim, last: int) -> bool:
    """Tell whether a figure of the opening counts events ("in two separate accidents")."""
    counted = claim.figure.counted if claim.figure is not None and claim.context.sentence <= last else None
    return counted is not None and counted.of_events and _value(claim) > 1


def _counts_casualties(claim: Claim) -> bool:
    figure, context = claim.figure, claim.context
    if figure is None or figure.form != "cardinal" or figure.role != "quantity" or figure.per is not None:
        return False
    if context.earlier or context.negated or context.modality != "fact":
        return False
    return figure.counted is not None and figure.counted.kind == "casualty" and figure.low is not None


def _became(claim: Claim) -> str:
    """Give the outcome of those counted where no group of them is meant: "dead", and not "soldier-dead"."""
    counted = claim.figure.counted if claim.figure is not None else None
    return counted.key if counted is not None and counted.key and counted.whole is None else ""


def _value(claim: Claim) -> Decimal:
    return claim.figure.low or Decimal(0) if claim.figure is not None else Decimal(0)
