"""Figures of one report that speak of one thing and cannot both hold: headline and text, lead and later paragraphs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import combinations
from typing import NamedTuple

from factcheck.align.dimension import dimension
from factcheck.align.likeness import likeness, weigh
from factcheck.align.signals import figure_signals
from factcheck.data.currencies import one_currency
from factcheck.judge.case import Case
from factcheck.judge.comparability import comparable, inferred
from factcheck.judge.materiality import outcome
from factcheck.judge.values import agrees, compare_values, value_level
from factcheck.model.claim import Claim
from factcheck.model.figure import Figure
from factcheck.model.pair import Step
from factcheck.text.tokens import PRINTED_WORD

LEAD = 3
"""Sentences behind the headline that tell what it tells."""
ONE_STORY = 0.5
"""Share of a headline's words from which a sentence tells its story."""
SAME_STORY = 0.3
"""Likeness from which two sentences of one report tell one story."""
ROUNDED = Decimal("0.05")
"""Share of a figure that a headline may round away."""
ABOUT = Decimal("0.15")
"""The same of a figure that calls itself about right ("nearly half a million")."""
BESIDE = 12
"""Code points between people joined to a count and the count ("a girl and two boys")."""
MOST = 60
"""Figures from which a report is a table of them, and pairs of its own sentences are alike by nature."""


class Clash(NamedTuple):
    """Two figures of one report: the first stands in the headline or the lead."""

    level: str
    first: Claim
    second: Claim
    steps: tuple[Step, ...]


def headline_clashes(case: Case, report: int) -> Iterator[Clash]:
    """Give the headline's figures that the text contradicts, and nowhere bears out.

    Levels: `headline` where the first sentences tell the headline's story, `headline-likely` elsewhere.
    """
    heads = headlines(case, report)
    figures = [claim for claim in case.figures(report) if claim.figure is not None]
    body = [claim for claim in figures if claim.context.sentence not in heads]
    first = [s.index for s in case.readings[report].sentences if s.index not in heads][:LEAD]
    weights = case.rarity[report]
    for head in (claim for claim in figures if claim.context.sentence in heads):
        if not _told_as_fact(head) or any(_bears_out(head, claim) for claim in body):
            continue
        rivals = [claim for claim in body if _told_as_fact(claim) and _one_topic(head, claim)]
        if not rivals:
            sole = _sole(case, report, head, figures, [c for c in body if c.context.sentence in first], weights)
            if sole is not None and not _made(head, body) and not _joined(case, report, head, sole):
                yield Clash("headline-likely", head, sole, _steps(head, sole))
            continue
        leading = [claim for claim in rivals if claim.context.sentence in first]
        alike = [(told_share(case, report, head, claim, weights), claim) for claim in leading]
        best, rival = max(alike, key=lambda pair: (pair[0], -pair[1].span.start), default=(0.0, head))
        if rival is head or _joined(case, report, head, rival):
            continue
        more = (_number(rival) or 0) > (_number(head) or 0)  # no sum of parts makes the headline less than one of them
        single = len({_number(claim) for claim in rivals}) == 1
        if not more and (not single or _made(head, body)):
            continue
        if best >= ONE_STORY or single:
            yield Clash("headline" if best >= ONE_STORY else "headline-likely", head, rival, _steps(head, rival))


def _sole(
    case: Case,
    report: int,
    head: Claim,
    figures: Sequence[Claim],
    leading: Sequence[Claim],
    weights: Mapping[str, float],
) -> Claim | None:
    """Give the one figure of a kind in the sentence that tells the headline's story, where the headline has one too."""
    alone = sum(claim.context.sentence == head.context.sentence and _one_kind(head, claim) for claim in figures) == 1
    met = [claim for claim in leading if _one_kind(head, claim)]
    if not alone or len(met) != 1 or not _told_as_fact(met[0]):
        return None
    return met[0] if told_share(case, report, head, met[0], weights) >= ONE_STORY else None


def _one_kind(a: Claim, b: Claim) -> bool:
    """Tell whether two figures may be of one thing though no noun says so: sums of one currency, shares, people."""
    x, y = a.figure, b.figure
    if x is None or y is None or dimension(x) != dimension(y) or x.per != y.per:
        return False
    if not one_currency(x.unit, y.unit):
        return False
    kinds = {figure.counted.kind if figure.counted is not None else "" for figure in (x, y)}
    return x.form in ("money", "percent") or kinds == {"people"}


