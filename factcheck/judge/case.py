"""What a check gets to see: the readings, the judged pairs, and short ways to look things up in them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from itertools import chain

from msgspec import Struct, field

from factcheck.align.statements import Meeting
from factcheck.judge.held_facts import HeldFact
from factcheck.judge.word_lists import Worded
from factcheck.model.claim import Claim, ClaimKind, Marker, Reading
from factcheck.model.figure import shown
from factcheck.model.finding import ContradictionKind, Evidence
from factcheck.model.pair import Pair, Ref, Step
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


class Case(Struct, frozen=True, eq=False):
    """The readings and how their claims met.

    `likest` maps sentences to their likest in another report; `meetings` are those of two reports that share most of
    their words; `worded` tells where the phrases of the rules' word lists stand, by the lists' names; `facts`
    are the figures of each report held to what the desk knows.
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

    def claim(self, ref: Ref) -> Claim:
        """Give the claim a pair points to."""
        return self.by_id[ref.report][ref.claim]

    def claims_of(self, report: int, kind: ClaimKind | None) -> tuple[Claim, ...]:
        """Give a report's claims of one kind in order, or of all where none is named."""
        return self.readings[report].claims if kind is None else self.by_kind[report].get(kind, ())

    def figures(self, report: int, sentence: int | None = None) -> Iterator[Claim]:
        """Give the quantities of a report or of one sentence: no ordinals, addresses, ages, times, parts of names."""
        if sentence is not None:
            return iter(self.quantities[report].get(sentence, ()))
        return chain.from_iterable(self.quantities[report].values())

    def markers(self, report: int, sentence: int, *groups: str) -> Iterator[Marker]:
        """Give the telling words of some groups in a sentence."""
        return (m for m in self.by_sentence[report].get(sentence, ()) if m.group in groups)

    def statement(self, report: int, sentence: int) -> Claim:
        """Give a sentence's statement claim."""
        return self.statements[report][sentence]

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
        table: dict[int, list[Marker]] = {}
        for marker in reading.markers:
            table.setdefault(marker.sentence, []).append(marker)
        tables.append({sentence: tuple(markers) for sentence, markers in table.items()})
    by_id = tuple({claim.id: claim for claim in reading.claims} for reading in readings)
    statements = tuple({c.context.sentence: c for c in r.claims if c.kind == "statement"} for r in readings)
    looked_up = (by_id, tuple(tables), statements)
    counts = tuple(_quantities(reading) for reading in readings)
    said = tuple(_spoken(reading, table) for reading, table in zip(readings, statements, strict=True))
    met = (readings, pairs, likest, meetings, same_event, repeats)
    return Case(*met, *looked_up, sums, apart, voices, counts, said, worded, tuple(map(_by_kind, readings)), facts)


def _by_kind(reading: Reading) -> Mapping[ClaimKind, tuple[Claim, ...]]:
    found: dict[ClaimKind, list[Claim]] = {}
    for claim in reading.claims:
        found.setdefault(claim.kind, []).append(claim)
    return {kind: tuple(claims) for kind, claims in found.items()}


def _spoken(reading: Reading, statements: Mapping[int, Claim]) -> Mapping[int, tuple[Attribution, ...]]:
    """Map sentences to the attributions whose words or cue stand in them; each is looked up, not searched for."""
    ordered = sorted(statements.items(), key=lambda item: item[1].span.order)
    starts = [claim.span.order[:2] for _, claim in ordered]
    found: dict[int, list[Attribution]] = {}
    for attribution in reading.attributions:
        places: set[int] = set()
        for span in (attribution.content, attribution.cue):
            at = max(0, bisect_right(starts, span.order[:2]) - 1) if span is not None else len(ordered)
            while span is not None and at < len(ordered) and starts[at] < (span.field == "text", span.end):
                if ordered[at][1].span.overlaps(span):
                    places.add(ordered[at][0])
                at += 1
        for sentence in places:
            found.setdefault(sentence, []).append(attribution)
    return {sentence: tuple(attributions) for sentence, attributions in found.items()}


def _quantities(reading: Reading) -> Mapping[int, tuple[Claim, ...]]:
    found: dict[int, list[Claim]] = {}
    for claim in reading.claims:
        if claim.figure is not None and claim.figure.role == "quantity" and claim.figure.form != "ordinal":
            found.setdefault(claim.context.sentence, []).append(claim)
    return {sentence: tuple(claims) for sentence, claims in found.items()}


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
