"""Bounds and approximations: a number that only says "at least" leaves room for more, and for nothing less."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.model.claim import Claim
from factcheck.model.finding import Evidence, Finding
from factcheck.mutants.numbers import ALONE, exact
from factcheck.mutants.tried import Edit, Expected, Mutant, Tried, labelled, opposed


def bound(tried: Tried) -> Iterator[Mutant]:
    """Put "at least" before one of two figures: before the smaller it ends the finding, before the larger it does not.

    "At least 27" and 37 can both hold, 27 and "at least 37" cannot.
    """
    for finding in tried.findings:
        two = opposed(tried, finding)
        if two is None or labelled(finding, "again"):
            continue
        values = [exact(claim) if claim is not None and _bare(claim) else None for claim in map(tried.figure, two)]
        if values[0] is None or values[1] is None or values[0] == values[1]:
            continue
        smaller = 0 if values[0] < values[1] else 1
        yield from _hedged(tried, finding, two[smaller], "at_least", "gone")
        yield from _hedged(tried, finding, two[1 - smaller], "at_least", "kept")


def about(tried: Tried) -> Iterator[Mutant]:
    """Put "about" before a figure that a finding speaks of alone: it is as much a figure as before."""
    for finding in tried.findings:
        if finding.evidence[0].label in ALONE and not labelled(finding, "item"):
            yield from _hedged(tried, finding, finding.evidence[0], "about", "kept")


def about_in_silence(tried: Tried) -> Iterator[Mutant]:
    """Put "about" before the first figure of a silent example: who is less exact gives no more reason to speak.

    Not where that is what the rule looks for: hedges beside exact figures, or in one report alone.
    """
    if tried.findings or HEDGE & tried.rule.check.turns.keys():
        return
    for number, reading in enumerate(tried.readings):
        samples = tried.samples(number)
        bare = [claim for claim in reading.claims if exact(claim) is not None and _bare(claim)]
        if samples is not None and bare:
            text = samples.about.format(figure=bare[0].text)
            yield Mutant("about", (Edit(number, bare[0].span, text),), "silent")
            return


HEDGE = frozenset({"exact-figure", "both-exact"})
"""Turns that put a hedge themselves."""


def hedge(tried: Tried, number: int, claim: Claim) -> Edit | None:
    """Put "about" before a figure that is told without any qualifier; None for others."""
    samples = tried.samples(number)
    if samples is None or not _bare(claim):
        return None
    return Edit(number, claim.span, samples.about.format(figure=claim.text))


def _hedged(tried: Tried, finding: Finding, evidence: Evidence, with_: str, expected: Expected) -> Iterator[Mutant]:
    claim, samples = tried.figure(evidence), tried.samples(evidence.report)
    if claim is None or samples is None or not _bare(claim):
        return
    text = getattr(samples, with_).format(figure=claim.text)
    yield Mutant(with_.replace("_", " "), (Edit(evidence.report, claim.span, text),), expected, finding)


def _bare(claim: Claim) -> bool:
    """Tell a quantity told in digits, or with a sign before them, and without any qualifier, so that one may be put."""
    figure = claim.figure
    if figure is None or figure.role != "quantity" or figure.exact is None:
        return False
    before = claim.text[: figure.number.start - claim.span.start]
    return claim.text[len(before) : len(before) + 1].isdigit() and not any(letter.isalpha() for letter in before)


PROBES = (
    bound,
    about,
    about_in_silence,
)
