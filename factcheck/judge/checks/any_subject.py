"""Every subject of an event that the rule describes: how many reports give it, and how many values they give."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, cast

from msgspec import Meta

from factcheck.judge.case import Case, Draft, basis_of, value_of
from factcheck.judge.checks import Check, Options
from factcheck.judge.schema import When
from factcheck.judge.subjects import matrix_of
from factcheck.model.pair import Step

Count = Annotated[int, Meta(ge=1)]


class SubjectOptions(Options, frozen=True, kw_only=True):
    """Thresholds: a subject is told of where all of them are met."""

    reports: Annotated[Count, Meta(description="least number of reports of the event")] = 2
    given_by_at_least: Annotated[Count, Meta(description="least number of reports that give the subject")] = 1
    given_by_at_most: Annotated[Count | None, Meta(description="greatest number of reports that give it")] = None
    values_at_least: Annotated[Count, Meta(description="least number of different values given")] = 1
    values_at_most: Annotated[Count | None, Meta(description="greatest number of different values given")] = None


def run(case: Case, where: tuple[int, ...], when: When, options: Options) -> Iterator[Draft]:
    """Give a draft for each row of the matrix whose numbers of reports and of values are within the thresholds."""
    options = cast("SubjectOptions", options)
    if len(where) < options.reports:
        return
    for row in matrix_of(case):
        cells = [cell for cell in row.cells if cell.claims and cell.report in where]
        values = {cell.value.removeprefix("~") for cell in cells}  # about 12 is no other value than 12
        if not (options.given_by_at_least <= len(cells) <= (options.given_by_at_most or len(cells))):
            continue
        if not cells or not (options.values_at_least <= len(values) <= (options.values_at_most or len(values))):
            continue
        claims = [(cell.report, case.by_id[cell.report][cell.claims[0]]) for cell in cells]
        numbers = {"reports": str(len(cells)), "values": str(len(values))}
        yield Draft(
            level="",
            evidence=tuple(case.evidence(report, claim.span) for report, claim in claims),
            basis=tuple(basis_of(claim, value_of(claim)) for _, claim in claims),
            values={"subject": row.subject, **numbers},
            steps=(Step("subject-given", True, tuple(numbers.items())),),
            claims=tuple((report, claim.id) for report, claim in claims),
        )


CHECK = Check("event", (), frozenset({"subject", "reports", "values"}), SubjectOptions, run)
