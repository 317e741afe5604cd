"""Who does something to whom: the party that stands before a verb, or right behind it where none does."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.align.statements import Meeting
from factcheck.align.wording import opposites
from factcheck.model.claim import Claim
from factcheck.model.word import Word

NAMES = frozenset({"person", "organisation", "place", "proper"})
OTHERS = frozenset({"thing", "word"})
"""Kinds of words that may name a party as well, where both sentences have them."""
CONVERSES = frozenset(
    {
        "attack", "borrow", "buy", "defend", "eliminated", "export", "import", "lead", "lend", "let-go", "lose",
        "lose-title", "outperform", "qualify", "retain-title", "sell", "sign-player", "trail", "underperform", "win",
    }
)  # fmt: skip
"""Senses that one party does while the other does the opposite: who beats somebody is beaten by nobody."""

Doing = tuple[Word, Word]
"""A verb as two sentences have it."""


def own_part(meeting: Meeting, differing: Doing) -> bool:
    """Tell two opposites of which each party does its own: "A beats B", "B loses to A"; "oil rises", "gold falls"."""
    x, y = differing
    known = (_shared(meeting, 0), _shared(meeting, 1))
    if x.key in CONVERSES and y.key in CONVERSES:
        # "A beats B and goes through", "B loses to A": the first such pair tells whose part the others are.
        pairs = ((p, q) for p in meeting.wording.here for q in meeting.wording.there if _converse(p, q))
        return _each_its_own(meeting, min(pairs, key=lambda pair: pair[0].start, default=(x, y)), known)
    left = [
        next((w for w in _beside(statement, verb) if w.kind in LISTED and w not in side), None)
        for statement, verb, side in zip((meeting.a, meeting.b), differing, known, strict=True)
    ]
    return left[0] is not None and left[1] is not None and _one_sort(left[0], left[1])


def _converse(x: Word, y: Word) -> bool:
    return x.key in CONVERSES and y.key in CONVERSES and opposites(x, y)


def _each_its_own(meeting: Meeting, differing: Doing, known: tuple[list[Word], list[Word]]) -> bool:
    """Tell two converse verbs of two doers, each told of by both sentences."""
    ours, theirs = doer(meeting, differing[0], 0), doer(meeting, differing[1], 1)
    if ours is None or theirs is None or one(meeting, ours, theirs):
        return False
    return all(word.kind in NAMES or word in side for word, side in zip((ours, theirs), known, strict=True))


LISTED = frozenset({"organisation", "place", "thing"})
"""Kinds of which two are two: a person may be named by his office as well."""
BESIDE = 2
"""Content words between a verb and who does it ("shares of Apple rise")."""


def _one_sort(a: Word, b: Word) -> bool:
    """Tell whether two are of one kind, things of one class."""
    return a.kind == b.kind and a.kind in LISTED and (a.kind != "thing" or a.key.split(" ")[0] == b.key.split(" ")[0])


def _beside(statement: Claim, verb: Word) -> list[Word]:
    """Give the words close to a verb, the nearest first and those before it before those behind."""
    words = statement.words
    at = next(i for i, word in enumerate(words) if word is verb)
    return [*reversed(words[max(0, at - BESIDE) : at]), *words[at + 1 : at + 1 + BESIDE]]


def two_subjects(meeting: Meeting, differing: Doing) -> bool:
    """Tell two names of which the sentences tell opposite things: they are two, and neither stands for the other."""
    x, y = differing
    return any(
        opposites(p, q) and x in _beside(meeting.a, p) and y in _beside(meeting.b, q)
        for p in meeting.wording.here
        for q in meeting.wording.there
    )


TURNING = frozenset({"cancel", "deny", "end", "lift", "oppose", "overturn", "prevent", "reject", "stop"})
"""Senses that say of what stands right behind them that it is not, or is not to be."""
NEXT = 6
"""Characters between two words that stand next to each other, with a preposition or an article between."""


def turned_round(meeting: Meeting, differing: Doing) -> bool:
    """Tell whether a word turns one of two opposites round ("opposes a ban", "is for letting")."""
    return turns(meeting.a, differing[0]) != turns(meeting.b, differing[1])


def turns(statement: Claim, word: Word) -> bool:
    """Tell whether the word before another says that it is not, or is not to be."""
    before = [w for w in statement.words if w.end <= word.start]
    return bool(before) and before[-1].key in TURNING and word.start - before[-1].end <= NEXT


def doer(meeting: Meeting, verb: Word, side: int) -> Word | None:
    """Give who does it in the first sentence (0) or the second (1)."""
    before, after = around(meeting, verb, side)
    return before[-1] if before else after[0] if after else None


def around(meeting: Meeting, verb: Word, side: int) -> tuple[list[Word], list[Word]]:
    """Give the parties before a verb and behind it: names, and whatever else both sentences have."""
    words = (meeting.a, meeting.b)[side].words
    parties = [*_parties(words, _shared(meeting, side))]
    return [w for w in parties if w.start < verb.start], [w for w in parties if w.start > verb.start]


def one(meeting: Meeting, ours: Word, theirs: Word) -> bool:
    """Tell whether two parties are one."""
    return (ours, theirs) in _met(meeting)


def _parties(words: Sequence[Word], shared: Sequence[Word]) -> Iterator[Word]:
    return (w for w in words if w.kind in NAMES or (w.kind in OTHERS and w in shared))


def _shared(meeting: Meeting, side: int) -> list[Word]:
    return [pair[side] for pair in meeting.wording.shared]


def _met(meeting: Meeting) -> tuple[Doing, ...]:
    return meeting.wording.shared
