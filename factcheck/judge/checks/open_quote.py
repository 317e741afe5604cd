"""A quotation mark that is opened and never closed, so that nobody knows where the speaker's words end."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from factcheck.judge.case import Case, Draft
from factcheck.judge.checks import Check, Options
from factcheck.judge.schema import When
from factcheck.model.claim import Claim
from factcheck.model.pair import Step

PARTNERS = {"“": "”", "‘": "’", "«": "»", "„": "“", "‹": "›"}
"""Marks that another one closes; any other closes itself."""
MARGIN = 4
"""Code points before a quotation in which its mark stands."""
FURTHER = 2
"""Paragraphs a quotation may run on into without opening its mark again."""
MARKS = frozenset('"“”«»„″‹›')
"""Marks that may stand for one another where a paper mixes them; an apostrophe is none."""
BEFORE = frozenset("([{-–—:،,")
"""What may stand right before a mark that opens, beside a space."""


def run(case: Case, where: tuple[int, ...], when: When, options: Options) -> Iterator[Draft]:
    """Give a draft for each quotation whose mark nothing closes, not even where the next paragraph opens it again.

    A quotation inside it may have the same marks. Levels: `unclosed`; `mismatched` where a mark of another kind
    closes it.
    """
    (report,) = where
    told: set[int] = set()
    for claim in case.claims_of(report, "quote"):
        block = case.readings[report].sentences[claim.context.sentence].block
        if (
            claim.quote is None
            or claim.quote.closed
            or claim.quote.continued
            or claim.span.field != "text"
            or block in told
        ):
            continue  # one stray mark spoils those behind it
        mark = _closing(case, report, claim)
        opened = case.readings[report].report.text[max(0, claim.span.start - MARGIN) : claim.span.start].rstrip()[-1:]
        if mark is None or mark != PARTNERS.get(opened, opened):
            told.add(block)
            yield _draft(case, report, claim, "unclosed" if mark is None else "mismatched")


def _closing(case: Case, report: int, claim: Claim) -> str | None:
    """Give the mark that closes a quotation in its paragraph or the next ones, whatever its kind."""
    reading = case.readings[report]
    text = reading.report.text
    block = reading.sentences[claim.context.sentence].block
    following = takewhile(lambda s: s.block <= block + FURTHER, reading.sentences[claim.context.sentence :])
    end = max(sentence.span.end for sentence in following)
    depth = 1
    for at in range(claim.span.start, end):
        if text[at] in MARKS:
            before, after = text[at - 1], text[at + 1 : at + 2]
            opens = (before.isspace() or before in BEFORE) and after.isalnum()
            depth += 1 if opens else -1
            if depth == 0:
                return text[at]
    return None


def _draft(case: Case, report: int, claim: Claim, level: str) -> Draft:
    words = " ".join(claim.quote.words) if claim.quote is not None else ""
    return Draft(
        level=level,
        evidence=(case.evidence(report, claim.span),),
        basis=((words, "open"),),
        values={"quote": claim.text},
        steps=(Step("left-open", False, (("quote", claim.text),)),),
        claims=((report, claim.id),),
    )


CHECK = Check(
    "report", ("unclosed", "mismatched"), frozenset({"quote"}), Options, run, turns={"closed-quotation": ("unclosed",)}
)
