"""Other places, and other people in one office."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.model.claim import Claim
from factcheck.model.finding import Evidence
from factcheck.mutants.tried import Edit, Mutant, Tried, opposed


def another_place(tried: Tried) -> Iterator[Mutant]:
    """Name a third place on one side of a finding about two: it stands, as another one."""
    for finding in tried.findings:
        two = opposed(tried, finding)
        claims = [_named(tried, evidence) for evidence in two or ()]
        if two is None or len(claims) < 2 or any(c is None or c.name is None or c.name.type != "place" for c in claims):
            continue
        samples = tried.samples(two[1].report)
        if samples is not None:
            yield Mutant("a third place", (Edit(two[1].report, two[1].span, samples.place),), "moved", finding)


def another_holder(tried: Tried) -> Iterator[Mutant]:
    """Name a third person on one side of a finding about two in one office: it stands, as another one."""
    for finding in tried.findings:
        two = opposed(tried, finding)
        claims = [_named(tried, evidence) for evidence in two or ()]
        if (
            two is None
            or finding.kind != "name"
            or any(c is None or c.name is None or not c.name.offices for c in claims)
        ):
            continue
        samples = tried.samples(two[1].report)
        if samples is not None:
            yield Mutant("a third name", (Edit(two[1].report, two[1].span, samples.person),), "moved", finding)


def _named(tried: Tried, evidence: Evidence) -> Claim | None:
    """Give the name that a piece of evidence is."""
    claims = tried.readings[evidence.report].claims
    return next((claim for claim in claims if claim.name is not None and claim.span == evidence.span), None)


PROBES = (
    another_place,
    another_holder,
)
