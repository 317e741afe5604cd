"""The stage: candidates by block, signals, then the best one-to-one assignment, for every two reports."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import partial

from msgspec import Struct

from factcheck.align.assignment import assign
from factcheck.align.blocking import figures_that_meet, sentences_that_meet
from factcheck.align.crossing import CROSS_WEIGHTS, Crossing, alike_across, cross, cross_signals
from factcheck.align.dates import meeting_dates
from factcheck.align.dates_across import meeting_dates_across
from factcheck.align.dimension import ROLES, bare, block, block_across
from factcheck.align.equal_figures import with_equal
from factcheck.align.event import same_event
from factcheck.align.events import joined, told_apart, voices
from factcheck.align.exchanged_digits import with_exchanged
from factcheck.align.likeness import likeness, rarity
from factcheck.align.named import Met, meeting_names
from factcheck.align.retold import with_retold
from factcheck.align.signals import WEIGHTS, figure_signals, total
from factcheck.align.statements import Meeting, meeting_statements
from factcheck.model.claim import Claim, Reading
from factcheck.model.figure import Figure
from factcheck.model.limits import ENDLESS, Clock
from factcheck.model.pair import Pair, Ref, Step

LEAST_FIGURE = 0.4
"""Score under which two figures are not taken to speak of one thing."""
LEAST_STATEMENT = 0.3
SEVERAL = 3
"""Reports from which it matters that one copies another: two voices make no majority."""
SHARPNESS = 2
"""Power of the scores that are assigned: one pair that is sure outweighs two that are possible."""

TOLD = Step("told-one-event", True)
"""Somebody said so."""


class Alignment(Struct, frozen=True):
    """How the reports' claims meet: pairs (not yet judged), like sentences, and whether all are of one event.

    `meetings` are the sentences of two reports (lower number first) laid word over word; `apart` the reports that tell
    another event than the rest, `voices` groups of reports that copy one another.
    """

    pairs: tuple[Pair, ...]
    statements: Mapping[tuple[int, int], Mapping[str, tuple[str, float]]]
    meetings: Mapping[tuple[int, int], tuple[Meeting, ...]]
    same_event: bool
    steps: tuple[Step, ...]
    apart: tuple[int, ...] = ()
    voices: tuple[tuple[int, ...], ...] = ()


def align(readings: Sequence[Reading], clock: Clock = ENDLESS, stated: Collection[int] = ()) -> Alignment:
    """Pair the claims of every two reports; the result does not depend on the order the reports are given in.

    `stated` are the reports that somebody said are of one event: whether they are is not asked.
    """
    order = sorted(range(len(readings)), key=lambda n: (readings[n].report.text, readings[n].report.title or "", n))
    weights = rarity(readings)
    pairs: list[Pair] = []
    statements: dict[tuple[int, int], Mapping[str, tuple[str, float]]] = {}
    meetings: dict[tuple[int, int], tuple[Meeting, ...]] = {}
    steps: dict[tuple[int, int], Step] = {}
    crossings: dict[tuple[int, int], Crossing | None] = {}
    for position, first in enumerate(order):
        for second in order[position + 1 :]:
            clock.check()
            a, b = readings[first], readings[second]
            crossing = None if a.report.language == b.report.language else cross(a, b)
            told = first in stated and second in stated
            steps[first, second] = TOLD if told else same_event(a, b, weights, crossing)[1]
            crossings[first, second] = crossing
    linked = [pair for pair, step in steps.items() if step.passed]
    apart = told_apart(order, linked)
    one_event = len(joined(len(readings), linked)) <= 1
    if one_event or apart:
        for (first, second), crossing in crossings.items():
            if first in apart or second in apart:
                continue
            clock.check()
            a, b = readings[first], readings[second]
            alike = _alike(a, b, weights) if crossing is None else alike_across(crossing)
            statements[first, second], statements[second, first] = _likest(a, b, alike)
            found = meeting_statements(a, b, alike)
            low, high = sorted((first, second))
            meetings[low, high] = found if low == first else tuple(meeting.turned for meeting in found)
            if crossing is None:
                take = _beside(a, b, alike, weights)
                figures = with_retold(a, b, tuple(_figures(a, b, take, WEIGHTS, alike)), take)
                met = (*figures, *meeting_names(a, b), *meeting_dates(a, b, alike, weights))
            else:
                figures = _figures(a, b, partial(cross_signals, crossing), CROSS_WEIGHTS, None)
                dates = meeting_dates_across(a, b, alike)
                equal = tuple(with_equal(a, b, crossing, tuple(figures)))
                met = (*with_exchanged(a, b, crossing, equal), *meeting_names(a, b), *dates)
            for x, y, score, signals in met:
                left, right = Ref(first, x.id), Ref(second, y.id)
                if first > second:
                    left, right = right, left
                pairs.append(Pair(left, right, score, tuple(signals.items())))
    pairs.sort(key=lambda p: (p.a.report, p.b.report, int(p.a.claim[1:]), int(p.b.claim[1:])))
    copied = voices(readings, weights) if len(readings) >= SEVERAL else ()
    return Alignment(tuple(pairs), statements, meetings, one_event, tuple(steps.values()), apart, copied)


def _beside(
    a: Reading, b: Reading, alike: Mapping[tuple[int, int], float], weights: Mapping[str, float]
) -> Callable[[Claim, Claim], dict[str, float]]:
    lengths = (max(1, len(a.report.text)), max(1, len(b.report.text)))
    one_day = a.report.published is not None and a.report.published == b.report.published

    def take(x: Claim, y: Claim) -> dict[str, float]:
        sentence = alike.get((x.context.sentence, y.context.sentence), 0.0)
        places = (x.span.start / lengths[0], y.span.start / lengths[1])
        found = figure_signals(x, y, sentence, places, weights, LEAST_FIGURE)
        return found | {"one-day": 1.0} if one_day else found

    return take


def _figures(
    a: Reading,
    b: Reading,
    take: Callable[[Claim, Claim], dict[str, float]],
    table: Mapping[str, float],
    alike: Mapping[tuple[int, int], float] | None,
) -> Iterator[Met]:
    name = block if table is WEIGHTS else block_across
    left, right = _by_dimension(a, name), _by_dimension(b, name)
    blocks = [(left[name], right[name]) for name in sorted(set(left) & set(right))]
    for ours, theirs in (*blocks, *_bare(left, right)):
        scores: dict[tuple[int, int], float] = {}
        kept: dict[tuple[int, int], dict[str, float]] = {}
        for i, j in figures_that_meet(ours, theirs, alike):
            signals = take(ours[i], theirs[j])
            score = total(signals, table)
            if score >= LEAST_FIGURE:
                scores[i, j], kept[i, j] = score, signals
        for i, j in assign(_sharpened(scores) if table is WEIGHTS else scores):
            yield (
                ours[i],
                theirs[j],
                round(scores[i, j], 4),
                {n: round(v, 4) for n, v in kept[i, j].items()},
            )


def _sharpened(scores: Mapping[tuple[int, int], float]) -> dict[tuple[int, int], float]:
    return {pair: score**SHARPNESS for pair, score in scores.items()}


def _by_dimension(reading: Reading, name: Callable[[Figure], str | None]) -> dict[str, list[Claim]]:
    found: dict[str, list[Claim]] = {}
    for claim in reading.claims:
        if claim.figure is None or claim.figure.form == "ordinal" or claim.figure.role not in ROLES:
            continue
        if key := name(claim.figure):
            found.setdefault(key, []).append(claim)
    return found


def _bare(
    left: Mapping[str, list[Claim]], right: Mapping[str, list[Claim]]
) -> Iterator[tuple[list[Claim], list[Claim]]]:
    """Let a large number that has lost its currency meet the sums of the other report."""
    for a, b, turned in ((left, right, False), (right, left, True)):
        numbers = [claim for claim in a.get("quantity count", ()) if claim.figure is not None and bare(claim.figure)]
        sums = [claim for name in sorted(b) if name.startswith("quantity money") for claim in b[name]]
        if numbers and sums:
            yield (sums, numbers) if turned else (numbers, sums)


def _wholes(reading: Reading) -> dict[int, Claim]:
    return {claim.context.sentence: claim for claim in reading.claims if claim.kind == "statement"}


def _alike(a: Reading, b: Reading, weights: Mapping[str, float]) -> dict[tuple[int, int], float]:
    """How alike every two sentences are that have anything in common."""
    found: dict[tuple[int, int], float] = {}
    left, right = _wholes(a), _wholes(b)
    ours, theirs = ({n: set(claim.context.stems) for n, claim in side.items()} for side in (left, right))
    for i, j in sentences_that_meet(left, right):
        if ours[i] & theirs[j]:
            found[i, j] = likeness(left[i].context.stems, right[j].context.stems, weights)
    return found


def _likest(
    a: Reading, b: Reading, alike: Mapping[tuple[int, int], float]
) -> tuple[Mapping[str, tuple[str, float]], Mapping[str, tuple[str, float]]]:
    """For each sentence of either report, the most alike sentence of the other, with its score."""
    forth: dict[str, tuple[str, float]] = {}
    back: dict[str, tuple[str, float]] = {}
    left, right = _wholes(a), _wholes(b)
    for (i, j), score in alike.items():
        x, y = left[i].id, right[j].id
        if score >= LEAST_STATEMENT:
            if score > forth.get(x, ("", 0.0))[1]:
                forth[x] = (y, score)
            if score > back.get(y, ("", 0.0))[1]:
                back[y] = (x, score)
    return forth, back
