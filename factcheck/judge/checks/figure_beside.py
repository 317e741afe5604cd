"""A figure beside words of a list: the rule's `when` says which figures do not go with them."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Annotated, Literal, cast

from msgspec import Meta

from factcheck.judge.case import Case, Draft
from factcheck.judge.checks import Check, Options
from factcheck.judge.drafts import claims_draft
from factcheck.judge.schema import When
from factcheck.judge.word_lists import Worded, WordList
from factcheck.model.claim import Claim
from factcheck.model.pair import Step
from factcheck.model.span import Span

_WORD = re.compile(r"[^\W_]+")
_PAUSE = re.compile(r"[,;:.!?،؛؟]")


class BesideOptions(Options, frozen=True, kw_only=True):
    """What stands beside the figure, and how near."""

    words: Annotated[WordList, Meta(description="what the figure is told of, by language")]
    side: Annotated[Literal["before", "after"], Meta(description="where the words stand to the figure")] = "before"
    within: Annotated[int, Meta(ge=0, le=10, description="most words that may stand between")] = 2
    unless: Annotated[WordList | None, Meta(description="stay silent where one of these is in the same sentence")] = (
        None
    )


def run(case: Case, where: tuple[int, ...], when: When, options: Options) -> Iterator[Draft]:
    """Give a draft for each figure next to a phrase of the list, with no other figure between the two.

    A figure told by the hour, the head or the like is left out: the words may be of that.
    """
    (report,) = where
    options = cast("BesideOptions", options)
    excused = {found.sentence for found in _listed(case, report, options.unless)}
    for number, group in itertools.groupby(_listed(case, report, options.words), key=lambda found: found.sentence):
        if number in excused:
            continue
        figures = sorted(case.figures(report, number), key=lambda claim: claim.span.order)
        for found in group:
            figure = _next(case, report, found, figures, options)
            if figure is not None and figure.figure is not None and figure.figure.per is None:
                said = case.readings[report].report.surface(found.span)
                values = {"figure": figure.text, "words": said, "together": _together(case, report, figure, found)}
                step = Step("beside", False, (("figure", figure.text), ("word", said)))
                words = (case.evidence(report, found.span, "word"),)
                yield claims_draft(case, report, [figure], values, step, further=words)


def _listed(case: Case, report: int, words: WordList | None) -> Sequence[Worded]:
    return case.worded[report].get(words.name, ()) if words is not None else ()


def _together(case: Case, report: int, figure: Claim, found: Worded) -> str:
    return case.readings[report].report.surface(figure.span.join(found.span))


def _next(case: Case, report: int, found: Worded, figures: Sequence[Claim], options: BesideOptions) -> Claim | None:
    """Give the figure nearest to a phrase on its side, with no pause and few words between."""
    if options.side == "before":
        at = bisect_left(figures, found.span.end, key=lambda claim: claim.span.start)
        near = figures[at] if at < len(figures) else None
        gap = Span(found.span.end, near.span.start, near.span.field) if near is not None else None
    else:
        at = bisect_left(figures, found.span.start, key=lambda claim: claim.span.start)
        near = figures[at - 1] if at else None
        end = min(near.span.end, found.span.start) if near is not None else 0  # "of voters" may be what is counted
        gap = Span(end, found.span.start, near.span.field) if near is not None else None
    between = case.readings[report].report.surface(gap) if gap is not None else ""
    if _PAUSE.search(between) or len(_WORD.findall(between)) > options.within:
        return None
    return near


CHECK = Check("report", (), frozenset({"figure", "together", "words"}), BesideOptions, run)
