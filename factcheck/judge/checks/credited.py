"""Who is credited: sources of a kind, wherever they speak or only where they speak first or alone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from msgspec import Meta

from factcheck.judge.case import Case, Draft
from factcheck.judge.checks import Check, Options
from factcheck.judge.materiality import LEAD_SENTENCES, carried, is_event_count, outcome
from factcheck.judge.named_after import is_somebody, named_after
from factcheck.judge.schema import When
from factcheck.judge.sentences import sentence_at
from factcheck.judge.word_lists import WordList
from factcheck.model.pair import Step
from factcheck.model.source import Attribution, Source, SourceKind

LONGEST = 60
"""Code points a source is told in; what is longer was read wrong, unless it says why the name is withheld."""
ARTICLE = 4
"""Code points an article before the word for a source may take."""
OPENING = 2
"""Sentences at the start of a report within which those speak on whom all of it rests."""


class Credited(Options, frozen=True, kw_only=True):
    """Which sources are meant, and where they stand."""

    kinds: Annotated[tuple[SourceKind, ...], Meta(description="kinds of source")] = ("unnamed",)
    keys: Annotated[
        tuple[str, ...],
        Meta(description="the words for sources without a name, by their keys in the lexicon; left out: all"),
    ] = ()
    several: Annotated[bool, Meta(description="speak only of words for several: experts, not an expert")] = False
    verbs: Annotated[
        tuple[str, ...],
        Meta(description="speak only where the verb of saying is one of these, by their keys; left out: any"),
    ] = ()
    counting: Annotated[
        tuple[str, ...],
        Meta(description="speak only where they give a count of one of these, by the keys of what is counted"),
    ] = ()
    withheld: Annotated[
        tuple[str, ...],
        Meta(description="speak where the name is withheld for one of these reasons and for no other, by their keys"),
    ] = ()
    standing: Annotated[
        Literal["any", "first-quotation", "alone"],
        Meta(description="any; who speaks the first quotation; those who open a report in which nobody else speaks"),
    ] = "any"
    needs: Annotated[WordList | None, Meta(description="speak only where one of these is in the same sentence")] = None


def run(case: Case, where: tuple[int, ...], when: When, options: Options) -> Iterator[Draft]:
    """Give a draft for each source of the kind, all it says gathered under the first.

    Levels: `event` in the headline and the lead or with a figure that matters, `elsewhere`.
    """
    if not isinstance(options, Credited):
        raise TypeError(f"options of credited are {type(options).__name__}")
    (report,) = where
    groups: dict[tuple[bool, int, int], list[Attribution]] = {}
    for attribution in _standing(case, report, options):
        source = attribution.source
        if source is not None and (not when.rung or source.rung in when.rung):
            groups.setdefault(source.named.order, []).append(attribution)
    members = sorted(groups.values(), key=lambda group: group[0].content.order)
    if options.counting:
        members = [group for group in members if _count(case, report, group, options.counting)]
    for group in members[:1] if options.standing == "alone" else members:
        yield _draft(case, report, group)


def _count(case: Case, report: int, group: list[Attribution], counting: tuple[str, ...]) -> bool:
    """Tell whether a source counts one of some things as a fact of the event: "soldier-dead" are dead."""
    return any(
        is_event_count(claim) and outcome(claim.figure.counted.key) in counting
        for claim in case.figures(report)
        if claim.figure is not None and claim.figure.counted is not None
        if any(member.content.covers(claim.span) for member in group)
    )


def _told(case: Case, report: int, words: WordList, sentence: int) -> bool:
    return any(word.sentence == sentence for word in case.worded[report].get(words.name, ()))


def _standing(case: Case, report: int, options: Credited) -> list[Attribution]:
    """Give the acts of saying by sources of the kind that stand where they are looked for."""
    every = [a for a in case.readings[report].attributions if a.source is not None]
    meant = [a for a in every if _meant(case, report, a, options)]
    if options.standing == "alone":
        opens = any(sentence_at(case.readings[report], a.content) < OPENING for a in meant)
        return meant if opens and len(meant) == len(every) else []
    if options.standing == "first-quotation":
        quotes = [c for c in case.readings[report].claims if c.quote is not None and c.span.field == "text"]
        first = quotes[0].attribution if quotes else None
        return [a for a in meant if first is not None and a == first]
    return meant


def _meant(case: Case, report: int, attribution: Attribution, options: Credited) -> bool:
    source = attribution.source
    if source is None or source.kind not in options.kinds:
        return False
    if source.named.end - source.named.start > LONGEST and source.rung != "reasoned":
        return False
    sentence = sentence_at(case.readings[report], source.named)
    if options.needs is not None and not _told(case, report, options.needs, sentence):
        return False
    if options.withheld and not _withheld(case, report, sentence, options.withheld):
        return False
    return source.kind != "unnamed" or _nobody(case, report, attribution, source, options)


def _nobody(case: Case, report: int, attribution: Attribution, source: Source, options: Credited) -> bool:
    """Tell whether a source is told by a word for such people at its head, and informs of something."""
    named = source.named
    if not is_somebody(case, report, attribution) or named_after(case, report, attribution):
        return False
    if options.verbs and attribution.cue is not None:
        verbs = case.markers(report, sentence_at(case.readings[report], attribution.cue), "speech")
        if any(verb.key not in options.verbs and verb.span.overlaps(attribution.cue) for verb in verbs):
            return False
    words = [
        m for m in case.markers(report, sentence_at(case.readings[report], named), "unnamed") if named.covers(m.span)
    ]
    heads = (m for m in words if m.span.start - named.start <= ARTICLE or m.span.end == named.end)
    head = next(heads, None)
    if head is None or (options.several and not head.plural):
        return False
    if options.keys and any(word.key not in options.keys for word in words):
        return False
    # Of a named bank, the analysts can be called; "some 40 experts" were counted.
    claims = case.readings[report].claims
    if any(c.figure is not None and named.covers(c.span) for c in claims):
        return False
    placed = not options.keys or source.rung in ("placed", "reasoned")
    return placed or not any(c.name is not None and named.covers(c.span) for c in claims)


def _withheld(case: Case, report: int, sentence: int, reasons: tuple[str, ...]) -> bool:
    given = {m.key for m in case.markers(report, sentence, "withheld")}
    return bool(given & set(reasons)) and not given & (REASONS - set(reasons))


REASONS = frozenset({"fear", "not-authorised", "safety", "sensitivity"})
"""Keys of words that say why a name is withheld; the other words of that group only say that it is."""


def _draft(case: Case, report: int, members: list[Attribution]) -> Draft:
    reading, first = case.readings[report], members[0]
    source = first.source
    if source is None:
        raise ValueError("only attributions with a source are gathered")
    figures = carried(case, report, members)
    sentence = sentence_at(case.readings[report], source.named)
    text = reading.report.surface(source.named)
    statement = case.statement(report, sentence)
    return Draft(
        level="event" if figures or sentence < LEAD_SENTENCES else "elsewhere",
        evidence=(
            case.evidence(report, source.named, "source"),
            *(case.evidence(report, member.content, "says") for member in members),
        ),
        basis=((" ".join(sorted(set(statement.context.stems))), " ".join(source.key.split())),),
        values={"source": text},
        steps=(_step(source, text),),
        claims=((report, statement.id), *((report, claim.id) for claim in figures)),
    )


def _step(source: Source, text: str) -> Step:
    if source.kind == "unnamed":
        return Step("rung", False, (("source", text), ("rung", source.rung or "bare")))
    return Step("telling-word", False, (("word", text),))


CHECK = Check("report", ("event", "elsewhere"), frozenset({"source"}), Credited, run, frozenset({"rung"}))
