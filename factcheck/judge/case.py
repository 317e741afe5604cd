"""What a check gets to see: the readings, the judged pairs, and short ways to look things up in them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from factcheck.align.statements import Meeting
from factcheck.model.claim import Claim, Marker, Reading
from factcheck.model.finding import ContradictionKind, Evidence
from factcheck.model.pair import Pair, Ref, Step
from factcheck.model.source import Attribution
from factcheck.model.span import Span


@dataclass(frozen=True, slots=True)
class Draft:
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


@dataclass(frozen=True, slots=True, eq=False)
class Case:
    """The readings and how their claims met.

    `likest` maps sentences to their likest in another report; `meetings` are those of two reports that share most of
    their words.
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

    def claim(self, ref: Ref) -> Claim:
        """Give the claim a pair points to."""
        return self.by_id[ref.report][ref.claim]

    def figures(self, report: int) -> Iterator[Claim]:
        """Give a report's quantities: no ordinals, no addresses, ages, times or parts of names."""
        for claim in self.readings[report].claims:
            if claim.figure is not None and claim.figure.role == "quantity" and claim.figure.form != "ordinal":
                yield claim

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
        reading = self.readings[report]
        span = next(s.span for s in reading.sentences if s.index == sentence)
        return (
            a for a in reading.attributions if a.content.overlaps(span) or (a.cue is not None and a.cue.overlaps(span))
        )


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
    return Case(readings, pairs, likest, meetings, same_event, repeats, *looked_up, sums, apart, voices)


def basis_of(claim: Claim, value: str) -> tuple[str, str]:
    """Give what a fingerprint keeps of a claim: its clause without marks, order or spelling, and its value."""
    return " ".join(sorted(set(claim.context.stems))), value
