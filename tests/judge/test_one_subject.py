"""One subject that several reports differ on is told once for each two values, whatever the order of the reports."""

from __future__ import annotations

from itertools import permutations

from factcheck.model.comparison import Comparison
from factcheck.pipeline import compare_reports, read_report

NOON = "Three workers were killed and 14 others injured when a crane fell in the port of Sfax on Monday, the port said."
SWAPPED = NOON.replace("14", "41")
THIRD = NOON.replace("14", "23")


def compared(*texts: str) -> Comparison:
    return compare_reports([read_report(text, id=f"r{number}") for number, text in enumerate(texts)])


def about_the_injured(comparison: Comparison) -> list[set[int]]:
    return [
        {item.report for item in finding.evidence}
        for finding in comparison.findings
        if finding.kind == "number" and any("others" in item.text for item in finding.evidence)
    ]


def test_one_report_against_three_is_one_finding_with_the_words_of_all() -> None:
    assert about_the_injured(compared(NOON, SWAPPED, NOON, NOON)) == [{0, 1, 2, 3}]


def test_three_values_are_three_differences() -> None:
    assert len(about_the_injured(compared(NOON, SWAPPED, THIRD))) == 3


def test_two_reports_are_left_as_they_are() -> None:
    assert about_the_injured(compared(NOON, SWAPPED)) == [{0, 1}]


def test_the_order_of_the_reports_decides_nothing() -> None:
    texts = (NOON, SWAPPED, NOON.replace("Monday", "Monday morning"))
    said = {tuple(sorted(f.fingerprint for f in compared(*order).findings)) for order in permutations(texts)}
    assert len(said) == 1


def test_it_is_known_by_the_fingerprints_of_all_it_speaks_for() -> None:
    pairs = {f.fingerprint for text in (NOON, f"{NOON} More follows.") for f in compared(text, SWAPPED).findings}
    together = compared(NOON, SWAPPED, f"{NOON} More follows.").findings
    assert pairs <= {name for finding in together for name in finding.fingerprints}
