"""Two events of which the second is dated before the first: an arrest before the crime."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Annotated, cast

from msgspec import Meta

from factcheck.judge.case import Case, Draft
from factcheck.judge.checks import Check, Options
from factcheck.judge.drafts import claims_draft
from factcheck.judge.schema import When
from factcheck.judge.word_lists import Worded, WordList
from factcheck.model.claim import Claim
from factcheck.model.pair import Step

REACH = 40
"""Code points between the words for an event and its date."""
PRINTED = (len("2026-01-01"), len("2026-01"), len("2026"))
"""Lengths of dates told to the day, the month and the year."""


class OrderOptions(Options, frozen=True, kw_only=True):
    """What comes first, and what can only follow."""

    first: Annotated[WordList, Meta(description="words for what comes first")]
    then: Annotated[WordList, Meta(description="words for what can only come after it")]


def run(case: Case, where: tuple[int, ...], when: When, options: Options) -> Iterator[Draft]:
    """Give a draft for each sentence that tells both, each with a date of its own behind it, in the wrong order."""
    (report,) = where
    options = cast("OrderOptions", options)
    worded = case.worded[report]
    dates: dict[int, list[Claim]] = {}
    for claim in case.readings[report].claims:
        if _printed(claim):
            dates.setdefault(claim.context.sentence, []).append(claim)
    firsts, thens = _by_sentence(worded, options.first), _by_sentence(worded, options.then)
    for number in sorted(firsts.keys() & thens.keys()):
        told = sorted([*firsts[number], *thens[number]], key=lambda found: found.span.order)
        of_first = _dated(firsts[number][0], told, dates.get(number, ()))
        of_then = _dated(thens[number][0], told, dates.get(number, ()))
        if of_first is None or of_then is None or len(_printed(of_first)) != len(_printed(of_then)):
            continue
        if _printed(of_then) < _printed(of_first):
            step = Step("in-order", False, (("a", _printed(of_first)), ("b", _printed(of_then))))
            yield claims_draft(case, report, [of_then, of_first], {"a": of_first.text, "b": of_then.text}, step)


def _by_sentence(worded: object, words: WordList) -> dict[int, list[Worded]]:
    found: dict[int, list[Worded]] = {}
    for item in cast("dict[str, tuple[Worded, ...]]", worded).get(words.name, ()):
        found.setdefault(item.sentence, []).append(item)
    return found


def _printed(claim: Claim) -> str:
    date = claim.date
    if date is None or date.relative or "X" in date.edtf or "/" in date.edtf or len(date.edtf) not in PRINTED:
        return ""
    return date.edtf


def _dated(event: Worded, told: Sequence[Worded], dates: Sequence[Claim]) -> Claim | None:
    """Give the date next behind the words for an event, with no other event between."""
    date = next((c for c in dates if 0 <= c.span.start - event.span.end <= REACH), None)
    if date is None:
        return None
    between = any(event.span.end <= other.span.start < date.span.start for other in told)
    return None if between else date


CHECK = Check("report", (), frozenset({"a", "b"}), OrderOptions, run)
