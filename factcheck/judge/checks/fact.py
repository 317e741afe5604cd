"""A figure that a desk's own facts contradict, or know to be out of date."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.judge.case import Case, Draft, basis_of
from factcheck.judge.checks import Check, Options
from factcheck.judge.held_facts import HeldFact, origin_of
from factcheck.judge.schema import When
from factcheck.model.figure import shown

QUIET = frozenset({"held-up", "apart"})


def run(case: Case, where: tuple[int, ...], when: When, options: Options) -> Iterator[Draft]:
    """Give a draft for every value that cannot hold beside what the desk knows, its repeats gathered.

    Levels: `proven` where report and fact speak of one time, or of what does not change, and the reporter says it;
    `likely` where the report names no time; `said` where somebody else says it; `outdated` where it agrees with what
    the desk knows of an earlier time; `older` where the desk's fact is from long before the report.
    """
    (report,) = where
    groups: dict[tuple[object, ...], list[HeldFact]] = {}
    for held in case.facts[report]:
        if held.held not in QUIET and held.claim.figure is not None:
            groups.setdefault((held.fact, held.held, shown(held.claim.figure)), []).append(held)
    yield from (_draft(case, report, group) for group in groups.values())


def _draft(case: Case, report: int, group: list[HeldFact]) -> Draft:
    first, *others = group
    fact, claim = first.fact, first.claim
    value = shown(claim.figure) if claim.figure is not None else ""
    return Draft(
        level=first.held,
        evidence=(
            case.evidence(report, claim.span, "figure"),
            case.evidence(report, first.meeting.subject, "subject"),
            case.evidence(report, first.meeting.quantity, "quantity"),
            *(case.evidence(report, other.claim.span, "again") for other in others),
        ),
        basis=(basis_of(claim, value), (" ".join(sorted((*fact.subject, *fact.quantity))), shown(fact.figure))),
        values={"figure": claim.text, "value": fact.value, "origin": origin_of(fact)},
        steps=first.steps,
        claims=tuple((report, held.claim.id) for held in group),
    )


CHECK = Check(
    "report",
    ("proven", "likely", "said", "outdated", "older"),
    frozenset({"figure", "value", "origin"}),
    Options,
    run,
    turns={"known-figure": ("proven", "likely", "said")},
)
