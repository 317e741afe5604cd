"""Short reports of one spokesman or one body: what stands around his words is his as well."""

from __future__ import annotations

from functools import lru_cache

from factcheck.judge.case import Case
from factcheck.judge.drawn_from import is_one
from factcheck.model.claim import Claim
from factcheck.model.source import Source
from factcheck.model.span import Span

SPOKESMEN = frozenset({"police-chief", "spokesman", "spokesman-deputy"})
"""Keys of offices whose holder tells the press of what his body has had to do with."""
LONGEST = 14
"""Sentences up to which a report may be but what one spokesman or body gave out."""
NEAR = 3
"""Sentences from one in which he speaks."""
BESIDE = 40
"""Characters behind a name in which its office stands."""
TWICE = 2
"""Times that a body is credited at least."""
SHARED = 2
"""Words that the name of a body has in common with the office of its spokesman."""
JOINED, SHORTEST = 2, 4
"""Letters joined to a word at most, and letters left of it at least."""
YEAR = 4
"""Letters of a moment that is a year: what is told of it is background."""


def one_voice(case: Case, report: int, claim: Claim) -> Source | None:
    """Give the spokesman, or the body, who alone speaks in a short report, and close by; background is not his.

    What stands before a body's first word is the reporter's own; a spokesman is heard for all of it.
    """
    if claim.context.earlier or len(claim.context.moment or "") == YEAR:
        return None
    his, ahead = _one_voice(case, report)
    sentence = claim.context.sentence
    near = range(sentence - NEAR, sentence + ahead + 1)
    return his if his is not None and any(any(case.attributions(report, number)) for number in near) else None


@lru_cache(maxsize=2)  # every figure of a report asks
def _one_voice(case: Case, report: int) -> tuple[Source | None, int]:
    """Give who alone speaks in a short report, and how many sentences before his words he is heard; -1 for behind."""
    reading = case.readings[report]
    if len(reading.sentences) > LONGEST:
        return None, 0
    spoken = [a.source for a in reading.attributions if a.source is not None]
    his = next((source for source in spoken if _is_spokesman(case, report, source)), None)
    if his is not None and all(_of_his_body(source, his) for source in spoken):
        return his, NEAR
    if len(spoken) >= TWICE and all(_of_one_body(source, spoken[0]) for source in spoken):
        return spoken[0], -1
    return None, 0


def _of_one_body(source: Source, first: Source) -> bool:
    """Tell whether all that speak are one body, whatever it is called ("the ministry of works", "the ministry")."""
    words = {end for word in first.key.split() for end in _stripped(word)}
    return source.kind == first.kind == "organisation" and any(_stripped(word) & words for word in source.key.split())


def _is_spokesman(case: Case, report: int, source: Source) -> bool:
    told = Span(source.named.start, source.named.end + BESIDE, source.named.field)
    return source.kind in ("person", "role") and any(m.key in SPOKESMEN for m in case.markers_at(report, told, "role"))


def _of_his_body(source: Source, his: Source) -> bool:
    """Tell the spokesman himself, and his body, whose name his office repeats, from everyone else."""
    if source.kind == "unnamed":
        return False
    words = source.key.split()
    shared = sum(any(_stripped(word) & _stripped(other) for other in his.key.split()) for word in words)
    named = any(_stripped(words[0]) & _stripped(other) for other in his.key.split()) if words else False
    body = source.kind == "organisation" and (named or shared >= SHARED)
    return source.named == his.named or is_one(source, his) or body


@lru_cache(maxsize=1024)
def _stripped(word: str) -> frozenset[str]:
    """Give a word without what may be joined to it: a preposition and an article."""
    return frozenset([word[at:] for at in range(JOINED + 1) if len(word) - at >= SHORTEST])
