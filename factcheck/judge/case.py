"""What a check gets to see: the readings, the judged pairs, and short ways to look things up in them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from msgspec import Struct, field

from factcheck.align.likeness import rarity
from factcheck.align.statements import Meeting
from factcheck.judge.held_facts import HeldFact
from factcheck.judge.word_lists import Worded
from factcheck.model.claim import Claim, ClaimKind, Marker, Reading
from factcheck.model.figure import shown
from factcheck.model.finding import ContradictionKind, Evidence
from factcheck.model.pair import Pair, Ref, Step
from factcheck.model.report import Sentence
from factcheck.model.source import Attribution
from factcheck.model.span import Span


class Draft(Struct, frozen=True):
    """A finding as a check makes it; `level` picks the severity of a graded rule, `basis` makes the fingerprint.

    `basis` holds (folded clause, normalised value) of everything the finding rests on.
    """

    level: str
    evidence: tuple[Evidence, ...]
    basis: tuple[tuple[str, str], ...]
    values: Mapping[str, str] = field(default_factory=dict)
    steps: tuple[Step, ...] = ()
    claims: tuple[tuple[int, str], ...] = ()
    kind: ContradictionKind | None = None


class Layout(Struct, frozen=True, eq=False):
    """Where the sentences of a report stand, and what is in each: nobody has to walk over the whole of it."""

    sentences: Mapping[int, Sentence]
    claims: Mapping[int, tuple[Claim, ...]]
    order: tuple[Sentence, ...]
    starts: tuple[tuple[bool, int], ...]

    def at(self, span: Span) -> list[int]:
        """Give the indices of the sentences that a span touches, in reading order."""
        in_text = span.field == "text"
        first, end = bisect_right(self.starts, (in_text, span.start)), bisect_left(self.starts, (in_text, span.end))
        return [one.index for one in self.order[first - 1 if first else 0 : end] if one.span.overlaps(span)]


class Case(Struct, frozen=True, eq=False):
    """The readings and how their claims met.

    `likest` maps sentences to their likest in another report; `meetings` are those of two reports that share most of
    their words; `worded` tells where the phrases of the rules' word lists stand, by the lists' names; `facts`
    are the figures of each report held to what the desk knows; `rarity` weighs the stems of each.

    `looked_up` keeps what `markers` has found: checks ask the same of every figure of a sentence.
    """

    readings: tuple[Reading, ...]
    pairs: tuple[Pair, ...]
    likest: Mapping[tuple[int, int], Mapping[str, tuple[str, float]]]
    meetings: Mapping[tuple[int, int], tuple[Meeting, ...]]
    same_event: bool
    repeats: tuple[Mapping[str, tuple[str, ...]], ...]
    by_id: tuple[Mapping[str, Claim], ...]
    by_sentence: tuple[Mapping[int, tuple[Marker, ...]], ...]
    statements: tuple[Mapping[int, Claim], ...]
    sums: tuple[Mapping[str, tuple[str, ...]], ...] = ()
    apart: tuple[int, ...] = ()
    voices: tuple[tuple[int, ...], ...] = ()
    quantities: tuple[Mapping[int, tuple[Claim, ...]], ...] = ()
    spoken: tuple[Mapping[int, tuple[Attribution, ...]], ...] = ()
    worded: tuple[Mapping[str, tuple[Worded, ...]], ...] = ()
    by_kind: tuple[Mapping[ClaimKind, tuple[Claim, ...]], ...] = ()
    facts: tuple[tuple[HeldFact, ...], ...] = ()
    layouts: tuple[Layout, ...] = ()
    rarity: tuple[Mapping[str, float], ...] = ()
    looked_up: dict[tuple[int, int, tuple[str, ...]], Sequence[Marker]] = field(default_factory=dict)

    def claim(self, ref: Ref) -> Claim:
        """Give the claim a pair points to."""
        return self.by_id[ref.report][ref.claim]

    def claims_of(self, report: int, kind: ClaimKind | None) -> tuple[Claim, ...]:
        """Give a report's claims of one kind in order, or of all where none is named."""
        return self.readings[report].claims if kind is None else self.by_kind[report].get(kind, ())

    def figures(self, report: int, sentence: int | None = None) -> Sequence[Claim]:
        """Give the quantities of a report or of one sentence: no ordinals, addresses, ages, times, parts of names."""
        if sentence is not None:
            return self.quantities[report].get(sentence, ())
        return tuple(chain.from_iterable(self.quantities[report].values()))

    def markers(self, report: int, sentence: int, *groups: str) -> Sequence[Marker]:
        """Give the telling words of some groups in a sentence."""
        found = self.by_sentence[report].get(sentence)
        if not found:
            return ()
        asked = (report, sentence, groups)
        if asked not in self.looked_up:
            self.looked_up[asked] = [m for m in found if m.group in groups]
        return self.looked_up[asked]

    def statement(self, report: int, sentence: int) -> Claim:
        """Give a sentence's statement claim."""
        return self.statements[report][sentence]

    def sentence(self, report: int, number: int) -> Sentence:
        """Give a report's sentence by its index."""
        return self.layouts[report].sentences[number]

    def sentences(self, report: int) -> Mapping[int, Sentence]:
        """Give a report's sentences by their indices, in order."""
        return self.layouts[report].sentences

    def sentences_at(self, report: int, span: Span) -> Sequence[int]:
        """Give the indices of the sentences that a span touches, in order; they are looked up, not searched for."""
        return self.layouts[report].at(span)

    def claims_in(self, report: int, sentence: int) -> tuple[Claim, ...]:
        """Give the claims of a sentence, in order."""
        return self.layouts[report].claims.get(sentence, ())

    def claims_at(self, report: int, span: Span) -> Iterator[Claim]:
        """Give the claims that a span touches, in order."""
        places = self.sentences_at(report, span)
        return (c for at in places for c in self.claims_in(report, at) if c.span.overlaps(span))

    def markers_at(self, report: int, span: Span, *groups: str) -> Iterator[Marker]:
        """Give the telling words of some groups that a span touches, in order."""
        places = self.sentences_at(report, span)
        return (m for at in places for m in self.markers(report, at, *groups) if m.span.overlaps(span))

    def evidence(self, report: int, span: Span, label: str = "") -> Evidence:
        """Quote a stretch of a report."""
        return Evidence(report, span, self.readings[report].report.surface(span), label)

    def attributions(self, report: int, sentence: int) -> Iterator[Attribution]:
        """Give the attributions whose words or cue stand in a sentence."""
        return iter(self.spoken[report].get(sentence, ()))


