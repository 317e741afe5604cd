"""Two reports in two languages: how alike their sentences are and how two figures meet, by anchors and by order."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from factcheck.align.anchors import Anchor, by_sentence, place_in, read_anchors, shared, stated
from factcheck.align.order import Point, counterpart, points_in_order
from factcheck.align.signals import counted_across
from factcheck.data.currencies import one_currency
from factcheck.model.claim import Claim, Reading
from factcheck.model.figure import Figure

CROSS_WEIGHTS = {"counted": 4.0, "unit": 2.0, "sentence": 3.0, "order": 3.0, "places": 1.0, "position": 1.0}
"""How much each signal of two figures says where words cannot be laid side by side."""
FAR = 600
"""Code points from where a figure is expected, in a text that follows another, at which order says no more for it."""
PRIOR = 2.0
"""Weight that is missing from every two sentences: one anchor in common does not make them one statement."""


class Side(Struct, frozen=True, eq=False):
    """What one report brings: the anchors it shares with the other, by sentence, and how much they weigh together.

    `own` gives a figure's value where nothing else in its sentence gives it, `speakers` the anchors in the words that
    name a claim's source, `places` the keys of its places, `ranks` which amount of its unit a claim is in its sentence,
    and of how many; `rare` the units of which the report tells few amounts.
    """

    keys: Mapping[int, frozenset[str]]
    weights: Mapping[int, float]
    own: Mapping[str, str]
    speakers: Mapping[str, frozenset[str]]
    places: frozenset[str]
    ranks: Mapping[str, tuple[int, int]]
    rare: frozenset[str]
    length: int


class Crossing(Struct, frozen=True, eq=False):
    """What two reports in two languages have in common: anchors, how rare each is, and places that belong together.

    `share` is how much of what the one that tells less names, counts and tells of the other has too, 0 to 1; `told` is
    how much that is, and `firm` how many names, days and numbers are among it.
    """

    left: Side
    right: Side
    weights: Mapping[str, float]
    points: Sequence[Point]
    share: float
    firm: int
    told: int


FIRM = frozenset({"date", "name", "organisation", "place", "skeleton", "value"})
"""Kinds of anchors that are of one thing wherever they stand."""
SHORTEST_VALUE = 2
"""Digits from which a number says more than that something was counted."""


def cross(a: Reading, b: Reading) -> Crossing:
    """Find what two reports in two languages have in common."""
    every = read_anchors(a), read_anchors(b)
    first, second = shared(*every)
    sentences = len(a.sentences) + len(b.sentences)
    held = Counter(key for found in (first, second) for _, key in sorted({(x.sentence, x.key) for x in found}))
    weights = {key: math.log((1 + sentences) / (0.5 + count)) + 0.1 for key, count in held.items()}
    fewest = min(len(_telling(found)) for found in every)
    both, firm = _telling(first), _firm(first)
    share = len(both) / fewest if fewest else 0.0
    told = _words_of([anchor for anchor in first if anchor.key in both])
    points = points_in_order(first, second)
    return Crossing(_side(a, first, weights), _side(b, second, weights), weights, points, share, firm, told)


TELLING = FIRM | {
    "counted", "kind", "media", "month", "no-toll", "organisation-head", "outcome", "payment", "portfolio", "post",
    "predicate", "record", "role", "ruling", "sport", "takes-part", "tariff", "unit", "weekday",
}  # fmt: skip
"""Kinds of anchors that tell what a report is of; words of time and manner stand in every one."""
ANYWHERE = frozenset({"counted person", "unit a", "unit d", "unit h"})
"""Anchors of those kinds that do not."""


def _telling(anchors: Sequence[Anchor]) -> frozenset[str]:
    keys = {anchor.key for anchor in anchors} - ANYWHERE
    return frozenset([key for key in keys if key.split(" ", 1)[0] in TELLING])


def _firm(anchors: Sequence[Anchor]) -> int:
    """Count the names, days and numbers among anchors."""
    return _words_of([anchor for anchor in anchors if _is_firm(anchor)])


def _is_firm(anchor: Anchor) -> bool:
    kind, _, what = anchor.key.partition(" ")
    return kind in FIRM and (kind != "value" or len(what) >= SHORTEST_VALUE)


def _words_of(anchors: Sequence[Anchor]) -> int:
    """Count what anchors tell of: all that stands in the very same places is one ("Sudan" as a name and as a place)."""
    places: dict[str, set[int]] = {}
    for anchor in anchors:
        places.setdefault(anchor.key, set()).add(anchor.at)
    return len({frozenset(at) for at in places.values()})


def _side(reading: Reading, anchors: list[Anchor], weights: Mapping[str, float]) -> Side:
    groups = by_sentence(anchors)
    keys = {sentence: frozenset([anchor.key for anchor in group]) for sentence, group in groups.items()}
    given = Counter([(anchor.sentence, anchor.key) for anchor in anchors])
    return Side(
        keys=keys,
        weights={sentence: sum([weights[key] for key in sorted(found)]) for sentence, found in keys.items()},
        own={x.claim: x.key for x in anchors if x.claim and given[x.sentence, x.key] == 1},
        speakers=dict(_speakers(reading, anchors)),
        places=frozenset(c.name.key for c in reading.claims if c.name is not None and c.name.type == "place"),
        ranks=_ranks(reading),
        rare=_rare(reading),
        length=max(1, len(reading.report.text)),
    )


def _ranks(reading: Reading) -> dict[str, tuple[int, int]]:
    amounts: dict[tuple[int, str], list[str]] = {}
    for claim in reading.claims:
        if claim.figure is not None and (of := _amount_of(claim.figure)):
            amounts.setdefault((claim.context.sentence, of), []).append(claim.id)
    return {name: (rank, len(names)) for names in amounts.values() for rank, name in enumerate(names)}


def _rare(reading: Reading) -> frozenset[str]:
    """Give the units of which a report tells so few amounts that another report's is hardly of something else."""
    told: dict[str, set[str]] = {}
    for claim in reading.claims:
        if claim.figure is not None and (of := _amount_of(claim.figure)):
            told.setdefault(of, set()).add(stated(claim.figure))
    return frozenset([unit for unit, values in told.items() if len(values) <= FEW_AMOUNTS])


