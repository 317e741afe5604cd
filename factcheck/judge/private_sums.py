"""What somebody with no office owes, earns or pays: who tells it is the one it is told of, if he is heard."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from factcheck.judge.case import Case
from factcheck.model.claim import Claim
from factcheck.model.span import Span

OWN = "own-money"
"""The key of words for what a household owes, earns or pays."""
HE_OR_SHE = frozenset({"he", "she", "he-s", "she-s"})
"""Keys of pronouns for one person."""
BEFORE = 2
"""Sentences before a pronoun's among which the person it stands for is named."""
MOST = 1_000_000
"""What a household owes or earns is less, in whatever currency."""


def is_private(case: Case, report: int, claim: Claim) -> bool:
    """Tell a sum of somebody's own household, who speaks in the report ("Ann Lee, who owes $85,000 in loans")."""
    figure = claim.figure
    if figure is None or figure.form != "money" or (figure.low or figure.high or 0) > MOST:
        return False
    if not any(m.key == OWN for m in case.markers(report, claim.context.sentence, "record")):
        return False
    return any(key in _heard(case, report) for key in _told_of(case, report, claim.context.sentence))


def _told_of(case: Case, report: int, number: int) -> Iterator[str]:
    """Give the last names of the people with no office in a sentence, or right before its pronoun."""
    pronoun = any(m.key in HE_OR_SHE for m in case.markers(report, number, "stop"))
    for sentence in range(number - BEFORE if pronoun else number, number + 1):
        for claim in case.claims_in(report, sentence) if sentence >= 0 else ():
            if claim.name is not None and claim.name.type == "person" and not claim.name.offices:
                yield claim.name.key.split()[-1]


@lru_cache(maxsize=4)  # every sum of a report asks
def _heard(case: Case, report: int) -> frozenset[str]:
    """Give the words by which the people who speak in a report are known."""
    said = (a.source for a in case.readings[report].attributions if a.source is not None)
    return frozenset(word for source in said if source.kind == "person" for word in _words(case, report, source.named))


def _words(case: Case, report: int, span: Span) -> list[str]:
    return [c.name.key.split()[-1] for c in case.claims_at(report, span) if c.name is not None]
