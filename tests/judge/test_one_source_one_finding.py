"""Many rules look at unnamed sources; with all of them on, a source is still one finding."""

from __future__ import annotations

from factcheck.judge.rules import load_rules
from factcheck.pipeline import compare_reports, read_report

TEXT = (
    'The bridge was mined. "We found twelve dead under it," a security official told Reuters. '
    "Experts say it was a mistake. Media reports said a second bridge was closed."
)


def test_the_gravest_rule_speaks_for_a_source() -> None:
    rules = load_rules().rules
    comparison = compare_reports([read_report(TEXT, id="r0")], rules)
    sources = [f.evidence[0].text for f in comparison.findings if f.rule.category == "unnamed-source"]
    assert sorted(sources) == ["Experts", "Media reports", "a security official"]
