"""Dates that meet by their frame: the one end that both reports give, and days told from one and the same day.

Wording need not be alike for the first: a festival has one last day. For the second it has to be, and some other day
told alike in both reports shows that both count from the same one ("yesterday", "the day before yesterday").
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from rapidfuzz import fuzz

from factcheck.align.likeness import likeness
from factcheck.align.slots import slot
from factcheck.model.claim import Claim, Reading

Met = tuple[Claim, Claim, float, dict[str, float]]
SHARED = 2
"""Content words the sentences of two ends must share."""
NEAR = 79.0
"""rapidfuzz ratio from which two words are one, in whatever form: ends are told by one verb in two genders."""
FRAMED = 0.5
"""Score of two dates that meet by their frame."""
LIKE_CLAUSE, LIKE_SLOT, SAME_SLOT, LIKE_ANCHOR, LIKE_SENTENCE = 0.6, 0.6, 0.9, 0.5, 0.6
"""Likeness of what is said of two told days, of the words around them (more where the clauses differ), and of what is
said of their anchor: its clauses, or its whole sentences."""
TAKEN_OVER = 0.8
"""Likeness of two sentences from which one was taken over; a team trains "today" on either of two days."""
MOST_DAYS = 40
"""A report that tells more days is a chronicle."""
WHOLE = 10
"""Letters of a day in EDTF."""


def ends(a: Reading, b: Reading) -> Iterator[Met]:
    """Pair the last days that two reports give, where each gives one and their sentences speak of one thing."""
    left, right = _last_days(a), _last_days(b)
    if len(left) != 1 or len(right) != 1:
        return
    x, y = left[0], right[0]
    words = _sentence(a, x), _sentence(b, y)
    if sum(any(fuzz.ratio(word, other) >= NEAR for other in words[1]) for word in words[0]) >= SHARED:
        yield x, y, FRAMED, {"only-end": 1.0}


def told_days(
    a: Reading, b: Reading, alike: Mapping[tuple[int, int], float], weights: Mapping[str, float]
) -> Iterator[Met]:
    """Pair days told from the day of publication in like words, where another such day shows what both count from.

    That other day comes out the same in both reports, of one day or of two; it is told in like clauses, or in like
    sentences that tell no second one.
    """
    if a.report.published is None or b.report.published is None:
        return
    left, right = _told(a), _told(b)
    if max(len(left), len(right)) > MOST_DAYS:
        return
    alone, same_day = (_alone(left), _alone(right)), a.report.published == b.report.published

    def one_day(x: Claim, y: Claim) -> bool:
        if likeness(x.context.stems, y.context.stems, weights) >= LIKE_ANCHOR:
            return True
        places = _sentence_of(x), _sentence_of(y)
        return alike.get(places, 0.0) >= LIKE_SENTENCE and all(at in one for at, one in zip(places, alone, strict=True))

    anchored = [(x, y) for x in left for y in right if _edtf(x) == _edtf(y) and one_day(x, y)]
    known = {id(claim) for pair in anchored for claim in pair}
    for x in left:
        for y in right:
            if _edtf(x) == _edtf(y) or id(x) in known or id(y) in known or not anchored:
                continue
            clause, beside = likeness(x.context.stems, y.context.stems, weights), slot(x, y)
            around = beside.get("around", 0.0)
            if around >= (LIKE_SLOT if clause >= LIKE_CLAUSE else SAME_SLOT):
                sentence = alike.get((x.context.sentence, y.context.sentence), 0.0)
                if not same_day and sentence < TAKEN_OVER:
                    continue
                found = {"clause": clause, "sentence": sentence, "beside": around, **beside, "anchor": 1.0}
                yield x, y, round(around, 4), {name: round(value, 4) for name, value in found.items()}


def _last_days(reading: Reading) -> list[Claim]:
    found: dict[str, Claim] = {}
    for claim in reading.claims:
        date = claim.date
        if date is not None and date.bound == "until" and "/" not in date.edtf and len(date.edtf) == WHOLE:
            found.setdefault(date.edtf, claim)
    return list(found.values())


def _told(reading: Reading) -> list[Claim]:
    return [
        claim
        for claim in reading.claims
        if claim.date is not None and claim.date.relative and not claim.date.year_told and not claim.date.weekday
        and len(claim.date.edtf) == WHOLE and "X" not in claim.date.edtf
    ]  # fmt: skip


def _alone(claims: Sequence[Claim]) -> frozenset[int]:
    """Give the sentences that hold one of the claims and no more."""
    told = Counter(_sentence_of(claim) for claim in claims)
    return frozenset(sentence for sentence, times in told.items() if times == 1)


def _edtf(claim: Claim) -> str:
    return claim.date.edtf if claim.date is not None else ""


def _sentence(reading: Reading, claim: Claim) -> Sequence[str]:
    stems = (
        c.context.stems for c in reading.claims if c.kind == "statement" and _sentence_of(c) == _sentence_of(claim)
    )
    return sorted(set(next(iter(stems), ())))


def _sentence_of(claim: Claim) -> int:
    return claim.context.sentence
