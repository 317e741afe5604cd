"""The one amount that each of two headlines gives of what both name: a loan, a share of a people, a price."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from factcheck.align.dimension import ROLES, block
from factcheck.align.wording import lay
from factcheck.model.claim import Claim, Reading

FORMS = frozenset({"money", "percent", "measure"})
"""Forms of figures that are of what a headline is of; a bare count may be of anything in it."""
NAMES = frozenset({"person", "organisation", "place"})
FEWEST, SHARED = 2, 4
"""Names and words that two headlines must share at least: a name that only one of them has is of something else."""


def headline_pairs(a: Reading, b: Reading) -> Iterator[tuple[Claim, Claim]]:
    """Give the figures that are each the only one of its dimension in a headline, where both are of the same names."""
    first, second = _headline(a), _headline(b)
    if first is None or second is None:
        return
    wording = lay(first.words, second.words)
    names = sum(x.kind in NAMES for x, _ in wording.shared)
    if names < FEWEST or len(wording.shared) < SHARED or any(w.kind in NAMES for w in (*wording.here, *wording.there)):
        return
    ours, theirs = _alone(a, first), _alone(b, second)
    yield from ((ours[what], theirs[what]) for what in sorted(ours.keys() & theirs.keys()))


def _headline(reading: Reading) -> Claim | None:
    """Give the statement that a report opens with."""
    return next((claim for claim in reading.claims if claim.kind == "statement"), None)


def _alone(reading: Reading, headline: Claim) -> Mapping[str, Claim]:
    """Map dimensions of which a headline has one figure to that figure."""
    found: dict[str, list[Claim]] = {}
    for claim in reading.claims:
        figure = claim.figure
        if figure is not None and claim.context.sentence == headline.context.sentence and figure.role in ROLES:
            found.setdefault(block(figure), []).append(claim)
    return {
        what: claims[0]
        for what, claims in found.items()
        if len(claims) == 1 and claims[0].figure is not None and claims[0].figure.form in FORMS
    }
