"""What is marked in the reports of a page: claims, the words findings rest on, and links between claims that met."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from factcheck.data.messages import Messages
from factcheck.model.claim import Claim
from factcheck.model.comparison import Comparison
from factcheck.model.finding import Finding
from factcheck.render.compact import claim_value
from factcheck.render.html_text import Mark
from factcheck.render.matrix_plan import Lines

AGAIN = "again"
QUIET = frozenset({"part", "says", "figure"})
"""Parts of a finding that are marked only while it is looked at."""
UNMARKED = frozenset({"statement"})
"""Claims as long as a sentence: marking them would mark everything."""

Links = Mapping[tuple[int, str], str]
"""The links of claims, by report and id."""


def marks(comparison: Comparison, findings: Sequence[Finding], links: Links, messages: Messages) -> list[list[Mark]]:
    """Give the marks of every report."""
    out: list[list[Mark]] = [
        [_claim(claim, links.get((report, claim.id), ""), messages) for claim in reading.claims if _is_marked(claim)]
        for report, reading in enumerate(comparison.readings)
    ]
    for number, finding in enumerate(findings, 1):
        for place, item in enumerate(finding.evidence):
            quiet = place > 0 and item.label in QUIET
            again = item.label == AGAIN
            mark = Mark(item.span, finding=number, severity=finding.severity, quiet=quiet, again=again)
            out[item.report].append(mark)
    return out


def links(comparison: Comparison, rows: Sequence[Lines]) -> Links:
    """Link the claims of a line of the matrix, and those of a pair that stands in none."""
    found: dict[tuple[int, str], str] = {}
    for number, line in enumerate(line for lines in rows for line in lines):
        for row in line.rows:
            for cell in row.cells:
                found |= {(cell.report, claim): f"r{number}" for claim in cell.claims}
    for number, pair in enumerate(comparison.pairs):
        for side in (pair.a, pair.b):
            found.setdefault((side.report, side.claim), f"p{number}")
    return found


def _is_marked(claim: Claim) -> bool:
    return claim.kind not in UNMARKED


def _claim(claim: Claim, link: str, messages: Messages) -> Mark:
    return Mark(claim.span, kind=claim.kind, told=" · ".join(_told(claim, messages)), link=link)


def _told(claim: Claim, messages: Messages) -> Iterator[str]:
    """Say in a few words how a claim was read."""
    kind = claim.name.type if claim.name is not None else ""
    yield messages.text(f"name-type.{kind}") if kind else messages.text(f"claim-kind.{claim.kind}")
    value = claim_value(claim, messages)
    if value:
        yield value
