"""Figures of two reports of one language that tell one thing in words that have little in common.

Two newsrooms that write apart share hardly a clause. What they do share is looked for among the figures that likeness
has left alone: values that are equal, and things that each report counts but once.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain

from rapidfuzz import fuzz

from factcheck.align.anchors import stated
from factcheck.align.assignment import assign
from factcheck.align.dimension import ROLES, block
from factcheck.align.equal_figures import EQUAL, TELLING, Met
from factcheck.align.exchanged_digits import SWAPPED, swapped
from factcheck.align.held import held_figures
from factcheck.align.houses import one_house
from factcheck.align.signals import WEIGHTS, total
from factcheck.model.claim import Claim, Reading
from factcheck.model.figure import Counted, Figure, plain

SOLE = "sole-count"
"""The signal of two figures of which each is the one number its report gives of a thing, where more joins them."""
HELD = "held"
"""The signal of two such figures that are told of one person."""
BESIDE = "beside-equal"
"""The signal of two such figures that stand in two sentences beside one that is equal."""
HOUSE = "one-house"
"""The signal of two such figures whose sources speak for one house."""
GENERIC = frozenset({"people", "person", "thing", "time"})
"""Keys of nouns under which anything is counted."""
ONE_SOURCE = 60
"""rapidfuzz token set ratio from which two sources are one."""
ONE_NOUN = 80
"""rapidfuzz ratio from which two nouns that no lexicon holds are one."""

Take = Callable[[Claim, Claim], dict[str, float]]


def with_retold(a: Reading, b: Reading, met: Sequence[Met], take: Take) -> Iterator[Met]:
    """Give the pairs that likeness made, the sole counts among them marked, and those that it has left alone."""
    held, slips = dict(_held_pairs(a, b)), dict(_slips(a, b))
    sole = dict(_sole_pairs(a, b)) | slips | held
    sure = slips | held
    others = set(sure.values())
    kept = [one for one in met if sure.get(one[0].id, one[1].id) == one[1].id and _free(one, sure, others)]
    told: tuple[set[str], set[str]] = (set(), set())
    kept_equal: list[tuple[Claim, Claim]] = []
    for x, y, score, signals in chain(kept, _equal(_left(a, kept, 0), _left(b, kept, 1), take)):
        if _telling_equal(x, y):
            kept_equal.append((x, y))
        told[0].add(x.id)
        told[1].add(y.id)
        yield x, y, score, signals | (_marks(x.id, held, slips, {}) if sole.get(x.id) == y.id else {})
    ours, theirs = ({c.id: c for c in side.claims} for side in (a, b))
    beside = dict(_beside_equal(a, b, kept_equal, told))
    for one_id, other in (beside | sole).items():
        if one_id not in told[0] and other not in told[1]:
            x, y = ours[one_id], theirs[other]
            signals = take(x, y)
            marks = _marks(one_id, held, slips, beside)
            house = {HOUSE: 1.0} if one_house(a, x, b, y) else {}
            yield x, y, round(total(signals, WEIGHTS), 4), _rounded(signals) | marks | house


def _marks(
    one: str, held: Collection[str], slips: Collection[str], beside: Collection[str]
) -> Mapping[str, float]:
    """Give the signals that tell by what two figures met."""
    sets = ((HELD, held), (SWAPPED, slips), (BESIDE, beside))
    return {SOLE: 1.0} | next(({name: 1.0} for name, ids in sets if one in ids), {})


def _free(pair: Met, sure: Mapping[str, str], others: Collection[str]) -> bool:
    """Tell whether a pair leaves alone what surely meets something else."""
    return pair[0].id in sure or pair[1].id not in others


def _left(reading: Reading, met: Sequence[Met], side: int) -> list[tuple[Claim, Figure]]:
    """Give the figures that no pair has."""
    taken = {one[side].id for one in met}
    return [
        (c, c.figure) for c in reading.claims if c.figure is not None and c.figure.role in ROLES and c.id not in taken
    ]


def _equal(
    left: Sequence[tuple[Claim, Figure]], right: Sequence[tuple[Claim, Figure]], take: Take
) -> Iterator[Met]:
    """Give the figures of equal value and kind: they agree, and nothing is held against them."""
    by_value: dict[tuple[str, str | None], list[int]] = {}
    for j, (_, figure) in enumerate(right):
        by_value.setdefault((stated(figure), block(figure)), []).append(j)
    scores: dict[tuple[int, int], float] = {}
    kept: dict[tuple[int, int], dict[str, float]] = {}
    for i, (x, first) in enumerate(left):
        for j in by_value.get((stated(first), block(first)), ()):
            y, second = right[j]
            if _one_thing(x, y):
                kept[i, j] = take(x, y)
                scores[i, j] = max(0.01, total(kept[i, j], WEIGHTS))
    for i, j in assign(scores):
        yield left[i][0], right[j][0], round(scores[i, j], 4), _rounded({EQUAL: 1.0} | kept[i, j])


def _one_thing(a: Claim, b: Claim) -> bool:
    """Tell whether two equal figures are of one thing: one noun, or one unit and more digits than chance gives."""
    if a.figure is None or b.figure is None:
        return False
    x, y = a.figure.counted, b.figure.counted
    if x is not None and y is not None:
        return x.key == y.key if x.key and y.key else fuzz.ratio(x.text, y.text) >= ONE_NOUN
    if len(stated(a.figure).replace(".", "").strip("0")) < TELLING:
        return False
    if x is None and y is None:
        return a.figure.unit is not None
    return _told_near(x, b) if x is not None else y is not None and _told_near(y, a)


def _told_near(noun: Counted, claim: Claim) -> bool:
    """Tell whether a noun stands near a figure that counts nothing ("of whom 19 were crew")."""
    return any(fuzz.ratio(noun.text, word) >= ONE_NOUN for word in _nearest(claim))


def _rounded(signals: Mapping[str, float]) -> dict[str, float]:
    return {name: round(value, 4) for name, value in signals.items()}


def _sole_pairs(a: Reading, b: Reading) -> Iterator[tuple[str, str]]:
    """Give the figures of which each is its report's only count of a thing, by claim; those that more joins."""
    ours, theirs = sole_counts(a), sole_counts(b)
    for key in sorted(ours.keys() & theirs.keys()):
        joined = [(x, y) for x in ours[key] for y in theirs[key] if _joined(x, y)]
        if joined:
            x, y = max(joined, key=lambda pair: (len(_shared(*pair)), pair[0].span.order, pair[1].span.order))
            yield x.id, y.id


