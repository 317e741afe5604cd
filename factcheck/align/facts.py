"""Which figures of the reports speak of what a desk knows. Values are not looked at here, as in any other pairing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from factcheck.align.dimension import block
from factcheck.align.fact_links import PERSON, between
from factcheck.align.fact_scene import Scene, scene_of
from factcheck.align.fact_words import FactWords, Tokens, fact_words, mentions, token_range
from factcheck.languages.loader import load_languages
from factcheck.model.claim import Claim, Reading
from factcheck.model.fact import Fact, FactMeeting
from factcheck.model.figure import Figure
from factcheck.model.language import Language
from factcheck.model.report import Sentence
from factcheck.model.source import Attribution
from factcheck.text.passage import Passage, read_passage
from factcheck.text.tokens import tokenize


def meet_facts(readings: Sequence[Reading], facts: Sequence[Fact]) -> tuple[tuple[FactMeeting, ...], ...]:
    """Give, report by report, the figures whose sentence names a fact's subject and quantity, in reading order."""
    if not facts:
        return tuple(() for _ in readings)
    languages = load_languages()
    known = tuple(facts)
    return tuple(
        tuple(_meetings(reading, known, fact_words(known, languages[reading.report.language]), languages))
        for reading in readings
    )


def _meetings(
    reading: Reading, facts: tuple[Fact, ...], words: FactWords, languages: Mapping[str, Language]
) -> Iterator[FactMeeting]:
    language = languages[reading.report.language]
    told: dict[int, list[Claim]] = {}
    for claim in reading.claims:
        told.setdefault(claim.context.sentence, []).append(claim)
    for sentence in reading.sentences:
        claims = told.get(sentence.index, [])
        figures = [c for c in claims if c.figure is not None and _is_amount(c.figure)]
        if not figures or sentence.cells:
            continue
        passage = _passage(reading, sentence, language)
        named = mentions(passage, [c for c in claims if c.name is not None], words, language)
        if not named.subjects:
            continue
        scene = scene_of(passage, claims, _attributions(reading, sentence), language)
        for number, subjects in named.subjects.items():
            for claim in figures:
                quantities = named.quantities[number]
                if _one_kind(claim, facts[number], passage, quantities):
                    yield from _meeting(scene, claim, facts[number], subjects, quantities)


def _meeting(
    scene: Scene, claim: Claim, fact: Fact, subjects: Sequence[Tokens], quantities: Sequence[Tokens]
) -> Iterator[FactMeeting]:
    """Take the mentions that tell the figure of the fact, else those nearest to it."""
    figure = token_range(scene.passage, claim)
    ways = [
        (between(scene, subject, quantity, claim), _far(subject, quantity, figure), subject, quantity)
        for subject in subjects
        for quantity in quantities
        if not _meet(subject, figure) and (not _meet(subject, quantity) or _inside(subject, quantity))
    ]
    if ways:
        word, _, subject, quantity = min(ways, key=lambda way: (bool(way[0]), way[3][0] - way[3][1], *way[1:]))
        yield FactMeeting(claim.id, fact, scene.passage.span(*subject), scene.passage.span(*quantity), word)


def _inside(a: Tokens, b: Tokens) -> bool:
    """Tell whether a quantity's words hold its subject ("the exports of Egypt") and more."""
    return b[0] <= a[0] and a[1] <= b[1] and a != b


def _meet(a: Tokens, b: Tokens) -> bool:
    return a[0] < b[1] and b[0] < a[1]


def _far(*parts: Tokens) -> int:
    return max(end for _, end in parts) - min(start for start, _ in parts)


def _is_amount(figure: Figure) -> bool:
    return figure.role == "quantity" and figure.form not in ("ordinal", "vague")


def _one_kind(claim: Claim, fact: Fact, passage: Passage, quantities: Sequence[Tokens]) -> bool:
    """Tell whether two figures are amounts of one kind: of one unit, form and "per", and of no other thing counted."""
    ours, theirs = claim.figure, fact.figure
    if ours is None or block(ours) != block(theirs) or ours.per != theirs.per:
        return False
    if "percentage-point" in (ours.form, theirs.form) and ours.form != theirs.form:
        return False
    counted, known = ours.counted, theirs.counted
    if counted is None or (known is not None and counted.key is not None and counted.key == known.key):
        return True
    if counted.key == PERSON and (known is None or known.kind == "people"):
        return True
    named = {passage.tokens[at].text for quantity in quantities for at in range(*quantity)}
    return not named.isdisjoint(counted.text.split())


def _passage(reading: Reading, sentence: Sentence, language: Language) -> Passage:
    text = reading.report.text if sentence.span.field == "text" else reading.report.title or ""
    return read_passage(sentence, tokenize(text, language, sentence.span.start, sentence.span.end), language)


def _attributions(reading: Reading, sentence: Sentence) -> list[Attribution]:
    return [
        a
        for a in reading.attributions
        if sentence.span.overlaps(a.content) or (a.cue is not None and sentence.span.overlaps(a.cue))
    ]
