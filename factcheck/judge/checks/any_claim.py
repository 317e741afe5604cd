"""Every claim of a report that the rule's `when` describes: for what a desk wants to see and no check looks for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from factcheck.judge.case import Case, Draft, basis_of, value_of
from factcheck.judge.checks import Check, Options
from factcheck.judge.conditions import OF_CLAIM, meets
from factcheck.judge.schema import When
from factcheck.model.claim import Claim, ClaimKind
from factcheck.model.pair import Step


def run(case: Case, where: tuple[int, ...], when: When, options: Options) -> Iterator[Draft]:
    """Give a draft for each claim that meets the conditions; a figure's repeats are further evidence of the first."""
    (report,) = where
    for claim in _credited(case, report, when.claim, tuple(when.source or ())):
        if not meets(claim, when):
            continue
        mentions = case.repeats[report].get(claim.id, (claim.id,))
        if mentions[0] != claim.id and meets(case.by_id[report][mentions[0]], when):
            continue
        source = claim.attribution.source if claim.attribution is not None else None
        said = case.readings[report].report.surface(source.span) if source is not None else "–"
        yield Draft(
            level="",
            evidence=tuple(case.evidence(report, case.by_id[report][m].span) for m in (claim.id, *mentions)),
            basis=(basis_of(claim, value_of(claim)),),
            values={"claim": claim.text, "source": said},
            steps=(Step("asked-for", True, (("claim", claim.text),)),),
            claims=((report, claim.id),),
        )


@lru_cache(maxsize=8)  # a desk's rules ask for the same few sources again and again
def _credited(case: Case, report: int, kind: ClaimKind | None, sources: tuple[str, ...]) -> Sequence[Claim]:
    """Give the claims of a kind that sources of these kinds are credited with, or all where none is named."""
    claims = case.claims_of(report, kind)
    if not sources:
        return claims
    said = [claim.attribution.source if claim.attribution is not None else None for claim in claims]
    return [c for c, source in zip(claims, said, strict=True) if (source.kind if source else "none") in sources]


CHECK = Check("report", (), frozenset({"claim", "source"}), Options, run, OF_CLAIM)
