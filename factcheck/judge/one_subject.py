"""Where many reports differ on one subject: one finding for each two values, not one for each two reports.

Of four reports, three that say 3 and one that says 5 make one difference and not three. The gravest finding speaks,
and the other reports' words join its evidence.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from factcheck.judge.case import Case
from factcheck.model.claim import Claim
from factcheck.model.comparison import Row
from factcheck.model.figure import shown
from factcheck.model.finding import SEVERITIES, Evidence, Finding

AGAIN = "again"
"""The label of further words of the same value."""

VALUES = frozenset({"number", "unit", "date"})
"""The kinds of contradictions that set two values against each other."""

Subject = tuple[int, frozenset[str]]
"""A row of the matrix, and the two values that stand against each other in it."""


def once_a_subject(case: Case, findings: Sequence[Finding], matrix: Sequence[Row]) -> tuple[Finding, ...]:
    """Let one finding speak for all that set the same two values of one subject against each other."""
    if len(case.readings) < 3:
        return tuple(findings)
    rows = {
        (cell.report, claim): number for number, row in enumerate(matrix) for cell in row.cells for claim in cell.claims
    }
    groups: dict[Subject, list[Finding]] = {}
    for finding in findings:
        subject = _subject(case, finding, rows)
        if subject is not None:
            groups.setdefault(subject, []).append(finding)
    speaks = {min(group, key=_weight).fingerprint: group for group in groups.values()}
    silent = {finding.fingerprint for group in groups.values() for finding in group} - speaks.keys()
    return tuple(
        _joined(finding, speaks.get(finding.fingerprint, []))
        for finding in findings
        if finding.fingerprint not in silent
    )


def _subject(case: Case, finding: Finding, rows: Mapping[tuple[int, str], int]) -> Subject | None:
    """Tell what a finding is about, where it sets two values of one row against each other."""
    places = {rows.get(claim) for claim in finding.claims}
    number = places.pop() if len(places) == 1 else None
    if finding.rule.on != "pair" or finding.kind not in VALUES or number is None:
        return None
    values = frozenset(_value(case.by_id[report][claim]) for report, claim in finding.claims)
    return (number, values) if len(values) == 2 else None


def _value(claim: Claim) -> str:
    if claim.figure is not None:
        return shown(claim.figure)
    return claim.date.edtf if claim.date is not None else claim.text


def _weight(finding: Finding) -> tuple[int, str]:
    """The worst first; of equals the same one, in whatever order the reports came."""
    return SEVERITIES.index(finding.severity), finding.fingerprint


def _joined(finding: Finding, group: Sequence[Finding]) -> Finding:
    told = {(item.report, item.span) for item in finding.evidence}
    more: dict[tuple[int, object], Evidence] = {}
    for other in group:
        for item in other.evidence:
            if (item.report, item.span) not in told:
                more.setdefault((item.report, item.span), replace(item, label=AGAIN))
    claims = dict.fromkeys(claim for one in (finding, *group) for claim in one.claims)
    # What was answered of two of the reports by themselves stays answered beside a third.
    also = {name for other in group for name in other.fingerprints} - {finding.fingerprint}
    return replace(
        finding,
        evidence=(*finding.evidence, *more.values()),
        claims=tuple(claims),
        also=tuple(sorted({*finding.also, *also})),
    )
