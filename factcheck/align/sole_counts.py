"""Things that two reports count but once each, and counts of one thing that differ in two exchanged digits."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterator, Mapping, Sequence
from typing import TypeVar

from rapidfuzz import fuzz

from factcheck.align.anchors import stated
from factcheck.align.dimension import ROLES
from factcheck.align.exchanged_digits import swapped
from factcheck.model.claim import Claim, Reading
from factcheck.model.figure import plain

Key = TypeVar("Key", bound=Hashable)
ONCE = frozenset({"crew", "customer", "job", "passenger", "spectator", "student", "wagon"})
"""Keys of what an event has one number of: who was aboard, who looked on, who is without power, what work is cut."""
GENERIC = frozenset({"people", "person", "thing", "time"})
"""Keys of nouns under which anything is counted."""
ONE_SOURCE = 60
"""rapidfuzz token set ratio from which two sources are one."""
NEAREST = 4
"""Content words to either side of a count that tell what is said of what it counts."""
MENTIONS = 8
"""Mentions of one number that are looked at."""
SLIP_DIGITS = 3
"""Digits from which two that stand in each other's place are hardly chance."""


def sole_pairs(a: Reading, b: Reading) -> Iterator[tuple[Claim, Claim]]:
    """Give the figures of which each is its report's only count of a thing, where more than the noun joins them."""
    ours, theirs = sole_counts(a), sole_counts(b)
    for key in sorted(ours.keys() & theirs.keys()):
        joined = [(x, y) for x in ours[key][:MENTIONS] for y in theirs[key][:MENTIONS] if _joined(x, y)]
        if joined:
            yield max(joined, key=lambda pair: (len(nearest(pair[0]) & nearest(pair[1])), -pair[0].span.start))


def sole_counts(reading: Reading) -> Mapping[str, Sequence[Claim]]:
    """Give the claims that count a thing of which the report gives but one number, by the thing's key.

    Casualties are left out: their tolls rise, and are told by what each report opens with.
    """
    found: dict[str, list[Claim]] = {}
    for claim in reading.claims:
        figure = claim.figure
        if figure is None or figure.counted is None or figure.role not in ROLES or figure.form == "ordinal":
            continue
        key = figure.counted.key
        if key and key not in GENERIC and figure.counted.kind != "casualty" and figure.form != "vague":
            found.setdefault(key, []).append(claim)
    return told_once(found)


def told_once(found: Mapping[Key, Sequence[Claim]]) -> dict[Key, Sequence[Claim]]:
    """Leave those of which one number is told."""
    return {
        key: claims
        for key, claims in found.items()
        if len({stated(claim.figure) for claim in claims if claim.figure is not None}) == 1
    }


def _joined(x: Claim, y: Claim) -> bool:
    """Tell whether more than a noun joins two counts: a word of what is told of them, and who says so.

    One of the two is enough where an event has but one such number: of women those who stand are others than those who
    win, of passengers there is one number aboard.
    """
    one = x.figure is not None and x.figure.counted is not None and x.figure.counted.key in ONCE
    near = (nearest(x).intersection(x.context.stems), nearest(y).intersection(y.context.stems))  # of their clauses
    joined = (_one_source(x, y), not near[0].isdisjoint(near[1]))
    return any(joined) if one else all(joined)


def _one_source(x: Claim, y: Claim) -> bool:
    sources = [c.attribution.source.key if c.attribution and c.attribution.source else "" for c in (x, y)]
    return all(sources) and fuzz.token_set_ratio(*sources) >= ONE_SOURCE


def nearest(claim: Claim) -> frozenset[str]:
    """Give the content words close to a figure."""
    return frozenset((*claim.context.before[:NEAREST], *claim.context.after[:NEAREST]))


def slips(a: Reading, b: Reading) -> Iterator[tuple[Claim, Claim]]:
    """Give the figures of one noun or unit that have the same digits, two of them in each other's place.

    Two digits are not enough by themselves: more must join the two figures.
    """
    ours, theirs = _few(_exact(a)), _few(_exact(b))
    by_digits: dict[tuple[str, str], list[str]] = {}
    for what, value in sorted(theirs.keys() - ours.keys()):
        by_digits.setdefault((what, "".join(sorted(value))), []).append(value)
    for what, one in sorted(ours.keys() - theirs.keys()):
        for other in by_digits.get((what, "".join(sorted(one))), ()):
            whole = one.partition(".")[0], other.partition(".")[0]
            if not swapped(one, other) or len(whole[0]) != len(whole[1]):
                continue
            x, y = ours[what, one], theirs[what, other]
            joined = what != PERCENT and (_one_source(x, y) or not nearest(x).isdisjoint(nearest(y)))
            joined = joined or (what == AGE and sum(key[0] == AGE for key in ours.keys() ^ theirs.keys()) == BOTH)
            if joined or max(_digits(one), _digits(other)) >= SLIP_DIGITS:
                yield x, y


def _few(found: Mapping[tuple[str, str], Claim]) -> dict[tuple[str, str], Claim]:
    """Leave those nouns and units of which few values are told: among many some have the same digits by chance."""
    told = Counter(what for what, _ in found)
    return {key: claim for key, claim in found.items() if told[key[0]] <= FEW_VALUES}


FEW_VALUES = 8
"""Values of one noun or unit up to which a report tells few."""


def _digits(value: str) -> int:
    return len(value.replace(".", "").strip("0"))


AGE, BOTH = "age", 2
"""What an age is of, and the ages of two reports of which each has one that the other lacks: everybody else's agree."""
PERCENT = "%"
"""The unit of shares, of which a report of polls has so many that any two digits meet each other's turned round."""


def _exact(reading: Reading) -> dict[tuple[str, str], Claim]:
    """Map what exact figures are of, and their values, to where each is first told."""
    found: dict[tuple[str, str], Claim] = {}
    for claim in reading.claims:
        figure = claim.figure
        if figure is None or figure.exact is None or figure.form == "ordinal":
            continue
        if figure.role == AGE:
            found.setdefault((AGE, plain(figure.exact)), claim)
        if figure.role != "quantity":
            continue
        what = figure.unit or (figure.counted.key if figure.counted is not None else None)
        if what:
            found.setdefault((what, plain(figure.exact)), claim)
    return found
