"""A stretch of time whose end is printed before its beginning."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from factcheck.judge.case import Case, Draft
from factcheck.judge.checks import Check, Options
from factcheck.judge.drafts import claims_draft
from factcheck.judge.schema import When
from factcheck.model.claim import Claim
from factcheck.model.pair import Step
from factcheck.model.span import Span

REACH = 25
"""Code points between the two ends of a range."""
DASHES = ("-", "–", "—", "−")
_YEAR = re.compile(r"\d{4}")


def run(case: Case, where: tuple[int, ...], when: When, options: Options) -> Iterator[Draft]:
    """Give a draft for each range of two dates of one precision that runs backwards.

    Levels: `worded` for "from ... to", `dashed` for two years joined by a dash. A range of days in one month that only
    holds if it began the year before counts as backwards.
    """
    (report,) = where
    dates = [claim for claim in case.readings[report].claims if claim.date is not None]
    for claim in dates:
        gregorian = claim.date is not None and claim.date.calendar == "gregorian"
        if claim.date is not None and gregorian and _wrapped(claim.date.edtf) and len(_YEAR.findall(claim.text)) <= 1:
            yield _draft(case, report, "worded", [claim])
    for one, two in itertools.pairwise(dates):
        level = _range(case, report, one, two)
        if level and _printed(one) > _printed(two) > "" and len(_printed(one)) == len(_printed(two)):
            yield _draft(case, report, level, [one, two])


def _wrapped(edtf: str) -> bool:
    start, _, end = edtf.partition("/")
    return bool(end) and start[:4] != end[:4] and start[4:7] == end[4:7] and start[7:] > end[7:]


def _printed(claim: Claim) -> str:
    """Give a date that is printed, year and all; nothing for one that is only worked out."""
    date = claim.date
    if date is None or date.relative or "X" in date.edtf or "/" in date.edtf or date.corresponds is not None:
        return ""
    return date.edtf if date.calendar == "gregorian" else ""


def _range(case: Case, report: int, one: Claim, two: Claim) -> str:
    if one.context.sentence != two.context.sentence or one.date is None or two.date is None:
        return ""
    if not 0 <= two.span.start - one.span.end <= REACH:
        return ""
    between = case.readings[report].report.surface(Span(one.span.end, two.span.start, one.span.field)).strip()
    if one.date.bound == "from" and two.date.bound == "until":
        return "worded"
    return "dashed" if between in DASHES and len(one.date.edtf) == len("2026") else ""


def _draft(case: Case, report: int, level: str, claims: list[Claim]) -> Draft:
    first, last = claims[0], claims[-1]
    ends = [part for c in claims if c.date is not None for part in c.date.edtf.split("/")]
    values = {"dates": case.readings[report].report.surface(first.span.join(last.span))}
    step = Step("in-order", False, (("a", ends[0]), ("b", ends[-1])))
    return claims_draft(case, report, claims, values, step, level=level, labels=("date", "date"))


CHECK = Check("report", ("worded", "dashed"), frozenset({"dates"}), Options, run)
