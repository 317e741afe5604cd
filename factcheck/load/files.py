"""From a name to bytes: a file, standard input, or one report of a file that holds several."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path
from typing import IO, NamedTuple

from factcheck.load.decode import MAX_ARCHIVE
from factcheck.model.errors import UserError

STANDARD_INPUT = "-"
_PART = re.compile(r"(.+)#([1-9][0-9]{0,8})", re.DOTALL)


class Named(NamedTuple):
    """A file's name, and which of its reports is meant (None: all)."""

    path: str
    number: int | None = None


def named(name: str) -> Named:
    """Read a name: `feed.xml#2` is the second report of feed.xml, unless a file is called so."""
    part = _PART.fullmatch(name)
    if part is None or os.path.lexists(name) or not os.path.lexists(part[1]):
        return Named(name)
    return Named(part[1], int(part[2]))


def read_bytes(path: str | os.PathLike[str], name: str, limit: int) -> bytes:
    """Read a file of at most `limit` bytes (a Word document, with its pictures, may be larger).

    One byte more is given where there is more: enough to tell. Raises UserError for a file that cannot be read.
    """
    try:
        if name == STANDARD_INPUT:
            return _read(sys.stdin.buffer, limit)
        with Path(path).open("rb") as file:
            return _read(file, limit)
    except FileNotFoundError:
        raise UserError.at(name, "no such file; check the name") from None
    except IsADirectoryError:
        raise UserError.at(name, "is a folder; name a file in it") from None
    except PermissionError:
        raise UserError.at(name, "may not be read; check its permissions") from None
    except (OSError, ValueError) as error:  # ValueError: a name no system call takes (a NUL in it)
        reason = getattr(error, "strerror", None) or error
        raise UserError.at(name, f"cannot be read ({reason}); name a readable file") from None


def _read(file: IO[bytes], limit: int) -> bytes:
    data = file.read(limit + 1)
    if data.startswith(b"PK") and len(data) > limit:
        data += file.read(MAX_ARCHIVE + 1 - len(data))
    return data
