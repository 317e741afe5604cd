"""Counts of what became of people, given by one body as of one moment: tolls rise, but not between two such reports."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

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
LONG = 4
"""Letters from which a word of a source tells."""


def counted_as_of(a: Reading, b: Reading) -> Iterator[tuple[Claim, Claim]]:
    """Give the largest counts of one outcome in two reports, where both credit one body and tell one moment."""
    ours, theirs = _largest(a), _largest(b)
    for became in sorted(ours.keys() & theirs.keys()):
        pairs = ((x, y) for x in ours[became] for y in theirs[became] if _stated(x) != _stated(y))
        found = next(((x, y) for x, y in pairs if _one_body(a, x, b, y) and _one_moment(a, x, b, y)), None)
        if found is not None:
            yield found


def _largest(reading: Reading) -> Mapping[str, Sequence[Claim]]:
    """Give the claims that tell the largest number of each outcome, of the event itself and as a fact."""
    found: dict[str, list[Claim]] = {}
    for claim in reading.claims:
        figure, context = claim.figure, claim.context
        counted = figure.counted if figure is not None else None
        if figure is None or counted is None or counted.kind != "casualty" or figure.form != "cardinal":
            continue
        told = figure.low is not None and figure.per is None and context.modality == "fact"
        if told and not (context.earlier or context.negated):
            found.setdefault(_became(counted), []).append(claim)
    largest = {became: max(map(_stated, told)) for became, told in found.items()}
    return {became: [c for c in told if _stated(c) == largest[became]] for became, told in found.items()}


def _stated(claim: Claim) -> Decimal:
    return (claim.figure.low if claim.figure is not None else None) or Decimal(0)


def _became(counted: Counted) -> str:
    """Give the outcome: miners dead are dead, and so are the drowned."""
    group, dash, outcome = (counted.key or "").rpartition("-")
    return outcome if group and dash else (counted.whole or outcome)


def _one_body(a: Reading, x: Claim, b: Reading, y: Claim) -> bool:
    """Tell whether the source of a count is named in the sentence of the other one."""
    told = [_folded(reading, claim) for reading, claim in ((a, x), (b, y))]
    return any(
        source is not None and _names(source, words) for source, words in ((_source(x), told[1]), (_source(y), told[0]))
    )


def _source(claim: Claim) -> str | None:
    attribution = claim.attribution
    source = attribution.source if attribution is not None else None
    return source.key if source is not None and source.kind != "unnamed" else None


def _folded(reading: Reading, claim: Claim) -> Sequence[str]:
    """Give the words of a claim's sentence, and of whoever is credited with it."""
    words = reading.report.surface(reading.sentences[claim.context.sentence].span).casefold().split()
    return [*words, *(_source(claim) or "").split()]


def _names(source: str, words: Sequence[str]) -> bool:
    telling = [word for word in source.split() if len(word) >= LONG]
    met = [word for word in telling if any(fuzz.ratio(word, other.strip(MARKS)) >= ONE_WORD for other in words)]
    return bool(telling) and len(met) >= ONE_SOURCE * len(telling)


MARKS = ".,;:،؛«»\"'()"
"""What stands at the ends of a word."""


def _one_moment(a: Reading, x: Claim, b: Reading, y: Claim) -> bool:
    """Tell one hour, one part of one day, one day where no part of it is told, or two counts that are final."""
    words = [_words(reading, claim) for reading, claim in ((a, x), (b, y))]
    if all(FINAL in told for told in words):
        return True
    days = [_days(reading, claim) for reading, claim in ((a, x), (b, y))]
    if days[0] and days[1] and days[0] != days[1]:
        return False  # "on Monday", and "on Monday ..., said on Tuesday"
    hours = [_hours(reading, claim) for reading, claim in ((a, x), (b, y))]
    if hours[0] and hours[1]:
        return bool(hours[0] & hours[1])
    parts = [told & PARTS_OF_DAY for told in words]
    if parts[0] and parts[1]:
        return bool(parts[0] & parts[1])
    dates = {reading.report.published for reading in (a, b)} - {None}
    if len(dates) > 1:
        return False  # the day they name is that of the event
    return _one_speaker(x, y) or (not any(parts) and bool(days[0] & days[1]))


def _one_speaker(x: Claim, y: Claim) -> bool:
    """Tell one person whom both reports name as the source: who speaks to several gives them one number."""
    sources = [c.attribution.source for c in (x, y) if c.attribution is not None and c.attribution.source is not None]
    people = len(sources) == len((x, y)) and all(source.kind == "person" for source in sources)
    return people and fuzz.token_set_ratio(sources[0].key, sources[1].key) >= ONE_WORD


def _words(reading: Reading, claim: Claim) -> frozenset[str]:
    at = claim.context.sentence
    return frozenset(
        w.key for c in reading.claims if c.kind == "statement" and c.context.sentence == at for w in c.words
    )


def _days(reading: Reading, claim: Claim) -> frozenset[str]:
    at = claim.context.sentence
    said = (c for c in reading.claims if c.kind == "statement" and c.context.sentence == at)
    return frozenset(word.key for c in said for word in c.words if word.kind == "time")


def _hours(reading: Reading, claim: Claim) -> frozenset[Decimal]:
    """Give the times of day in the sentence of a count, and in that of its report's own words for it."""
    near = (c.figure for c in reading.claims if c.context.sentence == claim.context.sentence)
    return frozenset(f.low % CLOCK for f in near if f is not None and f.role == "time" and f.low is not None)
