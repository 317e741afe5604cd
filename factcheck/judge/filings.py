"""Sums that lie in papers on file, and facts that a newsletter credits in brackets behind them."""

from __future__ import annotations

import re
from functools import lru_cache

from factcheck.judge.case import Case
from factcheck.model.claim import Claim
from factcheck.model.span import Span

FILING = "filing"
"""The key of papers that whoever takes money has to hand in."""
GIVEN = "given"
"""The key of words for money that is given to a cause."""
FURTHEST = 800
"""Characters from a figure to the end of its line."""
_CREDIT = re.compile(r"[.!?؟\"“”»’]\s*\[([^\[\]\d]{2,80})\]\s*$")


def is_filed(case: Case, report: int, claim: Claim) -> bool:
    """Tell money given to a cause, in a report of what was filed about it: everyone can read the papers."""
    if claim.figure is None or claim.figure.form != "money" or not _on_filings(case, report):
        return False
    return any(m.key == GIVEN for m in case.markers(report, claim.context.sentence, "record"))


@lru_cache(maxsize=4)  # every sum of a report asks
def _on_filings(case: Case, report: int) -> bool:
    return any(m.group == "document" and m.key == FILING for m in case.readings[report].markers)


def credited_in_brackets(case: Case, report: int, claim: Claim) -> bool:
    """Tell a figure behind which its line ends with a name in square brackets, as newsletters credit ("[Reuters]")."""
    span = Span(claim.span.end, claim.span.end + FURTHEST, claim.span.field)
    line, ended, _ = case.readings[report].report.surface(span).partition("\n")
    credit = _CREDIT.search(line) if ended or len(line) < FURTHEST else None
    return credit is not None and not credit[1][:1].islower()
