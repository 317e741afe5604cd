"""Counts of one thing that two reports credit to one person, each but one number of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from rapidfuzz import fuzz

from factcheck.align.held import past
from factcheck.align.sole_counts import told_once
from factcheck.model.claim import Claim, Reading

ONE_PERSON = 85
"""rapidfuzz token set ratio from which two people with their offices are one."""
MOST = 40
"""Things that people count in a report up to which they are compared."""

Spoken = tuple[str, str]
"""Who counts, and the key of what."""


def spoken_pairs(a: Reading, b: Reading) -> Iterator[tuple[Claim, Claim]]:
    """Give the counts of one thing, of which one person gives each report one number; tolls rise as people speak."""
    ours, theirs = (_alone(_spoken(side)) for side in (a, b))
    if max(len(ours), len(theirs)) > MOST:
        return
    for one, told in ours.items():
        for other, also in theirs.items():
            if one[1] == other[1] and _one_person(one, other):
                yield told[0], also[0]


def _alone(found: Mapping[Spoken, Sequence[Claim]]) -> Mapping[Spoken, Sequence[Claim]]:
    """Leave what somebody gives one number of, however the report calls him."""
    return {
        one: told
        for one, told in told_once(found).items()
        if not any(one != other and one[1] == other[1] and _one_person(one, other) for other in found)
    }


def _one_person(one: Spoken, other: Spoken) -> bool:
    return fuzz.token_set_ratio(one[0], other[0]) >= ONE_PERSON


def _spoken(reading: Reading) -> Mapping[Spoken, Sequence[Claim]]:
    found: dict[Spoken, list[Claim]] = {}
    for claim in reading.claims:
        figure, source = claim.figure, claim.attribution.source if claim.attribution is not None else None
        if figure is None or source is None or source.kind != "person" or figure.form in ("ordinal", "vague"):
            continue
        counted = figure.counted if figure.role == "quantity" else None
        if counted is not None and counted.key and counted.kind != "casualty" and not past(reading, claim):
            found.setdefault((source.key, counted.key), []).append(claim)
    return found
