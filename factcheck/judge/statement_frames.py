"""Words that only one report has, in one place of what both tell, though their sentences are laid out otherwise."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from factcheck.align.drawn import is_drawn
from factcheck.align.frames import beside, frame
from factcheck.align.gaps import Gap
from factcheck.align.statements import Meeting
from factcheck.align.wording import lay
from factcheck.judge.case import Case
from factcheck.judge.statement_ladder import Difference, comparable_gap
from factcheck.model.claim import Claim
from factcheck.model.pair import Step
from factcheck.model.word import Word

BOTH = 2
"""Sides of a word."""


class Asked(NamedTuple):
    """What two words must have around them to stand in one place: likeness, 0 to 1, and shared words.

    `between` is how many shared words are enough where both words stand right between two of them.
    """

    likeness: float
    shared: int
    between: int


def known_words(case: Case, report: int) -> frozenset[str]:
    """Give everything a report's words are known by; somebody named in full also by each part of the name."""
    words = [word for statement in case.statements[report].values() for word in statement.words]
    parts = [part for word in words if word.kind == "person" for part in (*word.key.split(), *word.root.split())]
    return frozenset([word.key for word in words] + [word.root for word in words] + parts)


def drawn(case: Case, where: tuple[int, ...]) -> bool:
    """Tell whether one of two reports is drawn from the other."""
    return is_drawn(case.readings[where[0]], case.readings[where[1]])


def in_one_frame(
    case: Case,
    where: tuple[int, ...],
    known: Sequence[frozenset[str]],
    own: Callable[[Word, frozenset[str]], bool],
    asked: Callable[[Word, Word], Asked | None],
) -> Iterator[tuple[Meeting, Difference, tuple[Step, ...]]]:
    """Give two words and their sentences, laid over one another, with the steps that show they are in one place.

    `known` is what the words of each report are known by; `own` tells of a word whether its report alone has it, given
    what the other knows; `asked` what two must have around them, or None where the one cannot stand for the other. In
    two languages no words are alike.
    """
    if len({case.readings[report].report.language for report in where}) > 1:
        return
    sides = [_own(case, where[side], own, known[1 - side]) for side in (0, 1)]
    for a, at_a in sides[0]:
        for b, at_b in sides[1]:
            x, y = a.words[at_a], b.words[at_b]
            least = asked(x, y)
            if least is None:
                continue
            touching = beside(a.words, at_a, b.words, at_b)
            if not touching:
                continue
            around = frame(a.words, at_a, b.words, at_b)
            if around.likeness < least.likeness:
                continue
            meeting = Meeting(a, b, lay(a.words, b.words))
            gap = Gap((x,), (y,), around.before, around.after)
            shared = least.between if touching == BOTH else least.shared
            fits, steps = comparable_gap(case, where, meeting, gap, shared, timeless=x.kind == "time")
            if fits:
                yield meeting, (x, y), steps


def _own(
    case: Case, report: int, own: Callable[[Word, frozenset[str]], bool], known: frozenset[str]
) -> Sequence[tuple[Claim, int]]:
    return [
        (claim, at)
        for claim in case.statements[report].values()
        for at, word in enumerate(claim.words)
        if own(word, known)
    ]
