"""The same quotation in two reports: found by its words, and compared word by word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz import fuzz
from rapidfuzz.distance import Indel, Levenshtein

from factcheck.judge.case import Case
from factcheck.judge.near_copies import may_share
from factcheck.model.claim import Claim
from factcheck.model.source import Source

SHORTEST = 6
"""Words from which two quotations can be told to be one by their words alone."""
LIKE = 0.72
"""Share of words in common, in order, from which two quotations are one (Indel similarity over words)."""
SAME_WORD = 70
"""Likeness of two words (0-100) that are one in two spellings."""
SAME_NAME = 0.6
OTHER_NAME = 0.55
"""Likeness of the likest words of two people's names (Levenshtein) from which they are one, and below which two."""
IN_WORDS = 0.8
"""Likeness (Levenshtein) from which a word of a name stands among the words for somebody."""


class QuotePair(NamedTuple):
    """One quotation as two reports print it; words of `here` stand in the first only, of `there` in the second."""

    a: Claim
    b: Claim
    here: tuple[str, ...]
    there: tuple[str, ...]


@lru_cache(maxsize=4)  # every check of statements asks
def quote_pairs(case: Case, where: tuple[int, ...]) -> tuple[QuotePair, ...]:
    """Give the quotations that two reports of one language share, each with the likest of the other report."""
    first, second = (case.readings[report] for report in where)
    if first.report.language != second.report.language:
        return ()
    ours, theirs = _quotes(first.claims), _quotes(second.claims)
    near = may_share([_words(a) for a in ours], [_words(b) for b in theirs], LIKE)
    alike = {(i, j): score for i, others in near for j in others if (score := _likeness(ours[i], theirs[j]))}
    best = {i: j for _, _, i, j in sorted((score, -theirs[j].span.start, i, j) for (i, j), score in alike.items())}
    back = {j: i for _, _, i, j in sorted((score, -ours[i].span.start, i, j) for (i, j), score in alike.items())}
    met = [(a, theirs[best[i]]) for i, a in enumerate(ours) if i in best and back[best[i]] == i]
    return tuple([QuotePair(a, b, *_differences(_words(a), _words(b))) for a, b in met])


def _quotes(claims: Sequence[Claim]) -> list[Claim]:
    return [claim for claim in claims if claim.quote is not None and len(claim.quote.words) >= SHORTEST]


def _words(claim: Claim) -> tuple[str, ...]:
    return claim.quote.words if claim.quote is not None else ()


def _likeness(a: Claim, b: Claim) -> float:
    return float(Indel.normalized_similarity(_words(a), _words(b), score_cutoff=LIKE))


def _differences(a: Sequence[str], b: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Give the words that only one side has; where one side begins later or ends sooner, nothing differs."""
    if tuple(b) < tuple(a):
        # Of alignments that are equally short the same one is taken, whichever report comes first.
        there, here = _differences(b, a)
        return here, there
    gaps = list(_gaps(a, b))
    inner = [gap for gap in gaps if not gap.outer or (gap.ours and gap.theirs)]
    any_here = [word for gap in gaps for word in gap.ours]
    any_there = [word for gap in gaps for word in gap.theirs]
    return (
        _unlike([word for gap in inner for word in gap.ours], any_there),
        _unlike([word for gap in inner for word in gap.theirs], any_here),
    )


class _Gap(NamedTuple):
    """Words between two stretches that both sides share, or before the first (`outer`), or after the last."""

    ours: Sequence[str]
    theirs: Sequence[str]
    outer: bool


def _gaps(a: Sequence[str], b: Sequence[str]) -> Iterator[_Gap]:
    ours = theirs = 0
    for shared in Indel.editops(a, b).as_matching_blocks():
        last = shared.size == 0
        if ours < shared.a or theirs < shared.b:
            yield _Gap(a[ours : shared.a], b[theirs : shared.b], last or ours == theirs == 0)
        ours, theirs = shared.a + shared.size, shared.b + shared.size


def _unlike(words: Sequence[str], others: Sequence[str]) -> tuple[str, ...]:
    """Leave out words the other side has in another spelling."""
    return tuple(word for word in words if not any(fuzz.ratio(word, other) >= SAME_WORD for other in others))


def speaker(claim: Claim) -> Source | None:
    """Give who a quotation is credited to."""
    return claim.attribution.source if claim.attribution is not None else None


def speakers_alike(case: Case, where: tuple[int, ...], pair: QuotePair) -> bool | None:
    """Tell whether a quotation's speakers are one by the names of people; None where that stays open.

    Two speakers are not two people where either's words hold a name of the other's: one may be described by the other.
    """
    first, second = (_people(case, r, claim) for r, claim in zip(where, (pair.a, pair.b), strict=True))
    if not first or not second:
        return None
    likeness = _likest(first[0].split(), second[0].split())
    if likeness >= SAME_NAME:
        return True
    ours, theirs = ([word for name in names for word in name.split()] for names in (first, second))
    told = [source.key.split() if source is not None else [] for source in (speaker(pair.a), speaker(pair.b))]
    if max(_likest(ours, theirs), _likest(ours, told[1]), _likest(told[0], theirs)) >= IN_WORDS:
        return None
    return False if likeness < OTHER_NAME else None


def _likest(ours: Sequence[str], theirs: Sequence[str]) -> float:
    return max((Levenshtein.normalized_similarity(x, y) for x in ours for y in theirs), default=0.0)


def _people(case: Case, report: int, claim: Claim) -> list[str]:
    """Give the keys of the people named in the words for a quotation's speaker, in order."""
    source = speaker(claim)
    if source is None or source.kind != "person":
        return []
    names = [c.name for c in case.claims_at(report, source.named) if c.name is not None]
    people = [name.key for name in names if name.type == "person"]
    said = case.readings[report].report.surface(source.named)
    if not names and " " not in said and said[:1].isupper():
        return [source.key]  # a family name alone, of somebody whose first name no list has
    return people
