"""Papers and magazines whose report a lead sums up, and which are credited only behind it."""

from __future__ import annotations

from factcheck.judge.case import Case
from factcheck.judge.materiality import in_lead
from factcheck.model.claim import Claim
from factcheck.model.source import Source


def reported_next(case: Case, report: int, claim: Claim) -> Source | None:
    """Give the paper or magazine credited right behind a lead with figures of one kind with the lead's."""
    form = claim.figure.form if claim.figure is not None else ""
    if form not in ("percent", "money") or not in_lead(claim) or claim.context.earlier:
        return None
    for attribution in case.attributions(report, claim.context.sentence + 1):
        source = attribution.source
        if source is None or source.kind not in ("media", "document"):
            continue
        told = case.claims_at(report, attribution.content)
        if any(other.figure is not None and other.figure.form in ("percent", "money") for other in told):
            return source
    return None
