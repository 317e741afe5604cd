"""Figures and dates written otherwise: the same value, so the same findings."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.languages.loader import load_languages
from factcheck.model.claim import Claim
from factcheck.mutants.dates import whole_day
from factcheck.mutants.tried import Edit, Mutant, Tried, rewritten

INVISIBLE = "\u200f"
"""A mark of direction, as editors of right-to-left texts leave beside numbers."""
NUMERAL = re.compile(r"\d+(?:[.,/\u066b\u066c-]\d+)*")
NO_BREAK = "\u00a0"


def invisible_marks(tried: Tried) -> Iterator[Mutant]:
    """Put a mark of direction around every number."""
    yield from rewritten(tried, "invisible marks", lambda _, text: NUMERAL.sub(rf"{INVISIBLE}\g<0>{INVISIBLE}", text))


def no_break_spaces(tried: Tried) -> Iterator[Mutant]:
    """Put a space that breaks no line between a number and its word."""
    yield from rewritten(tried, "no-break spaces", lambda _, text: re.sub(r"(?<=\d) (?=[^\W\d])", NO_BREAK, text))


def plain_letters(tried: Tried) -> Iterator[Mutant]:
    """Write the plainest letter for each that the language takes for the same."""

    def plain(report: int, text: str) -> str:
        folding = load_languages()[tried.reports[report].language].folding
        return text.translate({point: letter for point, letter in folding.items() if len(letter) == 1})

    yield from rewritten(tried, "plain letters", plain)


def thousands(tried: Tried) -> Iterator[Mutant]:
    """Part the thousands of every count, or leave their marks out."""
    edits: list[Edit] = []
    for number, claim in _figures(tried):
        figure = claim.figure
        digits = tried.surface(number, figure.number) if figure is not None and figure.role == "quantity" else ""
        mark = load_languages()[tried.reports[number].language].thousands_marks[:1]
        if figure is not None and re.fullmatch(r"[0-9]{4,9}", digits):
            edits.append(Edit(number, figure.number, f"{int(digits):,}".replace(",", mark)))
        elif figure is not None and mark and re.fullmatch(rf"[0-9]{{1,3}}(?:{re.escape(mark)}[0-9]{{3}})+", digits):
            edits.append(Edit(number, figure.number, digits.replace(mark, "")))
    if edits:
        yield Mutant("marks of thousands", tuple(edits), "same")


def percent(tried: Tried) -> Iterator[Mutant]:
    """Write the word for every sign of percent."""
    edits: list[Edit] = []
    for number, claim in _figures(tried):
        samples, figure = tried.samples(number), claim.figure
        told = tried.surface(number, claim.span) if figure is not None and figure.form == "percent" else ""
        if samples is not None and re.fullmatch(r"\d+(?:\.\d+)?%", told):
            edits.append(Edit(number, claim.span, samples.percent.format(figure=told[:-1])))
    if edits:
        yield Mutant("percent in words", tuple(edits), "same")


def dates(tried: Tried) -> Iterator[Mutant]:
    """Write every whole date in another order."""
    edits: list[Edit] = []
    for number, reading in enumerate(tried.readings):
        samples = tried.samples(number)
        for claim in reading.claims:
            day, date = whole_day(claim), claim.date
            if samples is None or day is None or date is None or date.calendar != "gregorian" or date.weekday:
                continue
            month = samples.months[day.month - 1]
            usual = samples.day.format(day=day.day, month=month, year=day.year, number=day.month)
            if claim.text == usual:
                again = samples.day_again.format(day=day.day, month=month, year=day.year, number=day.month)
                edits.append(Edit(number, claim.span, again))
    if edits:
        yield Mutant("dates in another order", tuple(edits), "same")


def _figures(tried: Tried) -> Iterator[tuple[int, Claim]]:
    for number, reading in enumerate(tried.readings):
        yield from ((number, claim) for claim in reading.claims if claim.figure is not None)


PROBES = (invisible_marks, no_break_spaces, plain_letters, thousands, percent, dates)
