"""A part that is larger than the whole it is said to be of."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from factcheck.judge.case import Case, Draft
from factcheck.judge.changes import MOST_FIGURES
from factcheck.judge.checks import Check, Options
from factcheck.judge.drafts import claims_draft
from factcheck.judge.gaps import gap, is_blank
from factcheck.judge.schema import When
from factcheck.judge.sums import exact
from factcheck.model.claim import Claim, Marker
from factcheck.model.figure import shown
from factcheck.model.pair import Step

AMONG = frozenset({"among-them", "including", "of-them"})
"""Keys of the words that open a part of the number before."""
REACH = 40
"""Code points between a whole, the words that open its part, and the part."""


def run(case: Case, where: tuple[int, ...], when: When, options: Options) -> Iterator[Draft]:
    """Give a draft for each "9 of 7", and for each count among a smaller one ("five people, six children among them").

    Levels: `of` where the two are joined by "of", `among` where a count of people follows words for a part of them.
    """
    (report,) = where
    for sentence in case.readings[report].sentences:
        figures = sorted(case.figures(report, sentence.index), key=lambda claim: claim.span.order)
        joins = [m for m in case.markers(report, sentence.index, "share-of") if m.key == "of"]
        opens = [m for m in case.markers(report, sentence.index, "part") if m.key in AMONG]
        for first, second in itertools.pairwise(figures) if len(figures) <= MOST_FIGURES else ():
            if not (exact(first) > 0 and exact(second) > 0):
                continue
            if exact(first) > exact(second) and _joined(case, report, first, second, joins):
                yield _draft(case, report, "of", first, second)
            elif exact(second) > exact(first) and _among(case, report, first, second, opens):
                yield _draft(case, report, "among", second, first)


def _joined(case: Case, report: int, part: Claim, whole: Claim, joins: list[Marker]) -> bool:
    """Tell whether nothing but "of" stands between two counts of which one at most names what it counts."""
    if part.figure is None or whole.figure is None or {part.figure.form, whole.figure.form} != {"cardinal"}:
        return False
    reading = case.readings[report].report
    between = [m for m in joins if part.span.end <= m.span.start and m.span.end <= whole.span.start]
    return any(
        is_blank(gap(reading, part.span, m.span)) and is_blank(gap(reading, m.span, whole.span)) for m in between
    )


def _among(case: Case, report: int, whole: Claim, part: Claim, opens: list[Marker]) -> bool:
    """Tell whether people counted behind "among them" are the next count after the people they are among."""
    counted = [c.figure.counted for c in (whole, part) if c.figure is not None and c.figure.counted is not None]
    if len(counted) < 2 or any(noun.kind not in ("people", "casualty") for noun in counted):
        return False
    return any(
        whole.span.end <= m.span.start
        and m.span.end <= part.span.start
        and m.span.start - whole.span.end <= REACH
        and part.span.start - m.span.end <= REACH
        for m in opens
    )


def _draft(case: Case, report: int, level: str, part: Claim, whole: Claim) -> Draft:
    values = {"part": part.text, "whole": whole.text}
    found = tuple((name, shown(c.figure)) for name, c in (("a", part), ("b", whole)) if c.figure is not None)
    step = Step("part-of", False, found)
    return claims_draft(case, report, [part, whole], values, step, level=level, labels=("part", "total"))


CHECK = Check("report", ("of", "among"), frozenset({"part", "whole"}), Options, run)
