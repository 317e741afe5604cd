"""What rule files hold, kept between runs once all of a folder's files were found right.

YAML is slow to read, and what a check knows (its levels, its slots) is slow to hold a rule to. A folder that was right
is not read again while it, the program and the rules that ship stay as they are; what the cache gives is still
validated against the schema, for it is a file like any other.
"""

from __future__ import annotations

import pathlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from importlib.resources.abc import Traversable
from typing import Any

from factcheck.data.cache import JSON, cached

PROGRAM = pathlib.Path(__file__).parents[1]
"""Where the code and the messages stand that rules are held to."""
HELD_TO = ("judge/*.py", "judge/checks/*.py", "facts/*.py", "data/*.py", "data/messages/*")
NUMBER = "="
"""The only key of what stands for a decimal number, which JSON has none of; no rule file has such a key."""


class Wrong(Exception):  # noqa: N818 - no error: it tells that there is nothing to keep
    """Some file of the folder is not right."""


def values_of(
    files: Sequence[tuple[str, Traversable]], beside: Iterable[bytes], read: Callable[[], Mapping[str, Any] | None]
) -> Mapping[str, Any] | None:
    """Give what each file holds, by its path, from an earlier run if there is one; None where any file is not right.

    `read` reads and judges all files, and gives None where one is not right; `beside` is what they rest on.
    """

    def build() -> JSON:
        found = read()
        if found is None:
            raise Wrong
        return {path: _plain(value) for path, value in found.items()}

    try:
        content = [part for path, file in files for part in (path.encode(), file.read_bytes())]
        kept: Mapping[str, Any] = cached("rules", [*content, *beside, *_program()], build)
    except (OSError, Wrong, TypeError, ValueError):
        return None
    return {path: _value(plain) for path, plain in kept.items()}


def _program() -> Iterable[bytes]:
    """Tell one state of the code from another, without reading it: an edit changes a file's size or time."""
    for pattern in HELD_TO:
        for file in sorted(PROGRAM.glob(pattern)):
            state = file.stat()
            yield f"{file.name} {state.st_size} {state.st_mtime_ns}".encode()


def _plain(value: Any) -> JSON:
    if isinstance(value, Decimal):
        return {NUMBER: str(value)}
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    return [_plain(item) for item in value] if isinstance(value, list) else value


def _value(plain: JSON) -> Any:
    if isinstance(plain, dict):
        return Decimal(plain[NUMBER]) if NUMBER in plain else {key: _value(item) for key, item in plain.items()}
    return [_value(item) for item in plain] if isinstance(plain, list) else plain
