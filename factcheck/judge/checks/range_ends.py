"""A range of two numbers told in an odd way: the larger end first, or a magnitude that may serve one end only."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal, cast

from msgspec import Meta

from factcheck.judge.case import Case, Draft
from factcheck.judge.checks import Check, Options
from factcheck.judge.drafts import claims_draft
from factcheck.judge.schema import When
from factcheck.model.figure import plain
from factcheck.model.pair import Step


class EndsOptions(Options, frozen=True, kw_only=True):
    """What is odd about the range."""

    ends: Annotated[
        Literal["backwards", "lent"],
        Meta(
            description="backwards: the larger end comes first; lent: both have a unit, and only the second a magnitude"
        ),
    ]


def run(case: Case, where: tuple[int, ...], when: When, options: Options) -> Iterator[Draft]:
    """Give a draft for each such range, but for those of a market's session, which run from the first mover down."""
    (report,) = where
    ends = cast("EndsOptions", options).ends
    for claim in case.figures(report):
        figure = claim.figure
        if figure is None or figure.ends != ends or claim.context.session or figure.low is None or figure.high is None:
            continue
        found = (("a", plain(figure.low)), ("b", plain(figure.high)))
        step = Step("range-backwards", False, found) if ends == "backwards" else Step("range-lent", False, found)
        yield claims_draft(case, report, [claim], {"figure": claim.text}, step)


CHECK = Check("report", (), frozenset({"figure"}), EndsOptions, run)