def case_of(
    readings: tuple[Reading, ...],
    pairs: tuple[Pair, ...],
    likest: Mapping[tuple[int, int], Mapping[str, tuple[str, float]]],
    meetings: Mapping[tuple[int, int], tuple[Meeting, ...]],
    same_event: bool,
    repeats: tuple[Mapping[str, tuple[str, ...]], ...],
    sums: tuple[Mapping[str, tuple[str, ...]], ...],
    apart: tuple[int, ...] = (),
    voices: tuple[tuple[int, ...], ...] = (),
    worded: tuple[Mapping[str, tuple[Worded, ...]], ...] = (),
    facts: tuple[tuple[HeldFact, ...], ...] = (),
) -> Case:
    """Build a case with its look-up tables."""
    tables: list[Mapping[int, tuple[Marker, ...]]] = []
    for reading in readings:
        table: dict[int, list[Marker]] = defaultdict(list)
        for marker in reading.markers:
            table[marker.sentence].append(marker)
        tables.append({sentence: tuple(markers) for sentence, markers in table.items()})
    by_id = tuple({claim.id: claim for claim in reading.claims} for reading in readings)
    statements = tuple({c.context.sentence: c for c in r.claims if c.kind == "statement"} for r in readings)
    looked_up = (by_id, tuple(tables), statements)
    counts = tuple(_quantities(reading) for reading in readings)
    layouts = tuple(map(_layout, readings))
    said = tuple(_spoken(reading, layout) for reading, layout in zip(readings, layouts, strict=True))
    met = (readings, pairs, likest, meetings, same_event, repeats)
    kinds = tuple(map(_by_kind, readings))
    weights = tuple([rarity([reading]) for reading in readings])
    return Case(*met, *looked_up, sums, apart, voices, counts, said, worded, kinds, facts, layouts, weights)


def _by_kind(reading: Reading) -> Mapping[ClaimKind, tuple[Claim, ...]]:
    found: dict[ClaimKind, list[Claim]] = defaultdict(list)
    for claim in reading.claims:
        found[claim.kind].append(claim)
    return {kind: tuple(claims) for kind, claims in found.items()}


def _layout(reading: Reading) -> Layout:
    order = tuple(sorted(reading.sentences, key=lambda sentence: sentence.span.order))
    claims: dict[int, list[Claim]] = defaultdict(list)
    for claim in reading.claims:
        claims[claim.context.sentence].append(claim)
    inside = {sentence: tuple(found) for sentence, found in claims.items()}
    starts = tuple(sentence.span.order[:2] for sentence in order)
    return Layout({sentence.index: sentence for sentence in reading.sentences}, inside, order, starts)


def _spoken(reading: Reading, layout: Layout) -> Mapping[int, tuple[Attribution, ...]]:
    """Map sentences to the attributions whose words or cue stand in them."""
    found: dict[int, list[Attribution]] = {}
    for attribution in reading.attributions:
        spans = (attribution.content, attribution.cue)
        for sentence in {at for span in spans if span is not None for at in layout.at(span)}:
            found.setdefault(sentence, []).append(attribution)
    return {sentence: tuple(attributions) for sentence, attributions in found.items()}


def _quantities(reading: Reading) -> Mapping[int, tuple[Claim, ...]]:
    found: dict[int, list[Claim]] = {}
    for claim in reading.claims:
        if is_quantity(claim):
            found.setdefault(claim.context.sentence, []).append(claim)
    return {sentence: tuple(claims) for sentence, claims in found.items()}


def is_quantity(claim: Claim) -> bool:
    """Tell a quantity from other claims and figures: no ordinal, address, age, time or part of a name."""
    return claim.figure is not None and claim.figure.role == "quantity" and claim.figure.form != "ordinal"


def basis_of(claim: Claim, value: str) -> tuple[str, str]:
    """Give what a fingerprint keeps of a claim: its clause without marks, order or spelling, and its value."""
    return " ".join(sorted(set(claim.context.stems))), value


def value_of(claim: Claim) -> str:
    """Give a claim's value in its normal form: what two reports may write differently is one text here."""
    if claim.figure is not None:
        return shown(claim.figure)
    if claim.date is not None:
        return claim.date.edtf
    if claim.name is not None:
        return claim.name.key
    return " ".join(claim.quote.words) if claim.quote is not None else ""
