"""Which way something traded goes in two headlines: up in the one, down in the other, whatever else they say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from factcheck.align.statements import Meeting
from factcheck.align.wording import lay, opposites
from factcheck.judge.case import Case
from factcheck.judge.statement_ladder import OPENING, Difference, moment, word_evidence
from factcheck.model.claim import Claim
from factcheck.model.pair import Step
from factcheck.model.word import Word

TRADED = ("commodity ", "currency ")
"""Classes of things that have one price for everyone."""
MOVES = frozenset(
    {
        "collapse",
        "deteriorate",
        "double",
        "fall",
        "gain",
        "grow",
        "halve",
        "hold-steady",
        "lose",
        "lower",
        "profit",
        "raise",
        "recover",
        "rise",
        "shrink",
        "strong",
        "weak",
    }
)
"""Senses that say which way a price goes."""
REACH = 3
"""Content words from a traded thing to the word that says which way it goes ("a rise in prices of oil")."""


def turned(case: Case, where: tuple[int, ...]) -> Iterator[tuple[Meeting, Difference, tuple[Step, ...]]]:
    """Give two words for opposite ways of one traded thing, each in a headline or at the start of a report."""
    heads = [_heads(case, report) for report in where]
    for a in heads[0]:
        ours = _ways(a.words[:LEADING])
        for b in heads[1] if ours else ():
            theirs = _ways(b.words[:LEADING])
            for thing in ours.keys() & theirs.keys():
                x, y = ours[thing][1], theirs[thing][1]
                if not opposites(x, y) or x.denied or y.denied:
                    continue
                meeting = Meeting(a, b, lay(a.words, b.words))
                text = word_evidence(case, where[0], a, ours[thing][0], "").text
                steps = (Step("one-subject", True, (("a", text),)), moment(case, where, meeting))
                if all(step.passed for step in steps):
                    yield meeting, (x, y), steps


LEADING = 8
"""Content words at the start of a headline or a first sentence in which its news stands."""


def _heads(case: Case, report: int) -> list[Claim]:
    return [case.statements[report][number] for number in islice(case.statements[report], OPENING)]


def _ways(words: Sequence[Word]) -> dict[str, tuple[Word, Word]]:
    """Map traded things to themselves and the word for which way they go; those told both ways are left out."""
    things = [at for at, word in enumerate(words) if word.kind == "thing" and word.key.startswith(TRADED)]
    told: dict[str, list[tuple[Word, Word]]] = {}
    for at, word in enumerate(words):
        if word.key not in MOVES or not things:
            continue
        nearest = min(abs(at - thing) for thing in things)
        beside = [thing for thing in things if abs(at - thing) == nearest <= REACH]
        if len(beside) == 1:
            told.setdefault(words[beside[0]].key, []).append((words[beside[0]], word))
    return {key: ways[0] for key, ways in told.items() if not any(opposites(ways[0][1], way) for _, way in ways[1:])}
