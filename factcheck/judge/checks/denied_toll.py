"""One report says that an event hurt nobody, the other counts whom it hurt or killed."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.judge.case import Case, Draft, basis_of
from factcheck.judge.checks import Check, Options
from factcheck.judge.materiality import is_event_count, outcome
from factcheck.judge.schema import When
from factcheck.model.claim import Claim, Marker
from factcheck.model.figure import shown
from factcheck.model.pair import Step

DENIES = {
    "no-casualties": frozenset({"dead", "injured"}),
    "no-dead": frozenset({"dead"}),
    "no-injured": frozenset({"dead", "injured"}),
}
"""What each kind of words for "nobody" says did not happen: where nobody was hurt, nobody died."""


def run(case: Case, where: tuple[int, ...], when: When, options: Options) -> Iterator[Draft]:
    """Give a draft where one report's lead says that nobody was hurt, and the other's counts those who were.

    A report that counts some itself tells of two things, and is left alone. Levels: `denied`; `later` where the report
    with the toll was published after the other, which may not have known.
    """
    for here, there in (where, where[::-1]):
        for marker in _denials(case, here):
            counts = _counts(case, there, DENIES[marker.key])
            if counts and not _counts(case, here, DENIES[marker.key], anywhere=True):
                yield _draft(case, (here, marker), (there, counts[0]))
                return


def _denials(case: Case, report: int) -> Iterator[Marker]:
    for number, statement in case.statements[report].items():
        told = statement.context
        if number < OPENING and told.modality == "fact" and not told.earlier:
            yield from (m for m in case.markers(report, number, "no-toll") if m.key in DENIES)


def _counts(case: Case, report: int, of: frozenset[str], *, anywhere: bool = False) -> list[Claim]:
    """Give the claims that count some of those an event befell: in its lead, or `anywhere`."""
    figures = [c for c in case.figures(report) if anywhere or c.context.sentence < OPENING]
    return [c for c in figures if is_event_count(c) and _befell(c, of)]


OPENING = 6
"""Sentences at the start of a report in which the toll of its event stands."""


def _befell(claim: Claim, of: frozenset[str]) -> bool:
    counted = claim.figure.counted if claim.figure is not None else None
    return counted is not None and counted.kind == "casualty" and outcome(counted.key) in of


def _draft(case: Case, denial: tuple[int, Marker], count: tuple[int, Claim]) -> Draft:
    (here, marker), (there, claim) = denial, count
    days = [case.readings[report].report.published for report in (here, there)]
    later = days[0] is not None and days[1] is not None and days[0] < days[1]
    spans = sorted(((here, marker.span), (there, claim.span)), key=lambda side: side[0])
    told = [case.evidence(report, span, label) for (report, span), label in zip(spans, "ab", strict=True)]
    statement = case.statement(here, marker.sentence)
    return Draft(
        level="later" if later else "denied",
        evidence=tuple(told),
        basis=(basis_of(statement, marker.key), basis_of(claim, shown(claim.figure) if claim.figure else "")),
        values={"a": told[0].text, "b": told[1].text},
        steps=(Step("toll-denied", False, (("a", told[0].text), ("b", told[1].text))),),
        claims=((here, statement.id), (there, claim.id)),
    )


CHECK = Check("pair", ("denied", "later"), frozenset({"a", "b"}), Options, run)
