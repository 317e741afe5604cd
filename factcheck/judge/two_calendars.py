"""One day told in both calendars, whose Hijri and Gregorian dates are not the same day."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.judge.case import Case, Draft, basis_of
from factcheck.judge.days import days_apart, other_order, printed_day
from factcheck.model.claim import Claim
from factcheck.model.pair import Step


def calendar_slips(case: Case, where: tuple[int, ...], tolerance: int) -> Iterator[Draft]:
    """Give a draft for each Hijri date, its year printed, whose Gregorian date is further off than tables may be."""
    (report,) = where
    for claim in case.readings[report].claims:
        date = claim.date
        if date is None or date.calendar != "hijri" or date.corresponds is None:
            continue
        day, twin = printed_day(date), _twin(case, report, claim)
        if day is None or twin is None or twin.date is None or twin.date.relative:
            continue
        swapped = other_order(twin.date)
        readings = [twin.date.edtf, *([swapped.isoformat()] if swapped is not None else [])]
        apart = min((days for text in readings if (days := days_apart(day.isoformat(), text)) is not None), default=0)
        if apart > tolerance:
            yield _draft(case, report, claim, twin, apart)


def _twin(case: Case, report: int, claim: Claim) -> Claim | None:
    """Give the nearest Gregorian date of the sentence that is said to be the same day."""
    told = [
        other
        for other in case.readings[report].claims
        if claim.date is not None
        and other.date is not None
        and other.date.calendar == "gregorian"
        and other.context.sentence == claim.context.sentence
        and (other.date.edtf, other.date.corresponds) == (claim.date.corresponds, claim.date.edtf)
    ]
    return min(told, key=lambda other: abs(other.span.start - claim.span.start), default=None)


def _draft(case: Case, report: int, claim: Claim, twin: Claim, apart: int) -> Draft:
    values = [other.date.edtf if other.date is not None else "" for other in (claim, twin)]
    found = (("a", values[0]), ("b", values[1]), ("days", str(apart)))
    return Draft(
        level="hijri",
        evidence=(case.evidence(report, claim.span, "hijri"), case.evidence(report, twin.span, "gregorian")),
        basis=(basis_of(claim, values[0]), basis_of(twin, values[1])),
        values={"a": claim.text, "b": twin.text, "days": str(apart)},
        steps=(Step("calendars", False, found),),
        claims=((report, claim.id), (report, twin.id)),
    )