def _held_pairs(a: Reading, b: Reading) -> Iterator[tuple[str, str]]:
    """Give the figures that both reports tell of one person, each but one number of its kind."""
    ours, theirs = _once(held_figures(a)), _once(held_figures(b))
    for key in sorted(ours.keys() & theirs.keys()):
        both = [(x, y) for x in ours[key] for y in theirs[key]]
        x, y = max(both, key=lambda pair: (_one_block(*pair), -pair[0].span.start, -pair[1].span.start))
        yield x.id, y.id


def _one_block(x: Claim, y: Claim) -> bool:
    return x.figure is not None and y.figure is not None and block(x.figure) == block(y.figure)


def _telling_equal(x: Claim, y: Claim) -> bool:
    if x.figure is None or y.figure is None or stated(x.figure) != stated(y.figure):
        return False
    return len(stated(x.figure).replace(".", "").strip("0")) >= TELLING


def _beside_equal(
    a: Reading, b: Reading, equal: Sequence[tuple[Claim, Claim]], told: tuple[set[str], set[str]]
) -> Iterator[tuple[str, str]]:
    """Give the one figure of a kind that each of two sentences has left, where they share another that tells."""
    for x, y in equal:
        ours, theirs = _kinds(a, x, told[0]), _kinds(b, y, told[1])
        for kind in sorted(ours.keys() & theirs.keys()):
            if len(ours[kind]) == len(theirs[kind]) == 1:
                yield ours[kind][0], theirs[kind][0]


def _kinds(reading: Reading, beside: Claim, told: set[str]) -> dict[tuple[str, str], list[str]]:
    """Group the figures of a claim's sentence that no pair has by what they are: what is counted, or the unit."""
    found: dict[tuple[str, str], list[str]] = {}
    for claim in reading.claims:
        figure = claim.figure
        if figure is None or claim.id in told or claim.context.sentence != beside.context.sentence:
            continue
        noun = figure.counted
        if figure.role not in ROLES or figure.form == "ordinal" or (noun is not None and noun.kind == "casualty"):
            continue
        what = (noun.whole or noun.key) if noun is not None else figure.unit
        if what:
            found.setdefault((block(figure), what), []).append(claim.id)
    return found


def _slips(a: Reading, b: Reading) -> Iterator[tuple[str, str]]:
    """Give the counts of one thing that have the same digits, two of them in each other's place."""
    ours, theirs = _exact_counts(a), _exact_counts(b)
    for key, one in sorted(ours.keys() - theirs.keys()):
        for noun, other in sorted(theirs.keys() - ours.keys()):
            if noun == key and len(one) >= SLIP_DIGITS and len(one) == len(other) and swapped(one, other):
                yield ours[key, one].id, theirs[key, other].id


SLIP_DIGITS = 3
"""Digits from which such a slip is hardly chance."""


def _exact_counts(reading: Reading) -> dict[tuple[str, str], Claim]:
    found: dict[tuple[str, str], Claim] = {}
    for claim in reading.claims:
        figure = claim.figure
        if figure is not None and figure.exact is not None and figure.counted is not None and figure.counted.key:
            found.setdefault((figure.counted.key, plain(figure.exact)), claim)
    return found


def sole_counts(reading: Reading) -> Mapping[str, Sequence[Claim]]:
    """Give the claims that count a thing of which the report gives but one number, by the thing's key."""
    found: dict[str, list[Claim]] = {}
    for claim in reading.claims:
        figure = claim.figure
        if figure is None or figure.counted is None or figure.role not in ROLES or figure.form == "ordinal":
            continue
        key = figure.counted.key
        if key and key not in GENERIC and figure.counted.kind != "casualty":
            found.setdefault(key, []).append(claim)
    return _once(found)


def _once(found: Mapping[str, Sequence[Claim]]) -> dict[str, Sequence[Claim]]:
    """Leave those of which one number is told."""
    return {key: claims for key, claims in found.items() if len(set(_values(claims))) == 1}


def _values(claims: Iterable[Claim]) -> Iterator[str]:
    return (stated(claim.figure) for claim in claims if claim.figure is not None)


def _joined(x: Claim, y: Claim) -> bool:
    """Tell whether more than a noun joins two counts: a word of what is told of them, or who says so."""
    sources = [c.attribution.source.key if c.attribution and c.attribution.source else "" for c in (x, y)]
    one = all(sources) and fuzz.token_set_ratio(*sources) >= ONE_SOURCE
    return one or bool(_shared(x, y))


def _shared(x: Claim, y: Claim) -> frozenset[str]:
    return _nearest(x) & _nearest(y)


def _nearest(claim: Claim) -> frozenset[str]:
    return frozenset((*claim.context.before[:NEAREST], *claim.context.after[:NEAREST]))


NEAREST = 4
"""Content words to either side of a count that tell what is said of what it counts."""
