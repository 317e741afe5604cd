"""Quotations: their marks taken off or closed, their two speakers made one."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.languages.loader import load_languages
from factcheck.model.finding import Evidence
from factcheck.model.span import Span
from factcheck.mutants.speakers import source_edit
from factcheck.mutants.tried import Edit, Mutant, Tried, labelled

ABOUT_QUOTES = "attribution"
"""The category of findings about how words are quoted."""


def unquoted(tried: Tried) -> Iterator[Mutant]:
    """Take the marks off a quotation that a finding is about: what is told in indirect speech is no quotation."""
    for finding in tried.findings:
        edits = [edit for evidence in finding.evidence for edit in _marks(tried, evidence, "")]
        if tried.rule.file.category == ABOUT_QUOTES and _marks(tried, finding.evidence[0], ""):
            yield Mutant("marks taken off", tuple(dict.fromkeys(edits)), "gone", finding)


def closed(tried: Tried) -> Iterator[Mutant]:
    """Close a quotation that was left open, or closed with another kind of mark: nothing is left to say."""
    for finding in tried.findings:
        evidence = finding.evidence[0]
        before, after = (tried.surface(evidence.report, span) for span in _around(evidence))
        pairs = load_languages()[tried.reports[evidence.report].language].quotes
        right = next((pair[1] for pair in pairs if pair[0] == before), None)
        text = tried.reports[evidence.report].text if evidence.span.field == "text" else ""
        rest = text[evidence.span.end :].partition("\n")[0]
        if tried.rule.file.category != ABOUT_QUOTES or right is None or right in rest:
            continue
        wrong = any(after in pair for pair in pairs) and after != ""
        place = _around(evidence)[1] if wrong else Span(evidence.span.end, evidence.span.end, evidence.span.field)
        yield Mutant("marks closed", (Edit(evidence.report, place, right),), "gone", finding)


def one_speaker(tried: Tried) -> Iterator[Mutant]:
    """Give both of two speakers' words to the second: nobody else's words stand beside them any more."""
    for finding in tried.findings:
        told = labelled(finding, "source")
        if len(told) == 2 and told[0].report == told[1].report and told[0].text != told[1].text:
            edit = source_edit(tried, told[1].report, told[1].span, told[0].text)
            yield Mutant("one speaker for both", (edit,), "gone", finding)


def _marks(tried: Tried, evidence: Evidence, text: str) -> list[Edit]:
    """Write something for the marks around a piece of evidence, where there are any."""
    pairs = load_languages()[tried.reports[evidence.report].language].quotes
    marks = {mark for pair in pairs for mark in pair}
    places = [span for span in _around(evidence) if tried.surface(evidence.report, span) in marks]
    return [Edit(evidence.report, span, text) for span in places]


def _around(evidence: Evidence) -> tuple[Span, Span]:
    """Give the places right before and right behind a piece of evidence."""
    span = evidence.span
    return Span(max(0, span.start - 1), span.start, span.field), Span(span.end, span.end + 1, span.field)


PROBES = (unquoted, closed, one_speaker)
