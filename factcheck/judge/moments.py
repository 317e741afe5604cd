"""Whether two figures are told of one moment: no two dates beside them, neither of an earlier time, one session."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from factcheck.align.exchanged_digits import SWAPPED
from factcheck.align.retold import PARTICULAR
from factcheck.judge.days import days_apart
from factcheck.judge.one_slot import in_one_slot
from factcheck.model.claim import Claim
from factcheck.model.figure import Counted
from factcheck.model.pair import Step


def one_moment(a: Claim, b: Claim, signals: Mapping[str, float]) -> Step:
    """The same moment: no different dates beside the two, and neither alone speaks of an earlier time.

    Prices and indices hold for a trading session: without one date named in both, two of them never meet ("two papers
    may both say today and mean different sessions").
    """
    left, right = a.context.moment, b.context.moment
    differ = left is not None and right is not None and moments_apart(left, right)
    earlier = _earlier_alone(a, b) or _earlier_alone(b, a)
    dated = left is not None and left == right and _DAY.fullmatch(left) is not None
    # Whatever is traded, people and their work are not.
    people = any(c.kind in ("casualty", "people") or c.key == WORK for c in _nouns(a, b))
    session = (a.context.session or b.context.session) and not dated and not people and PARTICULAR not in signals
    apart = days_apart(left or "", right or "") if differ else None
    if (
        apart is not None
        and SWAPPED in signals
        and all(c.figure is not None and c.figure.role == "age" for c in (a, b))
    ):
        differ = apart >= YEAR  # somebody's age is one for the year round
    if differ and "one-day" in signals and in_one_slot(signals) and not session:
        differ = apart is None or apart > CRAWLED
    lone = signals.get("one-differs", -1.0)
    copied = "one-day" in signals and lone >= 0 and signals.get("sentence", 0.0) >= COPIED
    slip = SWAPPED in signals and left is not None and right is not None  # of one time, as told beside both
    by = (("by", "likeness"),) if session and (lone >= SAME_SESSION or copied or slip) else ()
    session = session and not by
    values = (("a", left or "–"), ("b", right or "–"), *by)
    if session and not (differ or earlier):
        return Step("same-session", False, values)
    return Step("same-moment", not (differ or earlier or session), values)


WORK = "job"


def _earlier_alone(a: Claim, b: Claim) -> bool:
    """Tell whether the first alone speaks of an earlier time: a date beside the other may be the day of "last year"."""
    return a.context.earlier and not b.context.earlier and (a.context.moment is not None or b.context.moment is None)


SAME_SESSION = 2
"""Figures of two sentences that agree, from which the one that does not is of the same session."""
COPIED = 0.9
"""Likeness of two sentences in reports of one date from which one is copied from the other, session and all."""
YEAR = 365
CRAWLED = 1
"""Days that "today" and "yesterday" may be apart in reports of one date, which may be the day they were collected."""


def _nouns(a: Claim, b: Claim) -> Iterator[Counted]:
    return (c.figure.counted for c in (a, b) if c.figure is not None and c.figure.counted is not None)


_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def moments_apart(a: str, b: str) -> bool:
    """Tell whether two EDTF dates exclude one another: a year holds its days, and what is not given excludes none."""
    if "/" in a or "/" in b:
        return not (set(a.split("/")) & set(b.split("/")))
    return any("X" not in x + y and x != y for x, y in zip(a.split("-"), b.split("-"), strict=False))