def told_share(case: Case, report: int, head: Claim, claim: Claim, weights: Mapping[str, float]) -> float:
    """Give the share of a headline's words, rare ones before common ones, that another claim's sentence has too."""
    own, other = (set(case.statement(report, c.context.sentence).context.stems) for c in (head, claim))
    total = weigh(own, weights)
    return weigh(own & other, weights) / total if total else 0.0


def _alike(case: Case, report: int, a: Claim, b: Claim, weights: Mapping[str, float]) -> float:
    stems = [case.statement(report, claim.context.sentence).context.stems for claim in (a, b)]
    return likeness(stems[0], stems[1], weights)


def body_clashes(case: Case, report: int) -> Iterator[Clash]:
    """Give the figures of the lead that a later sentence, in the same words, gives otherwise."""
    heads = headlines(case, report)
    figures = [c for c in case.figures(report) if c.context.sentence not in heads and _told_as_fact(c) and _keyed(c)]
    reading = case.readings[report]
    if len(figures) > MOST:
        return
    weights = case.rarity[report]
    length = max(1, len(reading.report.text))
    for a, b in combinations(figures, 2):
        if a.context.sentence == b.context.sentence or not _one_topic(a, b) or _agree(a, b) or _dated(a, b):
            continue
        alike = _alike(case, report, a, b, weights)
        places = (a.span.start / length, b.span.start / length)
        signals = figure_signals(a, b, alike, places, weights)
        fits, steps = comparable(a, b, signals)
        if not fits or any(True for _ in inferred(steps)) or not _said_again(a, b, weights):
            continue
        others = [claim for claim in case.figures(report) if claim not in (a, b)]
        if any(_bears_out(x, claim) for x in (a, b) for claim in others) or _made(a, others) or _made(b, others):
            continue
        if not any(True for c in (a, b) for _ in case.markers(report, c.context.sentence, "update", "part", "earlier")):
            yield Clash("body", a, b, (*steps, *_steps(a, b)))


def toll_clashes(case: Case, report: int) -> Iterator[Clash]:
    """Give a toll of the lead that a later sentence of the same story raises; a smaller one would be a part of it."""
    heads = headlines(case, report)
    sentences = [s.index for s in case.readings[report].sentences if s.index not in heads]
    figures = [c for c in case.figures(report) if c.context.sentence not in heads]
    tolls = [c for c in figures if _told_as_fact(c) and _casualty(c) and not _part(case, report, c)]
    weights = case.rarity[report]
    for a, b in combinations(tolls, 2):
        if a.context.sentence not in sentences[:LEAD] or b.context.sentence <= a.context.sentence:
            continue
        if not _one_topic(a, b) or _agree(a, b) or (_number(b) or 0) < (_number(a) or 0) or _dated(a, b):
            continue
        others = [claim for claim in figures if claim not in (a, b)]
        if any(_bears_out(b, claim) for claim in others) or _made(b, others) or _elsewhere(a, b):
            continue
        updated = any(True for c in (a, b) for _ in case.markers(report, c.context.sentence, "update", "earlier"))
        if not updated and _alike(case, report, a, b, weights) >= SAME_STORY:
            yield Clash("toll", a, b, _steps(a, b))


BESIDES = "except"
"""The key of "in addition to", which counts more and not a part."""


def _dated(a: Claim, b: Claim) -> bool:
    """Tell whether the second figure is of a day of its own."""
    return b.context.moment is not None and b.context.moment != a.context.moment


def _elsewhere(a: Claim, b: Claim) -> bool:
    """Tell whether names or ordinals beside two figures part them: other places, "the second crash"."""
    left, right = a.context.names - b.context.names, b.context.names - a.context.names
    return bool(left and right) or any("#" in name for name in left | right)


def _casualty(claim: Claim) -> bool:
    counted = claim.figure.counted if claim.figure is not None else None
    return counted is not None and counted.kind == "casualty"


def _part(case: Case, report: int, claim: Claim) -> bool:
    """Tell whether a count is said to be a part of another ("among them four children")."""
    clause = claim.context.clause
    return any(
        clause.overlaps(m.span) and m.span.start < claim.span.start and m.key != BESIDES
        for m in case.markers(report, claim.context.sentence, "part")
    )


