"""Two speakers' quotations one behind the other, with nothing to tell the reader that the speaker has changed."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from factcheck.judge.case import Case, Draft
from factcheck.judge.checks import Check, Options
from factcheck.judge.schema import When
from factcheck.model.claim import Claim
from factcheck.model.pair import Step
from factcheck.model.source import Source
from factcheck.model.span import Span


def run(case: Case, where: tuple[int, ...], when: When, options: Options) -> Iterator[Draft]:
    """Give a draft for each quotation that follows another's with only marks between, and is credited only behind it.

    Two ways of telling one person are no two speakers: what is not seen to be another person is let pass.
    """
    (report,) = where
    quotes = [c for c in case.claims_of(report, "quote") if c.span.field == "text"]
    text = case.readings[report].report.text
    for first, second in pairwise(quotes):
        between = text[first.span.end : second.span.start]
        if (
            not between.strip()
            or any(mark.isalnum() for mark in between)
            or second.context.sentence == first.context.sentence
        ):
            continue
        speakers = _speakers(first, second)
        if speakers is not None and _others(case, report, *speakers):
            yield _draft(case, report, first, second, speakers)


def _speakers(first: Claim, second: Claim) -> tuple[Source, Source] | None:
    """Give who says the two, where the second is named only behind what is said."""
    a, b = first.attribution, second.attribution
    if a is None or b is None or a.source is None or b.source is None or b.source.name is not None:
        return None
    return (a.source, b.source) if b.source.named.order > second.span.order else None


def _others(case: Case, report: int, a: Source, b: Source) -> bool:
    """Tell whether two sources are two people: both with names that share no word."""
    if a.kind != "person" or b.kind != "person":
        return False
    one, other = _names(case, report, a.named), _names(case, report, b.named)
    return bool(one) and bool(other) and not one & other


def _names(case: Case, report: int, span: Span) -> frozenset[str]:
    claims = (c for c in case.claims_of(report, "name") if c.name is not None and c.name.type == "person")
    return frozenset(word.skeleton for c in claims if c.name and span.overlaps(c.span) for word in c.name.words)


def _draft(case: Case, report: int, first: Claim, second: Claim, speakers: tuple[Source, Source]) -> Draft:
    surface = case.readings[report].report.surface
    a, b = (surface(source.named) for source in speakers)
    said = tuple(" ".join(claim.quote.words) for claim in (first, second) if claim.quote is not None)
    return Draft(
        level="",
        evidence=(
            case.evidence(report, second.span),
            case.evidence(report, speakers[1].named, "source"),
            case.evidence(report, first.span),
            case.evidence(report, speakers[0].named, "source"),
        ),
        basis=tuple((words, "quote") for words in said),
        values={"a": a, "b": b},
        steps=(Step("run-together", False, (("a", a), ("b", b))),),
        claims=((report, second.id), (report, first.id)),
    )


CHECK = Check("report", (), frozenset({"a", "b"}), Options, run)
