"""Counts that one body gave as of one moment: tolls rise, but not between two reports of the same hour."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import product
from typing import NamedTuple

from rapidfuzz import fuzz

from factcheck.model.claim import Claim, Reading
from factcheck.model.figure import Counted

PARTS_OF_DAY = frozenset({"afternoon", "evening", "midnight", "morning", "night", "noon", "sunrise"})
"""Senses of words for when on a day."""
FINAL = "final-outcome"
"""The sense of what is not counted again."""
CLOCK = 12
"""Hours after which a clock without "a.m." shows the same."""
ONE_SOURCE, ONE_WORD = 0.6, 75
"""Share of the words for a source that the other sentence has, and rapidfuzz ratio from which two of them are one."""
DAY = 10
"""Letters of a day in EDTF."""
LONG = 4
"""Letters from which a word of a source tells."""
MENTIONS = 8
"""Mentions of one count that are looked at."""
MARKS = ".,;:،؛«»\"'()"
"""What stands at the ends of a word."""


class Count(NamedTuple):
    """A count with what its sentence tells: the senses of its words, days, times of day, and the words as printed."""

    claim: Claim
    senses: frozenset[str]
    days: frozenset[str]
    hours: frozenset[Decimal]
    words: tuple[str, ...]
    published: datetime.date | None

    @property
    def stated(self) -> Decimal:
        """The number itself."""
        return (self.claim.figure.low if self.claim.figure is not None else None) or Decimal(0)

    @property
    def source(self) -> str:
        """What whoever gave it is known by; nothing where nobody is told, or nobody by name."""
        source = self.claim.attribution.source if self.claim.attribution is not None else None
        return source.key if source is not None and source.kind != "unnamed" else ""


Counts = Mapping[str, Sequence[Count]]


def counted_as_of(a: Reading, b: Reading) -> Iterator[tuple[Claim, Claim]]:
    """Give the counts that differ, where both credit one body and tell one moment.

    Of what became of people they are the largest each report tells; of other things, the only ones of their sentences,
    which tell an hour.
    """
    ours, theirs = (_grouped(reading) for reading in (a, b))
    for key in sorted(ours.keys() & theirs.keys()):
        pairs = product(ours[key][:MENTIONS], theirs[key][:MENTIONS])
        found = next(((x, y) for x, y in pairs if x.stated != y.stated and _of_one_hand(x, y)), None)
        if found is not None:
            yield found[0].claim, found[1].claim


def _of_one_hand(x: Count, y: Count) -> bool:
    return _one_body(x, y) and _one_moment(x, y)


def _grouped(reading: Reading) -> Counts:
    """Give the counts of a report that may be compared so, by what is counted or by what became of people."""
    sentences: dict[int, list[Claim]] = {}
    for claim in reading.claims:
        sentences.setdefault(claim.context.sentence, []).append(claim)
    tolls: dict[str, list[Count]] = {}
    others: dict[str, list[Count]] = {}
    for number, claims in sentences.items():
        counts = [(c, c.figure.counted) for c in claims if c.figure is not None and _of_now(c)]
        if not counts:
            continue
        keys = [counted.key for _, counted in counts if counted is not None]
        told = _told(reading, number, claims)
        for claim, counted in counts:
            if counted is not None and counted.kind == "casualty":
                tolls.setdefault(_became(counted), []).append(told._replace(claim=claim))
            elif counted is not None and counted.key and keys.count(counted.key) == 1 and told.hours:
                others.setdefault(counted.key, []).append(told._replace(claim=claim))
    largest = {became: max(count.stated for count in counts) for became, counts in tolls.items()}
    return others | {
        f"{TOLL}{became}": [count for count in counts if count.stated == largest[became]]
        for became, counts in tolls.items()
    }


TOLL = "toll "
"""What the key of an outcome begins with here: the dead are no thing counted."""


def _of_now(claim: Claim) -> bool:
    """Tell a count of the event itself, told as a fact."""
    figure, context = claim.figure, claim.context
    told = figure is not None and figure.form == "cardinal" and figure.role == "quantity" and figure.low is not None
    told = told and figure is not None and figure.per is None
    return told and context.modality == "fact" and not (context.earlier or context.negated)


def _told(reading: Reading, number: int, claims: Iterable[Claim]) -> Count:
    said = [word for claim in claims if claim.kind == "statement" for word in claim.words]
    figures = [claim.figure for claim in claims if claim.figure is not None]
    hours = [f.low % CLOCK for f in figures if f.role == "time" and f.unit is None and f.low is not None]
    text = reading.report.surface(reading.sentences[number].span)
    return Count(
        next(iter(claims)),
        frozenset(word.key for word in said),
        frozenset(word.key for word in said if word.kind == "time" and (word.key.isalpha() or len(word.key) == DAY)),
        frozenset(hours),
        tuple([word.strip(MARKS) for word in text.casefold().split()]),
        reading.report.published,
    )


def _became(counted: Counted) -> str:
    """Give the outcome: miners dead are dead, and so are the drowned."""
    group, dash, outcome = (counted.key or "").rpartition("-")
    return outcome if group and dash else (counted.whole or outcome)


def _one_body(x: Count, y: Count) -> bool:
    """Tell whether the source of a count is named in the sentence of the other one, or credited with it."""
    return any(
        one.source and _names(one.source, (*other.words, *other.source.split())) for one, other in ((x, y), (y, x))
    )


def _names(source: str, words: Sequence[str]) -> bool:
    telling = [word for word in source.split() if len(word) >= LONG]
    met = [word for word in telling if any(fuzz.ratio(word, other) >= ONE_WORD for other in words)]
    return bool(telling) and len(met) >= ONE_SOURCE * len(telling)


def _one_moment(x: Count, y: Count) -> bool:
    """Tell one hour, one part of one day, one day where no part of it is told, or two counts that are final."""
    if FINAL in x.senses and FINAL in y.senses:
        return True
    if x.days and y.days and x.days != y.days:
        return False  # "on Monday", and "on Monday ..., said on Tuesday"
    if x.hours and y.hours:
        return bool(x.hours & y.hours)
    parts = x.senses & PARTS_OF_DAY, y.senses & PARTS_OF_DAY
    if parts[0] and parts[1]:
        return bool(parts[0] & parts[1])
    if x.published and y.published and x.published != y.published:
        return False  # the day they name is that of the event
    return _one_speaker(x.claim, y.claim) or (not any(parts) and bool(x.days & y.days))


def _one_speaker(x: Claim, y: Claim) -> bool:
    """Tell one person whom both reports name as the source: who speaks to several gives them one number."""
    sources = [c.attribution.source for c in (x, y) if c.attribution is not None and c.attribution.source is not None]
    people = len(sources) == len((x, y)) and all(source.kind == "person" for source in sources)
    return people and fuzz.token_set_ratio(sources[0].key, sources[1].key) >= ONE_WORD
