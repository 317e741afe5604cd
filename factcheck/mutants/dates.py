"""Other days: moved apart, set right by the calendar, put on another weekday."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from factcheck.model.claim import Claim
from factcheck.model.finding import Evidence
from factcheck.model.span import Span
from factcheck.mutants.tried import Edit, Mutant, Tried, labelled, opposed

DAYS_ON = 3
"""Days by which a date or a weekday is moved: further than the moon may be sighted early or late."""
YEARS_ON = 7
LAST_DAY = 28
"""The last day that every month has."""


def another_day(tried: Tried) -> Iterator[Mutant]:
    """Move one of two dates that a finding holds against each other further away: it stands, as another finding."""
    for finding in tried.findings:
        two = opposed(tried, finding)
        claims = [claim for evidence in two or () if (claim := date_at(tried, evidence)) is not None]
        if two is None or len(claims) < len(two) or labelled(finding, "again"):
            continue
        later = 0 if _edtf(claims[0]) > _edtf(claims[1]) else 1
        days = {claim.date.weekday for claim in claims if claim.date is not None}
        free = next(day for day in range(1, 8) if day not in days)
        edit = moved_on(tried, two[later].report, claims[later]) or weekday_edit(
            tried, two[later].report, claims[later], free
        )
        if edit is not None:
            yield Mutant("another day", (edit,), "moved", finding)


def weekday(tried: Tried) -> Iterator[Mutant]:
    """Print the weekday on which a date did fall: the finding ends. Another wrong one: it stands."""
    for finding in tried.findings:
        evidence = finding.evidence[0]
        claim = date_at(tried, evidence) if evidence.label == "date" and len(labelled(finding, "date")) == 1 else None
        day = whole_day(claim)
        if claim is None or day is None or claim.date is None or claim.date.weekday is None:
            continue
        right = day.isoweekday()
        wrong = next(
            d for d in range(1, 8) if min((d - right) % 7, (right - d) % 7) == DAYS_ON and d != claim.date.weekday
        )
        for told, probe, expected in ((right, "the right weekday", "gone"), (wrong, "another weekday", "kept")):
            edit = weekday_edit(tried, evidence.report, claim, told)
            if edit is not None:
                yield Mutant(probe, (edit,), "gone" if expected == "gone" else "kept", finding)


def calendars(tried: Tried) -> Iterator[Mutant]:
    """Print the Gregorian day on which a Hijri one fell: the finding ends. A day far from both: it stands."""
    for finding in tried.findings:
        hijri, other = labelled(finding, "hijri"), labelled(finding, "gregorian")
        claims = [date_at(tried, evidence[0]) if evidence else None for evidence in (hijri, other)]
        right = whole_day(claims[0])
        if claims[0] is None or claims[1] is None or right is None:
            continue
        far = right + datetime.timedelta(days=40)
        for day, probe, gone in ((right, "the right day", True), (far, "another day", False)):
            edit = day_edit(tried, other[0].report, claims[1], day)
            if edit is not None:
                yield Mutant(probe, (edit,), "gone" if gone else "kept", finding)


def date_at(tried: Tried, evidence: Evidence) -> Claim | None:
    """Give the date that a piece of evidence is."""
    claims = tried.readings[evidence.report].claims
    return next((claim for claim in claims if claim.date is not None and claim.span == evidence.span), None)


def whole_day(claim: Claim | None) -> datetime.date | None:
    """Give the day of a date that is told with day, month and year."""
    if claim is None or claim.date is None or claim.date.relative:
        return None
    return datetime.date.fromisoformat(claim.date.edtf) if re.fullmatch(r"\d{4}-\d\d-\d\d", claim.date.edtf) else None


def moved_on(tried: Tried, report: int, claim: Claim) -> Edit | None:
    """Put a date some days later, or a year some years; None where it is told in other words."""
    date = claim.date
    if date is None:
        return None
    if re.fullmatch(r"\d{4}", date.edtf):
        return _number_edit(report, claim, int(date.edtf), int(date.edtf) + YEARS_ON)
    day = int(date.edtf[-2:]) if re.fullmatch(r"(\d{4}|XXXX)-\d\d-\d\d", date.edtf) else 0
    if not day or date.calendar != "gregorian":
        return None
    return _number_edit(report, claim, day, day + DAYS_ON if day + DAYS_ON <= LAST_DAY else day - 2 * DAYS_ON)


def weekday_edit(tried: Tried, report: int, claim: Claim, day: int) -> Edit | None:
    """Print another weekday (1 is Monday) in a date."""
    samples, date = tried.samples(report), claim.date
    if samples is None or date is None or date.weekday is None:
        return None
    at = claim.text.casefold().find(samples.weekdays[date.weekday - 1].casefold())
    if at < 0:
        return None
    start = claim.span.start + at
    span = Span(start, start + len(samples.weekdays[date.weekday - 1]), claim.span.field)
    return Edit(report, span, samples.weekdays[day - 1])


def day_edit(tried: Tried, report: int, claim: Claim, day: datetime.date) -> Edit | None:
    """Print another day for a Gregorian date."""
    samples = tried.samples(report)
    if samples is None:
        return None
    text = samples.day.format(day=day.day, month=samples.months[day.month - 1], year=day.year)
    return Edit(report, claim.span, text)


def _edtf(claim: Claim) -> str:
    return claim.date.edtf if claim.date is not None else ""


def _number_edit(report: int, claim: Claim, old: int, new: int) -> Edit | None:
    """Write another number for one that stands once in a date."""
    places = [match.span() for match in re.finditer(r"\d+", claim.text) if int(match[0]) == old]
    if len(places) != 1:
        return None
    start, end = (claim.span.start + at for at in places[0])
    return Edit(report, Span(start, end, claim.span.field), str(new))


PROBES = (
    another_day,
    weekday,
    calendars,
)