def headlines(case: Case, report: int) -> frozenset[int]:
    """Give the sentences that are a report's headline."""
    return frozenset(s.index for s in case.readings[report].sentences if s.kind == "headline")


def _told_as_fact(claim: Claim) -> bool:
    figure, context = claim.figure, claim.context
    if (
        figure is None
        or figure.form == "vague"
        or figure.per is not None
        or (figure.low is None and figure.high is None)
    ):
        return False
    return context.modality == "fact" and not context.earlier and not context.negated


def _keyed(claim: Claim) -> bool:
    return claim.figure is not None and claim.figure.counted is not None and claim.figure.counted.key is not None


def _one_topic(a: Claim, b: Claim) -> bool:
    """Tell whether two figures count one thing: of one key, and people of one fate."""
    x, y = a.figure, b.figure
    if x is None or y is None or x.unit != y.unit or x.per != y.per or x.counted is None or y.counted is None:
        return False
    if x.counted.key is None or y.counted.key is None or dimension(x) != dimension(y):
        return False
    if x.counted.kind == y.counted.kind == "casualty":
        bare = outcome(x.counted.key) in (x.counted.key, y.counted.key)
        return outcome(x.counted.key) == outcome(y.counted.key) and (bare or x.counted.key == y.counted.key)
    return x.counted.key == y.counted.key


def _agree(a: Claim, b: Claim) -> bool:
    if a.figure is None or b.figure is None:
        return False
    return agrees(value_level(a.figure, b.figure)) or _rounds(a.figure, b.figure) or _rounds(b.figure, a.figure)


def _bears_out(claim: Claim, other: Claim) -> bool:
    """Tell whether another figure gives a figure's value, whatever it counts."""
    a, b = claim.figure, other.figure
    if a is None or b is None or b.form == "vague" or dimension(a) != dimension(b):
        return False
    return _agree(claim, other)


def _rounds(a: Figure, b: Figure) -> bool:
    """Tell whether a round figure is another one, cut or rounded as headlines do."""
    if a.low is None or b.low is None or b.low == 0:
        return False
    share = ABOUT if a.approximate else ROUNDED
    return a.low % 10 == 0 and abs(a.low - b.low) <= share * b.low


def _made(claim: Claim, others: Sequence[Claim]) -> bool:
    """Tell whether a figure is made of others: two of them anywhere, or a run of neighbours."""
    whole = _number(claim)
    values = [value for other in others if (value := _number(other)) is not None]
    if whole is None or len(values) > MOST:
        return True
    if any(x + y == whole for x, y in combinations(values, 2)):
        return True
    return any(sum(values[start:end]) == whole for start in range(len(values)) for end in range(start + 3, start + 7))


def _number(claim: Claim) -> Decimal | None:
    figure = claim.figure
    return None if figure is None else figure.low if figure.low is not None else figure.high


def _joined(case: Case, report: int, head: Claim, claim: Claim) -> bool:
    """Tell whether people without a number, right beside a count, make up what it lacks ("a girl and two boys")."""
    lacking = (_number(head) or 0) - (_number(claim) or 0)
    if lacking not in (1, 2):
        return False
    figures = [c.span for c in case.figures(report, claim.context.sentence)]
    return any(
        m.kind == "people"
        and not any(span.overlaps(m.span) for span in figures)
        and (0 <= claim.span.start - m.span.end <= BESIDE or 0 <= m.span.start - claim.span.end <= BESIDE)
        for m in case.markers(report, claim.context.sentence, "counted")
    )


def _said_again(a: Claim, b: Claim, weights: Mapping[str, float]) -> bool:
    """Tell whether one clause says nothing that the other does not: what is said of others has other words."""
    left, right = set(a.context.stems), set(b.context.stems)
    total = weigh(left | right, weights) or 1.0
    rests = [weigh(rest, weights) / total for rest in (left - right, right - left)]
    told = ({word for word in PRINTED_WORD.findall(claim.text) if not word[0].isdigit()} for claim in (a, b))
    same_words = next(told) == next(told)
    return same_words and min(rests) <= LEFT_OVER and not a.context.names ^ b.context.names


LEFT_OVER = 0.1
"""Share of two clauses' words that the shorter of them may have for itself."""


def _steps(a: Claim, b: Claim) -> tuple[Step, ...]:
    return (compare_values(a.figure, b.figure)[1],) if a.figure is not None and b.figure is not None else ()
