"""Which findings speak of one thing: they share a claim or its subject, or point at the same words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from msgspec import Struct

from factcheck.model.comparison import Comparison, Row
from factcheck.model.finding import Finding
from factcheck.render.sections import on_the_page

Ref: TypeAlias = tuple[int, str]
"""A report's number and a claim's id in it."""


class Group(Struct, frozen=True):
    """Findings of one thing in the order of the page, and the rows of the matrix they are about."""

    findings: tuple[Finding, ...]
    rows: tuple[Row, ...]


def groups(comparison: Comparison) -> Iterator[Group]:
    """Join the findings of a comparison; each is in one group."""
    findings = on_the_page(comparison)
    row_of = {
        (cell.report, claim): index
        for index, row in enumerate(comparison.matrix)
        for cell in row.cells
        for claim in cell.claims
    }
    about = [_subjects(comparison, finding, row_of) for finding in findings]
    home = list(range(len(findings)))
    for first, finding in enumerate(findings):
        for second in range(first):
            if about[first] & about[second] or _same_words(finding, findings[second]):
                old, new = home[first], home[second]
                home = [new if number == old else number for number in home]
    for number in dict.fromkeys(home):
        members = tuple(finding for finding, mine in zip(findings, home, strict=True) if mine == number)
        subjects = frozenset().union(*(subject for subject, mine in zip(about, home, strict=True) if mine == number))
        named = (row_of.get(claim) for finding in members for claim in finding.claims)
        rows = dict.fromkeys(row for row in named if row is not None and row in subjects)
        yield Group(members, tuple(comparison.matrix[row] for row in rows))


def _subjects(comparison: Comparison, finding: Finding, row_of: dict[Ref, int]) -> frozenset[Ref | int]:
    """Give the subjects a finding is about.

    A finding about somebody who says many things (an unnamed source) is about none of them: joining what it touches
    would make one item of a whole report.
    """
    subjects = frozenset(row_of.get(claim, claim) for claim in finding.claims)
    primary = finding.evidence[0]
    points_at_claim = any(
        report == primary.report and comparison.readings[report].claim(claim).span.overlaps(primary.span)
        for report, claim in finding.claims
    )
    return subjects if points_at_claim or len(subjects) == 1 else frozenset()


def _same_words(one: Finding, other: Finding) -> bool:
    a, b = one.evidence[0], other.evidence[0]
    return a.report == b.report and a.span.overlaps(b.span)
