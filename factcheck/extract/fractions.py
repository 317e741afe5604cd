"""Shares told as one number against another: `3/4`, `2 1/4`, "one in five"."""

from __future__ import annotations

from decimal import Decimal

from factcheck.extract.number import Number, stands_alone
from factcheck.text.passage import Passage

PARTS = frozenset({2, 3, 4, 5, 6, 8, 10, 100})
"""Denominators of fractions that papers print in digits; "24/7" and "15/6" are none."""
LONGEST_PART = 3
MOST_OF = 10
"""The largest whole that a share is told of with more than one in it ("two in three")."""


def slashed(passage: Passage, index: int) -> Number | None:
    """Read `3/4` and `2 1/4`: digits right around a slash, a proper fraction of few parts."""
    tokens = passage.tokens
    if "/" not in [token.text for token in tokens[index + 1 : index + 3]]:
        return None
    whole = _plain(passage, index)
    at = index
    if whole is not None and index + 1 < len(tokens) and tokens[index + 1].text != "/":
        at = index + 1
    above, below = _plain(passage, at), _plain(passage, at + 2)
    if above is None or not below or at + 2 >= len(tokens) or tokens[at + 1].text != "/":
        return None
    glued = tokens[at].end == tokens[at + 1].start and tokens[at + 1].end == tokens[at + 2].start
    longer = (at and tokens[at - 1].text == "/") or (at + 3 < len(tokens) and tokens[at + 3].text == "/")
    proper = "score" not in passage.groups and below in PARTS and 0 < above < below
    if not glued or longer or not (proper or stands_alone(passage, index, at + 3)):
        return None
    value = round(Decimal(above) / Decimal(below), 15) + (whole if at > index and whole is not None else 0)
    return Number(index, at + 3, value, value, Decimal("0.01"), kind="fraction", digits=True, explain=("fraction",))


def _plain(passage: Passage, index: int) -> int | None:
    if index >= len(passage.tokens) or not passage.tokens[index].text.isdigit():
        return None
    return int(passage.tokens[index].text) if len(passage.tokens[index].text) <= LONGEST_PART else None


def told_fraction(passage: Passage, first: Number, second: Number | None) -> Number | None:
    """Read "one over three" where nothing else is said."""
    bar = passage.at(first.end, "fraction-bar")
    if bar is None or second is None or bar.end != second.start or second.value <= 0:
        return None
    if not stands_alone(passage, first.start, second.end):
        return None
    value = round(first.value / second.value, 15)
    explain = (*first.explain, *second.explain, "fraction")
    return Number(first.start, second.end, value, value, Decimal("0.01"), kind="fraction", digits=True, explain=explain)


def share(passage: Passage, first: Number, second: Number | None) -> Number | None:
    """Read "one in five" as the share it tells; None where the second number counts something of its own."""
    join = passage.at(first.end, "ratio-join")
    if join is None or second is None or join.end != second.start or "cardinal" != first.kind != second.kind:
        return None
    some, whole = first.value, second.value
    counts = 0 < some < whole and whole == whole.to_integral_value() and some == some.to_integral_value()
    near = passage.at(second.end, "unit", "month", "year-word", "calendar-unit")
    if (
        not counts
        or near is not None
        or not (some == 1 or (whole <= MOST_OF and not (first.digits and not second.digits)))
    ):
        return None
    value = round(some / whole, 15)
    explain = (*first.explain, *second.explain, f"share: {join.entry.key}")
    return Number(first.start, second.end, value, value, Decimal("0.01"), kind="fraction", digits=True, explain=explain)
