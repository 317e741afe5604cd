"""Numerals told by what touches them: a telephone number in groups, `9/11`, `UTC+8`."""

from __future__ import annotations

from factcheck.extract.number import Number
from factcheck.model.figure import Role
from factcheck.text.passage import Passage

SIGNS = frozenset("+-−–")
STROKE = "/"
LEAST_DIALLED = 7
"""Digits of the shortest telephone number in groups."""
LONGEST_PART = 2
"""Digits of either numeral of a name such as `9/11`."""


def in_a_run(passage: Passage, number: Number) -> tuple[Role, str] | None:
    """Give the role of a numeral, and by what, where its neighbours decide it; None where they do not."""
    if not number.digits or number.end - number.start != 1:
        return None
    if _dialled(passage, number.start):
        return "contact", "contact: digits in groups after 0 or +"
    if _stroked(passage, number.start):
        return "name-part", "name-part: numerals joined by a stroke"
    if _offset(passage, number.start):
        return "time", "time: hours from the time named before it"
    return None


def _dialled(passage: Passage, at: int) -> bool:
    """Tell the groups of a telephone number: side by side, the first one after `+` or with a 0 before it."""
    tokens = passage.tokens
    start, end = at, at + 1
    while start and tokens[start - 1].kind == "number":
        start -= 1
    while end < len(tokens) and tokens[end].kind == "number":
        end += 1
    first = tokens[start].text
    signed = start > 0 and tokens[start - 1].text == "+" and tokens[start - 1].end == tokens[start].start
    led = first.isdigit() and first.startswith("0") and len(first) > 1
    dialled = sum(map(str.isdigit, "".join(token.text for token in tokens[start:end])))
    return (signed or led) and end - start > 1 and dialled >= LEAST_DIALLED


def _stroked(passage: Passage, at: int) -> bool:
    """Tell a numeral that a stroke joins to another, where the two are no date, fraction or score: they name a day."""
    tokens = passage.tokens
    for stroke, other in ((at - 1, at - 2), (at + 1, at + 2)):
        if not (0 <= other < len(tokens)) or tokens[stroke].text != STROKE or tokens[other].kind != "number":
            continue
        first = min(at, other)
        glued = tokens[first].end == tokens[first + 1].start and tokens[first + 1].end == tokens[first + 2].start
        if glued and all(tokens[i].text.isdigit() and len(tokens[i].text) <= LONGEST_PART for i in (at, other)):
            return True
    return False


def _offset(passage: Passage, at: int) -> bool:
    """Tell the hours of `UTC+8`: a sign parts them from the name of a time, and nothing else does."""
    tokens = passage.tokens
    if at < 2 or tokens[at - 1].text not in SIGNS or passage.at(at - 2, "clock") is None:
        return False
    return tokens[at - 2].end == tokens[at - 1].start and tokens[at - 1].end == tokens[at].start
