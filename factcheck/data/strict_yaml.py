"""Strict YAML: what a line seems to say is what it says, and every mistake has a line and a column.

Of YAML this takes mappings, lists and scalars in one document. A plain scalar is a value only where JSON would agree:
`true` and `false`, decimal integers (`12`, `-3`; to int), decimals with a point (`0.50`; to Decimal, precision kept),
and `null`, `~` or nothing (to None). All else is text: `yes`, `on`, `2026-01-04`, `012`, `1:30`, `1e6`. Keys are text,
each once. Anchors, aliases, tags and merge keys are refused.

Values are built here from the parser's events, with limits checked as the events come: libyaml's own composer
recurses, and a file of nested brackets crashes the process.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

import yaml
from msgspec import Struct

from factcheck.data.document import Document, Keys, Place
from factcheck.data.suggestion import quoted
from factcheck.data.validation import validate
from factcheck.data.yaml_errors import MAX_DEPTH, TOO_DEEP, character_problem, end_of, syntax_problem
from factcheck.model.errors import Problem, UserError

__all__ = ["Document", "parse", "read", "read_text", "validate"]

MAX_SIZE = 2_000_000
"""Bytes of a file, and code points of a text."""
MAX_NODES = 250_000
MAX_DIGITS = 100
MAX_PROBLEMS = 20
"""Repeated keys and the like are collected up to this many, so that a broken file does not flood the terminal."""

_PARSER: Any = yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader
_INTEGER = re.compile(r"-?(?:0|[1-9][0-9]*)")
_DECIMAL = re.compile(r"-?(?:0|[1-9][0-9]*)\.[0-9]+")
_SURROGATE = re.compile("[\ud800-\udfff]")
_EMPTY: Mapping[type, Callable[[], Any]] = {yaml.MappingStartEvent: dict, yaml.SequenceStartEvent: list}
_WORDS = {"true": True, "false": False, "null": None, "~": None, "": None}


class _Open(Struct):
    """A mapping or list whose end has not been seen; `key` is a mapping's key that waits for its value."""

    value: dict[str, Any] | list[Any]
    keys: Keys
    key: str | None = None


def read(file: Path, name: str | None = None) -> Document:
    """Parse a file, called `name` in problems (its own path if not given).

    Raises UserError for a file that is missing, a folder, too large, not UTF-8, or not strict YAML.
    """
    path = str(file) if name is None else name
    return parse(read_text(file, path), path)


def read_text(file: Path, path: str) -> str:
    """Give the text of a data file of another form, within the same limits; raises UserError as `read` does."""
    return _decode(_bytes(file, path), path)


def parse(text: str, path: str) -> Document:
    """Parse the text of a file, called `path` in problems. An empty text is None. Raises UserError."""
    if len(text) > MAX_SIZE:
        raise _too_large(path)
    text = text.removeprefix("\ufeff")
    if problem := character_problem(text, path):
        raise UserError(problem)
    problems: list[Problem] = []
    try:
        document = _build(_events(text, path), path, problems)
    except UserError as error:
        raise UserError(*problems, *error.problems) from None
    if problems:
        raise UserError(*problems)
    return document


def _bytes(file: Path, path: str) -> bytes:
    try:
        if file.is_dir():
            raise UserError.at(path, "is a folder; name a YAML file")
        if file.exists() and not file.is_file():
            raise UserError.at(path, "is no plain file, and reading it might never end; name a YAML file")
        with file.open("rb") as stream:
            data = stream.read(MAX_SIZE + 1)
    except FileNotFoundError:
        raise UserError.at(path, "no such file; check the name") from None
    except PermissionError:
        raise UserError.at(path, "may not be read; check its permissions") from None
    except (OSError, ValueError) as error:  # ValueError: a path no system call takes (a NUL in it)
        reason = getattr(error, "strerror", None) or error
        raise UserError.at(path, f"cannot be read ({reason}); name a readable YAML file") from None
    if len(data) > MAX_SIZE:
        raise _too_large(path)
    return data


def _too_large(path: str) -> UserError:
    return UserError.at(path, f"is larger than {MAX_SIZE // 1_000_000} MB; split it into smaller files")


def _decode(data: bytes, path: str) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        message = f"byte 0x{data[error.start]:02X} is not UTF-8; save the file as UTF-8"
        place = end_of(data[: error.start].decode("utf-8").removeprefix("\ufeff"))
        raise UserError.at(path, message, *place) from None


def _events(text: str, path: str) -> Iterator[Any]:
    parser = _PARSER(text)
    try:
        while (event := parser.get_event()) is not None:
            yield event
    except yaml.YAMLError as error:
        raise UserError(syntax_problem(error, text, path)) from None
    except (ValueError, OverflowError):  # the pure Python parser on escapes beyond Unicode
        message = "an escape in double quotes names no character; write the character itself"
        raise UserError.at(path, message, parser.line + 1, parser.column + 1) from None
    finally:
        parser.dispose()


