"""Reports in JSON: ninjs items, or objects as the machine interface takes them; one, a list, or one on each line."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from factcheck.load.decode import decode
from factcheck.load.files import STANDARD_INPUT
from factcheck.load.front_matter import parse_day
from factcheck.load.json_text import read_json, read_json_file
from factcheck.load.ninjs import is_ninjs, read_ninjs
from factcheck.load.story import Story, line_of
from factcheck.model.errors import Problem, UserError
from factcheck.model.limits import LIMITS, Limits

_LINE = re.compile(r"[^\r\n]+")
LONGEST_ID = 300
_WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)
_TEXTS = ("text", "title", "language", "published", "source", "byline")


def read_json_reports(data: bytes, path: str, limits: Limits = LIMITS) -> Iterable[Story | Problem]:
    """Read a file that is one JSON text: a report, or a list of them, which are numbered from 1."""
    value = read_json_file(data, path)
    if isinstance(value, list):
        yield from _each((f"{path}#{number}", None, number, item) for number, item in enumerate(value, 1))
    else:
        yield _read(value, path)


def read_json_lines(data: bytes, path: str, limits: Limits = LIMITS) -> Iterable[Story | Problem]:
    """Read a file with a report on each line, whose number is the line's; blank lines are passed over."""
    lines: dict[str, int] = {}
    for number, line in _lines(data, path):
        if isinstance(line, Problem):
            yield line
            continue
        try:
            value = read_json(line, path, number)
        except UserError as error:
            yield from error.problems
            continue
        for story in _each([(path, number, number, value)]):
            identity = None if isinstance(story, Problem) else story.identity
            if identity is not None and lines.setdefault(identity, number) != number:
                message = f"`id` {identity!r} is on line {lines[identity]} already; give each report its own"
                yield Problem(path, message, number)
            else:
                yield story


def _lines(data: bytes, path: str) -> Iterator[tuple[int, str | Problem]]:
    """Give the lines that hold anything, with their numbers; of a stream, one that is no UTF-8 spoils no other."""
    if path == STANDARD_INPUT and not data.startswith(_WIDE):
        for number, line in enumerate(data.removeprefix(codecs.BOM_UTF8).splitlines(), 1):
            try:
                text: str | Problem = line.decode("utf-8")
            except UnicodeDecodeError as error:
                text = Problem(path, f"is no UTF-8 from byte {error.start + 1} of this line on; send UTF-8", number)
            if isinstance(text, Problem) or text.strip():
                yield number, text
        return
    text, number, seen = decode(data, path, len(data)), 1, 0
    for found in _LINE.finditer(text):
        number += text.count("\n", seen, found.start())
        seen = found.start()
        if found[0].strip():
            yield number, found[0]


def _each(items: Iterable[tuple[str, int | None, int, Any]]) -> Iterator[Story | Problem]:
    """Read reports that stand in one file, each with its place; what is wrong with one leaves the others alone."""
    for path, line, number, item in items:
        try:
            yield _read(item, path, number)
        except UserError as error:
            yield from (Problem(path, problem.message, line) for problem in error.problems)


def _read(item: Any, path: str, number: int | None = None) -> Story:
    if is_ninjs(item):
        return read_ninjs(item, path, number)
    if not isinstance(item, Mapping) or "text" not in item:
        raise UserError.at(path, "is JSON, but no report; expected ninjs, or an object with a report's `text`")
    known = {name: item[name] for name in _TEXTS if item.get(name) is not None}
    wrong = next((name for name in known if not isinstance(known[name], str)), None)
    if wrong is not None:
        raise UserError.at(path, f"`{wrong}` must be text, in quotes")
    published = parse_day(known["published"]) if "published" in known else None
    if "published" in known and published is None:
        raise UserError.at(path, f"`published` must be a date written YYYY-MM-DD, not {known['published']!r}")
    if not known["text"].strip():
        raise UserError.at(path, "`text` is empty; it must hold a report's text")
    return Story(
        known["text"],
        identity=_identity(item.get("id"), path) if path == STANDARD_INPUT else None,
        title=known.get("title") or None,
        byline=line_of(known.get("byline")),
        published=published,
        source=known.get("source") or None,
        language=known.get("language"),
        number=number,
        certain=True,
    )


def _identity(value: Any, path: str) -> str | None:
    """Give what a program calls a report it sends: text or a whole number, or nothing."""
    if value is None or value == "":
        return None
    if isinstance(value, bool) or not isinstance(value, str | int) or len(str(value)) > LONGEST_ID:
        raise UserError.at(path, f"`id` must be text or a whole number, of {LONGEST_ID} characters at most")
    return str(value)
