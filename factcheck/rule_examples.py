"""A rule's examples, run through the whole pipeline with that rule alone: its file is its test."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from factcheck.facts.load import fact_of
from factcheck.judge.rules import Rule
from factcheck.judge.schema import Example, ExampleReport, Find
from factcheck.load.front_matter import parse_day
from factcheck.model.comparison import Comparison
from factcheck.model.errors import UserError
from factcheck.model.fact import Fact
from factcheck.model.finding import Finding
from factcheck.model.report import Report
from factcheck.pipeline import compare_reports, read_report


class Outcome(Struct, frozen=True):
    """What came of one example: every complaint is one line; none means it passed."""

    rule: str
    example: str
    complaints: tuple[str, ...]


def run_examples(rule: Rule) -> Iterator[Outcome]:
    """Run a rule's examples."""
    for example in rule.file.examples:
        yield Outcome(rule.file.id, example.name, tuple(_run(rule, example)))


def _run(rule: Rule, example: Example) -> Iterator[str]:
    try:
        reports = reports_of(example)
    except UserError as error:
        yield str(error)
        return
    yield from _complaints(example, compare_reports(reports, [rule], facts=facts_of(example)), reports)


def reports_of(example: Example) -> list[Report]:
    """Read an example's reports; raises UserError for a publication date that is none."""
    return [_report(given, number) for number, given in enumerate(example.reports)]


def facts_of(example: Example) -> list[Fact]:
    """Give the facts an example gives the desk."""
    return [fact_of(entry) for entry in example.facts]


def _report(given: str | ExampleReport, number: int) -> Report:
    if isinstance(given, str):
        return read_report(given, id=f"r{number}")
    published = parse_day(given.published or "")
    if given.published and published is None:
        raise UserError.at(f"r{number}", f"published: {given.published!r} is no date; write it as 2026-01-31")
    return read_report(given.text, id=f"r{number}", title=given.title, language=given.language, published=published)


def _complaints(example: Example, comparison: Comparison, reports: list[Report]) -> Iterator[str]:
    met: set[str] = set()
    for wanted in example.finds:
        if not 0 <= wanted.report < len(reports):
            yield f"report {wanted.report} is none of the example's; they count from 0 to {len(reports) - 1}"
            continue
        if wanted.text not in reports[wanted.report].text:
            yield f"«{wanted.text}» does not stand in report {wanted.report} of the example"
            continue
        hits = [finding for finding in comparison.findings if _shows(finding, wanted, reports)]
        if not hits:
            yield f"finds nothing at «{wanted.text}»"
        elif wanted.severity and all(hit.severity != wanted.severity for hit in hits):
            yield f"«{wanted.text}» is {hits[0].severity}, not {wanted.severity}"
        met.update(hit.fingerprint for hit in hits)
    for finding in comparison.findings:
        if finding.fingerprint not in met:
            yield f"finds what the example does not name: «{finding.evidence[0].text}»"


def _shows(finding: Finding, wanted: Find, reports: list[Report]) -> bool:
    start = reports[wanted.report].text.find(wanted.text)
    end = start + len(wanted.text)
    return any(
        e.report == wanted.report and e.span.field == "text" and e.span.start < end and start < e.span.end
        for e in finding.evidence
    )
