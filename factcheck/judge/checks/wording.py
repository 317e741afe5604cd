"""Words and phrases of a list: the smallest useful rule."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal, cast

from msgspec import Meta

from factcheck.judge.case import Case, Draft
from factcheck.judge.checks import Check, Options
from factcheck.judge.materiality import LEAD_SENTENCES
from factcheck.judge.schema import When
from factcheck.judge.word_lists import Worded, WordList
from factcheck.languages.loader import load_languages
from factcheck.model.pair import Step
from factcheck.model.span import Span
from factcheck.text.tokens import tokenize

HEADS = ("headline", "heading")


class WordingOptions(Options, frozen=True, kw_only=True):
    """What is looked for, and what excuses it."""

    words: Annotated[WordList, Meta(description="phrases to speak of, by language")]
    needs: Annotated[WordList | None, Meta(description="speak only where one of these is in the same sentence")] = None
    unless: Annotated[WordList | None, Meta(description="stay silent where one of these is in the same sentence")] = (
        None
    )
    within: Annotated[
        Annotated[int, Meta(ge=0, le=1000)] | None,
        Meta(description="`needs` and `unless` look only so many characters around the phrase"),
    ] = None
    unless_told: Annotated[WordList | None, Meta(description="stay silent where one of these is in the report")] = None
    voice: Annotated[
        Literal["any", "own", "source", "quotation", "unquoted"],
        Meta(
            description="whose words: anybody's, the reporter's alone, those of a source that is credited, a "
            "quotation's, all but a quotation's"
        ),
    ] = "any"
    together: Annotated[bool, Meta(description="one finding for all phrases of a report, not one for each")] = False


def run(case: Case, where: tuple[int, ...], when: When, options: Options) -> Iterator[Draft]:
    """Give a draft for each phrase of the list, at its first place in a report; its repeats are further evidence.

    The reporter's own voice is what stands in no quotation, and with no act of saying around it or verb of saying
    before it in its sentence. Levels: `event` in the headline and the lead, `elsewhere`.
    """
    (report,) = where
    options = cast("WordingOptions", options)
    if _listed(case, report, options.unless_told):
        return
    told: dict[str, list[Worded]] = {}
    for found in _listed(case, report, options.words):
        if _excused(case, report, found, options) or not _spoken(case, report, found, options.voice):
            continue
        told.setdefault("" if options.together else _folded(case, report, found.span), []).append(found)
    for places in told.values():
        yield _draft(case, report, places)


def _listed(case: Case, report: int, words: WordList | None) -> tuple[Worded, ...]:
    return case.worded[report].get(words.name, ()) if words is not None else ()


def _excused(case: Case, report: int, found: Worded, options: WordingOptions) -> bool:
    def beside(words: WordList | None) -> bool:
        others = (other for other in _listed(case, report, words) if other.sentence == found.sentence)
        return any(options.within is None or _apart(other.span, found.span) <= options.within for other in others)

    return (options.needs is not None and not beside(options.needs)) or beside(options.unless)


def _apart(one: Span, other: Span) -> int:
    return max(one.start - other.end, other.start - one.end, 0)


def _spoken(case: Case, report: int, found: Worded, voice: str) -> bool:
    if voice == "any":
        return True
    reading, span = case.readings[report], found.span
    quoted = any(claim.span.covers(span) for claim in case.claims_of(report, "quote"))
    if voice in ("quotation", "unquoted"):
        return quoted == (voice == "quotation")
    if voice == "source":
        return any(a.content.covers(span) for a in reading.attributions)
    said = any(a.content.overlaps(span) and a.source for a in case.attributions(report, found.sentence))
    verbs = case.markers(report, found.sentence, "speech", "cue")
    return not quoted and not said and not any(verb.span.end <= span.start for verb in verbs)


def _folded(case: Case, report: int, span: Span) -> str:
    """Write a phrase without what makes no difference to it: spaces, marks, vowel signs, letter case."""
    source = case.readings[report].report
    tokens = tokenize(source.surface(span), load_languages()[source.language])
    return " ".join(token.text for token in tokens if token.kind != "mark")


def _draft(case: Case, report: int, places: list[Worded]) -> Draft:
    first = places[0]
    sentence = case.sentence(report, first.sentence)
    statement = case.statement(report, first.sentence)
    lead = first.sentence < LEAD_SENTENCES or sentence.kind in HEADS
    text = case.readings[report].report.surface(first.span)
    return Draft(
        level="event" if lead else "elsewhere",
        evidence=tuple(case.evidence(report, place.span) for place in places),
        basis=((" ".join(sorted(set(statement.context.stems))), _folded(case, report, first.span)),),
        values={"words": text},
        steps=(Step("telling-word", False, (("word", text),)),),
        claims=((report, statement.id),),
    )


CHECK = Check("report", ("event", "elsewhere"), frozenset({"words"}), WordingOptions, run)
