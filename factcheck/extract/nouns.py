"""A counted noun as it was found, and how the lexicon's entry becomes one."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from typing import NamedTuple

from factcheck.model.figure import Counted
from factcheck.model.lexicon import Entry
from factcheck.text.passage import Match, Passage


class Noun(NamedTuple):
    """The counted noun, the half-open range of its tokens, how it was found, and its entry where a lexicon knows it."""

    counted: Counted
    start: int
    end: int
    how: str
    match: Match | None = None


def counted_noun(text: str, entry: Entry, groups: AbstractSet[str]) -> Counted:
    """Make a counted noun of an entry; `groups` are those beside it, without which some nouns mean something else."""
    near = entry.tag("near")
    if near and near not in groups:
        return Counted(text)
    return Counted(text, entry.key, entry.tag("class"), bool(entry.tag("event")), entry.tag("whole") or None)


def listed(passage: Passage, match: Match, how: str) -> Noun:
    """Make a noun of a lexicon's match."""
    text = words(passage, match.start, match.end)
    return Noun(counted_noun(text, match.entry, passage.groups), match.start, match.end, how, match)


def words(passage: Passage, start: int, end: int) -> str:
    """Give the folded words of a range of tokens."""
    return " ".join(token.text for token in passage.tokens[start:end])


def behind_the(passage: Passage, start: int) -> bool:
    """Tell whether the article of what is known stands right before a token ("the six powers")."""
    stop = passage.at(start - 1, "stop") if start else None
    return stop is not None and stop.entry.key == DEFINITE and stop.end == start


DEFINITE = "the"
"""The key of the article of what is known."""
