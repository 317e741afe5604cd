"""What one person denies in one report and admits or confirms in another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from factcheck.align.statements import Meeting
from factcheck.align.wording import lay, opposites
from factcheck.judge.case import Case
from factcheck.judge.people import people_shared
from factcheck.judge.statement_ladder import Difference, moment, word_evidence, words_apart
from factcheck.model.claim import Claim
from factcheck.model.pair import Step
from factcheck.model.word import Word

DENIES, OWNS = "deny", frozenset({"admit", "approve", "confirm"})
"""Senses of taking no part in a thing, and of taking it upon oneself."""
ANSWERED = OWNS | {DENIES}
MOST = 50
"""Sentences of a report that are looked at: one with more of them is a chronicle of many denials."""
NEAR = 5
"""Content words between who denies and the word for it."""
BEHIND = 10
"""Content words behind that word among which it is told what is denied."""
OFFICE = "official "
"""The class of what somebody is."""


def answered_otherwise(case: Case, where: tuple[int, ...]) -> Iterator[tuple[Meeting, Difference, tuple[Step, ...]]]:
    """Give two words for opposite answers of one person to one thing that both sentences name right behind them."""
    first, second = where
    people = [
        ({m.name.key for m in one.mentions if m.name}, {m.name.key for m in other.mentions if m.name})
        for one, other in people_shared(case, first, second)
    ]
    if not people:
        return
    sides = [list(islice(_answers(case, report), MOST)) for report in where]
    for a, ours in sides[0]:
        for b, theirs in sides[1]:
            pairs = [(x, y) for x in ours for y in theirs if DENIES in (x.key, y.key) and opposites(x, y)]
            if not pairs or not any(_named(a, pairs[0][0], one) and _named(b, pairs[0][1], two) for one, two in people):
                continue
            meeting = Meeting(a, b, lay(a.words, b.words))
            x, y = pairs[0]
            thing = next((p for p, q in meeting.wording.shared if _denied(a, x, p) and _denied(b, y, q)), None)
            if thing is None:
                continue
            text = word_evidence(case, first, a, thing, "").text
            steps = (Step("one-subject", True, (("a", text),)), moment(case, where, meeting))
            if all(step.passed for step in steps):
                yield meeting, (x, y), steps


def _answers(case: Case, report: int) -> Iterator[tuple[Claim, Sequence[Word]]]:
    for claim in case.statements[report].values():
        words = [word for word in claim.words if word.key in ANSWERED and not word.denied and not word.attributive]
        if words:
            yield claim, words


def _named(claim: Claim, answer: Word, keys: set[str]) -> bool:
    """Tell whether one of these names stands close to the word for an answer."""
    return any(word.kind == "person" and word.key in keys and abs(words_apart(claim, answer, word)) <= NEAR
               for word in claim.words)  # fmt: skip


def _denied(claim: Claim, answer: Word, word: Word) -> bool:
    """Tell a word for what is denied: close behind the answer, and neither who somebody is nor when or where."""
    told = word.kind in ("predicate", "thing") and not word.key.startswith(OFFICE) and word.key not in ANSWERED
    return told and 0 < words_apart(claim, answer, word) <= BEHIND
