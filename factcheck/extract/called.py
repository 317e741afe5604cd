"""People told by what stands beside two or three words with capitals that no lexicon holds."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.extract.capitals import capital, capitals
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
        how = _how(passage, start, end, surface)
        if how and FEWEST <= _length(passage, start, end) <= LONGEST:
            found[start] = (end, how)
    return found


def _runs(passage: Passage, surface: str) -> Iterator[tuple[int, int]]:
    """Give the longest ranges of unknown words with capitals, particles between two of them among them."""
    unknown = {at for at in capitals(passage, surface) if at not in passage.found}
    for at in list(unknown):
        between = passage.at(at + 1, "particle")
        if between is not None and between.end in unknown:
            unknown.update(range(at + 1, between.end))
    ordered, start = sorted(unknown), 0
    for n, at in enumerate(ordered):
        if n + 1 == len(ordered) or ordered[n + 1] != at + 1:
            yield ordered[start], at + 1
            start = n + 1


def _length(passage: Passage, start: int, end: int) -> int:
    """Count the words of a name, its particles left out."""
    return sum(at not in passage.found or passage.at(at, "particle") is None for at in range(start, end))


def _how(passage: Passage, start: int, end: int, surface: str) -> str:
    before, after = _text(passage, start - 1), _text(passage, end)
    if _office_ends(passage, start):
        return "office: told before it"
    behind = before == after == "," and _somebody_ends(passage, start - 1, surface)
    if behind or _somebody_ends(passage, start, surface):
        return "who it is: told before it"
    last = end >= len(passage.tokens) - 1
    if before == "," and (after == "," or last) and _office_ends(passage, start - 1):
        return "office: told before it"
    if before == after == "," and _office_of(passage, start - 1):
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


def _somebody_ends(passage: Passage, at: int, surface: str) -> bool:
    """Tell a word for one person of some work or kind, no nation's ("the bookkeeper, Mia Rolf,").

    With a capital of its own it is part of what follows ("the Employee Free Choice Act").
    """
    begins = (passage.at(n, "counted") for n in range(max(0, at - REACH), at))
    ends = [
        m for m in begins if m is not None and m.end == at and (not m.start or not capital(passage, m.start, surface))
    ]
    return any(
        match.entry.tag("class") == "people"
        and match.entry.tag("whole")
        and match.form.number == "singular"
        and not match.entry.key.startswith(NATION)
        for match in ends
    )


NATION = "national-"
"""What the keys of words for the people of a country begin with, which are adjectives as well."""


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
