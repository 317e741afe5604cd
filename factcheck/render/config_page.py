"""What is in force, as a TOML file that would bring the same about, each line with where its value comes from."""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from msgspec import Struct

WIDEST = 60
"""Columns up to which the remarks stand below one another; a longer value pushes its own to the right."""
_BARE = re.compile(r"[A-Za-z0-9_-]+")


class InForce(Struct, frozen=True):
    """A setting: the way to it, its value (None for none), and where that comes from."""

    key: tuple[str, ...]
    value: Any
    origins: tuple[str, ...]


def render_config(settings: Sequence[InForce]) -> str:
    """Write the settings as TOML, those in tables last; those that have no value stand as comments."""
    said = [
        f"# {item.key[-1]} is not set" if item.value is None else f"{item.key[-1]} = {toml_value(item.value)}"
        for item in settings
    ]
    column = max((len(text) for text in said if len(text) <= WIDEST), default=0)
    lines: list[str] = []
    table: tuple[str, ...] = ()
    for item, text in zip(settings, said, strict=True):
        if item.key[:-1] != table:
            table = item.key[:-1]
            lines += ["", f"[{'.'.join(table)}]"]
        lines.append(f"{text:{column}}  # {', '.join(item.origins)}")
    return "\n".join(lines)


def toml_value(value: Any) -> str:
    """Write a value that came out of TOML or JSON; raises TypeError for any other."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{_name(key)} = {toml_value(part)}" for key, part in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(toml_value, value)) + "]"
    if isinstance(value, Decimal | datetime.date | datetime.time):
        return str(value)
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def _name(key: str) -> str:
    return key if _BARE.fullmatch(key) else toml_value(key)
