"""Subjects over all reports: the same figure wherever it is said, and what each report says of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from factcheck.judge.case import Case
from factcheck.model.claim import Claim
from factcheck.model.comparison import Cell, Row
from factcheck.model.figure import shown
from factcheck.model.pair import Verdict


def matrix_of(case: Case) -> tuple[Row, ...]:
    """Build the matrix: a row a subject, a cell a report; first those that several reports share."""
    subjects = _subjects(case)
    return tuple(_row(case, members) for members in subjects)


def _subjects(case: Case) -> list[list[tuple[int, str]]]:
    """Join repeats within a report and pairs between reports into subjects."""
    parent: dict[tuple[int, str], tuple[int, str]] = {}

    def root(item: tuple[int, str]) -> tuple[int, str]:
        while parent[item] != item:
            item = parent[item]
        return item

    for report in range(len(case.readings)):
        for claim in _shown_claims(case, report):
            parent.setdefault((report, claim.id), (report, claim.id))
        for claim in _shown_claims(case, report):
            first = (report, case.repeats[report].get(claim.id, (claim.id,))[0])
            if first in parent:
                parent[root((report, claim.id))] = root(first)
    for pair in case.pairs:
        a, b = (pair.a.report, pair.a.claim), (pair.b.report, pair.b.claim)
        if pair.verdict in ("agree", "conflict") and a in parent and b in parent:
            left, right = sorted((root(a), root(b)))
            parent[right] = left
    groups: dict[tuple[int, str], list[tuple[int, str]]] = {}
    for item in parent:
        groups.setdefault(root(item), []).append(item)
    ordered = sorted(groups.values(), key=lambda g: (-len({r for r, _ in g}), min((r, int(c[1:])) for r, c in g)))
    return [sorted(group, key=lambda item: (item[0], int(item[1][1:]))) for group in ordered]


def _shown_claims(case: Case, report: int) -> Iterator[Claim]:
    for claim in case.figures(report):
        yield claim
    seen: set[str] = set()
    for claim in case.readings[report].claims:
        if claim.date is not None and not claim.date.relative and claim.date.edtf not in seen:
            seen.add(claim.date.edtf)
            yield claim


def _row(case: Case, members: Sequence[tuple[int, str]]) -> Row:
    by_report: dict[int, list[str]] = {}
    for report, claim_id in members:
        by_report.setdefault(report, []).append(claim_id)
    ids = set(members)
    verdict_of: dict[int, Verdict] = {}
    for pair in case.pairs:
        a, b = (pair.a.report, pair.a.claim), (pair.b.report, pair.b.claim)
        if a in ids and b in ids:
            for report in (a[0], b[0]):
                if verdict_of.get(report) != "conflict":
                    verdict_of[report] = pair.verdict
    cells = []
    for report in range(len(case.readings)):
        claims = tuple(by_report.get(report, ()))
        value = _value(case.by_id[report][claims[0]]) if claims else ""
        default: Verdict = "silent" if not claims else "agree" if len(by_report) > 1 else "not comparable"
        cells.append(Cell(report, claims, value, verdict_of.get(report, default) if claims else "silent"))
    first = members[0]
    claim = case.by_id[first[0]][first[1]]
    part = any(first[1] in parts for parts in case.sums[first[0]].values())
    return Row(_subject(claim, case.by_id[first[0]]), tuple(cells), part)


def _value(claim: Claim) -> str:
    if claim.figure is not None:
        return shown(claim.figure)
    return claim.date.edtf if claim.date is not None else ""


def _subject(claim: Claim, table: Mapping[str, Claim]) -> str:
    """Name a subject in the report's own words: what is counted, or the clause it stands in."""
    return claim.text.replace("\n", " ")
