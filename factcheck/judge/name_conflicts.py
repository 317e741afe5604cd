"""One person under two names in two reports."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.judge.case import Case, Draft
from factcheck.judge.namesakes import Namesakes, namesakes
from factcheck.judge.speakers import disputed
from factcheck.model.claim import Claim
from factcheck.model.pair import Step


def name_conflicts(case: Case, where: tuple[int, ...]) -> Iterator[Draft]:
    """Give a draft for every person whom two reports name differently in one statement.

    Levels: `office` where one office has two holders, `letters` where the names differ in one consonant, `spelling`
    where they differ as spellings of one name do.
    """
    first, second = where
    for found in namesakes(case, (first, second)):
        if found.why != "office" or not _speaking(case, (first, second), found):
            yield _draft(case, (first, second), found)


def _speaking(case: Case, where: tuple[int, int], found: Namesakes) -> bool:
    """Tell two speakers of one statement, who are another check's."""
    return any(
        found.a in dispute.speakers[0].mentions and found.b in dispute.speakers[1].mentions
        for dispute in disputed(case, where)
    )


def _draft(case: Case, where: tuple[int, int], found: Namesakes) -> Draft:
    a, b = found.a.text, found.b.text
    texts = tuple(
        case.readings[report].report.surface(office.span)
        for report, office in zip(where, found.offices or (), strict=False)
    )
    why = (
        Step("one-office", True, (("a", texts[0]), ("b", texts[1])))
        if texts
        else Step("one-statement", True, (("alike", f"{found.alike:.2f}"),))
    )
    return Draft(
        level=found.why,
        evidence=(case.evidence(where[0], found.a.span, "a"), case.evidence(where[1], found.b.span, "b")),
        basis=((_words(found.a), "name"), (_words(found.b), "name")),
        values={"a": a, "b": b},
        steps=(why, Step("one-person", False, (("a", a), ("b", b)))),
        claims=((where[0], found.a.id), (where[1], found.b.id)),
    )


def _words(claim: Claim) -> str:
    return " ".join(word.text for word in claim.name.words) if claim.name is not None else ""
