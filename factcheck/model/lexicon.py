"""Words as data: entries of a language's lexicon, compiled so that one pass over a text finds them all."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Literal

from msgspec import Struct, field

Number = Literal["", "singular", "accusative", "dual", "construct", "plural"]


class Entry(Struct, frozen=True, eq=False):
    """One meaning: its group (the lexicon it belongs to), its language-neutral key and what else is known of it."""

    group: str
    key: str
    value: Decimal | None = None
    tags: Mapping[str, str] = field(default_factory=dict)

    def tag(self, name: str) -> str:
        """Give a tag's value, or the empty text."""
        return self.tags.get(name, "")


class Form(Struct, frozen=True, eq=False):
    """One folded spelling of an entry; `number` is the grammatical number the ending shows, where it matters."""

    entry: Entry
    number: Number = ""
    clitics: bool = True


class Node(Struct, eq=False):
    """A step in the trie of folded words."""

    next: Mapping[str, Node] = field(default_factory=dict)
    forms: list[Form] = field(default_factory=list)


class Lexicon(Struct, frozen=True, eq=False):
    """The trie over all groups of one language."""

    root: Node
    groups: frozenset[str]
