"""Where in a TOML text each key and value stands. The text has been parsed before, so only sound TOML comes here."""

from __future__ import annotations

import re
import tomllib

from msgspec import Struct, field

from factcheck.data.document import Keys

MAX_DEPTH = 40
_SPACE = re.compile(r"(?:[ \t\n]|#[^\n]*)*")
_NAME = re.compile(r'[A-Za-z0-9_-]+|"(?:\\.|[^"\\\n])*"|\'[^\'\n]*\'')
_VALUE = re.compile(
    r'"""(?:\\.|[^\\])*?"{3,5}'  # a text in three quotes may end in one or two of its own
    r"|'''.*?'{3,5}"
    r'|"(?:\\.|[^"\\\n])*"'
    r"|'[^'\n]*'"
    r"|[^,\]}#\n]+",
    re.DOTALL,
)


class TooDeep(Exception):  # noqa: N818  # no error of the program's, and the reader turns it into one of the user's
    """A value is nested deeper than anybody means."""


def offsets(text: str) -> tuple[dict[Keys, int], dict[Keys, int]]:
    """Give the offsets of all values and of all keys; a table's own is where it is named first."""
    scan = _Scan(text)
    scan.space()
    while scan.at < len(text):
        scan.statement()
        scan.space()
    return scan.values, scan.keys


class _Scan(Struct):
    """A walk through the text; `table` is the one that is open, `counts` how many a list of tables has so far."""

    text: str
    at: int = 0
    table: Keys = ()
    values: dict[Keys, int] = field(default_factory=lambda: {(): 0})
    keys: dict[Keys, int] = field(default_factory=dict)
    counts: dict[Keys, int] = field(default_factory=dict)

    def space(self) -> None:
        found = _SPACE.match(self.text, self.at)
        self.at = found.end() if found else self.at

    def over(self, mark: str) -> bool:
        """Step over a mark and the space around it, if it stands here."""
        self.space()
        if not self.text.startswith(mark, self.at):
            return False
        self.at += len(mark)
        self.space()
        return True

    def statement(self) -> None:
        if self.over("[["):
            self.table = self.name((), listed=True)
            self.over("]]")
        elif self.over("["):
            self.table = self.name(())
            self.over("]")
        else:
            self.pair(self.table)

    def pair(self, table: Keys) -> None:
        keys = self.name(table)
        self.over("=")
        self.value(keys)

    def name(self, keys: Keys, *, listed: bool = False) -> Keys:
        """Read a dotted name and give the way to what it names; `listed` opens the next table of a list."""
        while (found := _NAME.match(self.text, self.at)) is not None:
            part = found[0]
            keys = (*keys, tomllib.loads(f"k = {part}")["k"] if part[0] in "\"'" else part)
            if len(keys) > MAX_DEPTH:
                raise TooDeep
            self.keys.setdefault(keys, self.at)
            self.values.setdefault(keys, self.at)
            start, self.at = self.at, found.end()
            more = self.over(".")
            if listed and not more:
                self.counts[keys] = self.counts.get(keys, 0) + 1
            if keys in self.counts:
                keys = (*keys, self.counts[keys] - 1)
                self.values.setdefault(keys, start)
            if not more:
                break
        return keys

    def value(self, keys: Keys) -> None:
        if len(keys) > MAX_DEPTH:
            raise TooDeep
        self.values[keys] = self.at
        if self.over("["):
            position = 0
            while self.at < len(self.text) and not self.over("]"):
                self.value((*keys, position))
                self.over(",")
                position += 1
        elif self.over("{"):
            while self.at < len(self.text) and not self.over("}"):
                self.pair(keys)
                self.over(",")
        else:
            found = _VALUE.match(self.text, self.at)
            self.at = found.end() if found else len(self.text)
