"""TOML as the standard library reads it, with the line and column of every key and value."""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_right
from decimal import Decimal
from pathlib import Path

from factcheck.data.document import Document, Place
from factcheck.data.toml_places import MAX_DEPTH, TooDeep, offsets
from factcheck.model.errors import Problem, UserError

MAX_SIZE = 200_000
"""Code points of a file: settings are short."""
_PLACE = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")


def read_toml(path: Path) -> Document:
    """Parse a file; raises UserError for one that is missing, a folder, too large, not UTF-8 or not TOML."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        raise UserError.at(str(path), "no such configuration file; check the name") from None
    except IsADirectoryError:
        raise UserError.at(str(path), "is a folder; name a TOML file in it") from None
    except (OSError, UnicodeDecodeError, ValueError) as error:  # ValueError: a path no system call takes
        reason = getattr(error, "strerror", None) or "not UTF-8"
        raise UserError.at(str(path), f"cannot be read as UTF-8 text ({reason}); name a TOML file") from None
    return parse_toml(text, str(path))


def parse_toml(text: str, path: str) -> Document:
    """Parse the text of a file, called `path` in problems; raises UserError."""
    if len(text) > MAX_SIZE:
        raise UserError.at(path, f"is longer than {MAX_SIZE:,} characters; that is no configuration")
    text = text.replace("\r\n", "\n")
    try:
        value = tomllib.loads(text, parse_float=Decimal)
        values, keys = offsets(text)
    except tomllib.TOMLDecodeError as error:
        raise UserError(_not_toml(path, str(error), text)) from None
    except (TooDeep, RecursionError):
        raise UserError.at(path, f"nested more than {MAX_DEPTH} levels deep; make it flatter") from None
    starts = [0, *(found.end() for found in re.finditer("\n", text))]

    def place(offset: int) -> Place:
        line = bisect_right(starts, offset)
        return line, offset - starts[line - 1] + 1

    return Document(value, {k: place(at) for k, at in values.items()}, {k: place(at) for k, at in keys.items()})


def _not_toml(path: str, message: str, text: str) -> Problem:
    """Take the place out of what the parser says and put it where places stand."""
    found = _PLACE.search(message)
    if found is None:
        return Problem(path, f"is not TOML: {message}")
    lines = text.split("\n")
    line, column = (int(found[1]), int(found[2])) if found[1] else (len(lines), len(lines[-1]) + 1)
    return Problem(path, f"is not TOML: {message[: found.start()]}", line, column)
