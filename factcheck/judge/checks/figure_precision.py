"""Figures given more exactly than their own wording, or than a reader can use."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, cast

from msgspec import Meta

from factcheck.data.unit_sizes import unit_sizes
from factcheck.judge.case import Case, Draft
from factcheck.judge.checks import Check, Options
from factcheck.judge.drafts import claims_draft
from factcheck.judge.schema import When
from factcheck.model.figure import Figure
from factcheck.model.pair import Step


class PrecisionOptions(Options, frozen=True, kw_only=True):
    """What is too exact."""

    estimates: Annotated[bool, Meta(description="look at estimates only (`about`, `nearly`)")] = False
    digits: Annotated[int, Meta(ge=1, le=20, description="least number of digits before the closing zeros")]


def run(case: Case, where: tuple[int, ...], when: When, options: Options) -> Iterator[Draft]:
    """Give a draft for each figure with so many digits.

    The figures of a market's session are left alone: they are quoted as exactly as they are paid.
    """
    (report,) = where
    options = cast("PrecisionOptions", options)
    for claim in case.figures(report):
        if claim.figure is None or claim.context.session or (options.estimates and not claim.figure.approximate):
            continue
        digits = _digits(claim.figure)
        if options.digits <= digits < FRACTION:
            step = Step("precision", False, (("figure", claim.text), ("digits", str(digits))))
            yield claims_draft(case, report, [claim], {"figure": claim.text}, step)


FRACTION = 12
"""Digits from which a figure is a fraction in words ("two thirds"), worked out and not printed."""


def _digits(figure: Figure) -> int:
    """Count the digits before the closing zeros; none of a range, a vague word or an amount of time of two parts."""
    value = figure.low if figure.low is not None else figure.high
    if not value or figure.form in ("vague", "ratio") or (figure.low is not None and figure.high not in (None, value)):
        return 0
    if unit_sizes().get(figure.unit or "", ("",))[0] == "time":
        return 0
    return min(len(read.normalize().as_tuple().digits) for read in (value, *figure.readings))


CHECK = Check("report", (), frozenset({"figure"}), PrecisionOptions, run, turns={"exact-figure": ()})
