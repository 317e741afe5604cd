"""Which two offices one person cannot hold."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from factcheck.model.claim import Claim
from factcheck.model.person import Office

Why = Literal["rank", "level", "field", "country", "post"]
HELD = frozenset({"", "acting"})
COUNTRY = 2
"""Letters of a country's key, in capitals."""


class Told(NamedTuple):
    """An office, and the mention of its holder that it stands beside."""

    mention: Claim
    office: Office


def excluding(ours: Sequence[Told], theirs: Sequence[Told], same_language: bool) -> tuple[Told, Told, Why] | None:
    """Give the first two offices that exclude each other, and why; none where the two sides share an office.

    Offices held together are told together: a person given one office here and two there has been given the same.
    """
    for rank in (False, True):
        left = [told for told in ours if told.office.rank is rank]
        right = [told for told in theirs if told.office.rank is rank]
        if rank and not same_language:  # the ranks of two armies have no common names
            continue
        if any(_shared(a.office, b.office) for a in left for b in right):
            continue
        for a in left:
            for b in right:
                why = exclusion(a.office, b.office)
                if why:
                    return a, b, why
    return None


def _shared(a: Office, b: Office) -> bool:
    """Tell whether two tellings may be of one office, the one fuller than the other."""
    return (a.rank or (a.key == b.key and a.level == b.level)) and not exclusion(a, b)


def exclusion(a: Office, b: Office) -> Why | Literal[""]:
    """Say why one person cannot hold both offices at a time: rank, level, field, country, post; empty where one can."""
    if a.rank or b.rank:
        one = a.key == b.key or a.key in b.words or b.key in a.words
        return "rank" if a.rank and b.rank and not one else ""
    if a.time not in HELD or b.time not in HELD:
        return ""
    if a.key != b.key:
        barred = b.key in a.bars or a.key in b.bars
        told = a.one or b.one or bool(a.words and b.words)  # who is "chairman" in one report may be chief executive too
        return "post" if barred and told and not a.level and not b.level and _one_body(a, b) else ""
    if a.level != b.level:
        return "level" if not (a.level and b.level) and _one_body(a, b) else ""
    if not a.one:
        return ""
    if a.fields and b.fields and a.fields.isdisjoint(b.fields):
        return "field"
    lands = _countries(a), _countries(b)
    return "country" if lands[0] and lands[1] and lands[0].isdisjoint(lands[1]) else ""


def _countries(office: Office) -> frozenset[str]:
    return frozenset(key for key in office.of if len(key) == COUNTRY and key.isupper())


def _one_body(a: Office, b: Office) -> bool:
    """Tell whether two offices are of one body: both of a state, or with the same words for what they are over."""
    if a.one and b.one:
        return a.key == b.key or _countries(a) <= _countries(b) or _countries(b) <= _countries(a)
    if not (a.words or b.words) or ((a.one or b.one) and not (a.words and b.words)):
        return True
    return not (a.words | a.fields | a.of).isdisjoint(b.words | b.fields | b.of)
