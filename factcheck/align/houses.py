"""Whether two sources are of one house: "the company" in the one report, its chief executive in the other."""

from __future__ import annotations

from factcheck.model.claim import Claim, Reading
from factcheck.model.source import Source

SPEAKING = frozenset({"chairman", "chief-executive", "director-general", "head", "spokesman"})
"""Posts whose holders speak for a house."""


def one_house(a: Reading, x: Claim, b: Reading, y: Claim) -> bool:
    """Tell whether of two claims the one is credited to a house without its name, the other to who speaks for one."""
    first, second = _source(x), _source(y)
    if first is None or second is None:
        return False
    return (_unnamed_house(a, first) and _speaks(b, second)) or (_unnamed_house(b, second) and _speaks(a, first))


def _source(claim: Claim) -> Source | None:
    return claim.attribution.source if claim.attribution is not None else None


def _unnamed_house(reading: Reading, source: Source) -> bool:
    """Tell "the company" or "the ministry" from a body that is named."""
    named = any(c.name is not None and c.span.overlaps(source.named) for c in reading.claims)
    return source.kind == "organisation" and not named


def _speaks(reading: Reading, source: Source) -> bool:
    people = [c.name.key for c in reading.claims if c.name is not None and c.span.overlaps(source.named)]
    posts = (o.key for c in reading.claims if c.name is not None and c.name.key in people for o in c.name.offices)
    return source.kind == "person" and any(post in SPEAKING for post in posts)
