"""Two reports in two languages: how alike their sentences are and how two figures meet, by anchors and by order."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from factcheck.align.anchors import Anchor, by_sentence, place_in, read_anchors, shared
from factcheck.align.order import Point, counterpart, points_in_order
from factcheck.align.signals import counted_across
from factcheck.model.claim import Claim, Reading
from factcheck.model.span import Span

CROSS_WEIGHTS = {"counted": 4.0, "unit": 2.0, "sentence": 3.0, "order": 3.0, "places": 1.0, "position": 1.0}
"""How much each signal of two figures says where words cannot be laid side by side."""
FAR = 600
"""Code points from where a figure is expected, in a text that follows another, at which order says no more for it."""
PRIOR = 2.0
"""Weight that is missing from every two sentences: one anchor in common does not make them one statement."""


@dataclass(frozen=True, slots=True, eq=False)
class Crossing:
    """The anchors two reports share, by sentence, how rare each is, and the places known to belong together."""

    left: Mapping[int, list[Anchor]]
    right: Mapping[int, list[Anchor]]
    weights: Mapping[str, float]
    points: list[Point]
    lengths: tuple[int, int]
    places: tuple[frozenset[str], frozenset[str]]


def cross(a: Reading, b: Reading) -> Crossing:
    """Find what two reports in two languages have in common."""
    first, second = shared(read_anchors(a), read_anchors(b))
    left, right = by_sentence(first), by_sentence(second)
    sentences = len(a.sentences) + len(b.sentences)
    held = Counter(key for group in (*left.values(), *right.values()) for key in {anchor.key for anchor in group})
    weights = {key: math.log((1 + sentences) / (0.5 + count)) + 0.1 for key, count in held.items()}
    lengths = (max(1, len(a.report.text)), max(1, len(b.report.text)))
    return Crossing(left, right, weights, points_in_order(first, second), lengths, (_places(a), _places(b)))


def alike_across(crossing: Crossing) -> dict[tuple[int, int], float]:
    """Tell how alike every two sentences are that share an anchor."""
    holding: dict[str, set[int]] = {}
    for j, group in crossing.right.items():
        for anchor in group:
            holding.setdefault(anchor.key, set()).add(j)
    found: dict[tuple[int, int], float] = {}
    for i, group in crossing.left.items():
        for j in sorted({j for anchor in group for j in holding.get(anchor.key, ())}):
            found[i, j] = sentence_likeness(crossing, i, j)
    return found


def sentence_likeness(crossing: Crossing, i: int, j: int, without: tuple[str, str] = ("", "")) -> float:
    """Give the weighted Dice coefficient of two sentences' anchors, the values of two claims `without` left out."""
    x = {anchor.key for anchor in crossing.left.get(i, ()) if not anchor.claim or anchor.claim != without[0]}
    y = {anchor.key for anchor in crossing.right.get(j, ()) if not anchor.claim or anchor.claim != without[1]}
    weight = sum(crossing.weights[key] for group in (x, y) for key in sorted(group))
    return 2 * sum(crossing.weights[key] for key in sorted(x & y)) / (weight + PRIOR)


def cross_signals(crossing: Crossing, a: Claim, b: Claim) -> dict[str, float]:
    """Take the signals of two figures; their own values are left out of what their sentences share."""
    found: dict[str, float] = {}
    counted = counted_across(a, b)
    if counted is not None:
        found["counted"] = counted
    if a.figure and b.figure and a.figure.unit and b.figure.unit:
        found["unit"] = float(a.figure.unit == b.figure.unit)
    found["sentence"] = sentence_likeness(crossing, a.context.sentence, b.context.sentence, (a.id, b.id))
    left, right = a.context.names & crossing.places[0], b.context.names & crossing.places[1]
    if left and right:
        found["places"] = len(left & right) / len(left | right)
    if a.attribution and b.attribution and a.attribution.source and b.attribution.source:
        speakers = (
            _within(crossing.left, a.attribution.source.named),
            _within(crossing.right, b.attribution.source.named),
        )
        found["speaker"] = float(bool(speakers[0] & speakers[1]))
    if crossing.points:
        found["order"] = order_likeness(crossing, a, b)
    else:
        found["position"] = 1 - abs(a.span.start / crossing.lengths[0] - b.span.start / crossing.lengths[1])
    return found


def order_likeness(crossing: Crossing, a: Claim, b: Claim) -> float:
    """Tell how near a figure stands to where the other is expected, in a text that follows another; else 0."""
    if not crossing.points:
        return 0.0
    apart = abs(counterpart(place_in(a.span), crossing.points) - place_in(b.span))
    return max(0.0, 1 - apart / FAR)


def _within(anchors: Mapping[int, list[Anchor]], span: Span) -> frozenset[str]:
    """Give the keys of the anchors that stand inside a span of the text."""
    return frozenset(
        anchor.key
        for group in anchors.values()
        for anchor in group
        if span.field == "text" and span.start <= anchor.at < span.end
    )


def _places(reading: Reading) -> frozenset[str]:
    return frozenset(c.name.key for c in reading.claims if c.name is not None and c.name.type == "place")
