"""A subject in the words of a report: "the two" alone says little, so a claim's words get a few of those before."""

from __future__ import annotations

from factcheck.model.claim import Claim
from factcheck.model.comparison import Comparison, Row
from factcheck.render.bidi import harmless
from factcheck.render.cells import cut
from factcheck.render.quotation import Quotation, phrase

WORDS_BEFORE = 3


def subject_words(comparison: Comparison, row: Row, room: int, language: str = "") -> Quotation:
    """Name a row's subject in at most `room` cells, in the words of a report in `language` if one speaks of it."""
    readable = [cell for cell in row.cells if comparison.readings[cell.report].report.language == language]
    for cell in readable:
        if cell.claims:
            reading = comparison.readings[cell.report]
            claim = reading.claim(cell.claims[0])
            return phrase(reading, claim.span, room, WORDS_BEFORE, _after(claim))
    named = harmless(row.subject)
    for cell in row.cells:
        for claim_id in cell.claims:
            claim = comparison.readings[cell.report].claim(claim_id)
            if harmless(claim.text) == named:
                return phrase(comparison.readings[cell.report], claim.span, room, WORDS_BEFORE, _after(claim))
    return Quotation("", cut(named, room), "")


def _after(claim: Claim) -> int:
    """A bare number needs the word after it too."""
    figure = claim.figure
    return 1 if figure is not None and figure.unit is None and figure.counted is None else 0
