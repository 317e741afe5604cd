"""What turns a silent example into one that must fire; each check names those that fit it (`Check.turns`)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from factcheck.model.claim import Claim
from factcheck.mutants.dates import DAYS_ON, moved_on, weekday_edit, whole_day
from factcheck.mutants.numbers import FAR, edit, exact
from factcheck.mutants.speakers import unnamed
from factcheck.mutants.tried import Mutant, Tried


def equal_figures(tried: Tried) -> Iterator[Mutant]:
    """Change one of two equal figures of one thing, told at two places."""
    for here, there in _twins(tried, lambda claim: claim.figure is not None and exact(claim) is not None):
        if _figure_key(here[1]) == _figure_key(there[1]) and (value := exact(there[1])) is not None:
            change = edit(there[0], there[1], value * FAR)
            if change is not None:
                yield Mutant("equal figures parted", (change,), "fires")


def equal_dates(tried: Tried) -> Iterator[Mutant]:
    """Move one of two equal dates, told at two places."""
    for here, there in _twins(tried, lambda claim: claim.date is not None):
        if _day_key(here[1]) == _day_key(there[1]):
            change = moved_on(tried, there[0], there[1])
            if change is not None:
                yield Mutant("equal dates parted", (change,), "fires")


def right_weekday(tried: Tried) -> Iterator[Mutant]:
    """Print another weekday beside a date whose weekday is right."""
    for number, reading in enumerate(tried.readings):
        for claim in reading.claims:
            day = whole_day(claim)
            if day is not None and claim.date is not None and claim.date.weekday == day.isoweekday():
                change = weekday_edit(tried, number, claim, (day.isoweekday() - 1 + DAYS_ON) % 7 + 1)
                if change is not None:
                    yield Mutant("the right weekday changed", (change,), "fires")


def named_source(tried: Tried) -> Iterator[Mutant]:
    """Let nobody one could call say what somebody with a name says."""
    changes = list(unnamed(tried))
    if len(changes) == 1:
        yield Mutant("a source without its name", tuple(changes), "fires")


Where = tuple[int, Claim]


def _twins(tried: Tried, wanted: Callable[[Claim], bool]) -> Iterator[tuple[Where, Where]]:
    """Give two claims told at two places: in two reports, or in the headline and the text of one."""
    claims = [(n, claim) for n, reading in enumerate(tried.readings) for claim in reading.claims if wanted(claim)]
    for position, first in enumerate(claims):
        for second in claims[position + 1 :]:
            parted = first[0] != second[0] or first[1].span.field != second[1].span.field
            if parted:
                yield first, second


def _day_key(claim: Claim) -> tuple[str, str]:
    return (claim.date.edtf, claim.date.bound) if claim.date is not None else ("", claim.id)


def _figure_key(claim: Claim) -> tuple[object, ...]:
    figure = claim.figure
    if figure is None or figure.counted is None:
        return (claim.id,) if figure is None or figure.unit is None else (exact(claim), figure.unit, figure.form)
    return (exact(claim), figure.unit, figure.counted.key or figure.counted.text)


TURNS: Mapping[str, Callable[[Tried], Iterator[Mutant]]] = {
    "equal-figures": equal_figures,
    "equal-dates": equal_dates,
    "right-weekday": right_weekday,
    "named-source": named_source,
}
