"""Figures of two reports of one language that tell one thing in words that have little in common.

Two newsrooms that write apart share hardly a clause. What they do share is looked for among the figures that likeness
has left alone: values that are equal, what stands beside them, things that each report counts but once, and what both
tell of one holder.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from factcheck.align.anchors import stated
from factcheck.align.as_of import counted_as_of
from factcheck.align.drawn import is_drawn
from factcheck.align.equal_figures import Met
from factcheck.align.equal_retold import Take, beside_equal, equal_retold
from factcheck.align.exchanged_digits import SWAPPED
from factcheck.align.headline_figures import headline_pairs
from factcheck.align.held import held_pairs
from factcheck.align.houses import one_house
from factcheck.align.one_speaker import spoken_pairs
from factcheck.align.particulars import particular_pairs
from factcheck.align.same_fact import same_fact_pairs
from factcheck.align.signals import WEIGHTS, total
from factcheck.align.sole_counts import slips, sole_pairs
from factcheck.model.claim import Claim, Reading

SOLE = "sole-count"
"""The signal of two figures of which each is the one number its report gives of a thing."""
HELD = "held"
"""The signal of two such figures that are told of one holder: a convict, a candidate, the two sides of a match."""
PARTICULAR = "particular"
"""The signal of two such figures that tell one particular of an event: its hour, a price, a toll as of one hour."""
BESIDE = "beside-equal"
"""The signal of two such figures that stand in two sentences beside one that is equal."""
DRAWN = "drawn"
"""The signal of two figures of reports of which one is drawn from the other, neither told in the other report."""
SAME = "one-fact"
"""The signal of two figures that only their own reports give: the odds (log) that they tell one fact."""
LEAST_ODDS, FIRM_ODDS = -0.75, 0.5
"""Those odds from which they are laid side by side, and from which they are held against each other."""
HOUSE = "one-house"
"""The signal of two such figures whose sources speak for one house."""

Marks = Mapping[tuple[str, str], tuple[str, ...]]
"""The signals that tell that two figures, by the ids of their claims, are of one thing; none where the noun does."""


def with_retold(a: Reading, b: Reading, met: Sequence[Met], take: Take) -> Iterator[Met]:
    """Give the pairs that likeness made, those of them marked that more tells of, and those that it has left alone."""
    particular = (*particular_pairs(a, b), *counted_as_of(a, b), *headline_pairs(a, b))
    sure: dict[tuple[str, str], tuple[str, ...]] = {}
    values = _values(a), _values(b)
    for mark, pairs in ((SWAPPED, slips(a, b)), (HELD, held_pairs(a, b)), (PARTICULAR, particular)):
        for x, y in pairs:
            # What a thing cost once is told beside what it costs now: the other report's value may be told here too.
            if mark != PARTICULAR or not _told_elsewhere(x, y, values):
                sure[x.id, y.id] = (*sure.get((x.id, y.id), ()), mark)
    told = {_ids(pair): () for pair in (*sole_pairs(a, b), *spoken_pairs(a, b))} | sure
    odds = {(x.id, y.id): round(v, 2) for x, y, v in same_fact_pairs(a, b) if v >= _least(x)}
    same = {pair: () for pair in odds if pair not in told and _free(pair, sure)}
    free = [pair for pair in met if _free(_ids(pair), sure | same)]
    equal = [*equal_retold(a, b, [pair for pair in free if not _weak(pair)], take)]
    better = {x.id for x, _, _, _ in equal}, {y.id for _, y, _, _ in equal}
    every = [*equal, *(pair for pair in free if pair[0].id not in better[0] and pair[1].id not in better[1])]
    drawn = is_drawn(a, b)
    for x, y, score, signals in every:
        new = drawn and not _told_elsewhere(x, y, values)
        more = _signals(a, x, b, y, told) | ({DRAWN: 1.0} if new else {}) | _likely(x, y, odds)
        yield x, y, score, signals | more
    taken = {x.id for x, _, _, _ in every}, {y.id for _, y, _, _ in every}
    # What is surely of one thing comes first.
    marked = sure | {_ids(pair): (BESIDE,) for pair in beside_equal(a, b, every)} | told
    ours, theirs = ({c.id: c for c in side.claims} for side in (a, b))
    for one, other in marked | same:
        if one not in taken[0] and other not in taken[1]:
            taken[0].add(one)
            taken[1].add(other)
            x, y = ours[one], theirs[other]
            signals = {name: round(value, 4) for name, value in take(x, y).items()}
            yield x, y, round(total(signals, WEIGHTS), 4), signals | _signals(a, x, b, y, marked) | _likely(x, y, odds)


def _least(claim: Claim) -> float:
    """Give the odds asked for: of the dead and hurt a report counts now all, now some."""
    counted = claim.figure.counted if claim.figure is not None else None
    return FIRM_ODDS if counted is not None and counted.kind == "casualty" else LEAST_ODDS


def _likely(x: Claim, y: Claim, odds: Mapping[tuple[str, str], float]) -> dict[str, float]:
    return {SAME: odds[x.id, y.id]} if (x.id, y.id) in odds else {}


def _values(reading: Reading) -> frozenset[str]:
    return frozenset(value for claim in reading.claims for value in _told(claim))


def _told_elsewhere(x: Claim, y: Claim, values: tuple[frozenset[str], frozenset[str]]) -> bool:
    """Tell whether a report has the other one's value anywhere."""
    return not (values[1].isdisjoint(_told(x)) and values[0].isdisjoint(_told(y)))


def _told(claim: Claim) -> tuple[str, ...]:
    return (stated(claim.figure),) if claim.figure is not None else ()


def _ids(pair: tuple[Claim, Claim] | Met) -> tuple[str, str]:
    return pair[0].id, pair[1].id


def _weak(pair: Met) -> bool:
    """Tell a pair that an equal figure elsewhere in the other report breaks up."""
    x, y, score, _ = pair
    unlike = x.figure is not None and y.figure is not None and stated(x.figure) != stated(y.figure)
    return unlike and score < WEAK


WEAK = 0.5
"""Score of two figures that differ under which an equal one is rather the one that is meant."""


def _free(pair: tuple[str, str], sure: Marks) -> bool:
    """Tell whether a pair leaves alone what surely meets something else."""
    return pair in sure or not any(pair[0] == one or pair[1] == other for one, other in sure)


def _signals(a: Reading, x: Claim, b: Reading, y: Claim, told: Marks) -> dict[str, float]:
    """Give the signals of two figures that tell one thing in whatever words."""
    marks = told.get((x.id, y.id))
    if marks is None:
        return {}
    found = {SOLE: 1.0} | dict.fromkeys(marks, 1.0)
    return found | ({HOUSE: 1.0} if one_house(a, x, b, y) else {})
