"""A name found in a passage."""

from __future__ import annotations

from typing import NamedTuple

from factcheck.model.claim import NameType
from factcheck.model.language import Language
from factcheck.text.passage import Passage

LONGEST_NAME = 5
"""Words a name goes on for at most."""


class FoundName(NamedTuple):
    """A name, its type and key, and the half-open range of its tokens."""

    start: int
    end: int
    type: NameType
    key: str
    how: str


APOSTROPHE = "'"


def unowned(text: str, language: Language) -> str:
    """Take off what makes a name an owner's, where an apostrophe joins it ("Lee's plan"): the name is the same."""
    endings = (suffix for suffix in language.suffixes if suffix.startswith(APOSTROPHE))
    return next((text[: -len(ending)] for ending in endings if text.endswith(ending) and len(text) > len(ending)), text)


def words_of(passage: Passage, start: int, end: int) -> str:
    """Give the words of a range, folded: what a name no lexicon knows is known by."""
    return " ".join(t.text for t in passage.tokens[start:end] if t.kind == "word")
