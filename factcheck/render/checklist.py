"""What an editor works down: one item for each claim or subject that has any finding, however many rules spoke."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal

from msgspec import Struct

from factcheck.model.claim import Reading
from factcheck.model.comparison import Cell, Comparison, Row
from factcheck.model.finding import SEVERITIES, Evidence, Finding, Severity
from factcheck.model.source import Source
from factcheck.model.span import Span
from factcheck.render.bidi import harmless
from factcheck.render.cells import cut
from factcheck.render.checklist_groups import Ref, groups
from factcheck.render.subject import subject_words

BOXES = ("confirmed", "corrected", "cut")
"""What an editor may answer."""
SIGNED = ("by", "date", "note")
"""What an answer is signed with."""
NAMED = frozenset({"person", "role", "organisation", "document", "media"})
"""The kinds of sources one can go to."""
AGAIN = "again"
"""The label of further mentions of a figure: their places are enough."""
WIDEST = 80
"""Cells of a subject, at most."""


class Words(Struct, frozen=True):
    """Words of a report an item rests on; `line` and `column` count from 1, in the title where `span` is in it."""

    report: int
    span: Span
    line: int
    column: int
    text: str
    label: str = ""


class Whom(Struct, frozen=True):
    """Somebody the text names, who can be asked."""

    report: int
    text: str
    kind: str


class Settlement(Struct, frozen=True):
    """Why an item need not be asked again: on whose word, and `day`, when that was given or until when it holds."""

    how: Literal["signed", "waived", "accepted"]
    by: str = ""
    day: str = ""
    note: str = ""


class Item(Struct, frozen=True):
    """One thing to check: `severity` is its worst finding's, `cells` what each report says of it, if it is a figure.

    `silent` are reports that tell of the event and do not say this.
    """

    number: int
    severity: Severity
    subject: str
    cells: tuple[Cell, ...]
    words: tuple[Words, ...]
    silent: tuple[int, ...]
    findings: tuple[Finding, ...]
    questions: tuple[str, ...]
    whom: tuple[Whom, ...]
    settled: Settlement | None = None

    @property
    def rules(self) -> tuple[str, ...]:
        """Name the rules that spoke, each once."""
        return tuple(dict.fromkeys(finding.rule.id for finding in self.findings))

    @property
    def fingerprints(self) -> tuple[str, ...]:
        """Give the fingerprints of its findings, by which an answer finds its way back."""
        return tuple(fingerprint for finding in self.findings for fingerprint in finding.fingerprints)


def checklist_items(comparison: Comparison) -> tuple[Item, ...]:
    """Give the items in the order an editor works: contradictions, then by severity, then as the reports have them."""
    joined = sorted(groups(comparison), key=lambda group: _order(group.findings))
    return tuple(
        item_of(number, comparison, group.findings, group.rows) for number, group in enumerate(joined, start=1)
    )


def answer_of(item: Item) -> tuple[str, dict[str, str]]:
    """Give the box that was ticked and what stands in the fields; nothing yet where nobody signed.

    What lets an item stand without being an answer on a list, a waiver, has no place there.
    """
    settled = item.settled
    if settled is None or settled.how != "signed":
        return "", dict.fromkeys(SIGNED, "")
    return "confirmed", {"by": settled.by, "date": settled.day, "note": settled.note}


def _order(findings: Sequence[Finding]) -> tuple[bool, int, int, tuple[bool, int, int], str]:
    contradicts = any(finding.rule.category == "contradiction" for finding in findings)
    first = min(((e.report, e.span.order) for f in findings for e in f.evidence[:1]), default=(0, (False, 0, 0)))
    return (not contradicts, _worst(findings), *first, findings[0].fingerprint)


def _worst(findings: Iterable[Finding]) -> int:
    return min(SEVERITIES.index(finding.severity) for finding in findings)


def item_of(
    number: int,
    comparison: Comparison,
    findings: Sequence[Finding],
    rows: Sequence[Row],
    settled: Settlement | None = None,
) -> Item:
    """Make an item of findings that speak of one thing, and the rows of the matrix they are about."""
    words = _words(comparison, findings, rows[:1])
    spoken = {word.report for word in words}
    primary = findings[0].evidence[0]
    cells = rows[0].cells if rows else ()
    return Item(
        number=number,
        severity=SEVERITIES[_worst(findings)],
        subject=subject_words(comparison, rows[0], WIDEST).text if rows else cut(harmless(primary.text), WIDEST),
        cells=tuple(cells),
        words=words,
        silent=tuple(cell.report for cell in cells if not cell.claims and cell.report not in spoken),
        findings=tuple(findings),
        questions=tuple(dict.fromkeys(finding.question for finding in findings)),
        whom=whom(comparison, findings, rows[:1]),
        settled=settled,
    )


def _words(comparison: Comparison, findings: Iterable[Finding], rows: Iterable[Row]) -> tuple[Words, ...]:
    """Gather the evidence, each stretch once, and what a report says of the subject where no finding quotes it."""
    evidence = [item for finding in findings for item in finding.evidence]
    quoted = {item.report for item in evidence}
    for row in rows:
        for cell in row.cells:
            if cell.claims and cell.report not in quoted:
                claim = comparison.readings[cell.report].claim(cell.claims[0])
                evidence.append(Evidence(cell.report, claim.span, claim.text))
    once: dict[tuple[int, Span], Evidence] = {}
    for item in evidence:
        once.setdefault((item.report, item.span), item)
    ordered = sorted(once.values(), key=lambda item: (item.report, item.span.order))
    return tuple(placed(comparison, item) for item in ordered)


def quoted_words(item: Item) -> tuple[Words, ...]:
    """Give the words of an item to be quoted: no repeats, whose places are enough, and none that others hold."""
    shown = (words for words in item.words if words.label != AGAIN)
    return tuple(words for words in shown if not any(_holds(other, words) for other in item.words))


def _holds(one: Words, other: Words) -> bool:
    return one.report == other.report and one.span != other.span and one.span.covers(other.span)


def placed(comparison: Comparison, item: Evidence) -> Words:
    """Give words with their line and column."""
    line, column = comparison.readings[item.report].report.place(item.span)
    return Words(item.report, item.span, line, column, item.text, item.label)


def whom(comparison: Comparison, findings: Iterable[Finding], rows: Iterable[Row]) -> tuple[Whom, ...]:
    """Name the sources of the item's claims, and those who speak in the sentences of its evidence."""
    found: dict[tuple[int, str], Whom] = {}
    claims: list[Ref] = [claim for finding in findings for claim in finding.claims]
    claims += [(cell.report, claim) for row in rows for cell in row.cells for claim in cell.claims]
    for report, claim_id in sorted(set(claims)):
        attribution = comparison.readings[report].claim(claim_id).attribution
        _add(found, comparison, report, attribution.source if attribution else None)
    for finding in findings:
        for item in finding.evidence:
            for source in _speakers(comparison.readings[item.report], item.span):
                _add(found, comparison, item.report, source)
    return tuple(sorted(found.values(), key=lambda whom: whom.report))


def _speakers(reading: Reading, span: Span) -> Iterable[Source | None]:
    sentence = next((s.span for s in reading.sentences if s.span.overlaps(span)), span)
    return (
        a.source for a in reading.attributions if a.content.overlaps(sentence) or (a.cue and a.cue.overlaps(sentence))
    )


def _add(found: dict[tuple[int, str], Whom], comparison: Comparison, report: int, source: Source | None) -> None:
    if source is not None and source.kind in NAMED:
        text = comparison.readings[report].report.surface(source.named)
        found.setdefault((report, source.key or text), Whom(report, text, source.kind))
