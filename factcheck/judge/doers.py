"""Who did what only one could: scored the winning goal, was sent off, was named best player."""

from __future__ import annotations

from collections.abc import Iterator

from rapidfuzz import fuzz

from factcheck.judge.case import Case
from factcheck.judge.statement_ladder import words_apart
from factcheck.judge.told_otherwise import Otherwise, Tellings, Told, told_otherwise
from factcheck.model.word import Word

DEEDS = frozenset({"best-actor", "best-actress", "best-player", "equaliser", "red-card", "winning-goal"})
"""Senses of what one person did or got."""
REACH = 8
"""Content words between such a word and the person it is told of."""
ONE_PERSON = 50
"""rapidfuzz token set ratio from which two names may be of one person."""


def done_by_another(case: Case, where: tuple[int, ...]) -> Iterator[Otherwise]:
    """Give the two people of whom each report tells alone that he did such a thing."""
    if len({case.readings[report].report.language for report in where}) == 1:
        ours, theirs = (_doers(case, report) for report in where)
        yield from told_otherwise(case, where, ours, theirs, _another)


def _another(a: Word, b: Word) -> bool:
    return fuzz.token_set_ratio(a.key, b.key) < ONE_PERSON


def _doers(case: Case, report: int) -> Tellings:
    """Give who is told to have done each deed."""
    found: dict[str, dict[str, Told]] = {}
    for claim in case.statements[report].values():
        people = [word for word in claim.words if word.kind == "person"]
        for deed in claim.words if people else ():
            if deed.key not in DEEDS or deed.denied:
                continue
            person = min(people, key=lambda word: abs(words_apart(claim, deed, word)))
            if abs(words_apart(claim, deed, person)) <= REACH:
                found.setdefault(deed.key, {}).setdefault(person.key, Told(claim, deed, person))
    return found
