"""Whether two reports are of one event at all: reports of two events are told apart, not compared."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from itertools import chain

from factcheck.align.crossing import Crossing
from factcheck.align.likeness import inverse_frequency, likeness, weigh
from factcheck.align.named import meeting_names
from factcheck.align.wording import lay
from factcheck.model.claim import Claim, Reading
from factcheck.model.pair import Step
from factcheck.model.word import Word

SHORT = 2
"""Sentences, headline included, of a report too short to be asked for more than one sign."""
SHORT_WORDS, SHORT_BEST, SHORT_NAMES = 0.12, 0.35, 0.2
"""Signs of which a short report needs one: likeness of all wording, of the two likest sentences, share of names."""
SHORT_HELD, SHORT_HELD_NAMED, SHORT_STEMS = 0.45, 0.25, 4
"""Or: so much of its wording that the other report has, more of it where no names are shared, and of so many words."""
SHORT_SHARED = 2
"""Or words that two short ones have in common, by their senses: what differs is told by them in any case."""
MANY_NAMES, FEWEST_NAMES = 0.4, 3
"""Share and number of names in common that are enough of two reports in two languages."""
HINTS, HINT_NAMES = 2, 0.25
"""Names in common that are no chance, and the share of them that is enough beside a number in common."""
WORDING, BEST, PROPER, NAMES, NUMBERS, LENGTH, USUAL = 40.5, 5.8, 3.0, 3.6, 0.6, -2.0, -4.3
"""What each sign adds to the odds (their natural logarithm) that two reports of one language are of one event: likeness
of their words and of their two likest sentences, shares of words of names and of known names, numbers; then what the
longer one's length takes off, since long ones share more by chance, and where all begins. Fitted by logistic regression
to 665 pairs of one event (485 of real newspapers counting four times, 180 written apart counting twenty times) and
11,500 of two (2,500 of one election campaign counting 0.3 times): a scale of signs, and no probability."""
LEAST = -0.75
"""Where on that scale they are: low, since few lay reports of two events side by side. With it 177 of the 180 pairs
written apart and all of the 485 are told, and 202 of 2,500 pairs out of one campaign are taken for one event."""
NUMBERS_COUNTED = 3
"""Numbers in common past which more of them say nothing new."""
LEADING = 8
"""Sentences at the start of each report among which the two likest are looked for."""
TOLD_BY_FORM = 2
"""A number up to it is in every report."""


def same_event(
    a: Reading, b: Reading, weights: Mapping[str, float], crossing: Crossing | None = None
) -> tuple[bool, Step]:
    """Tell whether two reports are of one event, by wording, names and numbers in common; empty reports are not.

    `crossing` is what two reports in two languages have in common: no wording, but names, numbers and things counted,
    or the order of them all, as in a translation.
    """
    if crossing is not None and crossing.points:
        return True, Step("in-one-order", True)
    first, second = _statements(a), _statements(b)
    same_language = a.report.language == b.report.language
    words = 0.0
    best = _best(first, second, weights) if same_language else 0.0
    names_a, names_b = _names(a), _names(b)
    shared = len(names_a & names_b) if same_language else _names_met(a, b)
    names = shared / min(len(names_a), len(names_b)) if names_a and names_b else 0.0
    numbers = len(_numbers(a) & _numbers(b))
    if min(len(first), len(second)) <= SHORT:
        words = likeness(_all_stems(first), _all_stems(second), weights) if same_language else 0.0
        held = _held(first, second, weights) if same_language else SHORT_HELD_NAMED
        named = names >= SHORT_NAMES and shared >= HINTS and held >= SHORT_HELD_NAMED
        same = words >= SHORT_WORDS or best >= SHORT_BEST or held >= SHORT_HELD or named
        same = same or (same_language and _brief(first, second) and _shared(first, second) >= SHORT_SHARED)
    elif not same_language:
        many = names >= MANY_NAMES and shared >= FEWEST_NAMES
        same = many or (names >= HINT_NAMES and shared >= HINTS and numbers > 0)
    else:
        words = _rooted_likeness(first, second)
        length = math.log(max(len(first), len(second)))
        odds = USUAL + WORDING * words + BEST * best + PROPER * _proper_shared(first, second) + NAMES * names
        odds += NUMBERS * min(numbers, NUMBERS_COUNTED) + LENGTH * length
        same = odds >= LEAST
    if not same and crossing is not None and _much_shared(crossing):
        return True, Step("named-alike", True, (("share", f"{crossing.share:.2f}"), ("firm", str(crossing.firm))))
    values = (("words", f"{max(words, best):.2f}"), ("names", f"{names:.2f}"))
    return same, Step("same-event", same, values)


def _brief(first: Sequence[Claim], second: Sequence[Claim]) -> bool:
    return max(len(first), len(second)) <= SHORT


def _shared(first: Sequence[Claim], second: Sequence[Claim]) -> int:
    """Count the words of the two likest sentences that meet, be it as senses, roots or spellings."""
    return max((len(lay(x.words, y.words).shared) for x in first for y in second), default=0)


def _rooted_likeness(first: Sequence[Claim], second: Sequence[Claim]) -> float:
    """Give the weighted Dice coefficient of the words of two reports, 0 to 1: by their senses, else by their roots."""
    sentences = [{_known_by(word) for word in claim.words} for claim in (*first, *second)]
    weights = inverse_frequency(sentences)
    left, right = (set().union(*part) for part in (sentences[: len(first)], sentences[len(first) :]))
    whole = weigh(left, weights) + weigh(right, weights)
    return 2 * weigh(left & right, weights) / whole if whole else 0.0


MUCH_SHARED = ((0.5, 1, 6), (0.2, 2, 6), (0.17, 3, 7))
"""Share of what two reports in two languages name, count and tell of that both do, how many names, days and numbers
have to be in it, and how much it has to be. Set on reports of one event written apart, and on 3,300 pairs of two.
"""


def _much_shared(crossing: Crossing) -> bool:
    return any(
        crossing.share >= share and crossing.firm >= firm and crossing.told >= told for share, firm, told in MUCH_SHARED
    )


def _known_by(word: Word) -> str:
    return word.root if word.kind in SPELT else word.key


SPELT = frozenset({"person", "proper", "word"})
"""Kinds of words that are known by their letters alone."""


def _proper_shared(first: Sequence[Claim], second: Sequence[Claim]) -> float:
    """Give the share of the words of names that both reports have, in the one that has fewer; 0 where one has none."""
    left, right = _proper(first), _proper(second)
    return len(left & right) / min(len(left), len(right)) if left and right else 0.0


def _proper(statements: Sequence[Claim]) -> frozenset[str]:
    words = [word for claim in statements for word in claim.words]
    people = [part for word in words if word.kind == "person" for part in word.key.split()]
    return frozenset([name[:STEM] for name in ([word.root for word in words if word.kind == "proper"] + people)])


STEM = 5
"""Letters that two words of a name share, whether the one was read as a name and the other as any word."""


def _best(first: Sequence[Claim], second: Sequence[Claim], weights: Mapping[str, float]) -> float:
    """Give the likeness of the two likest sentences among the first of each report."""
    left, right = ([claim.context.stems for claim in sentences[:LEADING]] for sentences in (first, second))
    sets = [set(stems) for stems in right]
    best = 0.0
    for a in left:
        mine = set(a)
        for b, theirs in zip(right, sets, strict=True):
            if mine & theirs:
                best = max(best, likeness(a, b, weights))
    return best


def _held(first: Sequence[Claim], second: Sequence[Claim], weights: Mapping[str, float]) -> float:
    """Give the share of the shorter report's wording, by weight, that the other has: a flash is in its later report."""
    few, many = sorted((frozenset(_all_stems(first)), frozenset(_all_stems(second))), key=len)
    return weigh(few & many, weights) / weigh(few, weights) if len(few) >= SHORT_STEMS else 0.0


def _numbers(reading: Reading) -> frozenset[tuple[object, ...]]:
    return frozenset(
        (claim.figure.low, claim.figure.unit)
        for claim in reading.claims
        if claim.figure is not None
        and claim.figure.role == "quantity"
        and claim.figure.form != "vague"
        and (claim.figure.low or 0) > TOLD_BY_FORM
    )


def _statements(reading: Reading) -> Sequence[Claim]:
    return [claim for claim in reading.claims if claim.kind == "statement"]


def _all_stems(statements: Sequence[Claim]) -> tuple[str, ...]:
    return tuple(chain.from_iterable([claim.context.stems for claim in statements]))


def _names_met(a: Reading, b: Reading) -> int:
    """Count the names that two reports in two languages share, in one spelling or in two scripts."""
    return sum(first.name is not None for first, _, _, _ in meeting_names(a, b))


def _names(reading: Reading) -> frozenset[str]:
    return frozenset(claim.name.key for claim in reading.claims if claim.name is not None)
