"""The stage: candidates by block, signals, then the best one-to-one assignment, for every two reports."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from factcheck.align.assignment import assign
from factcheck.align.dates import meeting_dates
from factcheck.align.dimension import ROLES, bare, block
from factcheck.align.event import same_event
from factcheck.align.likeness import likeness, rarity
from factcheck.align.signals import figure_signals, shared_script, total
from factcheck.model.claim import Claim, Reading
from factcheck.model.pair import Pair, Ref, Step

LEAST_FIGURE = 0.4
"""Score under which two figures are not taken to speak of one thing."""
LEAST_STATEMENT = 0.3
SHARPNESS = 2
"""Power of the scores that are assigned: one pair that is sure outweighs two that are possible."""


@dataclass(frozen=True, slots=True)
class Alignment:
    """How the reports' claims meet: pairs (not yet judged), like sentences, and whether all are of one event."""

    pairs: tuple[Pair, ...]
    statements: Mapping[tuple[int, int], Mapping[str, tuple[str, float]]]
    same_event: bool
    steps: tuple[Step, ...]


def align(readings: Sequence[Reading]) -> Alignment:
    """Pair the claims of every two reports; the result does not depend on the order the reports are given in."""
    order = sorted(range(len(readings)), key=lambda n: (readings[n].report.text, readings[n].report.title or "", n))
    weights = rarity(readings)
    pairs: list[Pair] = []
    statements: dict[tuple[int, int], Mapping[str, tuple[str, float]]] = {}
    steps: list[Step] = []
    for position, first in enumerate(order):
        for second in order[position + 1 :]:
            same, step = same_event(readings[first], readings[second], weights)
            steps.append(step)
            if not same:
                continue
            a, b = readings[first], readings[second]
            alike = _alike(a, b, weights)
            statements[first, second], statements[second, first] = _likest(a, b, alike)
            met = (*_figures(a, b, alike, weights), *_equals(a, b), *meeting_dates(a, b, alike, weights))
            for x, y, score, signals in met:
                left, right = Ref(first, x.id), Ref(second, y.id)
                if first > second:
                    left, right = right, left
                pairs.append(Pair(left, right, score, tuple(signals.items())))
    pairs.sort(key=lambda p: (p.a.report, p.b.report, int(p.a.claim[1:]), int(p.b.claim[1:])))
    return Alignment(tuple(pairs), statements, all(step.passed for step in steps), tuple(steps))


def _figures(
    a: Reading, b: Reading, alike: Mapping[tuple[int, int], float], weights: Mapping[str, float]
) -> Iterator[tuple[Claim, Claim, float, dict[str, float]]]:
    same_language = a.report.language == b.report.language
    left, right = _by_dimension(a), _by_dimension(b)
    wholes = (_wholes(a), _wholes(b))
    lengths = (max(1, len(a.report.text)), max(1, len(b.report.text)))
    blocks = [(left[name], right[name]) for name in sorted(set(left) & set(right))]
    for ours, theirs in (*blocks, *_bare(left, right)):
        scores: dict[tuple[int, int], float] = {}
        kept: dict[tuple[int, int], dict[str, float]] = {}
        for i, x in enumerate(ours):
            for j, y in enumerate(theirs):
                at = (x.context.sentence, y.context.sentence)
                whole = (wholes[0][at[0]], wholes[1][at[1]])
                places = (x.span.start / lengths[0], y.span.start / lengths[1])
                signals = figure_signals(x, y, whole, alike.get(at, 0.0), places, weights, same_language)
                score = total(signals, same_language)
                if score >= LEAST_FIGURE:
                    scores[i, j], kept[i, j] = score, signals
        for i, j in assign(_sharpened(scores) if same_language else scores):
            yield (
                ours[i],
                theirs[j],
                round(scores[i, j], 4),
                {n: round(v, 4) for n, v in kept[i, j].items()},
            )


def _sharpened(scores: Mapping[tuple[int, int], float]) -> dict[tuple[int, int], float]:
    return {pair: score**SHARPNESS for pair, score in scores.items()}


def _by_dimension(reading: Reading) -> dict[str, list[Claim]]:
    found: dict[str, list[Claim]] = {}
    for claim in reading.claims:
        if claim.figure is not None and claim.figure.form != "ordinal" and claim.figure.role in ROLES:
            found.setdefault(block(claim.figure), []).append(claim)
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


def _equals(a: Reading, b: Reading) -> Iterator[tuple[Claim, Claim, float, dict[str, float]]]:
    """Names and dates meet where both reports give the same one; the first mention of each stands for all."""
    first, second = _named(a), _named(b)
    for key in sorted(set(first) & set(second)):
        yield first[key], second[key], 1.0, {"key": 1.0}


def _named(reading: Reading) -> dict[tuple[str, str], Claim]:
    found: dict[tuple[str, str], Claim] = {}
    for claim in reading.claims:
        if claim.name is not None:
            found.setdefault((claim.name.type, claim.name.key), claim)
        elif claim.date is not None and "X" not in claim.date.edtf:
            found.setdefault(("date", claim.date.edtf), claim)
    return found


def _alike(a: Reading, b: Reading, weights: Mapping[str, float]) -> dict[tuple[int, int], float]:
    """How alike every two sentences are that have anything in common; across languages, by the names they share."""
    same_language = a.report.language == b.report.language
    found: dict[tuple[int, int], float] = {}
    for i, x in _wholes(a).items():
        for j, y in _wholes(b).items():
            if same_language:
                score = likeness(x.context.stems, y.context.stems, weights)
            else:
                left, right = shared_script(x.context.names), shared_script(y.context.names)
                score = len(left & right) / len(left | right) if left & right else 0.0
            if score:
                found[i, j] = score
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
