"""What two reports tell of one event otherwise: of what, in the report's own word, and at what hour."""

from __future__ import annotations

from factcheck.model.finding import Finding
from factcheck.pipeline import compare_reports, read_report

ONE = "Fire swept through the Orn hotel on Monday.\n\nThe fire broke out at 3.20 a.m. because of a short circuit."
OTHER = "The Orn hotel fire on Monday woke guests.\n\nThe blaze broke out at 5.10 a.m.; a gas leak was to blame for it."


def found(rule: str) -> Finding:
    reports = [read_report(text, id=f"r{n}", name=f"r{n}", language="en") for n, text in enumerate((ONE, OTHER))]
    return next(finding for finding in compare_reports(reports).findings if finding.rule.id == rule)


def test_the_event_is_named_as_the_report_prints_it() -> None:
    subject = next(step for step in found("circumstance-conflict").steps if step.name == "one-subject")
    assert dict(subject.values) == {"a": "fire"}


def test_hours_are_told_as_a_clock_shows_them() -> None:
    steps = found("figure-conflict").steps
    assert ("value-disjoint", {"a": "3:20", "b": "5:10"}) in [(step.name, dict(step.values)) for step in steps]
    assert "value-would-agree" not in [step.name for step in steps]
