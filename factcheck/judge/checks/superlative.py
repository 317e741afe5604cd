"""A superlative or sensational claim in the reporter's own voice, that nobody vouches for."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import BaseModel

from factcheck.judge.case import Case, Draft
from factcheck.judge.checks import Check, Options
from factcheck.judge.materiality import LEAD_SENTENCES
from factcheck.judge.schema import When
from factcheck.model.claim import Marker
from factcheck.model.pair import Step
from factcheck.model.report import Sentence
from factcheck.model.span import Span

REACH = 60
"""Code points between a superlative and what makes it a claim ("... in decades")."""


def run(case: Case, where: tuple[int, ...], when: When, options: BaseModel) -> Iterator[Draft]:
    """Give a draft for each superlative with a scope, comparison with the whole of something, sensational word.

    A bare "largest" is often plain fact ("the largest party"): only with a scope ("in history", "since ...") is it a
    claim that wants a source. Levels: `event` in the headline and the lead, or beside a figure; `elsewhere`.
    """
    (report,) = where
    for sentence in case.readings[report].sentences:
        if _vouched(case, report, sentence):
            continue
        for span, word in _claims(case, report, sentence):
            yield _draft(case, report, sentence, span, word)
            break


def _claims(case: Case, report: int, sentence: Sentence) -> Iterator[tuple[Span, Marker]]:
    def near(first: Marker, group: str) -> Marker | None:
        found = case.markers(report, sentence.index, group)
        return next((m for m in found if 0 <= m.span.start - first.span.end <= REACH), None)

    for marker in case.markers(report, sentence.index, "superlative"):
        scope = near(marker, "scope")
        if scope is not None:
            yield marker.span.join(scope.span), marker
    for marker in case.markers(report, sentence.index, "exceed"):
        place, whole = near(marker, "place"), near(marker, "totality")
        if place is not None and whole is not None:
            yield marker.span.join(place.span).join(whole.span), marker
    for marker in case.markers(report, sentence.index, "sensational"):
        yield marker.span, marker


def _vouched(case: Case, report: int, sentence: Sentence) -> bool:
    """Somebody who can be called says so: the reporter only passes it on."""
    sources = [a.source for a in case.attributions(report, sentence.index)]
    return any(s is not None and (s.kind != "unnamed" or s.rung in ("placed", "reasoned")) for s in sources)


def _draft(case: Case, report: int, sentence: Sentence, span: Span, word: Marker) -> Draft:
    statement = case.statement(report, sentence.index)
    lead = sentence.index < LEAD_SENTENCES or sentence.kind in ("headline", "heading")
    figure = any(c.context.sentence == sentence.index for c in case.figures(report))
    text = case.readings[report].report.surface(span)
    return Draft(
        level="event" if lead or figure else "elsewhere",
        evidence=(case.evidence(report, span, "claim"),),
        basis=((" ".join(sorted(set(statement.context.stems))), word.key),),
        values={"claim": text},
        steps=(Step("own-voice", False, (("claim", text),)),),
    )


CHECK = Check("report", ("event", "elsewhere"), frozenset({"claim"}), Options, run)
