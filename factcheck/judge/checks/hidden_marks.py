"""Marks nobody sees in a number or around it, that may show it otherwise than it is read."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from factcheck.judge.case import Case, Draft
from factcheck.judge.checks import Check, Options
from factcheck.judge.drafts import claims_draft
from factcheck.judge.schema import When
from factcheck.model.claim import Claim
from factcheck.model.pair import Step
from factcheck.model.report import Report
from factcheck.model.span import Field, Span

_TURNED = re.compile(r"[\u202d\u202e][^\u202c\n]*")
"""What stands behind an override of direction, up to its end or that of the line: its digits are shown turned round."""
_USUAL = frozenset("\u200e\u200f\u061c\u00ad")
"""Direction marks that programs put into numbers, and the soft hyphen."""


def run(case: Case, where: tuple[int, ...], when: When, options: Options) -> Iterator[Draft]:
    """Give a draft for each figure and date whose digits are parted by hidden characters, or turned by an override."""
    (report,) = where
    reading = case.readings[report]
    if reading.report.text.isascii() and (reading.report.title or "").isascii():
        return
    turned = [(field, *found.span()) for field in _FIELDS for found in _TURNED.finditer(_field(reading.report, field))]
    for claim in reading.claims:
        span = _numeral(claim)
        if span is None:
            continue
        digits = reading.report.surface(span)
        inside = not digits.isascii() and any(map(_hidden, digits))
        around = any(field == span.field and start < span.end and span.start < end for field, start, end in turned)
        if inside or around:
            words = "".join(char for char in digits if unicodedata.category(char) != "Cf")
            step = Step("hidden-marks", False, (("figure", words),))
            yield claims_draft(case, report, [claim], {"figure": words}, step)


_FIELDS: tuple[Field, ...] = ("title", "text")


def _field(report: Report, field: Field) -> str:
    return report.text if field == "text" else report.title or ""


def _numeral(claim: Claim) -> Span | None:
    """Give where a claim has its digits: a figure its number, a date all of it."""
    if claim.figure is not None:
        return claim.figure.number
    return claim.span if claim.date is not None else None


def _hidden(char: str) -> bool:
    return char not in _USUAL and unicodedata.category(char) == "Cf"


CHECK = Check(on="report", levels=(), slots=frozenset({"figure"}), options=Options, run=run)
