"""Two values held against each other in one sentence that are one value, or are given to different places."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal, cast

from msgspec import Meta

from factcheck.align.dimension import block
from factcheck.judge.case import Case, Draft
from factcheck.judge.changes import compared_in
from factcheck.judge.checks import Check, Options
from factcheck.judge.drafts import claims_draft
from factcheck.judge.schema import When
from factcheck.judge.values import in_unit_of
from factcheck.model.figure import Figure, shown
from factcheck.model.pair import Step


class ComparedOptions(Options, frozen=True, kw_only=True):
    """What the two values may not be."""

    amiss: Annotated[
        Literal["equal", "uneven"],
        Meta(description="one value, after units are turned into one another; or given to different decimal places"),
    ]


def run(case: Case, where: tuple[int, ...], when: When, options: Options) -> Iterator[Draft]:
    """Give a draft for each two exact values of one kind, told as before and after under a word of change.

    Prices and shares of a market's session are left alone, which are quoted as they are paid.
    """
    (report,) = where
    amiss = cast("ComparedOptions", options).amiss
    for sentence in case.readings[report].sentences:
        if not any(True for _ in case.markers(report, sentence.index, "change")):
            continue
        for was, now in compared_in(case, report, sentence.index):
            a, b = was.figure, now.figure
            if a is None or b is None or a.exact is None or b.exact is None or block(a) != block(b) or a.per != b.per:
                continue
            found = _equal(a, b) if amiss == "equal" else _uneven(a, b) and not was.context.session
            if found and _one_thing(a, b):
                values = (("a", shown(a)), ("b", shown(b)))
                step = Step("both-equal", False, values) if amiss == "equal" else Step("both-uneven", False, values)
                yield claims_draft(case, report, [now, was], {"a": was.text, "b": now.text}, step)


def _one_thing(a: Figure, b: Figure) -> bool:
    nouns = {x.counted.key or x.counted.text for x in (a, b) if x.counted is not None}
    return len(nouns) <= 1


def _equal(a: Figure, b: Figure) -> bool:
    return in_unit_of(a, b).exact == a.exact


def _uneven(a: Figure, b: Figure) -> bool:
    """Tell whether one share has a decimal place and the other has none, or fewer."""
    return a.form == b.form == "percent" and a.step != b.step and min(a.step, b.step) > 0


CHECK = Check("report", (), frozenset({"a", "b"}), ComparedOptions, run)
