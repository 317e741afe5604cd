"""A language's lexicon as the cache keeps it: lines of text, grown into nodes only where a text asks for a word.

A language has a hundred thousand spellings, and a report some hundred words: to make all nodes at every start would
take longer than to read the report.
"""

from __future__ import annotations

from binascii import crc32
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple, TypedDict, cast

from factcheck.model.lexicon import Entry, Form, Lexicon, Node, Number

SHELVES = 4096
LINE, CELL = "\x7f", "\x80"
"""What ends a line and a part of it: no word holds them, and JSON, unlike a line feed, has them as they are."""


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
    """A lexicon in texts of lines; each of parts.

    A line of `shelves` is the first word of spellings, and what begins with it: words that follow, and behind every
    spelling its forms (`=3,7`, which is no word, for a mark is a word by itself). Which shelf a word's line is on its
    checksum says, so that a word is found without making forty thousand others. A line of `forms` is the number of an
    entry, the grammatical number, and "bare" where no clitics may stand before it; one of `entries` is group, key,
    value and tags.
    """

    shelves: list[str]
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
        rows.append(CELL.join([entry.group, entry.key, entry.value or "", *tags]))
        for words, grammatical in entry.forms:
            if (entry.group, words) not in taken:
                taken.add((entry.group, words))
                form = forms.setdefault(
                    CELL.join((str(number), grammatical, "" if entry.clitics else "bare")), len(forms)
                )
                nodes.setdefault(words[0], {}).setdefault(words[1:], []).append(form)
    shelves: list[list[str]] = [[] for _ in range(SHELVES)]
    for word, node in nodes.items():
        shelves[_shelf(word)].append(f"{word}{CELL}{_line(node)}")
    return {
        "shelves": [LINE.join(["", *lines, ""]) for lines in shelves],
        "forms": LINE.join(forms),
        "entries": LINE.join(rows),
    }


def _line(node: Mapping[tuple[str, ...], Sequence[int]]) -> str:
    return CELL.join(part for words, at in node.items() for part in (*words, f"={','.join(map(str, at))}"))


def _shelf(word: str) -> int:
    return crc32(word.encode("utf-8", "surrogatepass")) % SHELVES


def lexicon(groups: Iterable[str], load: Callable[[], Packed]) -> Lexicon:
    """Make the lexicon of what `load` gives, which is asked once, when the first word is looked up."""
    return Lexicon(Node(_Beginnings(load)), frozenset(groups))


class _Beginnings(Mapping[str, Node]):
    """The nodes spellings begin with, by their first word; each is made when it is first asked for.

    Threads may share it: of two that make one node, the first one's stays, for entries are told apart by identity.
    """

    def __init__(self, load: Callable[[], Packed]) -> None:
        self._load: Callable[[], Packed] | None = load
        self._shelves: list[str] = []
        self._forms: list[str] = []
        self._entries: list[str] = []
        self._known: dict[str, Node] = {}
        self._made: dict[int, Form] = {}
        self._meant: dict[int, Entry] = {}

    def _read(self) -> list[str]:
        load = self._load
        if load is not None:
            packed = load()
            self._forms, self._entries = packed["forms"].split(LINE), packed["entries"].split(LINE)
            self._shelves = packed["shelves"]
            self._load = None
        return self._shelves

    def __getitem__(self, word: str) -> Node:
        known = self._known.get(word)
        if known is not None:
            return known
        shelf = self._read()[_shelf(word)]
        start = shelf.find(f"{LINE}{word}{CELL}")
        if start < 0:
            raise KeyError(word)
        line = shelf[start + len(word) + 2 : shelf.index(LINE, start + 1)]
        return self._known.setdefault(word, self._grow(line))

    def __contains__(self, word: object) -> bool:
        if word in self._known:
            return True
        return isinstance(word, str) and f"{LINE}{word}{CELL}" in self._read()[_shelf(word)]

    def __iter__(self) -> Iterator[str]:
        return (line.partition(CELL)[0] for shelf in self._read() for line in shelf.split(LINE) if line)

    def __len__(self) -> int:
        return sum(shelf.count(LINE) - 1 for shelf in self._read())

    def _grow(self, line: str) -> Node:
        top = at = Node({})
        for part in line.split(CELL):
            if len(part) > 1 and part[0] == "=":
                at.forms.extend([self._form(int(number)) for number in part[1:].split(",")])
                at = top
            else:
                # A node that is being made has a plain dict; only the lexicon's own root has another mapping.
                at = cast("dict[str, Node]", at.next).setdefault(part, Node({}))
        return top

    def _form(self, number: int) -> Form:
        if number not in self._made:
            entry, grammatical, bare = self._forms[number].split(CELL)
            form = Form(self._entry(int(entry)), cast("Number", grammatical), not bare)
            return self._made.setdefault(number, form)
        return self._made[number]

    def _entry(self, number: int) -> Entry:
        if number not in self._meant:
            group, key, value, *tags = self._entries[number].split(CELL)
            named = dict(cast("tuple[str, str]", tag.split("=", 1)) for tag in tags)
            return self._meant.setdefault(number, Entry(group, key, Decimal(value) if value else None, named))
        return self._meant[number]
