"""A lead in a poll that is no larger than the poll's own margin of error."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Annotated, cast

from msgspec import Meta

from factcheck.judge.case import Case, Draft
from factcheck.judge.checks import Check, Options
from factcheck.judge.drafts import claims_draft
from factcheck.judge.schema import When
from factcheck.judge.word_lists import Worded, WordList
from factcheck.model.claim import Claim
from factcheck.model.figure import plain
from factcheck.model.pair import Step

REACH = 60
"""Code points between the words for the margin and its figure."""
APART = 60
"""Code points between the two shares of a lead."""
MOST_SHARES = 12
"""Shares of a sentence from which it is a table."""


class LeadOptions(Options, frozen=True, kw_only=True):
    """Words for a lead, and for the margin."""

    lead: Annotated[WordList, Meta(description="words that say that somebody is ahead")]
    margin: Annotated[WordList, Meta(description="words before the margin of error")]
    unless: Annotated[WordList | None, Meta(description="stay silent where one of these is in the same sentence")] = (
        None
    )


def run(case: Case, where: tuple[int, ...], when: When, options: Options) -> Iterator[Draft]:
    """Give a draft for each lead told by two shares that are no further apart than the report's smallest margin.

    A sentence that speaks of the margin itself is left alone.
    """
    (report,) = where
    options = cast("LeadOptions", options)
    worded = case.worded[report]
    first = {found.sentence: found for found in reversed(worded.get(options.margin.name, ()))}
    margins = [claim for found in first.values() for claim in _behind(case, report, found)]
    if not margins:
        return
    margin = min(margins, key=_size)
    excused = {found.sentence for found in worded.get(options.margin.name, ())}
    if options.unless is not None:
        excused |= {found.sentence for found in worded.get(options.unless.name, ())}
    for number, group in itertools.groupby(worded.get(options.lead.name, ()), key=lambda found: found.sentence):
        if number in excused:
            continue
        lead = _lead(case, report, number, next(group))
        if lead is not None and abs(_value(lead[0]) - _value(lead[1])) <= _size(margin):
            apart = plain(abs(_value(lead[0]) - _value(lead[1])))
            values = {"a": lead[0].text, "b": lead[1].text, "margin": margin.text}
            step = Step("lead", False, (("apart", apart), ("margin", plain(_size(margin)))))
            yield claims_draft(case, report, [*lead, margin], values, step)


def _behind(case: Case, report: int, found: Worded) -> Iterator[Claim]:
    """Give the figure next behind the words for a margin."""
    for claim in case.figures(report, found.sentence):
        if 0 <= claim.span.start - found.span.end <= REACH and _size(claim) > 0:
            yield claim
            return


def _size(claim: Claim) -> Decimal:
    """Give how far a margin reaches: of "plus or minus 3" its upper end."""
    figure = claim.figure
    return abs(figure.high) if figure is not None and figure.high is not None else Decimal(0)


def _value(claim: Claim) -> Decimal:
    return claim.figure.exact or Decimal(0) if claim.figure is not None else Decimal(0)


def _lead(case: Case, report: int, number: int, word: Worded) -> Sequence[Claim] | None:
    """Give the first two shares side by side behind a word for a lead."""
    shares = [c for c in case.figures(report, number) if c.figure is not None and c.figure.form == "percent"]
    if not 1 < len(shares) <= MOST_SHARES or any(c.figure is None or c.figure.exact is None for c in shares):
        return None
    behind = [c for c in shares if c.span.start >= word.span.end][:2]
    if len(behind) < 2 or behind[1].span.start - behind[0].span.end > APART:
        return None
    return behind


CHECK = Check("report", (), frozenset({"a", "b", "margin"}), LeadOptions, run)
