"""One report gives one figure twice, with two values: in its headline and its text, or in two paragraphs."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from factcheck.judge.case import Case, Draft, basis_of
from factcheck.judge.own_figures import Clash, body_clashes, headline_clashes, toll_clashes
from factcheck.model.figure import shown


def figures_twice(case: Case, where: tuple[int, ...]) -> Iterator[Draft]:
    """Give a draft for every two figures of one thing in one report that cannot both hold.

    Levels: `headline` where the first sentences tell the headline's story with another figure, `headline-likely` where
    that is less plain, `body` where two sentences of the text say it in the same words, `toll` where a later sentence
    of the same story raises the lead's toll.
    """
    (report,) = where
    told: set[str] = set()
    for clash in chain(headline_clashes(case, report), body_clashes(case, report), toll_clashes(case, report)):
        if clash.first.id not in told and clash.second.id not in told:
            told |= {clash.first.id, clash.second.id}
            yield _draft(case, report, clash)


def _draft(case: Case, report: int, clash: Clash) -> Draft:
    a, b = clash.first, clash.second
    repeats = [
        case.evidence(report, case.by_id[report][other].span, "again")
        for claim in (a, b)
        for other in case.repeats[report][claim.id]
        if other != claim.id
    ]
    values = [shown(claim.figure) if claim.figure is not None else "" for claim in (a, b)]
    return Draft(
        level=clash.level,
        evidence=(case.evidence(report, a.span, "a"), case.evidence(report, b.span, "b"), *repeats),
        basis=(basis_of(a, values[0]), basis_of(b, values[1])),
        values={"a": a.text, "b": b.text},
        steps=clash.steps,
        claims=((report, a.id), (report, b.id)),
    )
