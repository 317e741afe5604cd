"""Drafts of findings inside one report that rest on claims of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from factcheck.judge.case import Case, Draft, basis_of, value_of
from factcheck.model.claim import Claim
from factcheck.model.finding import Evidence
from factcheck.model.pair import Step


def claims_draft(
    case: Case,
    report: int,
    claims: Sequence[Claim],
    values: Mapping[str, str],
    *steps: Step,
    level: str = "",
    labels: Sequence[str] = (),
    further: Sequence[Evidence] = (),
) -> Draft:
    """Make a draft of some claims, the primary one first; `labels` says what each of them is, in their order."""
    named = [*labels[: len(claims)], *[""] * (len(claims) - len(labels))]
    shown = (case.evidence(report, claim.span, label) for claim, label in zip(claims, named, strict=True))
    return Draft(
        level=level,
        evidence=(*shown, *further),
        basis=tuple(basis_of(claim, value_of(claim)) for claim in claims),
        values=values,
        steps=steps,
        claims=tuple((report, claim.id) for claim in claims),
    )
