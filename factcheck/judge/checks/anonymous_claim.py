"""What only a source with a name may say, said by one nobody could call: a judgement, or a charge against somebody."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from factcheck.judge.case import Case, Draft
from factcheck.judge.checks import Check, Options
from factcheck.judge.schema import When
from factcheck.model.claim import Marker
from factcheck.model.pair import Step
from factcheck.model.source import Attribution, Source
from factcheck.model.span import Span

LONGEST_NAME = 90
"""Code points an unnamed source is told in; what is longer was read wrong."""
HEAD = 40
"""Code points within which the word for the source stands in them ("two former senior officials")."""
REACH = 80
"""Code points between a charge and the name of whom it is laid against."""
NEXT = 2
"""Code points between a verb and its object right behind it."""
OPENING = 2
"""Code points before a verb that opens its sentence: a quotation mark, a dash."""
DENIED = 30
"""Code points between a negation and the word it denies."""


class Kind(Options, frozen=True, kw_only=True):
    """Which statements are meant, by keys and groups of the lexicon, which are the same in every language.

    `verbs`: keys of verbs of saying that are enough by themselves; `words`: the group of telling words in a statement;
    `against`: whether it must be said of a named person or body; `not_by`: keys of unnamed sources left alone, such
    as studies, which are nobody.
    """

    verbs: tuple[str, ...] = ()
    words: Literal["judgement", "accusation"]
    against: bool = False
    not_by: tuple[str, ...] = ()


class Telling(NamedTuple):
    """What makes a statement one of the kind: the word, and the statement."""

    word: Marker
    attribution: Attribution
    level: str


def run(case: Case, where: tuple[int, ...], when: When, options: Options) -> Iterator[Draft]:
    """Give a draft for each unnamed source that says something of the kind, all it says so gathered under the first.

    Levels: `word` where a word of the statement tells, `verb` where only the verb of saying does.
    """
    if not isinstance(options, Kind):
        raise TypeError(f"options of anonymous_claim are {type(options).__name__}")
    (report,) = where
    groups: dict[Span, list[Telling]] = {}
    for attribution in case.readings[report].attributions:
        source = attribution.source
        if source is None or (when.rung and source.rung not in when.rung) or not _nobody(case, report, source, options):
            continue
        found = _telling(case, report, attribution, options)
        if found is not None:
            groups.setdefault(source.named, []).append(found)
    for members in groups.values():
        yield _draft(case, report, members)


def _nobody(case: Case, report: int, source: Source, kind: Kind) -> bool:
    """Tell whether a source is one nobody could call, by a word for such people at its head and no name inside."""
    named = source.named
    if source.kind != "unnamed" or named.end - named.start > LONGEST_NAME:
        return False
    reading = case.readings[report]
    if any(c.name is not None and c.name.type == "person" and named.covers(c.span) for c in reading.claims):
        return False
    sentence = _sentence(case, report, named)
    heads = [m for m in case.markers(report, sentence, "unnamed") if named.covers(m.span)]
    # "many strategists": many would be left alone by itself.
    return any(head.span.start - named.start <= HEAD and head.key not in kind.not_by for head in heads)


def _telling(case: Case, report: int, attribution: Attribution, kind: Kind) -> Telling | None:
    cue = attribution.cue
    verb: Marker | None = None
    if cue is not None:
        spoken = case.markers(report, _sentence(case, report, cue), "speech")
        verbs = [m for m in spoken if m.span.overlaps(cue)]
        verb = next((m for m in verbs if m.key in kind.verbs), None)
        if any(m.key == "deny" for m in verbs):
            return None
    if not _told_here(case, report, attribution):
        return None
    for word in _words(case, report, attribution, kind.words):
        if not kind.against or _named_near(case, report, word.span, attribution.content):
            return Telling(word, attribution, "word")
    if verb is None or not _beside(case, report, attribution):
        return None
    meant = not kind.against or _named_near(case, report, verb.span, attribution.content)
    return Telling(verb, attribution, "verb") if meant else None


def _told_here(case: Case, report: int, attribution: Attribution) -> bool:
    """Tell whether the source is named beside its verb, or the sentence opens with one that goes on from before.

    A participle with no subject of its own may belong to somebody the sentence names and nobody recognised.
    """
    source, cue = attribution.source, attribution.cue
    if source is None or cue is None:
        return False
    sentence = case.readings[report].sentences[_sentence(case, report, cue)].span
    return sentence.covers(source.span) or cue.start - sentence.start <= OPENING


def _beside(case: Case, report: int, attribution: Attribution) -> bool:
    """Tell whether nothing stands between the source and its verb: no "who", no other subject."""
    source, cue = attribution.source, attribution.cue
    if source is None or cue is None or source.span.field != cue.field or source.name is not None:
        return False
    first, second = sorted((source.span, cue), key=lambda span: span.order)
    return not case.readings[report].report.surface(Span(first.end, second.start, cue.field)).strip()


def _words(case: Case, report: int, attribution: Attribution, group: str) -> Iterator[Marker]:
    """Give the telling words that this source itself says and does not deny."""
    reading = case.readings[report]
    for sentence in reading.sentences:
        if not sentence.span.overlaps(attribution.content):
            continue
        denials = list(case.markers(report, sentence.index, "negation"))
        for word in case.markers(report, sentence.index, group):
            covering = [a for a in reading.attributions if a.content.overlaps(word.span)]
            if not attribution.content.covers(word.span) or any(_narrower(a, attribution) for a in covering):
                continue
            if not any(0 <= word.span.start - denial.span.end <= DENIED for denial in denials):
                yield word


def _narrower(other: Attribution, than: Attribution) -> bool:
    """Tell whether somebody else says it inside the statement."""
    size = other.content.end - other.content.start
    return other is not than and other.source != than.source and size < than.content.end - than.content.start


def _named_near(case: Case, report: int, word: Span, content: Span) -> bool:
    """Tell whether a person or body is named near a word, or a country right behind a verb.

    A country is a government where something is done to it, and elsewhere only where things happen. A word that is
    part of a name itself tells nothing.
    """
    reach = word.join(content) if word.field == content.field else content
    found = False
    for claim in case.readings[report].claims:
        if claim.name is None or not reach.covers(claim.span):
            continue
        if claim.span.overlaps(word):
            return False
        distance = max(word.start - claim.span.end, claim.span.start - word.end)
        right_behind = 0 < claim.span.start - word.end <= NEXT
        found = found or right_behind or (claim.name.type != "place" and distance <= REACH)
    return found


def _sentence(case: Case, report: int, span: Span) -> int:
    return case.sentences_at(report, span)[0]


def _draft(case: Case, report: int, members: list[Telling]) -> Draft:
    first = min(members, key=lambda telling: telling.level != "word")
    source = first.attribution.source
    if source is None:
        raise ValueError("only attributions with a source are gathered")
    text, word = (case.readings[report].report.surface(span) for span in (source.named, first.word.span))
    clause = case.statement(report, first.word.sentence).context.stems
    said = (case.evidence(report, telling.attribution.content, "says") for telling in members)
    return Draft(
        level=first.level,
        evidence=(case.evidence(report, source.named, "source"), *said),
        basis=((" ".join(sorted(set(clause))), first.word.key),),
        values={"source": text},
        steps=(
            Step("rung", False, (("source", text), ("rung", source.rung or "bare"))),
            Step("telling-word", False, (("word", word),)),
        ),
    )


CHECK = Check(
    "report", ("word", "verb"), frozenset({"source"}), Kind, run, frozenset({"rung"}), turns={"named-source": ()}
)
