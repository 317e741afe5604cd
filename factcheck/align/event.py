"""Whether two reports are of one event at all: reports of two events are told apart, not compared."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import chain

from factcheck.align.crossing import Crossing
from factcheck.align.likeness import likeness, weigh
from factcheck.align.named import meeting_names
from factcheck.model.claim import Claim, Reading
from factcheck.model.pair import Step

SHORT = 2
"""Sentences, headline included, of a report too short to be asked for more than one sign."""
SHORT_WORDS, SHORT_BEST, SHORT_NAMES = 0.12, 0.35, 0.2
"""Signs of which a short report needs one: likeness of all wording, of the two likest sentences, share of names."""
SHORT_HELD, SHORT_HELD_NAMED, SHORT_STEMS = 0.45, 0.25, 4
"""Or: so much of its wording that the other report has, more of it where no names are shared, and of so many words."""
SURE_WORDS, SURE_WORDS_BRIEF, BRIEF = 0.24, 0.2, 20
"""Likeness of all wording from which two reports are of one event; less is enough of brief ones, of so many sentences:
long ones share more by chance."""
SURE_BEST, SURE_STEMS, SURE_REST = 0.35, 6, 0.1
"""Likeness of their two likest sentences from which they are, words that those share, and likeness of all wording."""
SOME_WORDS, SOME_BEST, SOME_STEMS = 0.12, 0.25, 5
"""The same where both signs are weaker."""
HINT_BEST, HINT_STEMS, HINT_NAMES = 0.2, 3, 0.25
"""Hints, two of which are needed beside `SOME_WORDS`; the third is a number in common."""
MANY_NAMES, FEWEST_NAMES, FEW_WORDS = 0.4, 3, 0.1
"""Share and number of names in common from which little wording is enough."""
LEADING = 8
"""Sentences at the start of each report among which the two likest are looked for."""
TOLD_BY_FORM = 2
"""A number up to it is in every report."""

LEAST_BEST_NAMED, MOST_NAMES = 0.25, 0.5
"""Or: both to some degree, as in a summary of two lines, which names few."""


def same_event(
    a: Reading, b: Reading, weights: Mapping[str, float], crossing: Crossing | None = None
) -> tuple[bool, Step]:
    """Tell whether two reports are of one event, by wording, names and numbers in common; empty reports are not.

    `crossing` is what two reports in two languages have in common: no wording, but names, numbers and things counted,
    or the order of them all, as in a translation. The thresholds were set on pairs of newspaper articles of one event
    and of two, and tell 99 in 100 apart.
    """
    if crossing is not None and crossing.points:
        return True, Step("in-one-order", True)
    first, second = _statements(a), _statements(b)
    same_language = a.report.language == b.report.language
    words = likeness(_all_stems(first), _all_stems(second), weights) if same_language else 0.0
    names_a, names_b = _names(a), _names(b)
    shared = len(names_a & names_b) if same_language else _names_met(a, b)
    names = shared / min(len(names_a), len(names_b)) if names_a and names_b else 0.0
    best, stems = _best(first, second, weights) if same_language else (0.0, 0)
    many_names = names >= MANY_NAMES and shared >= FEWEST_NAMES
    some_names = names >= HINT_NAMES and shared >= HINTS
    one_number = bool(_numbers(a) & _numbers(b))
    brief = max(len(first), len(second)) <= BRIEF
    if min(len(first), len(second)) <= SHORT:
        held = _held(first, second, weights) if same_language else SHORT_HELD_NAMED
        named = names >= SHORT_NAMES and shared >= HINTS and held >= SHORT_HELD_NAMED
        same = words >= SHORT_WORDS or best >= SHORT_BEST or held >= SHORT_HELD or named
    elif not same_language:
        same = many_names or (some_names and one_number)
    elif words >= (SURE_WORDS_BRIEF if brief else SURE_WORDS) or (
        best >= SURE_BEST and stems >= SURE_STEMS and words >= SURE_REST
    ):
        same = True
    else:
        hints = (best >= HINT_BEST and stems >= HINT_STEMS, some_names, one_number)
        worded = (best >= SOME_BEST and stems >= SOME_STEMS) or sum(hints) >= HINTS
        same = (words >= SOME_WORDS and worded) or (many_names and words >= FEW_WORDS)
    if not same and same_language and brief and words >= PERSON_WORDS and _one_person(a, b):
        return True, Step("named-alike", True, (("words", f"{words:.2f}"), ("names", f"{names:.2f}")))
    if not same and words >= NAMED_WORDS and _named_alike(first, second, one_number):
        return True, Step("named-alike", True, (("words", f"{words:.2f}"), ("names", f"{names:.2f}")))
    if not same and crossing is not None and _much_shared(crossing):
        return True, Step("named-alike", True, (("share", f"{crossing.share:.2f}"), ("firm", str(crossing.firm))))
    values = (("words", f"{max(words, best):.2f}"), ("names", f"{names:.2f}"))
    return same, Step("same-event", same, values)


PERSON_WORDS = 0.15
"""Likeness of all wording from which two brief reports that name one person in full are of one event."""


def _one_person(a: Reading, b: Reading) -> bool:
    """Tell whether two reports name one person by two words or more."""
    ours, theirs = (
        {c.name.key for c in reading.claims if c.name is not None and c.name.type == "person" and " " in c.name.key}
        for reading in (a, b)
    )
    return bool(ours & theirs)


HINTS = 2
"""Signs, or names, that are no chance."""
MUCH_SHARED = ((0.5, 1, 6), (0.2, 2, 6), (0.17, 3, 7))
"""Share of what two reports in two languages name, count and tell of that both do, how many names, days and numbers
have to be in it, and how much it has to be. Set on reports of one event written apart, and on 3,300 pairs of two.
"""


def _much_shared(crossing: Crossing) -> bool:
    return any(
        crossing.share >= share and crossing.firm >= firm and crossing.told >= told for share, firm, told in MUCH_SHARED
    )


def _named_alike(first: Sequence[Claim], second: Sequence[Claim], one_number: bool) -> bool:
    """Tell whether half of the words with capitals that no lexicon holds, people's names too, are in both reports.

    Somewhat fewer are enough where the reports have a number in common as well.
    """
    left, right = _proper(first), _proper(second)
    least = (NUMBERED_PROPER if one_number else MOST_PROPER) * min(len(left), len(right))
    return len(left & right) >= max(least, FEWEST_PROPER)


def _proper(statements: Sequence[Claim]) -> frozenset[str]:
    words = [word for claim in statements for word in claim.words]
    people = [part for word in words if word.kind == "person" for part in word.key.split()]
    return frozenset([name[:STEM] for name in ([word.root for word in words if word.kind == "proper"] + people)])


STEM = 5
"""Letters that two words of a name share, whether the one was read as a name and the other as any word."""
NAMED_WORDS, FEWEST_PROPER = 0.18, 4
"""Likeness of all wording, and words of names, from which two reports that name the same are of one event."""
MOST_PROPER, NUMBERED_PROPER = 0.5, 0.4
"""Share of the words of names in the report that has fewer of them, and the same beside a number in common."""


def _best(first: Sequence[Claim], second: Sequence[Claim], weights: Mapping[str, float]) -> tuple[float, int]:
    """Give the likeness of the two likest sentences, and the words they share."""
    left, right = ([claim.context.stems for claim in sentences[:LEADING]] for sentences in (first, second))
    sets = [set(stems) for stems in right]
    best = (0.0, 0)
    for a in left:
        mine = set(a)
        for b, theirs in zip(right, sets, strict=True):
            if common := mine & theirs:
                best = max(best, (likeness(a, b, weights), len(common)))
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
