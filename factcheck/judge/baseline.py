"""A baseline: findings that were there before a desk began to look, kept by what they say and not by their lines.

The file holds a line of JSON for each: quick to read by the ten thousand, easy to review and to merge.
"""

from __future__ import annotations

import contextlib
import json
import os
import unicodedata
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cached_property, lru_cache
from pathlib import Path, PurePath
from typing import Annotated

from msgspec import DecodeError, Meta, Struct
from msgspec.json import Decoder

from factcheck.data.document import Document
from factcheck.data.validation import validate
from factcheck.judge.waivers import Fingerprint
from factcheck.model.allowance import Entry, Written
from factcheck.model.errors import Problem, UserError
from factcheck.model.finding import Finding
from factcheck.model.report import Report

STANDARD_INPUT = "-"
WIDEST = 160
"""Characters of quoted words that are kept: enough to know them again."""
JOINERS = "\u200c\u200d"
"""Invisible characters that shape letters; others are written as escapes, so that a reader of the file sees them."""
MOST = 5
"""So many broken lines are told one by one."""
Line = Annotated[str, Meta(min_length=1, max_length=4000)]


class EntryFile(Struct, frozen=True, forbid_unknown_fields=True):
    """An accepted finding, as the file has it."""

    report: Line
    rule: Line
    fingerprint: Fingerprint
    text: str


_ENTRIES = Decoder(EntryFile)


class Baseline(Struct, frozen=True, dict=True):
    """The entries of a file. Reports are named as seen from its folder, so that it matters not where one stands."""

    path: str
    entries: tuple[Entry, ...] = ()
    content: bytes | None = None
    """What the file held when it was read; nothing where there was none."""

    @cached_property
    def by_fingerprint(self) -> Mapping[str, Sequence[Entry]]:
        """Give the entries by their fingerprints."""
        found: dict[str, list[Entry]] = {}
        for entry in self.entries:
            found.setdefault(entry.fingerprint, []).append(entry)
        return found

    def seen(self, name: str) -> str:
        """Name a report as seen from the baseline's folder."""
        if name == STANDARD_INPUT:
            return name
        path = os.path.realpath(name)
        with contextlib.suppress(ValueError):  # another drive
            path = os.path.relpath(path, _folder(self.path))
        return PurePath(path).as_posix().encode("utf-8", "replace").decode()

    def entry_for(self, finding: Finding, reports: Sequence[Report]) -> Entry | None:
        """Give the entry that accepts a finding: of a report it speaks of, or of one that is no longer where it was."""
        known = self.by_fingerprint.get(finding.fingerprint, ())
        names = {self.seen(reports[item.report].name) for item in finding.evidence} if known else set()
        at_home = (entry for entry in known if entry.report in names)
        return next(at_home, next((entry for entry in known if entry.gone), None))

    def entry_of(self, finding: Finding, reports: Sequence[Report], judged: Collection[int]) -> Entry:
        """Make the entry for a finding, by the first of the judged reports it speaks of."""
        item = next(item for item in finding.evidence if item.report in judged)
        words = " ".join(item.text.split())
        text = words if len(words) <= WIDEST else words[: WIDEST - 1] + "…"
        return Entry(finding.fingerprint, finding.rule.id, self.seen(reports[item.report].name), text)


def read_baseline(path: str, rules: Collection[str]) -> Baseline:
    """Read a baseline; `rules` are the ids of all rules there are.

    Raises UserError for a file that cannot be read, and with every line of it that is broken.
    """
    folder = _folder(path)
    there = lru_cache(maxsize=None)(lambda report: _is_there(folder, report))
    entries: list[Entry] = []
    problems: list[Problem] = []
    content = _content(path)
    for number, line in enumerate(_lines(content, path), start=1):
        if line.strip():
            try:
                file = _entry(line, Written(path, number))
                gone = file.rule not in rules or not there(file.report)
                entries.append(Entry(file.fingerprint, file.rule, file.report, file.text, Written(path, number), gone))
            except UserError as error:
                problems += error.problems
    if problems:
        more = [Problem(path, f"is broken in {len(problems) - MOST} more places")] if len(problems) > MOST else []
        raise UserError(*problems[:MOST], *more)
    return Baseline(path, tuple(entries), content)


def _content(path: str) -> bytes:
    try:
        return Path(path).read_bytes()
    except IsADirectoryError:
        raise UserError.at(path, "is a folder; name a baseline in it") from None
    except OSError as error:
        raise _unread(path, error.strerror) from None


def _lines(content: bytes, path: str) -> list[str]:
    try:
        return content.decode("utf-8-sig").split("\n")
    except UnicodeDecodeError:
        raise _unread(path, "not UTF-8") from None


def _unread(path: str, reason: str | None) -> UserError:
    return UserError.at(path, f"cannot be read as UTF-8 text ({reason}); name a baseline")


def _entry(line: str, written: Written) -> EntryFile:
    with contextlib.suppress(DecodeError):
        return _ENTRIES.decode(line)
    try:  # the slow way, which says what is wrong
        value = json.loads(line)
    except json.JSONDecodeError as error:
        raise UserError.at(written.path, f"not a line of JSON: {error.msg}", written.line, error.colno) from None
    except (RecursionError, ValueError):  # ValueError: a number of more digits than anybody reads
        raise UserError.at(written.path, "not a line of a baseline", *written.place) from None
    keys = [(name,) for name in value] if isinstance(value, dict) else []
    return validate(EntryFile, Document(value, dict.fromkeys([(), *keys], written.place)), written.path)


def baseline_text(entries: Iterable[Entry]) -> str:
    """Write a baseline: a finding a line, sorted, each once, and the same bytes whenever nothing has changed."""
    once = {(entry.report, entry.rule, entry.fingerprint, entry.text) for entry in entries}
    names = EntryFile.__struct_fields__
    lines = (", ".join(f'"{name}": {_quoted(value)}' for name, value in zip(names, one, strict=True)) for one in once)
    return "".join(f"{{{line}}}\n" for line in sorted(lines))


def _folder(path: str) -> Path:
    return Path(os.path.realpath(path)).parent


def _is_there(folder: Path, report: str) -> bool:
    return report == STANDARD_INPUT or os.path.exists(folder / report)  # noqa: PTH110  # takes any name


def _quoted(text: str) -> str:
    """Write text as JSON, what nobody could see as escapes."""
    return "".join(
        character if character in JOINERS or unicodedata.category(character)[0] != "C" else json.dumps(character)[1:-1]
        for character in json.dumps(text, ensure_ascii=False)
    )
