"""A language's lexicon as the cache keeps it: lines of text, grown into nodes only where a text asks for a word.

A language has a hundred thousand spellings, and a report some hundred words: to make all nodes at every start would
take longer than to read the report.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple, TypedDict, cast

from factcheck.model.lexicon import Entry, Form, Lexicon, Node, Number


class PlainForm(NamedTuple):
    """A folded spelling: its words, and the grammatical number its ending shows."""

    words: tuple[str, ...]
    number: Number


class PlainEntry(NamedTuple):
    """A checked entry with all its spellings."""

    group: str
    key: str
    value: str | None
    tags: dict[str, str]
    clitics: bool
    forms: list[PlainForm]


class Packed(TypedDict):
    """A lexicon in texts of lines; no word of a lexicon holds a line's end or a tab.

    `words` are the first words of spellings, and `nodes` what begins with each: words that follow, and behind every
    spelling its forms (`=3,7`, which is no word, for a mark is a word by itself). A line of `forms` is the number of an
    entry, the grammatical number, and "bare" where no clitics may stand before it; one of `entries` is group, key,
    value and tags.
    """

    words: str
    nodes: str
    forms: str
    entries: str


def pack(entries: Iterable[PlainEntry]) -> Packed:
    """Put entries into lines; an earlier entry of a group keeps a spelling it shares."""
    nodes: dict[str, dict[tuple[str, ...], list[int]]] = {}
    forms: dict[str, int] = {}
    rows: list[str] = []
    taken: set[tuple[str, tuple[str, ...]]] = set()
    for number, entry in enumerate(entries):
        tags = (f"{name}={value}" for name, value in entry.tags.items())
        rows.append("\t".join([entry.group, entry.key, entry.value or "", *tags]))
        for words, grammatical in entry.forms:
            if (entry.group, words) not in taken:
                taken.add((entry.group, words))
                form = forms.setdefault(f"{number}\t{grammatical}\t{'' if entry.clitics else 'bare'}", len(forms))
                nodes.setdefault(words[0], {}).setdefault(words[1:], []).append(form)
    return {
        "words": "\n".join(nodes),
        "nodes": "\n".join(_line(node) for node in nodes.values()),
        "forms": "\n".join(forms),
        "entries": "\n".join(rows),
    }


def _line(node: Mapping[tuple[str, ...], Sequence[int]]) -> str:
    return "\t".join(part for words, at in node.items() for part in (*words, f"={','.join(map(str, at))}"))


def lexicon(groups: Iterable[str], load: Callable[[], Packed]) -> Lexicon:
    """Make the lexicon of what `load` gives, which is asked once, when the first word is looked up."""
    return Lexicon(Node(_Beginnings(load)), frozenset(groups))


class _Beginnings(Mapping[str, Node]):
    """The nodes spellings begin with, by their first word; each is made when it is first asked for.

    Threads may share it: of two that make one node, the first one's stays, for entries are told apart by identity.
    """

    def __init__(self, load: Callable[[], Packed]) -> None:
        self._load: Callable[[], Packed] | None = load
        self._lines: dict[str, str] = {}
        self._forms: list[str] = []
        self._entries: list[str] = []
        self._known: dict[str, Node] = {}
        self._made: dict[int, Form] = {}
        self._meant: dict[int, Entry] = {}

    def _read(self) -> dict[str, str]:
        load = self._load
        if load is not None:
            packed = load()
            self._forms, self._entries = packed["forms"].split("\n"), packed["entries"].split("\n")
            words = packed["words"].split("\n") if packed["words"] else ()
            self._lines = dict(zip(words, packed["nodes"].split("\n"), strict=False))
            self._load = None
        return self._lines

    def __getitem__(self, word: str) -> Node:
        known = self._known.get(word)
        return known if known is not None else self._known.setdefault(word, self._grow(self._read()[word]))

    def __contains__(self, word: object) -> bool:
        return word in self._known or word in self._read()

    def __iter__(self) -> Iterator[str]:
        return iter(self._read())

    def __len__(self) -> int:
        return len(self._read())

    def _grow(self, line: str) -> Node:
        top = at = Node({})
        for part in line.split("\t"):
            if len(part) > 1 and part[0] == "=":
                at.forms.extend([self._form(int(number)) for number in part[1:].split(",")])
                at = top
            else:
                # A node that is being made has a plain dict; only the lexicon's own root has another mapping.
                at = cast("dict[str, Node]", at.next).setdefault(part, Node({}))
        return top

    def _form(self, number: int) -> Form:
        if number not in self._made:
            entry, grammatical, bare = self._forms[number].split("\t")
            form = Form(self._entry(int(entry)), cast("Number", grammatical), not bare)
            return self._made.setdefault(number, form)
        return self._made[number]

    def _entry(self, number: int) -> Entry:
        if number not in self._meant:
            group, key, value, *tags = self._entries[number].split("\t")
            named = dict(cast("tuple[str, str]", tag.split("=", 1)) for tag in tags)
            return self._meant.setdefault(number, Entry(group, key, Decimal(value) if value else None, named))
        return self._meant[number]
