"""Two sentences laid word over word: what both say, and what only one of them does."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rapidfuzz import fuzz, process

from factcheck.model.word import Word

CLOSE = 80.0
"""rapidfuzz ratio from which two stems are one word in two spellings."""
SHORTEST_FUZZY = 4
"""Shorter stems are too easily alike by chance."""
NAMES = frozenset({"person", "organisation", "place", "proper"})
PEOPLE = frozenset({"person", "organisation"})


class Wording(NamedTuple):
    """Words of two sentences that meet, in pairs, and those left over on either side, in order."""

    shared: tuple[tuple[Word, Word], ...]
    here: tuple[Word, ...]
    there: tuple[Word, ...]

    @property
    def overlap(self) -> float:
        """The share of the shorter sentence's words that the other has too, 0 to 1."""
        least = len(self.shared) + min(len(self.here), len(self.there))
        return len(self.shared) / least if least else 0.0


def lay(a: Sequence[Word], b: Sequence[Word]) -> Wording:
    """Lay two sentences over one another: words of one key meet first, then those of one root, then of close spelling.

    Each word meets one other at most, the one that stands at the likest place.
    """
    met: dict[int, int] = {}
    long_a, long_b = len(a), len(b)
    free = set(range(long_b))
    keys, roots = (
        [[(word.kind in NAMES, word.key) for word in side] for side in (a, b)],
        [[(word.kind in NAMES, word.root) for word in side] for side in (a, b)],
    )
    for ours, theirs in (keys, roots):
        common = {*ours} & {*theirs}
        places: dict[tuple[bool, str], list[int]] = {}
        for at in sorted(free) if common else ():
            if theirs[at] in common:
                places.setdefault(theirs[at], []).append(at)
        for at, told in enumerate(ours) if places else ():
            if told in places and at not in met:
                fits = [other for other in places[told] if other in free and not against(a[at], b[other])]
                _meet(at, fits, long_a, long_b, met, free)
    people = not PEOPLE.isdisjoint([word.kind for word in b])
    for at, word in enumerate(a):
        if at in met:
            continue
        named = word.kind in PEOPLE
        if (named and people) or (
            (named or len(word.root) >= SHORTEST_FUZZY)
            and process.extractOne(word.root, [b[other].root for other in free], scorer=fuzz.ratio, score_cutoff=CLOSE)
        ):
            fits = [other for other in sorted(free) if _close(word, b[other])]
            _meet(at, fits, long_a, long_b, met, free)
    shared = tuple([(a[at], b[met[at]]) for at in sorted(met)])
    return Wording(
        shared,
        tuple([w for at, w in enumerate(a) if at not in met]),
        tuple([w for at, w in enumerate(b) if at in free]),
    )


def _meet(at: int, fits: Sequence[int], long_a: int, long_b: int, met: dict[int, int], free: set[int]) -> None:
    if fits:
        place = at / long_a
        met[at] = fits[0] if len(fits) == 1 else min(fits, key=lambda other: (abs(other / long_b - place), other))
        free.remove(met[at])


def _close(a: Word, b: Word) -> bool:
    if a.kind in PEOPLE and b.kind in PEOPLE:
        if min(len(a.key), len(b.key)) < SHORTEST_FUZZY:
            return False
        return max(fuzz.partial_ratio(a.key, b.key), fuzz.partial_ratio(a.root, b.root)) >= CLOSE
    if len(b.root) < SHORTEST_FUZZY or against(a, b):
        return False
    return fuzz.ratio(a.root, b.root, score_cutoff=CLOSE) >= CLOSE


def against(a: Word, b: Word) -> bool:
    """Tell whether two words are listed as opposites."""
    return a.key in b.against or b.key in a.against


def opposites(a: Word, b: Word) -> bool:
    """Tell whether two words are opposites as they stand: both denied, or neither, as far as that can be told."""
    return against(a, b) and a.denied == b.denied and a.purpose == b.purpose and not doubtful(a, b)


def doubtful(a: Word, b: Word) -> bool:
    """Tell whether one of two words may be denied in a spelling that does not tell."""
    return any(word.doubtful and not word.denied for word in (a, b))


def opposed(wording: Wording) -> Iterator[tuple[Word, Word]]:
    """Give the words left over that state the opposite of one another.

    A description and an outcome are not of one sort: "the missing plane" against "was found".
    """
    telling = {key for word in (*wording.here, *wording.there) for key in word.against}
    here, there = ([w for w in side if w.against or w.key in telling] for side in (wording.here, wording.there))
    for x in here:
        for y in there:
            if opposites(x, y) and x.attributive == y.attributive:
                yield x, y


def denied(wording: Wording) -> Iterator[tuple[Word, Word]]:
    """Give the words both have that only one denies; where both deny as much, they do it in other words."""
    here, there = _denials(wording, 0), _denials(wording, 1)
    if len(here) != len(there):
        yield from ((x, y) for x, y in wording.shared if x.denied != y.denied and not doubtful(x, y))


def undone(wording: Wording) -> Iterator[tuple[Word, Word]]:
    """Give a word of either side that says of what follows it that it is not so, and what the other says of that.

    Only where nothing else denies anything: "rejects the plan" against "the plan". Somebody named is not what is
    undone but who tells it: "was turned down, the club said".
    """
    here, there = _denials(wording, 0), _denials(wording, 1)
    if len(here) + len(there) != 1:
        return
    side = 0 if here else 1
    word = (here or there)[0]
    if any(other.key in ENDING for other in (wording.here if side else wording.there)):
        return  # "protesters shut the field", "the field stopped pumping"
    after = sorted((pair for pair in wording.shared if pair[side].start > word.start), key=lambda p: p[side].start)
    left = wording.there if side else wording.here
    behind = next((w for w in left if 0 <= w.start - word.end <= NEXT), None)
    met = behind is not None and any(against(behind, w) for w in (wording.here if side else wording.there))
    if word.negates and not word.denied and after and not met and after[0][side].kind not in PEOPLE:
        yield (word, after[0][1]) if side == 0 else (after[0][0], word)


ENDING = frozenset({"ban", "block", "close", "cut-off", "end", "exempt", "prevent", "strip", "thwart"})
"""Senses that say of what follows them that it is over, or withheld, without denying it."""


NEXT = 6
"""Characters between two words that stand next to each other, with a preposition or an article between."""


def _denials(wording: Wording, side: int) -> list[Word]:
    """Give what a sentence denies: words behind a negation, and words only it has that negate."""
    left = wording.there if side else wording.here
    both = [pair[side] for pair in wording.shared]
    return [word for word in (*both, *left) if word.denial is not None] + [
        word for word in left if word.negates and word.denial is None
    ]
