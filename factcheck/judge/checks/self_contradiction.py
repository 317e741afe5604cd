"""One report against itself: headline against text, lead against what follows, one figure with two values."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from factcheck.judge.case import Case, Draft
from factcheck.judge.checks import Check, Options
from factcheck.judge.figures_excluded import figures_excluded
from factcheck.judge.figures_twice import figures_twice
from factcheck.judge.headline_dates import headline_dates
from factcheck.judge.schema import When


def run(case: Case, where: tuple[int, ...], when: When, options: Options) -> Iterator[Draft]:
    """Give a draft for every two figures, or days, of one thing in one report that cannot both hold.

    Levels: `headline` where the first sentences tell the headline's story with another figure, `headline-likely` where
    that is less plain, `headline-excluded` where its age stands nowhere in the text; `headline-date`; `body` where two
    sentences say one thing in the same words, `toll` where a later one raises the lead's toll; `lead-excluded` where
    the statement of the lead is told again with another figure. Of two for one figure the first of these is given.
    """
    told = set()
    for draft in figures_twice(case, where):
        told.add(draft.evidence[0].span)
        yield replace(draft, kind="number")
    for draft in figures_excluded(case, where):
        if draft.evidence[0].span not in told:
            yield replace(draft, kind="number")
    for draft in headline_dates(case, where):
        yield replace(draft, kind="date")


CHECK = Check(
    "report",
    ("headline", "headline-likely", "headline-excluded", "headline-date", "body", "toll", "lead-excluded"),
    frozenset({"a", "b"}),
    Options,
    run,
    turns={"equal-figures": ("headline",), "equal-dates": ("headline-date",)},
)
