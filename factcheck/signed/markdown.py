"""A checklist filled in as Markdown: boxes ticked, lines filled in, each item known by the comment that closes it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.model.allowance import Written
from factcheck.signed.answers import Filled, name_of

_BOX = re.compile(r"^\s*[-*+]\s*\[([^\]]*)\]\s*(.*)$")
_FIELD = re.compile(r"^\s*[-*+]\s*([^:\[\]]{1,40}):(.*)$")
_BRACKET = re.compile(r"^(\s*[-*+]\s*)\\\[([^\]\\]*)\\\]")
"""A box that an editor of Markdown took for brackets, and escaped."""
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
"""A sign that an earlier edition kept from meaning anything in Markdown."""
_PRINTS = re.compile(r"<!-- factcheck: ([0-9a-f ]+) -->")
_ISOLATES = dict.fromkeys(map(ord, "\u2066\u2067\u2068\u2069\u200e\u200f"))
"""Marks of direction around what is printed."""


def read_markdown(text: str, path: str) -> Iterator[Filled]:
    """Give the items of a filled-in checklist, at the line of their first box."""
    ticked: list[str] = []
    fields: dict[str, str] = {}
    first = 0
    for number, line in enumerate(text.splitlines(), start=1):
        plain = _BRACKET.sub(r"\1[\2]", line.translate(_ISOLATES))
        box, field, prints = _BOX.match(plain), _FIELD.match(plain), _PRINTS.search(plain)
        if box is not None and (name := name_of(box[2])):
            first = first or number
            ticked += [name] if box[1].strip() else []
        elif prints is not None:
            yield Filled(tuple(prints[1].split()), tuple(ticked), dict(fields), Written(path, first or number))
            ticked, fields, first = [], {}, 0
        elif field is not None and (name := name_of(field[1])):
            fields[name] = _ESCAPED.sub(r"\1", field[2].strip().strip("_*").strip())
