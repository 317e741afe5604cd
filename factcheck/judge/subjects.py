"""Subjects over all reports: the same figure wherever it is said, and what each report says of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from factcheck.judge.case import Case, value_of
from factcheck.judge.majority import SEVERAL, with_majority
from factcheck.model.claim import Claim
from factcheck.model.comparison import Cell, Row
from factcheck.model.pair import Verdict


def matrix_of(case: Case) -> tuple[Row, ...]:
    """Build the matrix: a row a subject, a cell a report; first those that several reports share."""
    subjects = _subjects(case)
    return tuple(_row(case, members) for members in subjects)


Item = tuple[int, str]
"""A report's number and the id of one of its claims."""


def _subjects(case: Case) -> list[list[Item]]:
    """Join repeats within a report and pairs between reports into subjects, the surest pairs first.

    A pair that would make one subject of two figures of one report is left out: over several reports a weak link in
    the chain must not tie two things together.
    """
    groups: dict[Item, set[Item]] = {}
    for report in range(len(case.readings)):
        for claim in _shown_claims(case, report):
            groups[report, claim.id] = {(report, claim.id)}
        for claim in _shown_claims(case, report):
            first = _head(case, (report, claim.id))
            if first in groups:
                _join(groups, first, (report, claim.id))
    for pair in sorted(case.pairs, key=lambda pair: -pair.score):
        a, b = (pair.a.report, pair.a.claim), (pair.b.report, pair.b.claim)
        disputed = pair.level == DISPUTE and len(case.readings) > TWO
        if not (disputed or pair.verdict in ("agree", "conflict")) or a not in groups or b not in groups:
            continue
        heads = {_head(case, item) for item in groups[a] | groups[b]}
        if len(case.readings) == TWO or len({report for report, _ in heads}) == len(heads):
            _join(groups, a, b)
    found = {id(group): group for group in groups.values()}.values()
    ordered = sorted(found, key=lambda g: (-len({r for r, _ in g}), min(map(_order, g))))
    return [sorted(group, key=_order) for group in ordered]


DISPUTE = "same-voice"
"""The step at which two speakers part who give one thing two values: over several reports that is one subject still."""
TWO = 2
"""Reports between which every claim has one partner at most, so that no chain can form."""


def _join(groups: dict[Item, set[Item]], a: Item, b: Item) -> None:
    small, large = sorted((groups[a], groups[b]), key=len)
    if small is not large:
        large |= small
        groups.update(dict.fromkeys(small, large))


def _head(case: Case, item: Item) -> Item:
    """Give the first mention of a claim's figure in its report."""
    report, claim = item
    return report, case.repeats[report].get(claim, (claim,))[0]


def _order(item: Item) -> tuple[int, int]:
    return item[0], int(item[1][1:])


def _shown_claims(case: Case, report: int) -> Iterator[Claim]:
    for claim in case.figures(report):
        yield claim
    seen: set[str] = set()
    for claim in case.readings[report].claims:
        if claim.date is not None and not claim.date.relative and claim.date.edtf not in seen:
            seen.add(claim.date.edtf)
            yield claim


def _row(case: Case, members: Sequence[Item]) -> Row:
    by_report: dict[int, list[str]] = {}
    for report, claim_id in members:
        by_report.setdefault(report, []).append(claim_id)
    ids = set(members)
    verdict_of: dict[int, Verdict] = {}
    for pair in case.pairs:
        a, b = (pair.a.report, pair.a.claim), (pair.b.report, pair.b.claim)
        if a in ids and b in ids:
            for report in (a[0], b[0]):
                known = verdict_of.get(report, pair.verdict)
                verdict_of[report] = min(known, pair.verdict, key=WEIGHTIEST.index)
    shared = len(by_report) > 1
    cells = []
    for report in range(len(case.readings)):
        claims = tuple(by_report.get(report, ()))
        value = value_of(case.by_id[report][claims[0]]) if claims else ""
        default: Verdict = "silent" if not claims else "agree" if shared else "not comparable"
        cells.append(Cell(report, claims, value, verdict_of.get(report, default) if claims else "silent"))
    first = members[0]
    claim = case.by_id[first[0]][first[1]]
    part = any(first[1] in parts for parts in case.sums[first[0]].values())
    row = Row(_subject(claim, case.by_id[first[0]]), tuple(cells), part)
    return row if len(by_report) < SEVERAL else with_majority(case, row)


WEIGHTIEST: tuple[Verdict, ...] = ("conflict", "agree", "not comparable", "silent")
"""Verdicts, of which a cell shows the first that its pairs give."""


def _subject(claim: Claim, table: Mapping[str, Claim]) -> str:
    """Name a subject in the report's own words: what is counted, or the clause it stands in."""
    return claim.text.replace("\n", " ")
