"""Who did what only one could: scored the winning goal, was sent off, was named best player."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from rapidfuzz import fuzz

from factcheck.align.statements import Meeting
from factcheck.align.wording import lay
from factcheck.judge.case import Case
from factcheck.judge.statement_ladder import Difference, moment, words_apart
from factcheck.model.claim import Claim
from factcheck.model.pair import Step
from factcheck.model.word import Word

DEEDS = frozenset({"best-actor", "best-actress", "best-player", "equaliser", "red-card", "winning-goal"})
"""Senses of what one person did or got."""
REACH = 8
"""Content words between such a word and the person it is told of."""
ONE_PERSON = 50
"""rapidfuzz token set ratio from which two names may be of one person."""


def done_by_another(case: Case, where: tuple[int, ...]) -> Iterator[tuple[Meeting, Difference, tuple[Step, ...]]]:
    """Give the two people of whom each report tells alone that he did such a thing."""
    if len({case.readings[report].report.language for report in where}) > 1:
        return
    ours, theirs = (_doers(case, report) for report in where)
    for deed in sorted(ours.keys() & theirs.keys()):
        if len(ours[deed]) != 1 or len(theirs[deed]) != 1:
            continue
        (a, x), (b, y) = (next(iter(told[deed].values())) for told in (ours, theirs))
        if fuzz.token_set_ratio(x.key, y.key) >= ONE_PERSON:
            continue
        meeting = Meeting(a, b, lay(a.words, b.words))
        steps = (Step("one-subject", True, (("a", deed),)), moment(case, where, meeting, dated=True))
        if all(step.passed for step in steps):
            yield meeting, (x, y), steps


def _doers(case: Case, report: int) -> Mapping[str, Mapping[str, tuple[Claim, Word]]]:
    """Give who is told to have done each deed, by key, where that is first told."""
    found: dict[str, dict[str, tuple[Claim, Word]]] = {}
    for claim in case.statements[report].values():
        people = [word for word in claim.words if word.kind == "person"]
        for deed in claim.words if people else ():
            if deed.key not in DEEDS or deed.denied:
                continue
            person = min(people, key=lambda word: abs(words_apart(claim, deed, word)))
            if abs(words_apart(claim, deed, person)) <= REACH:
                found.setdefault(deed.key, {}).setdefault(person.key, (claim, person))
    return found
