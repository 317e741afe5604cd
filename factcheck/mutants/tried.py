"""An example as it stands, a changed copy of it, and what must come of the change."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Literal

from msgspec import Struct

from factcheck.judge.rules import Rule
from factcheck.languages.samples import Samples, load_samples
from factcheck.model.claim import Claim, Reading
from factcheck.model.fact import Fact
from factcheck.model.finding import Evidence, Finding, SetAside
from factcheck.model.report import Report
from factcheck.model.span import Field, Span

Expected = Literal["same", "kept", "moved", "gone", "fires", "silent"]
"""What a change must lead to.

`same`: the same findings, fingerprint and severity. `kept`: the finding still stands at its place. `moved`: it does,
and as another one (its fingerprint is new). `gone`: nothing is said there any more. `fires`: of a silent example, that
something is said where it was changed. `silent`: that nothing is said.
"""


class Edit(Struct, frozen=True):
    """A stretch of one report, and what stands there instead."""

    report: int
    span: Span
    text: str


class Mutant(Struct, frozen=True):
    """A change, and what it must lead to; `at` is the finding it is about.

    `order` lays the reports out anew by their numbers: in another order, or one of them twice.
    """

    probe: str
    edits: tuple[Edit, ...]
    expected: Expected
    at: Finding | None = None
    order: tuple[int, ...] = ()


class Tried(Struct, frozen=True):
    """An example, as it was read, and what the rule alone finds in it."""

    rule: Rule
    name: str
    readings: tuple[Reading, ...]
    findings: tuple[Finding, ...]
    set_aside: tuple[SetAside, ...] = ()
    facts: tuple[Fact, ...] = ()

    @property
    def reports(self) -> tuple[Report, ...]:
        """Give the reports."""
        return tuple(reading.report for reading in self.readings)

    def samples(self, report: int) -> Samples | None:
        """Give the words a change may use in this report; None where its language has none."""
        return load_samples().get(self.reports[report].language)

    def surface(self, report: int, span: Span) -> str:
        """Give the words of a report that a span covers."""
        return self.reports[report].surface(span)

    def figure(self, evidence: Evidence) -> Claim | None:
        """Give the one figure that a piece of evidence is, or the age it holds; None where it is something else."""
        claims = [claim for claim in self.readings[evidence.report].claims if claim.figure is not None]
        whole = [claim for claim in claims if claim.span == evidence.span]
        ages = [c for c in claims if c.figure is not None and c.figure.role == "age" and evidence.span.covers(c.span)]
        found = whole or ages
        return found[0] if len(found) == 1 else None

    def sentence(self, evidence: Evidence) -> Span | None:
        """Give the sentence that a piece of evidence stands in."""
        sentences = self.readings[evidence.report].sentences
        return next((sentence.span for sentence in sentences if sentence.span.overlaps(evidence.span)), None)


Probe = Callable[[Tried], Iterator[Mutant]]
"""A way to change an example; it gives nothing where it has nothing to change."""

DIFFERING = frozenset({"contradiction", "arithmetic"})
"""Categories that hold two things against each other; of others two sides may agree."""
BETWEEN = frozenset({"contradiction", "missing-figure"})
"""Categories of what sets two reports apart."""
SIDES = (("a", "b"), ("table", "prose"))
"""Labels of the two pieces of evidence that a finding holds against each other."""


def sides(finding: Finding) -> tuple[Evidence, Evidence] | None:
    """Give the two pieces of evidence that a finding holds against each other, if that is what it does."""
    first = {label: next((e for e in finding.evidence if e.label == label), None) for pair in SIDES for label in pair}
    for a, b in SIDES:
        one, other = first[a], first[b]
        if one is not None and other is not None:
            return one, other
    return None


def opposed(tried: Tried, finding: Finding) -> tuple[Evidence, Evidence] | None:
    """Give them where the finding says that they cannot both hold."""
    return sides(finding) if tried.rule.file.category in DIFFERING else None


def labelled(finding: Finding, label: str) -> list[Evidence]:
    """Give a finding's evidence of one label."""
    return [evidence for evidence in finding.evidence if evidence.label == label]


def apply(report: Report, number: int, edits: tuple[Edit, ...]) -> tuple[str, str | None]:
    """Give a report's text and title with the edits made; they may not overlap."""
    text, title = report.text, report.title
    for edit in sorted(edits, key=lambda edit: edit.span.start, reverse=True):
        if edit.report != number:
            continue
        if edit.span.field == "text":
            text = text[: edit.span.start] + edit.text + text[edit.span.end :]
        elif title is not None:
            title = title[: edit.span.start] + edit.text + title[edit.span.end :]
    return text, title


def moved(evidence: Evidence, edits: tuple[Edit, ...]) -> Span:
    """Give the place of a piece of evidence after the edits; what was written over it belongs to it."""
    start, end = evidence.span.start, evidence.span.end
    for edit in sorted(edits, key=lambda edit: edit.span.start, reverse=True):
        span = edit.span
        if edit.report != evidence.report or span.field != evidence.span.field:
            continue
        shift = len(edit.text) - (span.end - span.start)
        if span.end <= start:
            start, end = start + shift, end + shift
        elif span.start < end:
            start, end = min(start, span.start), max(end, span.end) + shift
    return Span(start, end, evidence.span.field)


def rewritten(tried: Tried, probe: str, rewrite: Callable[[int, str], str | None]) -> Iterator[Mutant]:
    """Give the mutant in which every report's text and title are rewritten, if that changes any."""
    edits: list[Edit] = []
    fields: tuple[Field, ...] = ("title", "text")
    for number, report in enumerate(tried.reports):
        for field in fields:
            old = (report.text if field == "text" else report.title) or ""
            new = rewrite(number, old)
            if new is not None and new != old:
                edits.append(Edit(number, Span(0, len(old), field), new))
    if edits:
        yield Mutant(probe, tuple(edits), "same")
