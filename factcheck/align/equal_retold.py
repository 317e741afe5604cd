"""Figures of two reports of one language that are equal, and what their sentences tell beside them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

from rapidfuzz import fuzz

from factcheck.align.anchors import stated
from factcheck.align.assignment import assign
from factcheck.align.dimension import ROLES, block
from factcheck.align.equal_figures import EQUAL, TELLING, Met
from factcheck.align.signals import WEIGHTS, total
from factcheck.align.sole_counts import MENTIONS, nearest
from factcheck.model.claim import Claim, Reading
from factcheck.model.figure import Counted, Figure

TOLD = frozenset({"quantity", "period", "score"})
"""Roles of figures that what stands beside them tells apart: an age is of whoever is named beside it."""
AGE = "age"
OFTEN = 3
"""Times a number may be told in a report and still tell one sentence: in its headline, its lead and once more."""
MOST_FIGURES = 150
"""Figures from which a report has so many that equal ones are met by chance."""
ONE_NOUN = 80
"""rapidfuzz ratio from which two nouns that no lexicon holds are one."""

Take = Callable[[Claim, Claim], dict[str, float]]


def equal_retold(a: Reading, b: Reading, met: Sequence[Met], take: Take) -> Iterator[Met]:
    """Give the figures of equal value and kind that no pair has: they agree, and nothing is held against them."""
    left, right = _left(a, {x.id for x, _, _, _ in met}), _left(b, {y.id for _, y, _, _ in met})
    by_value: dict[tuple[str, str, str], list[int]] = {}
    for j, (_, figure) in enumerate(right):
        by_value.setdefault(_value(figure), []).append(j)
    scores: dict[tuple[int, int], float] = {}
    kept: dict[tuple[int, int], dict[str, float]] = {}
    looked_at: Counter[tuple[str, str, str]] = Counter()
    for i, (x, first) in enumerate(left):
        value = _value(first)
        looked_at[value] += 1
        for j in by_value.get(value, ())[:MENTIONS] if looked_at[value] <= MENTIONS else ():
            y, second = right[j]
            if _one_thing((x, first), (y, second)):
                kept[i, j] = take(x, y)
                scores[i, j] = max(0.01, total(kept[i, j], WEIGHTS))
    for i, j in assign(scores):
        signals = {EQUAL: 1.0} | {name: round(value, 4) for name, value in kept[i, j].items()}
        yield left[i][0], right[j][0], round(scores[i, j], 4), signals


def _value(figure: Figure) -> tuple[str, str, str]:
    """Give what equal figures have in common; 54 minutes are no 54 seconds."""
    return stated(figure), block(figure), (figure.unit or "") if figure.form == "measure" else ""


def _left(reading: Reading, taken: Collection[str]) -> list[tuple[Claim, Figure]]:
    """Give the figures that no pair has."""
    return [
        (c, c.figure) for c in reading.claims if c.figure is not None and c.figure.role in ROLES and c.id not in taken
    ]


def _one_thing(a: tuple[Claim, Figure], b: tuple[Claim, Figure]) -> bool:
    """Tell whether two equal figures are of one thing: one noun, or one unit and more digits than chance gives."""
    x, y = a[1].counted, b[1].counted
    if x is not None and y is not None:
        return x.key == y.key if x.key and y.key else fuzz.ratio(x.text, y.text) >= ONE_NOUN
    if _digits(a[1]) < TELLING:
        return False
    if x is None and y is None:
        return a[1].unit is not None
    return _told_near(x, b[0]) if x is not None else y is not None and _told_near(y, a[0])


def _tells(figure: Figure) -> bool:
    """Tell a number of more digits than chance gives: shares of two digits fill whole reports."""
    return _digits(figure) >= (TELLING + 1 if figure.form == "percent" else TELLING)


def _digits(figure: Figure) -> int:
    return len(stated(figure).replace(".", "").strip("0"))


def _told_near(noun: Counted, claim: Claim) -> bool:
    """Tell whether a noun stands near a figure that counts nothing ("of whom 19 were crew")."""
    return any(fuzz.ratio(noun.text, word) >= ONE_NOUN for word in nearest(claim))


def beside_equal(a: Reading, b: Reading, met: Sequence[Met]) -> Iterator[tuple[Claim, Claim]]:
    """Give the one figure of a kind that each of two sentences has left, where they share another that tells."""
    ours, theirs = _kinds(a, {x.id for x, _, _, _ in met}), _kinds(b, {y.id for _, y, _, _ in met})
    told = [Counter(stated(c.figure) for c in reading.claims if c.figure is not None) for reading in (a, b)]
    if any(counts.total() > MOST_FIGURES for counts in told):
        return
    for x, y, _, _ in met:
        if x.figure is None or y.figure is None or not _tells(x.figure) or stated(x.figure) != stated(y.figure):
            continue
        if x.figure.role == AGE:
            continue  # whose age it is does many things
        if any(counts[stated(x.figure)] > OFTEN for counts in told):
            continue  # a number that a report is full of makes no two sentences one
        left, right = ours.get(x.context.sentence, {}), theirs.get(y.context.sentence, {})
        for kind in sorted(left.keys() & right.keys()):
            if len(left[kind]) == len(right[kind]) == 1:
                yield left[kind][0], right[kind][0]


def _kinds(reading: Reading, taken: Collection[str]) -> Mapping[int, Mapping[tuple[str, str], Sequence[Claim]]]:
    """Group the figures of each sentence that no pair has by what they are: what is counted, or the unit."""
    found: dict[int, dict[tuple[str, str], list[Claim]]] = {}
    for claim in reading.claims:
        figure = claim.figure
        if figure is None or claim.id in taken or figure.role not in TOLD or figure.form == "ordinal":
            continue
        noun = figure.counted
        what = (noun.whole or noun.key) if noun is not None else figure.unit
        if what and (noun is None or noun.kind != "casualty"):
            here = found.setdefault(claim.context.sentence, {})
            here.setdefault((block(figure), what), []).append(claim)
    return found
