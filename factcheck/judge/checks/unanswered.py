"""Somebody with a name is accused, and the report neither lets them answer nor says that they were asked."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from msgspec import Meta

from factcheck.judge.case import Case, Draft
from factcheck.judge.checks import Check, Options
from factcheck.judge.schema import When
from factcheck.judge.sentences import sentence_at
from factcheck.judge.word_lists import WordList
from factcheck.model.claim import Claim
from factcheck.model.pair import Step
from factcheck.model.source import Attribution
from factcheck.model.span import Span

TELLING = 4
"""Letters from which a word of a name tells whose it is."""


class Unanswered(Options, frozen=True, kw_only=True):
    """Which verbs accuse, and by which words an answer is told."""

    verbs: Annotated[tuple[str, ...], Meta(description="keys of the verbs of saying that accuse")] = ("accuse",)
    reach: Annotated[int, Meta(ge=1, le=1000, description="characters between the verb and the accused")] = 6
    answers: Annotated[WordList | None, Meta(description="stay silent where one of these is in the report")] = None


def run(case: Case, where: tuple[int, ...], when: When, options: Options) -> Iterator[Draft]:
    """Give a draft for each person or body that somebody accuses and that never speaks, with all that accuses it."""
    if not isinstance(options, Unanswered):
        raise TypeError(f"options of unanswered are {type(options).__name__}")
    (report,) = where
    if options.answers is not None and case.worded[report].get(options.answers.name):
        return
    reading = case.readings[report]
    names = [c for c in reading.claims if c.name is not None and c.name.type != "place"]
    sources = {a.source for a in reading.attributions if a.source is not None}
    speaking = {source: reading.report.surface(source.named).casefold() for source in sources}
    told: dict[str, list[tuple[Attribution, Claim]]] = {}
    for attribution in reading.attributions:
        accused = _accused(case, report, attribution, names, options)
        if accused is None or accused.name is None:
            continue
        if not _heard(accused, [words for source, words in speaking.items() if source != attribution.source]):
            told.setdefault(accused.name.key, []).append((attribution, accused))
    for members in told.values():
        yield _draft(case, report, members)


def _heard(accused: Claim, speaking: list[str]) -> bool:
    """Tell whether anybody speaks who may be the accused: a word of the name is enough."""
    words = [word for word in accused.text.casefold().split() if len(word) >= TELLING]
    return any(word in source for word in words or [accused.text.casefold()] for source in speaking)


def _accused(
    case: Case, report: int, attribution: Attribution, names: list[Claim], options: Unanswered
) -> Claim | None:
    """Give the name that stands next behind a verb of accusing and is not the accuser's."""
    cue, source = attribution.cue, attribution.source
    if cue is None or source is None:
        return None
    verbs = case.markers(report, sentence_at(case.readings[report], cue), "speech")
    if not any(verb.key in options.verbs and verb.span.overlaps(cue) for verb in verbs):
        return None
    after = cue.end
    if source.span.start >= cue.end:
        # Where the verb comes first, the accuser stands between it and the accused.
        accuser = next((c for c in names if source.span.covers(c.span)), None)
        after = accuser.span.end if accuser is not None else source.span.end
    reach = Span(after, after + options.reach, cue.field)
    return next((c for c in names if reach.covers(_begins(c))), None)


def _begins(claim: Claim) -> Span:
    """Give where a name begins, with the office and the titles before it."""
    titled = claim.name.titled if claim.name is not None and claim.name.titled is not None else claim.span
    return Span(titled.start, titled.start, titled.field)


def _draft(case: Case, report: int, members: list[tuple[Attribution, Claim]]) -> Draft:
    surface = case.readings[report].report.surface
    attribution, accused = members[0]
    clause = " ".join(sorted(set(accused.context.stems)))
    source = attribution.source
    return Draft(
        level="",
        evidence=(
            case.evidence(report, accused.span),
            *(case.evidence(report, said.content, "says") for said, _ in members),
        ),
        basis=((clause, accused.name.key if accused.name is not None else ""),),
        values={"name": accused.text, "source": surface(source.named) if source is not None else ""},
        steps=(Step("unanswered", False, (("name", accused.text),)),),
        claims=((report, accused.id),),
    )


CHECK = Check("report", (), frozenset({"name", "source"}), Unanswered, run)
