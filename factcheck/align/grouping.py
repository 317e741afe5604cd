"""Many reports in one heap: which of them tell one event."""

from __future__ import annotations

import datetime
import heapq
import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from factcheck.align.crossing import cross
from factcheck.align.event import same_event
from factcheck.align.events import joined
from factcheck.align.likeness import rarity
from factcheck.model.claim import Reading

ALIKE = 0.3
"""Mean likeness of the reports of two groups (cosine, 0 to 1) from which they tell one event.

Set, with the values below, on a heap of a thousand newspaper articles of eighteen days, of which every event has two or
more, and on heaps of four to a hundred and twenty of them.
"""
FIRST, LEAD = 14, 3
"""Statements of a report that are looked at, and those of them that count double: news is told at the top."""
DAYS = 4
"""Days of publication by which reports of one event may be apart."""
COMMON = 0.1
"""Share of the reports that hold a word from which it says nothing of which of them belong together."""
FEW = 20
"""Reports that may hold a word in any case."""
BACKGROUND = 300
"""Reports that a heap is taken to have at least: in a small one every word would be common."""
SHARED_NAMES = 2
"""Names in common from which two reports in two languages are held against each other."""

Vector = Mapping[str, float]


def group_by_event(readings: Sequence[Reading]) -> tuple[tuple[int, ...], ...]:
    """Group reports that tell one event, by their numbers: in order, each report in one group.

    Within a language groups are joined while their reports are alike on average (agglomerative clustering, average
    linkage, over tf-idf weighted stems); a report without a publication date may meet any other. Groups in two
    languages are joined where two of their reports tell one event by names and numbers.
    """
    days = [reading.report.published for reading in readings]
    groups: list[tuple[int, ...]] = []
    for language in sorted({reading.report.language for reading in readings}):
        numbers = [n for n, reading in enumerate(readings) if reading.report.language == language]
        alike = _likenesses([_words(readings[n]) for n in numbers], [days[n] for n in numbers])
        groups += [tuple(numbers[n] for n in group) for group in _clusters(len(numbers), alike)]
    links = _across(readings, days)
    at = {number: index for index, group in enumerate(groups) for number in group}
    whole = joined(len(groups), [(at[a], at[b]) for a, b in links])
    return tuple(sorted(tuple(sorted(n for index in part for n in groups[index])) for part in whole))


def _words(reading: Reading) -> Counter[str]:
    found: Counter[str] = Counter()
    statements = (claim for claim in reading.claims if claim.kind == "statement")
    for place, claim in zip(range(FIRST), statements, strict=False):
        found.update(dict.fromkeys(claim.context.stems, 2 if place < LEAD else 1))
    return found


def _likenesses(texts: Sequence[Counter[str]], days: Sequence[datetime.date | None]) -> dict[tuple[int, int], float]:
    """Give the cosine of every two texts of near days that share a word that is not common."""
    spread = Counter(word for words in texts for word in words)
    size = max(len(texts), BACKGROUND)
    holders: dict[str, list[tuple[int, float]]] = {}
    for number, words in enumerate(texts):
        for word, weight in _weighted(words, spread, size).items():
            holders.setdefault(word, []).append((number, weight))
    most = max(COMMON * len(texts), FEW)
    alike: dict[tuple[int, int], float] = {}
    for held in holders.values():
        if len(held) > most:
            continue
        for (a, x), (b, y) in combinations(held, 2):
            if _near(days[a], days[b]):
                alike[a, b] = alike.get((a, b), 0.0) + x * y
    return alike


def _weighted(words: Counter[str], spread: Counter[str], size: int) -> Vector:
    """Weigh words by how often they are said and how few reports say them (tf-idf), to a vector of length one."""
    weights = {word: (1 + math.log(count)) * math.log(size / spread[word]) for word, count in words.items()}
    length = math.sqrt(math.fsum(weight * weight for weight in weights.values())) or 1.0
    return {word: weight / length for word, weight in weights.items()}


def _near(a: datetime.date | None, b: datetime.date | None) -> bool:
    return a is None or b is None or abs((a - b).days) <= DAYS


def _clusters(count: int, alike: Mapping[tuple[int, int], float]) -> list[tuple[int, ...]]:
    """Join the two groups that are most alike on average, as long as there are such; ties go to the first ones."""
    groups: dict[int, tuple[int, ...]] = {n: (n,) for n in range(count)}
    beside: dict[int, dict[int, float]] = {n: {} for n in groups}
    for (a, b), likeness in alike.items():
        beside[a][b] = beside[b][a] = likeness
    waiting = [(-likeness, a, b) for (a, b), likeness in alike.items() if likeness >= ALIKE]
    heapq.heapify(waiting)
    fresh = count
    while waiting:
        _, a, b = heapq.heappop(waiting)
        if a not in groups or b not in groups:
            continue
        first, second = groups.pop(a), groups.pop(b)
        to_first, to_second = beside.pop(a), beside.pop(b)
        groups[fresh] = first + second
        beside[fresh] = {}
        for other in sorted((to_first.keys() | to_second.keys()) & groups.keys()):
            total = to_first.get(other, 0.0) * len(first) + to_second.get(other, 0.0) * len(second)
            mean = total / (len(first) + len(second))
            beside[fresh][other] = beside[other][fresh] = mean
            if mean >= ALIKE:
                heapq.heappush(waiting, (-mean, other, fresh))
        fresh += 1
    return list(groups.values())


def _across(readings: Sequence[Reading], days: Sequence[datetime.date | None]) -> Iterator[tuple[int, int]]:
    """Give the reports in two languages that tell one event; those that share no names are not looked at."""
    named: dict[str, list[int]] = {}
    for number, reading in enumerate(readings):
        for key in {claim.name.key for claim in reading.claims if claim.name is not None}:
            named.setdefault(key, []).append(number)
    shared: Counter[tuple[int, int]] = Counter()
    most = max(COMMON * len(readings), FEW)
    for held in named.values():
        if len(held) <= most:
            shared.update(
                (a, b)
                for a, b in combinations(held, 2)
                if readings[a].report.language != readings[b].report.language and _near(days[a], days[b])
            )
    for (a, b), count in sorted(shared.items()):
        both = readings[a], readings[b]
        if count >= SHARED_NAMES and same_event(*both, rarity(both), cross(*both))[0]:
            yield a, b
