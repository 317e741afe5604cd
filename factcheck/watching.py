"""Which files of a folder are ready to be judged: they are new or have changed, and nobody is still writing them."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from factcheck.gate import copy_in

Mark: TypeAlias = tuple[int, int]
"""A file's size in bytes and the time it was last written, in nanoseconds: when either changes, the file has."""


class Watched(Struct, frozen=True):
    """A file as it was last looked at: its mark, since when it has had that (seconds), and whether it was judged so."""

    mark: Mark
    since: float
    judged: bool = False


State: TypeAlias = Mapping[str, Watched]
"""What is known of the files, by name."""


def marks_in(folders: Sequence[str], ignore: Sequence[str] = ()) -> dict[str, Mark]:
    """Look at the copy in folders; a file that goes while it is looked at was not there."""
    names = dict.fromkeys(name for folder in folders for name in copy_in(folder, ignore))
    marks = ((name, mark_of(name)) for name in names)
    return {name: mark for name, mark in marks if mark is not None}


def mark_of(name: str) -> Mark | None:
    """Give a file's mark; None where there is no such file, or nobody may look."""
    try:
        found = os.stat(name)  # noqa: PTH116  # a name of any kind
    except (OSError, ValueError):
        return None
    return found.st_size, found.st_mtime_ns


def after(state: State, marks: Mapping[str, Mark], now: float) -> dict[str, Watched]:
    """Give what is known after a look at time `now` (seconds): a file whose mark is another begins anew."""
    known = {}
    for name, mark in marks.items():
        before = state.get(name)
        known[name] = before if before is not None and before.mark == mark else Watched(mark, now)
    return known


def ready(state: State, now: float, wait: float) -> list[str]:
    """Name the files to judge: not judged as they are, and unchanged for `wait` seconds."""
    return sorted(name for name, file in state.items() if not file.judged and now - file.since >= wait)


def with_judged(state: State, names: Iterable[str]) -> dict[str, Watched]:
    """Remember that files were judged as they are."""
    return {**state, **{name: replace(state[name], judged=True) for name in names if name in state}}
