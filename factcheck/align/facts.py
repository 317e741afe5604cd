"""Which figures of the reports speak of what a desk knows. Values are not looked at here, as in any other pairing."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence

from msgspec.structs import replace

from factcheck.align.dimension import block_across
from factcheck.align.fact_links import PERSON, between
from factcheck.align.fact_scene import Scene, is_part, parts_of_time, scene_of
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

MOST_TOKENS, MOST_FIGURES = 200, 20
"""What a sentence holds at most that tells of anything; beyond it stands a list or a table without lines."""
BEFORE = 2
"""Sentences before a figure that may say of which time it is."""
NEAREST = 4
"""Mentions of a subject, and of a quantity, that are tried for one figure."""
MEANT = ("denial", "question", "forecast", "hearsay")
"""Groups whose words make something else than a fact of a clause."""


def meet_facts(readings: Sequence[Reading], facts: Sequence[Fact]) -> tuple[tuple[FactMeeting, ...], ...]:
    """Give, report by report, the figures whose sentence names a fact's subject and quantity, in reading order.

    All meetings of one figure follow one another.
    """
    if not facts:
        return tuple(() for _ in readings)
    languages, known = load_languages(), tuple(facts)
    return tuple(tuple(_meetings(reading, known, languages[reading.report.language])) for reading in readings)


def _meetings(reading: Reading, facts: tuple[Fact, ...], language: Language) -> Iterator[FactMeeting]:
    words = fact_words(facts, language)
    told: dict[int, list[Claim]] = {}
    for claim in reading.claims:
        told.setdefault(claim.context.sentence, []).append(claim)
    spoken = _spoken(reading)
    for sentence in reading.sentences:
        claims = told.get(sentence.index, [])
        figures = [c for c in claims if c.figure is not None and _is_amount(c.figure)]
        if figures and len(figures) <= MOST_FIGURES and not sentence.cells:
            passage = _passage(reading, sentence, language)
            if len(passage.tokens) <= MOST_TOKENS:
                met = _told(passage, claims, figures, spoken.get(sentence.index, []), facts, words, language)
                yield from _in_time(list(met), reading, sentence, language)


def _in_time(
    met: Sequence[FactMeeting], reading: Reading, sentence: Sentence, language: Language
) -> Iterator[FactMeeting]:
    """Mark the meetings where the headline, or a sentence right before, speaks of a part of a year."""
    if not any(meeting.told and meeting.fact.as_of for meeting in met):
        yield from met
        return
    near = [s for s in reading.sentences if s.kind == "headline" or 0 < sentence.index - s.index <= BEFORE]
    part = any(True for s in near if s != sentence for _ in parts_of_time(_passage(reading, s, language)))
    yield from (replace(meeting, part_of_time=part) for meeting in met)


def _told(
    passage: Passage,
    claims: Sequence[Claim],
    figures: Sequence[Claim],
    spoken: Sequence[Attribution],
    facts: tuple[Fact, ...],
    words: FactWords,
    language: Language,
) -> Iterator[FactMeeting]:
    """Give the meetings of one sentence."""
    named = mentions(passage, [c for c in claims if c.name is not None], words, language)
    if not named.subjects:
        return
    scene = scene_of(passage, claims, spoken, language)
    for claim in figures:
        for number, subjects in named.subjects.items():
            quantities = named.quantities[number]
            if _one_kind(claim, facts[number], passage, quantities):
                yield from _meeting(scene, claim, facts[number], subjects, quantities)


def _meeting(
    scene: Scene, claim: Claim, fact: Fact, subjects: Sequence[Tokens], quantities: Sequence[Tokens]
) -> Iterator[FactMeeting]:
    """Take the mentions that tell the figure of the fact, else those nearest to it."""
    figure = token_range(scene.passage, claim)
    ways = [
        (
            between(scene, subject, quantity, claim, fact),
            _far(subject, quantity, figure),
            subject,
            quantity,
        )
        for subject in _nearest(subjects, figure)
        for quantity in _nearest(quantities, figure)
        if not _meet(subject, figure) and (not _meet(subject, quantity) or _inside(subject, quantity))
    ]
    if ways:
        word, _, subject, quantity = min(ways, key=lambda way: (bool(way[0]), way[3][0] - way[3][1], *way[1:]))
        where = (scene.passage.span(*subject), scene.passage.span(*quantity))
        named = any(is_part(key, fact) for _, key in scene.parts)
        yield FactMeeting(claim.id, fact, *where, word, _named_only(scene, quantity), quarter=named)


def _named_only(scene: Scene, quantity: Tokens) -> bool:
    """Tell whether what sounds like a forecast is the quantity's name ("the expected length of life")."""
    meant = [match.start for match in scene.passage.matches(*MEANT)]
    return bool(meant) and all(quantity[0] <= at < quantity[1] for at in meant)


def _nearest(mentioned: Sequence[Tokens], figure: Tokens) -> Sequence[Tokens]:
    return sorted(sorted(mentioned, key=lambda tokens: _far(tokens, figure))[:NEAREST])


def _inside(a: Tokens, b: Tokens) -> bool:
    """Tell whether a quantity's words hold its subject ("the exports of Egypt") and more."""
    return b[0] <= a[0] and a[1] <= b[1] and a != b


def _meet(a: Tokens, b: Tokens) -> bool:
    return a[0] < b[1] and b[0] < a[1]


def _far(*parts: Tokens) -> int:
    return max(end for _, end in parts) - min(start for start, _ in parts)


def _is_amount(figure: Figure) -> bool:
    return figure.role in ("quantity", "period") and figure.form not in ("ordinal", "vague")


def _one_kind(claim: Claim, fact: Fact, passage: Passage, quantities: Sequence[Tokens]) -> bool:
    """Tell whether two figures are amounts of one kind: of one unit, form and "per", and of no other thing counted."""
    ours, theirs = claim.figure, fact.figure
    if ours is None or block_across(ours) != block_across(theirs) or ours.per != theirs.per:
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


def _spoken(reading: Reading) -> Mapping[int, list[Attribution]]:
    """Map sentences to the attributions whose cue or source stands in them."""
    ordered = sorted(reading.sentences, key=lambda sentence: sentence.span.order)
    starts = [sentence.span.order[:2] for sentence in ordered]
    found: dict[int, list[Attribution]] = {}
    for attribution in reading.attributions:
        spans = [attribution.cue, attribution.source.span if attribution.source is not None else None]
        at = {bisect_right(starts, span.order[:2]) - 1 for span in spans if span is not None}
        for position in sorted(place for place in at if place >= 0):
            found.setdefault(ordered[position].index, []).append(attribution)
    return found
