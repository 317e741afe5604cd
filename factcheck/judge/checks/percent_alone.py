"""A rise or fall in percent with no value beside it that says of how much."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Annotated, cast

from msgspec import Meta

from factcheck.judge.case import Case, Draft
from factcheck.judge.changes import MOST_FIGURES, is_rate
from factcheck.judge.checks import Check, Options
from factcheck.judge.drafts import claims_draft
from factcheck.judge.schema import When
from factcheck.judge.word_lists import WordList
from factcheck.model.claim import Claim, Marker
from factcheck.model.pair import Step
from factcheck.model.span import Span

RATES = ("percent", "percentage-point", "vague")
BESIDE = 30
"""Code points between the word of a change and its rate."""


class AloneOptions(Options, frozen=True, kw_only=True):
    """Where a value would do."""

    around: Annotated[
        int, Meta(ge=0, le=3, description="sentences before and behind in which a value is looked for")
    ] = 1
    unless: Annotated[
        WordList | None,
        Meta(description="stay silent where one of these is in the same sentence: what is told by its rate alone"),
    ] = None


def run(case: Case, where: tuple[int, ...], when: When, options: Options) -> Iterator[Draft]:
    """Give a draft for each rate of change with no amount, count or measure in its sentence or close around it.

    A level reached ("fell to 3.5%") is no rate, and what a market's session did is quoted by its rate.
    """
    (report,) = where
    options = cast("AloneOptions", options)
    around = options.around
    told = case.worded[report].get(options.unless.name, ()) if options.unless is not None else ()
    excused = {found.sentence for found in told}
    valued = {c.context.sentence for c in case.figures(report) if c.figure is not None and c.figure.form not in RATES}
    for sentence in case.readings[report].sentences:
        words = list(case.markers(report, sentence.index, "change"))
        near = range(sentence.index - around, sentence.index + around + 1)
        if not words or sentence.index in excused or not valued.isdisjoint(near):
            continue
        ends = list(case.markers(report, sentence.index, "change-end"))
        figures = list(case.figures(report, sentence.index))
        for claim in figures if len(figures) <= MOST_FIGURES else ():
            if _beside(case, report, claim, words) and is_rate(claim, ends) and _told_as_fact(claim):
                step = Step("no-base", False, (("figure", claim.text),))
                yield claims_draft(case, report, [claim], {"figure": claim.text}, step)
                break


def _beside(case: Case, report: int, claim: Claim, words: Sequence[Marker]) -> bool:
    """Tell whether a word of change stands right before a figure, with no bracket opened between."""
    gaps = [Span(m.span.end, claim.span.start, m.span.field) for m in words if m.span.field == claim.span.field]
    near = [gap for gap in gaps if 0 <= gap.end - gap.start <= BESIDE]
    return any("(" not in case.readings[report].report.surface(gap) for gap in near)


def _told_as_fact(claim: Claim) -> bool:
    exact = claim.figure is not None and claim.figure.form == "percent" and claim.figure.exact is not None
    return exact and claim.context.modality == "fact" and not claim.context.session and not claim.context.negated


CHECK = Check("report", (), frozenset({"figure"}), AloneOptions, run)
