"""Which sentences of two reports say the same thing, laid word over word."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from factcheck.align.wording import Wording, lay
from factcheck.model.claim import Claim, Reading
from factcheck.model.word import SENSE, Word

LIKEST = 3
"""How many of the most alike sentences of the other report each sentence is laid over."""
LEAST = 0.1
"""Likeness under which two sentences are not laid over one another at all."""
FEWEST = 2
"""Words two sentences must share to be held against each other."""
FEWEST_ACROSS = 3
"""The same between two languages, where fewer words can meet."""
WITHOUT_KEY = frozenset({"word", "proper"})


class Meeting(NamedTuple):
    """A sentence of either report, and how their words meet; `across` tells that they are of two languages."""

    a: Claim
    b: Claim
    wording: Wording
    across: bool = False

    @property
    def turned(self) -> Meeting:
        """The same, seen from the other report."""
        shared = tuple((y, x) for x, y in self.wording.shared)
        return Meeting(self.b, self.a, Wording(shared, self.wording.there, self.wording.here), self.across)

    @property
    def straight(self) -> bool:
        """Tell which way round the two stand, by their words alone: so a choice need not depend on which came first."""
        return self.a.text <= self.b.text

    def first(self, differing: Iterable[tuple[Word, Word]]) -> list[tuple[Word, Word]]:
        """Give pairs of words by their places in the two sentences, the same way round whichever came first."""
        one, other = (0, 1) if self.straight else (1, 0)
        return sorted(differing, key=lambda pair: (pair[one].start, pair[other].start))


def meeting_statements(a: Reading, b: Reading, alike: Mapping[tuple[int, int], float]) -> tuple[Meeting, ...]:
    """Pair each sentence with the one of the other report that shares most of its words; in order.

    Between two languages only words with a key of both meet: senses, names, days and things of a class.
    """
    across = a.report.language != b.report.language
    left, right = statements_of(a), statements_of(b)
    laid = {}
    for i, j in sorted(_likest(alike)):
        words = (keyed(left[i].words), keyed(right[j].words)) if across else (left[i].words, right[j].words)
        laid[i, j] = lay(*words)
    fewest = FEWEST_ACROSS if across else FEWEST
    score = {pair: _score(wording) for pair, wording in laid.items() if len(wording.shared) >= fewest}
    best: set[tuple[int, int]] = set()
    for side in (0, 1):
        top: dict[int, tuple[int, int]] = {}
        for pair, value in score.items():
            known = top.get(pair[side])
            if known is None or value > score[known]:
                top[pair[side]] = pair
        best.update(top.values())
    return tuple(Meeting(left[i], right[j], laid[i, j], across) for i, j in sorted(best))


def statements_of(reading: Reading) -> Mapping[int, Claim]:
    """Map the number of every sentence to its statement."""
    return {claim.context.sentence: claim for claim in reading.claims if claim.kind == "statement"}


def keyed(words: Sequence[Word]) -> tuple[Word, ...]:
    """Keep the words that have a key of every language: senses, names, days and things of a class."""
    return tuple(w for w in words if w.kind not in WITHOUT_KEY or w.denied or w.root.startswith(SENSE))


def _score(wording: Wording) -> float:
    """The Dice coefficient of the words; those left over that state opposites are no sign of another subject."""
    shared = len(wording.shared)
    return 2 * shared / (2 * shared + len(wording.here) + len(wording.there))


def _likest(alike: Mapping[tuple[int, int], float]) -> set[tuple[int, int]]:
    found: set[tuple[int, int]] = set()
    for side in (0, 1):
        near: dict[int, list[tuple[float, tuple[int, int]]]] = {}
        for pair, score in alike.items():
            if score >= LEAST:
                near.setdefault(pair[side], []).append((-score, pair))
        for pairs in near.values():
            found.update(pair for _, pair in sorted(pairs)[:LIKEST])
    return found
