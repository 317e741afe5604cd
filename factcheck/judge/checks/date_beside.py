"""A date beside words it does not go with: what is to come is dated before the report, or what was after it."""

from __future__ import annotations

import datetime
import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Annotated, Literal, cast

from msgspec import Meta

from factcheck.judge.case import Case, Draft
from factcheck.judge.checks import Check, Options
from factcheck.judge.drafts import claims_draft
from factcheck.judge.gaps import gap
from factcheck.judge.schema import When
from factcheck.judge.word_lists import Worded, WordList
from factcheck.model.claim import Claim
from factcheck.model.pair import Step
from factcheck.model.span import Span

_WORD = re.compile(r"[^\W_]+")
_PAUSE = re.compile(r"[,;:.!?،؛؟]")
WHOLE = len("2026-01-01")


class DateBesideOptions(Options, frozen=True, kw_only=True):
    """What stands before the date, and on which side of the report's own day the date is wrong."""

    words: Annotated[WordList, Meta(description="words before the date, by language")]
    wrong: Annotated[
        Literal["before", "after"], Meta(description="speak of dates before the day of publication, or after it")
    ]
    within: Annotated[int, Meta(ge=0, le=12, description="most words that may stand between")] = 4
    tolerance: Annotated[int, Meta(ge=0, le=400, description="days that the date may be off")] = 1
    unless: Annotated[WordList | None, Meta(description="stay silent where one of these is in the same sentence")] = (
        None
    )


def run(case: Case, where: tuple[int, ...], when: When, options: Options) -> Iterator[Draft]:
    """Give a draft for each whole printed date next behind such words, on the wrong side of the day of publication."""
    (report,) = where
    options = cast("DateBesideOptions", options)
    published = case.readings[report].report.published
    if published is None:
        return
    excused = {found.sentence for found in _listed(case, report, options.unless)}
    dates = [claim for claim in case.readings[report].claims if claim.date is not None]
    starts = [claim.span.order[:2] for claim in dates]
    for found in _listed(case, report, options.words):
        at = bisect_left(starts, (found.span.field == "text", found.span.end))
        if found.sentence in excused or at >= len(dates) or dates[at].context.sentence != found.sentence:
            continue
        day = _day(dates[at])
        if day is None or not _near(case, report, found.span, dates[at].span, options.within):
            continue
        late = (day - published).days
        if (-late if options.wrong == "before" else late) > options.tolerance:
            words = case.readings[report].report.surface(found.span.join(dates[at].span))
            days = (("day", day.isoformat()), ("published", published.isoformat()))
            step = Step("day-told-as-past", False, days) if late > 0 else Step("day-told-as-coming", False, days)
            values = {"date": dates[at].text, "together": words}
            evidence = (case.evidence(report, found.span, "word"),)
            yield claims_draft(case, report, [dates[at]], values, step, further=evidence)


def _listed(case: Case, report: int, words: WordList | None) -> Sequence[Worded]:
    return case.worded[report].get(words.name, ()) if words is not None else ()


def _near(case: Case, report: int, words: Span, date: Span, within: int) -> bool:
    between = gap(case.readings[report].report, words, date)
    return not _PAUSE.search(between) and len(_WORD.findall(between)) <= within


def _day(claim: Claim) -> datetime.date | None:
    """Give a whole day that is printed; None for one that is worked out from today."""
    date = claim.date
    if date is None or date.relative or len(date.edtf) != WHOLE or "X" in date.edtf:
        return None
    return datetime.date.fromisoformat(date.edtf)


CHECK = Check("report", (), frozenset({"date", "together"}), DateBesideOptions, run)
