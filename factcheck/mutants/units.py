"""Other currencies: a sum in another one is no sum to be held against the first."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.model.finding import Evidence
from factcheck.mutants.numbers import ALONE, exact
from factcheck.mutants.tried import Edit, Mutant, Tried, labelled, opposed


def another_currency(tried: Tried) -> Iterator[Mutant]:
    """Tell one of two sums in another currency: nothing is left to say. Tell all of them in it: the finding stands."""
    for finding in tried.findings:
        two = opposed(tried, finding)
        if labelled(finding, "again"):
            continue
        if two is None:
            edit = _in_another(tried, finding.evidence[0]) if finding.evidence[0].label in ALONE else None
            if edit is not None:
                yield Mutant("another currency", (edit,), "moved", finding)
            continue
        one, other = (_in_another(tried, evidence) for evidence in two)
        if one is not None and other is not None:
            yield Mutant("another currency on one side", (one,), "gone", finding)
            yield Mutant("another currency", (one, other), "moved", finding)


def _in_another(tried: Tried, evidence: Evidence) -> Edit | None:
    claim, samples = tried.figure(evidence), tried.samples(evidence.report)
    if claim is None or claim.figure is None or claim.figure.form != "money" or exact(claim) is None or samples is None:
        return None
    words = [word for code, word in samples.currencies.items() if code != claim.figure.unit]
    return Edit(evidence.report, claim.span, f"{tried.surface(evidence.report, claim.figure.number)} {words[0]}")


PROBES = (another_currency,)
