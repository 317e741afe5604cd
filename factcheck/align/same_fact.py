"""Whether two figures that differ tell one fact, by all that stands around them, weighed together.

Two newsrooms that write apart share hardly a clause, and no single sign is enough: the same noun, a word or two nearby,
the same place in the report. The weights were fitted (logistic regression) on pairs of reports of one event, of real
papers and of writers who knew nothing of each other: figures of one value are what one fact looks like in two tellings,
figures that each have their like elsewhere in the other report what two facts look like. Values themselves were no part
of that; how far two are apart is weighed by itself, since slips and other counts are mostly of one size.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from factcheck.align.anchors import stated
from factcheck.align.dimension import ROLES, block
from factcheck.align.likeness import inverse_frequency, weigh
from factcheck.align.signals import counted_likeness
from factcheck.align.slots import slot
from factcheck.model.claim import Claim, Reading
from factcheck.model.figure import Figure
from factcheck.model.word import Word

REACH = 4
"""Content words to either side of a figure that are looked at."""
FADING = 0.35
"""How fast a word says less the further off it stands."""
OPENING = 3
"""Sentences in which a report tells what it is of."""
MOST = 40
"""Figures of a report that the other has not, of which so many are looked at."""
Near = Mapping[str, float]
Value = tuple[str, str]
"""The block of a figure, and the number it states."""


class Told(NamedTuple):
    """A figure, how near which words are to it, those of its sentence, and where that stands (0 to 1).

    `beside` are the values of the other figures of its sentence, and `alone` the blocks of those that only this report
    has.
    """

    claim: Claim
    figure: Figure
    near: Near
    sentence: frozenset[str]
    beside: frozenset[Value]
    alone: frozenset[str]
    number: int
    place: float


def same_fact_pairs(a: Reading, b: Reading) -> Iterator[tuple[Claim, Claim, float]]:
    """Give figures whose values only their own reports have, and the odds (log) that they tell one fact.

    Each is the likeliest for the other, and by more than `MARGIN` likelier than any other is for either.
    """
    ours, theirs = _figures(a), _figures(b)
    values = _values(ours), _values(theirs)
    left = _told(a, [c for c in ours if _value(c) not in values[1]][:MOST], values[1])
    right = _told(b, [c for c in theirs if _value(c) not in values[0]][:MOST], values[0])
    if not left or not right:
        return
    weights = inverse_frequency([_names(c.words) for r in (a, b) for c in r.claims if c.kind == "statement"])
    odds = {
        (i, j): _odds(x, y, weights)
        for i, x in enumerate(left)
        for j, y in enumerate(right)
        if block(x.figure) == block(y.figure) not in x.alone & y.alone  # two sums of another deal
    }
    for (i, j), value in odds.items():
        beside = chain(((k, j) for k in range(len(left)) if k != i), ((i, k) for k in range(len(right)) if k != j))
        others = (odds[pair] for pair in beside if pair in odds and not _one(left, right, (i, j), pair))
        if all(value - other >= MARGIN for other in others):
            yield left[i].claim, right[j].claim, value


MARGIN = 0.5


def _one(left: Sequence[Told], right: Sequence[Told], pair: tuple[int, int], other: tuple[int, int]) -> bool:
    """Tell whether another pair is of the same two values, told once more."""
    return all(
        stated(side[i].figure) == stated(side[k].figure) for side, i, k in zip((left, right), pair, other, strict=True)
    )


def _figures(reading: Reading) -> list[Claim]:
    return [
        c
        for c in reading.claims
        if c.figure is not None and c.figure.role in ROLES and c.figure.form not in ("ordinal", "vague")
        if c.figure.role != "age"  # somebody's, who is told by name
    ]


def _value(claim: Claim) -> Value:
    if claim.figure is None:
        raise ValueError("only figures have values")
    return block(claim.figure), stated(claim.figure)


def _values(claims: Sequence[Claim]) -> frozenset[Value]:
    return frozenset(map(_value, claims))


def _told(reading: Reading, claims: Sequence[Claim], known: frozenset[Value]) -> list[Told]:
    statements = {c.context.sentence: c for c in reading.claims if c.kind == "statement"}
    order = {sentence: at for at, sentence in enumerate(sorted(statements))}
    figures: dict[int, list[Claim]] = {}
    for claim in _figures(reading) if claims else ():
        figures.setdefault(claim.context.sentence, []).append(claim)
    found = []
    for claim in claims:
        statement = statements.get(claim.context.sentence)
        if statement is None or claim.figure is None or statement.span.field != claim.span.field:
            continue
        number = order[claim.context.sentence]
        near = _near(statement.words, claim)
        beside = _values([c for c in figures[claim.context.sentence] if c is not claim]) - {_value(claim)}
        alone = frozenset(what for what, value in beside if (what, value) not in known)
        place = number / max(1, len(order))
        found.append(Told(claim, claim.figure, near, _names(statement.words), beside, alone, number, place))
    return found


def _names(words: Sequence[Word]) -> frozenset[str]:
    """Give what words are known by: their keys, and their roots but for days."""
    return frozenset(name for w in words for name in ((w.key,) if w.kind == "time" else (w.key, w.root)) if name)


def _near(words: Sequence[Word], claim: Claim) -> Near:
    before = [w for w in words if w.end <= claim.span.start][::-1][:REACH]
    after = [w for w in words if w.start >= claim.span.end][:REACH]
    found: dict[str, float] = {}
    for at, word in chain(enumerate(before), enumerate(after)):
        for name in _names((word,)):
            found[name] = max(found.get(name, 0.0), 1 / (1 + FADING * at))
    return found


def signs(x: Told, y: Told, weights: Mapping[str, float]) -> dict[str, float]:
    """Take the signs that two figures tell one fact, each 0 to 1."""
    counted = counted_likeness(x.claim, y.claim)
    shared = x.sentence & y.sentence
    slots = slot(x.claim, y.claim)
    return {
        "near": _overlap(x.near, y.near, weights),
        "sentence": 2 * weigh(shared, weights) / (weigh(x.sentence, weights) + weigh(y.sentence, weights) or 1.0),
        "left": slots.get("left", 0.0),
        "right": slots.get("right", 0.0),
        "one-noun": float(counted == 1.0),
        "other-noun": float(counted is not None and counted < LIKE_NOUN),
        "beside-equal": float(bool(x.beside & y.beside)),
        "opening": float(max(x.number, y.number) < OPENING),
        "far": abs(x.place - y.place),
    }


LIKE_NOUN = 0.8


def _overlap(p: Near, q: Near, weights: Mapping[str, float]) -> float:
    """Give the share of what stands around one figure that stands around the other too, rare words counting more."""
    shared = math.fsum(sorted(weights.get(name, 1.0) * min(p[name], q[name]) for name in p.keys() & q.keys()))
    least = min(math.fsum(sorted(weights.get(n, 1.0) * v for n, v in side.items())) for side in (p, q))
    return shared / least if least else 0.0


WEIGHTS: Mapping[str, float] = {
    "near": 1.78,
    "sentence": 0.94,
    "left": 0.76,
    "right": 0.83,
    "one-noun": 0.67,
    "other-noun": -1.13,
    "beside-equal": 0.52,
    "opening": 0.41,
    "far": -1.37,
}
BIAS = -3.98


def _odds(x: Told, y: Told, weights: Mapping[str, float]) -> float:
    told = math.fsum(WEIGHTS[name] * value for name, value in signs(x, y, weights).items())
    return BIAS + told + _size(x.figure, y.figure)


def _size(a: Figure, b: Figure) -> float:
    """Weigh how far two values are apart: most of those that contradict each other are of one size."""
    first, second = _middle(a), _middle(b)
    if first <= 0 or second <= 0:
        return FAR_APART
    apart = abs(math.log10(first / second))
    return ONE_SIZE if apart < TWICE else 0.0 if apart < FIVE_TIMES else FAR_APART


ONE_SIZE, FAR_APART = 2.59, -0.72
TWICE, FIVE_TIMES = 0.31, 0.7
"""Decimal logarithms of a ratio."""


def _middle(figure: Figure) -> float:
    ends = [float(end) for end in (figure.low, figure.high) if end is not None]
    return sum(ends) / len(ends) if ends else 0.0