def _build(events: Iterator[Any], path: str, problems: list[Problem]) -> Document:
    """Put the values together without recursion, so that depth is a limit of ours and not of the stack.

    Repeated keys are added to `problems`; anything worse raises UserError.
    """
    places: dict[Keys, Place] = {}
    key_places: dict[Keys, Place] = {}
    stack: list[_Open] = []
    root: Any = None
    for event in events:
        kind = type(event)
        if kind in (yaml.MappingEndEvent, yaml.SequenceEndEvent):
            stack.pop()
            continue
        place = (event.start_mark.line + 1, event.start_mark.column + 1)
        if kind is yaml.DocumentStartEvent:
            _check_start(event, bool(places), path, place)
        if not issubclass(kind, yaml.NodeEvent):
            continue
        _check_node(event, len(places) + len(key_places), len(stack), path, place)
        top = stack[-1] if stack else None
        if top and isinstance(top.value, dict) and top.key is None:
            top.key = _key(event, path, place)
            first = key_places.setdefault((*top.keys, top.key), place)
            if first is not place:
                message = f"key {quoted(top.key)} is already on line {first[0]}; keep one of them"
                problems.append(Problem(path, message, *place))
                if len(problems) >= MAX_PROBLEMS:
                    break
            continue
        value = _scalar(event, path, place) if kind is yaml.ScalarEvent else _EMPTY[kind]()
        keys = _put(value, top) if top else ()
        root = root if top else value
        places[keys] = place
        if isinstance(value, dict | list):
            stack.append(_Open(value, keys))
    return Document(root, places or {(): (1, 1)}, key_places)


def _put(value: Any, top: _Open) -> Keys:
    """Put a value into the mapping or list that is open, and give the way to it."""
    if isinstance(top.value, list):
        top.value.append(value)
        return (*top.keys, len(top.value) - 1)
    key = top.key or ""
    top.value[key] = value
    top.key = None
    return (*top.keys, key)


def _check_start(event: Any, second: bool, path: str, place: Place) -> None:
    if second:
        raise UserError.at(path, "a second document begins here; keep one document a file", *place)
    if event.version or event.tags:
        raise UserError.at(path, "directives (lines with %) are not allowed; remove them", *place)


def _check_node(event: Any, nodes: int, depth: int, path: str, place: Place) -> None:
    """Refuse what makes a file mean more than it shows, or more than it may hold."""
    if type(event) is yaml.AliasEvent:
        raise UserError.at(path, f"aliases ({quoted(f'*{event.anchor}')}) are not allowed; write the value out", *place)
    if event.anchor is not None:
        raise UserError.at(
            path, f"anchors ({quoted(f'&{event.anchor}')}) are not allowed; write each value where it is used", *place
        )
    if event.tag is not None:
        message = f"tags ({quoted(event.tag)}) are not allowed; write the value alone, in quotes if it is text"
        raise UserError.at(path, message, *place)
    if depth >= MAX_DEPTH and type(event) is not yaml.ScalarEvent:
        raise UserError.at(path, TOO_DEEP, *place)
    if nodes >= MAX_NODES:
        raise UserError.at(path, f"more than {MAX_NODES} keys and values; split it into smaller files", *place)


def _key(event: Any, path: str, place: Place) -> str:
    if type(event) is not yaml.ScalarEvent:
        raise UserError.at(path, "a key is a list or mapping; keys must be text", *place)
    if event.implicit[0] and event.value == "<<":
        raise UserError.at(path, "merge keys (<<) are not allowed; write the keys out", *place)
    value = _scalar(event, path, place)
    if not isinstance(value, str):
        right = f'write "{event.value}" in quotes' if event.value else "put the missing key"
        raise UserError.at(path, f"a key is {event.value or 'empty'}, and keys must be text; {right}", *place)
    return value


def _scalar(event: Any, path: str, place: Place) -> str | int | Decimal | bool | None:
    text: str = event.value
    if _SURROGATE.search(text):  # only the pure Python parser lets the escapes through
        raise UserError.at(path, "half a character (a surrogate escape); write the character itself", *place)
    if not event.implicit[0]:
        return text
    if text in _WORDS:
        return _WORDS[text]
    number = int if _INTEGER.fullmatch(text) else Decimal if _DECIMAL.fullmatch(text) else None
    if number and len(text) > MAX_DIGITS:
        raise UserError.at(path, f"a number of more than {MAX_DIGITS} digits; shorten it, or put it in quotes", *place)
    return number(text) if number else text
