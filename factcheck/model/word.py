"""A content word of a sentence, as comparing statements sees it."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

SENSE = "#"
"""What the root of a noun begins with whose key a lexicon holds: it is one in every language."""
WordKind = Literal["word", "predicate", "person", "organisation", "place", "time", "thing", "proper"]


class Word(Struct, frozen=True):
    """One content word, or one name of several; offsets are code points into the field its sentence stands in.

    `key` is what it is known by: a predicate's sense, a name's key, a day's EDTF text, else its stem; `root` is coarser
    and tells two words that may be forms of one. A `thing` is one of a class of which only one can stand in a slot: its
    key is class and key. A `proper` word has a capital and is no name the program knows. `against` are the senses
    opposed to a predicate's, which may both fail where it is `contrary`. `denial` is where a negation before it
    begins, `doubtful` that a word right before it may be one; `negates` that it denies what it is said of, as failing
    does; `attributive` that it describes the noun before it, `purpose` that it is only meant to be done. `scale` and
    `step` say how strongly it tells a thing, `fact` that another step is another fact.
    """

    start: int
    end: int
    kind: WordKind
    key: str
    root: str
    against: frozenset[str] = frozenset()
    contrary: bool = False
    denial: int | None = None
    negates: bool = False
    attributive: bool = False
    scale: str = ""
    step: int = 0
    fact: bool = False
    doubtful: bool = False
    purpose: bool = False

    @property
    def denied(self) -> bool:
        """Whether a negation stands before it."""
        return self.denial is not None
