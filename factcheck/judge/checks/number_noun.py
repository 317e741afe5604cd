"""A numeral and the noun right behind it that do not go together: one of the two is often a slip of the keyboard."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, cast

from msgspec import Meta

from factcheck.judge.case import Case, Draft
from factcheck.judge.checks import Check, Options
from factcheck.judge.drafts import claims_draft
from factcheck.judge.gaps import gap, is_blank
from factcheck.judge.schema import Closed, When
from factcheck.judge.sums import exact
from factcheck.model.claim import Claim, Marker
from factcheck.model.pair import Step
from factcheck.model.span import Span


class Agreement(Closed, frozen=True, kw_only=True):
    """Which numbers ask for which form of the noun: ranges of a number's last digits, both ends included."""

    last_digits: Annotated[int, Meta(ge=10, le=1_000_000_000, description="numbers are taken modulo this")] = 100
    singular: tuple[int, int] | None = None
    plural: tuple[int, int] | None = None


class NumberNounOptions(Options, frozen=True, kw_only=True):
    """How each language joins a number and its noun."""

    agreement: dict[str, Agreement]


def run(case: Case, where: tuple[int, ...], when: When, options: Options) -> Iterator[Draft]:
    """Give a draft for each exact number whose noun, right behind it, has the form that other numbers take.

    Only nouns that the lexicon knows in that very form are judged.
    """
    (report,) = where
    reading = case.readings[report].report
    agreement = cast("NumberNounOptions", options).agreement.get(reading.language)
    for sentence in case.readings[report].sentences if agreement is not None else ():
        nouns = {m.span.end: m for m in case.markers(report, sentence.index, "counted")}
        for claim in case.figures(report, sentence.index):
            noun = nouns.get(claim.span.end)
            if noun is None or agreement is None or not _right_behind(case, report, claim, noun):
                continue
            if _clash(exact(claim) % agreement.last_digits, noun, agreement):
                yield _draft(case, report, claim, noun)


def _draft(case: Case, report: int, claim: Claim, noun: Marker) -> Draft:
    said = case.readings[report].report.surface(noun.span)
    step = Step("noun-form", False, (("figure", claim.text), ("word", said)))
    return claims_draft(case, report, [claim], {"figure": claim.text, "noun": said}, step)


def _clash(last: int, noun: Marker, agreement: Agreement) -> bool:
    asked = {"singular": agreement.plural, "accusative": agreement.plural, "plural": agreement.singular}
    wrong = asked.get(noun.number)
    return wrong is not None and wrong[0] <= last <= wrong[1]


def _right_behind(case: Case, report: int, claim: Claim, noun: Marker) -> bool:
    """Tell whether a listed noun is what a plain number counts, and stands right behind it.

    A number that hangs on something before it ("9-to-6 vote") is none by itself; a spelling may be the singular of one
    thing and the plural of another.
    """
    figure = claim.figure
    if figure is None or figure.form != "cardinal" or exact(claim) < 1 or figure.per is not None:
        return False
    if figure.counted is None or figure.counted.key != noun.key or noun.span.start < figure.number.end:
        return False
    surface, start = case.readings[report].report.surface, figure.number.start
    before = surface(Span(max(0, start - 1), start, figure.number.field))
    if before in HANGING or before.isdigit() or before.isupper() or before.islower():
        return False
    return is_blank(gap(case.readings[report].report, figure.number, noun.span))


HANGING = ("-", "–", "—", "/", ":", ".", ",")


CHECK = Check("report", (), frozenset({"figure", "noun"}), NumberNounOptions, run)