FEW_AMOUNTS = 2
"""Amounts of one unit in a report up to which the one in a sentence is known by that."""


def _amount_of(figure: Figure) -> str | None:
    """Give what an amount is in: its unit, or the goals of a match; nothing for a count or an age."""
    if figure.role in ("age", "score"):
        return figure.role if figure.role == "score" else None
    return figure.unit


def _speakers(reading: Reading, anchors: list[Anchor]) -> Iterator[tuple[str, frozenset[str]]]:
    for claim in reading.claims:
        source = claim.attribution.source if claim.attribution is not None else None
        if claim.figure is not None and source is not None and source.named.field == "text":
            first = bisect_left(anchors, source.named.start, key=lambda anchor: anchor.at)
            last = bisect_left(anchors, source.named.end, key=lambda anchor: anchor.at)
            yield claim.id, frozenset(anchor.key for anchor in anchors[first:last])


def alike_across(crossing: Crossing) -> dict[tuple[int, int], float]:
    """Tell how alike every two sentences are that share an anchor."""
    holding: dict[str, set[int]] = {}
    for j, keys in crossing.right.keys.items():
        for key in keys:
            holding.setdefault(key, set()).add(j)
    return {
        (i, j): sentence_likeness(crossing, i, j)
        for i, keys in crossing.left.keys.items()
        for j in sorted({j for key in keys for j in holding.get(key, ())})
    }


def sentence_likeness(crossing: Crossing, i: int, j: int, without: tuple[str, str] = ("", "")) -> float:
    """Give the weighted Dice coefficient of two sentences' anchors, the values of two claims `without` left out."""
    left, right = crossing.left, crossing.right
    own = left.own.get(without[0], ""), right.own.get(without[1], "")
    common = left.keys.get(i, frozenset()) & right.keys.get(j, frozenset())
    both = sum([crossing.weights[key] for key in sorted(common) if key not in own])
    if not both:
        return 0.0
    weight = left.weights[i] + right.weights[j] - sum(crossing.weights[key] for key in own if key)
    return 2 * both / (weight + PRIOR)


def cross_signals(crossing: Crossing, a: Claim, b: Claim) -> dict[str, float]:
    """Take the signals of two figures; their own values are left out of what their sentences share."""
    found: dict[str, float] = {}
    counted = counted_across(a, b)
    if counted is not None:
        found["counted"] = counted
    if a.figure and b.figure and a.figure.unit and b.figure.unit:
        found["unit"] = float(one_currency(a.figure.unit, b.figure.unit))
    ranks = crossing.left.ranks.get(a.id), crossing.right.ranks.get(b.id)
    if ranks[0] is not None and ranks[1] is not None:
        found["rank"] = float(ranks[0] == ranks[1])
        rare = a.figure is not None and _amount_of(a.figure) in crossing.left.rare & crossing.right.rare
        found["only"] = float(rare and ranks[0] == ranks[1] == (0, 1))
    found["sentence"] = sentence_likeness(crossing, a.context.sentence, b.context.sentence, (a.id, b.id))
    left, right = a.context.names & crossing.left.places, b.context.names & crossing.right.places
    if left and right:
        found["places"] = len(left & right) / len(left | right)
    speakers = crossing.left.speakers.get(a.id), crossing.right.speakers.get(b.id)
    if speakers[0] and speakers[1]:
        found["speaker"] = float(bool(speakers[0] & speakers[1]))
    if crossing.points:
        found["order"] = order_likeness(crossing, a, b)
    else:
        found["position"] = 1 - abs(a.span.start / crossing.left.length - b.span.start / crossing.right.length)
    return found


def order_likeness(crossing: Crossing, a: Claim, b: Claim) -> float:
    """Tell how near a figure stands to where the other is expected, in a text that follows another; else 0."""
    if not crossing.points:
        return 0.0
    apart = abs(counterpart(place_in(a.span), crossing.points) - place_in(b.span))
    return max(0.0, 1 - apart / FAR)
