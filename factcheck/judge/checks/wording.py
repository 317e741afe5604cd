"""Words and phrases of a list: the smallest useful rule."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, cast

from pydantic import BaseModel, Field

from factcheck.judge.case import Case, Draft
from factcheck.judge.checks import Check, Options
from factcheck.judge.materiality import LEAD_SENTENCES
from factcheck.judge.schema import When
from factcheck.judge.word_lists import Worded, WordList
from factcheck.model.pair import Step
from factcheck.model.span import Span

HEADS = ("headline", "heading")


class WordingOptions(Options):
    """What is looked for, and what excuses it."""

    words: WordList = Field(description="phrases to speak of, by language")
    needs: WordList | None = Field(default=None, description="speak only where one of these is in the same sentence")
    unless: WordList | None = Field(default=None, description="stay silent where one of these is in the same sentence")
    voice: Literal["any", "own", "source", "quotation"] = Field(
        default="any",
        description="who speaks: anybody, the reporter alone, a source that is credited, a quotation",
    )


def run(case: Case, where: tuple[int, ...], when: When, options: BaseModel) -> Iterator[Draft]:
    """Give a draft for each phrase of the list, at its first place in a report; its repeats are further evidence.

    Levels: `event` in the headline and the lead, `elsewhere`.
    """
    (report,) = where
    options = cast("WordingOptions", options)
    told: dict[str, list[Worded]] = {}
    for found in _listed(case, report, options.words):
        if _excused(case, report, found, options) or not _spoken(case, report, found.span, options.voice):
            continue
        told.setdefault(case.readings[report].report.surface(found.span).casefold(), []).append(found)
    for places in told.values():
        yield _draft(case, report, places)


def _listed(case: Case, report: int, words: WordList | None) -> tuple[Worded, ...]:
    return case.worded[report].get(words.name, ()) if words is not None else ()


def _excused(case: Case, report: int, found: Worded, options: WordingOptions) -> bool:
    def beside(words: WordList | None) -> bool:
        return any(other.sentence == found.sentence for other in _listed(case, report, words))

    return (options.needs is not None and not beside(options.needs)) or beside(options.unless)


def _spoken(case: Case, report: int, span: Span, voice: str) -> bool:
    if voice == "any":
        return True
    quoted = any(c.quote is not None and c.span.covers(span) for c in case.readings[report].claims)
    said = any(a.content.covers(span) for a in case.readings[report].attributions)
    return {"own": not quoted and not said, "source": said, "quotation": quoted}[voice]


def _draft(case: Case, report: int, places: list[Worded]) -> Draft:
    first = places[0]
    sentence = next(s for s in case.readings[report].sentences if s.index == first.sentence)
    statement = case.statement(report, first.sentence)
    lead = first.sentence < LEAD_SENTENCES or sentence.kind in HEADS
    text = case.readings[report].report.surface(first.span)
    return Draft(
        level="event" if lead else "elsewhere",
        evidence=tuple(case.evidence(report, place.span) for place in places),
        basis=((" ".join(sorted(set(statement.context.stems))), text.casefold()),),
        values={"words": text},
        steps=(Step("telling-word", False, (("word", text),)),),
        claims=((report, statement.id),),
    )


CHECK = Check("report", ("event", "elsewhere"), frozenset({"words"}), WordingOptions, run)
