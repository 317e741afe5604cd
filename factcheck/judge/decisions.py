"""What a body decided of one thing in two reports: passed in the one, put off in the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.align.statements import Meeting
from factcheck.judge.case import Case
from factcheck.judge.statement_ladder import Difference, moment, word_evidence, words_apart
from factcheck.model.claim import Claim
from factcheck.model.pair import Step
from factcheck.model.word import Word

DECIDED = frozenset({"approve", "postpone"})
"""Senses of what a body decides: what it puts off it has not passed."""
REACH = 6
"""Content words to either side of such a word among which what was decided on is told."""
FEWEST = 2
"""Words of what was decided on that both reports must have there."""


def decided(case: Case, where: tuple[int, ...]) -> Iterator[tuple[Meeting, Difference, tuple[Step, ...]]]:
    """Give two words for decisions that exclude one another, each close to the same words for what was decided on."""
    for meeting in case.meetings.get((where[0], where[1]), ()):
        for x in _decisions(meeting.a):
            for y in _decisions(meeting.b):
                if x.key == y.key:
                    continue
                near = [p for p, q in meeting.wording.shared if _near(meeting.a, x, p) and _near(meeting.b, y, q)]
                if len([word for word in near if word.kind in ("word", "predicate", "thing")]) < FEWEST:
                    continue
                text = word_evidence(case, where[0], meeting.a, near[0], "").text
                steps = (Step("one-subject", True, (("a", text),)), moment(case, where, meeting))
                if all(step.passed for step in steps):
                    yield meeting, (x, y), steps


def _decisions(claim: Claim) -> Sequence[Word]:
    """Give the words for a decision; none where a sentence has both ("approved a delay")."""
    told = [word for word in claim.words if word.key in DECIDED]
    if len({word.key for word in told}) > 1:
        return ()
    return [word for word in told if not word.denied and not word.attributive]


def _near(claim: Claim, decision: Word, word: Word) -> bool:
    return 0 < abs(words_apart(claim, decision, word)) <= REACH
