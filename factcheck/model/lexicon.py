"""Words as data: entries of a language's lexicon, compiled so that one pass over a text finds them all."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

Number = Literal["", "singular", "accusative", "dual", "construct", "plural"]


@dataclass(frozen=True, slots=True, eq=False)
class Entry:
    """One meaning: its group (the lexicon it belongs to), its language-neutral key and what else is known of it."""

    group: str
    key: str
    value: Decimal | None = None
    tags: Mapping[str, str] = field(default_factory=dict)

    def tag(self, name: str) -> str:
        """Give a tag's value, or the empty text."""
        return self.tags.get(name, "")


@dataclass(frozen=True, slots=True, eq=False)
class Form:
    """One folded spelling of an entry; `number` is the grammatical number the ending shows, where it matters."""

    entry: Entry
    number: Number = ""
    clitics: bool = True


@dataclass(slots=True, eq=False)
class Node:
    """A step in the trie of folded words."""

    next: Mapping[str, Node] = field(default_factory=dict)
    forms: list[Form] = field(default_factory=list)


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """The trie over all groups of one language."""

    root: Node
    groups: frozenset[str]
