"""Shares of a whole that is said to be shared out among them, and that do not make a hundred percent."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from factcheck.judge.case import Case, Draft
from factcheck.judge.changes import MOST_FIGURES
from factcheck.judge.checks import Check, Options
from factcheck.judge.drafts import claims_draft
from factcheck.judge.schema import When
from factcheck.model.claim import Claim
from factcheck.model.figure import plain
from factcheck.model.pair import Step

WHOLE = Decimal(100)
SHARED_OUT = frozenset({"at-the-rate-of", "divided-into", "made-up-of"})
"""Keys of the words that share all of a whole out; a colon may open anything."""
FEWEST = 2
"""Shares from which a whole may be shared out."""


def run(case: Case, where: tuple[int, ...], when: When, options: Options) -> Iterator[Draft]:
    """Give a draft for each "divided into", "made up of" with shares behind it that make another sum.

    Each share may be rounded by half its last place. Nothing is said where a word opens a part of the whole, where the
    rest is left without a number, or where another kind of figure stands between.
    """
    (report,) = where
    for sentence in case.readings[report].sentences:
        opened = [m for m in case.markers(report, sentence.index, "breakdown") if m.key in SHARED_OUT]
        if not opened:
            continue
        spoilt = case.markers(report, sentence.index, "part", "vague-count", "change")
        if any(not m.span.overlaps(opened[0].span) for m in spoilt):
            continue
        behind = [c for c in case.figures(report, sentence.index) if c.span.start >= opened[0].span.end]
        if not FEWEST <= len(behind) <= MOST_FIGURES or not all(_is_share(claim) for claim in behind):
            continue
        values = [c.figure.exact for c in behind if c.figure is not None and c.figure.exact is not None]
        made = sum(values, Decimal(0))
        slack = sum((c.figure.step / 2 for c in behind if c.figure is not None), Decimal(0))
        if abs(made - WHOLE) > slack:
            terms = " + ".join(plain(value) for value in values)
            step = Step("sum", False, (("terms", terms), ("sum", plain(made)), ("total", plain(WHOLE))))
            yield claims_draft(case, report, behind, {"terms": terms, "sum": plain(made)}, step)


def _is_share(claim: Claim) -> bool:
    figure = claim.figure
    return figure is not None and figure.form == "percent" and figure.exact is not None and figure.per is None


CHECK = Check("report", (), frozenset({"terms", "sum"}), Options, run)
