"""Rules as they were read, kept between runs once all of a folder's files were found right.

YAML is slow to read, and what a check knows (its levels, its slots) is slow to hold a rule to. A folder that was right
is not read again while it, the program and the rules that ship stay as they are; what the cache gives is still held to
the types of a rule, for it is a file like any other.
"""

from __future__ import annotations

import pathlib
from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from typing import Any

import msgspec
from msgspec import Raw, Struct
from msgspec.json import Decoder, Encoder

from factcheck.data.cache import kept
from factcheck.judge.schema import RuleFile
from factcheck.judge.word_lists import plain, unplain

PROGRAM = pathlib.Path(__file__).parents[1]
"""Where the code and the messages stand that rules are held to."""
HELD_TO = ("judge/*.py", "judge/checks/*.py", "facts/*.py", "data/*.py", "data/messages/*")


class KeptRule(Struct, frozen=True):
    """A rule as its file has it, with what it takes over; the settings of its check as JSON."""

    path: str
    file: RuleFile
    options: Raw


class Wrong(Exception):  # noqa: N818 - no error: it tells that there is nothing to keep
    """Some file of the folder is not right."""


ENCODER = Encoder(enc_hook=plain)
_DECODER = Decoder(list[KeptRule], dec_hook=unplain)


def given(struct: Struct) -> dict[str, Any]:
    """Give what a file has to hold for a struct: what it leaves at its default is left out."""
    plainly: dict[str, Any] = msgspec.to_builtins(struct, enc_hook=plain, builtin_types=(Decimal,))
    return plainly


def rules_kept(
    files: Sequence[tuple[str, pathlib.Path]], beside: Iterable[bytes], read: Callable[[], Sequence[KeptRule] | None]
) -> Sequence[KeptRule] | None:
    """Give the rules of the files from an earlier run if there is one; None where any file is not right.

    `read` reads and judges all files, and gives None where one is not right; `beside` is what they rest on.
    """

    def build() -> bytes:
        found = read()
        if found is None:
            raise Wrong
        return ENCODER.encode(found)

    try:
        content = [part for path, file in files for part in (path.encode(), file.read_bytes())]
        return kept("rules", [*content, *beside, *_program()], build, _DECODER.decode)
    except (OSError, Wrong, TypeError, ValueError):
        return None


def _program() -> Iterable[bytes]:
    """Tell one state of the code from another, without reading it: an edit changes a file's size or time."""
    for pattern in HELD_TO:
        for file in sorted(PROGRAM.glob(pattern)):
            state = file.stat()
            yield f"{file.name} {state.st_size} {state.st_mtime_ns}".encode()
