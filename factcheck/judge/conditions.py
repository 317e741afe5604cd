"""A rule's `when`: which of a check's drafts the rule speaks of, decided in one place for every check."""

from __future__ import annotations

from factcheck.judge.case import Case, Draft
from factcheck.judge.schema import When

GENERAL = frozenset({"claim", "form", "role", "position"})
"""Conditions every check honours: they are asked of a draft's first claim, and of where its first evidence stands.

Any other condition is one a check has to honour itself; a rule may name it only where the check says that it does.
"""


def wanted(case: Case, when: When, draft: Draft) -> bool:
    """Tell whether a draft meets the general conditions; one without a claim meets none that asks about a claim."""
    if when.position is not None:
        first = draft.evidence[0]
        sentences = case.readings[first.report].sentences
        if not any(s.span.overlaps(first.span) and s.kind in when.position for s in sentences):
            return False
    if when.claim is None and when.form is None and when.role is None:
        return True
    if not draft.claims:
        return False
    report, claim_id = draft.claims[0]
    claim = case.by_id[report][claim_id]
    if when.claim is not None and claim.kind != when.claim:
        return False
    figure = claim.figure
    fits = figure is not None and (when.form is None or figure.form in when.form)
    fits = fits and (figure is not None and (when.role is None or figure.role in when.role))
    return fits or (when.form is None and when.role is None)
