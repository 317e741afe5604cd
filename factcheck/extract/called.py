"""People told by what stands beside two or three words with capitals that no lexicon holds."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.extract.capitals import capitals
from factcheck.extract.persons import TELLING
from factcheck.text.passage import Passage

FEWEST, LONGEST = 2, 3
"""Words of a name that only the words beside it tell."""
LONGEST_OFFICE = 9
"""Tokens of an office and what it is of."""
REACH, NEXT = 5, 2
"""Tokens behind a name and its comma among which what somebody does is told ("Ann Lee, a senior analyst"), and fewer
where nothing before the name tells that it is one."""


def called(passage: Passage, surface: str) -> dict[int, tuple[int, str]]:
    """Map where such names begin to where they end, and why they are names."""
    found: dict[int, tuple[int, str]] = {}
    for start, end in _runs(passage, surface):
        how = _how(passage, start, end)
        if how and FEWEST <= end - start <= LONGEST:
            found[start] = (end, how)
    return found


def _runs(passage: Passage, surface: str) -> Iterator[tuple[int, int]]:
    """Give the longest ranges of unknown words with capitals."""
    unknown = sorted(at for at in capitals(passage, surface) if at not in passage.found)
    start = 0
    for n, at in enumerate(unknown):
        if n + 1 == len(unknown) or unknown[n + 1] != at + 1:
            yield unknown[start], at + 1
            start = n + 1


def _how(passage: Passage, start: int, end: int) -> str:
    before, after = _text(passage, start - 1), _text(passage, end)
    if _office_ends(passage, start):
        return "office: told before it"
    if before == after == "," and (_office_ends(passage, start - 1) or _office_of(passage, start - 1)):
        return "office: told before it"
    if after == "," and _relative(passage, end + 1):
        return "who: told behind it"
    if after == "," and _office_begins(passage, end + 1, REACH if _said_before(passage, start) else NEXT):
        return "office: told behind it"
    return ""


def _text(passage: Passage, at: int) -> str:
    return passage.tokens[at].text if 0 <= at < len(passage.tokens) else ""


def _office_ends(passage: Passage, at: int) -> bool:
    begins = (passage.at(n, "role", "title") for n in range(max(0, at - REACH), at))
    return any(match is not None and match.end == at for match in begins)


def _office_of(passage: Passage, at: int) -> bool:
    """Tell an office with what it is of, up to a comma ("the former director of the port authority, Ann Lee, ...")."""
    for n in range(at - 1, max(0, at - LONGEST_OFFICE) - 1, -1):
        if passage.tokens[n].kind != "word":
            return False
        held = passage.at(n, "role", "title")
        if held is not None and held.end < at:
            of = passage.at(held.end, "stop")
            return of is not None and of.entry.tag("class") == "preposition"
    return False


def _office_begins(passage: Passage, at: int, reach: int) -> bool:
    stop = passage.at(at, "stop")
    if stop is not None and stop.entry.tag("class") == "relative":
        return False  # "the Ash Inn, which the president visited"
    return any(passage.at(n, "role", "title", "unnamed") is not None for n in range(at, at + reach))


def _relative(passage: Passage, at: int) -> bool:
    """Tell a word for "who", which is told of people alone."""
    stop = passage.at(at, "stop")
    return stop is not None and stop.entry.tag("class") == "relative" and stop.entry.tag("speaker") == "person"


def _said_before(passage: Passage, at: int) -> bool:
    said = (passage.at(n, "speech") for n in range(max(0, at - REACH), at))
    return any(m is not None and m.end == at and m.entry.tag("act") in TELLING for m in said)
