"""A baseline: findings that were there before a desk began to look, kept by what they say and not by their lines."""

from __future__ import annotations

import contextlib
import json
import os
import unicodedata
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePath
from typing import Annotated

from pydantic import BaseModel, ConfigDict, StringConstraints

from factcheck.data.strict_yaml import read
from factcheck.data.validation import validate
from factcheck.judge.waivers import Fingerprint
from factcheck.model.allowance import Entry, Written
from factcheck.model.finding import Finding
from factcheck.model.report import Report

STANDARD_INPUT = "-"
WIDEST = 160
"""Characters of quoted words that are kept: enough to know them again."""
JOINERS = "\u200c\u200d"
"""Invisible characters that shape letters; others are written as escapes, so that a reader of the file sees them."""
HEAD = """\
# Findings factcheck accepts because they were there before; `--update-baseline` drops those that are gone.
"""
Line = Annotated[str, StringConstraints(min_length=1, max_length=4000)]


class EntryFile(BaseModel):
    """An accepted finding, as the file has it."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    report: Line
    rule: Line
    text: str
    fingerprint: Fingerprint


@dataclass(frozen=True)
class Baseline:
    """The entries of a file. Reports are named as seen from its folder, so that it matters not where one stands."""

    path: str
    entries: tuple[Entry, ...] = ()

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

    Raises UserError for a file that is missing or broken.
    """
    document = read(Path(path))
    files = validate(list[EntryFile], document, path) if document.value is not None else []
    entries = [
        Entry(
            fingerprint=file.fingerprint,
            rule=file.rule,
            report=file.report,
            text=file.text,
            written=Written(path, *document.places[number,]),
            gone=file.rule not in rules or not _is_there(_folder(path), file.report),
        )
        for number, file in enumerate(files)
    ]
    return Baseline(path, tuple(entries))


def baseline_text(entries: Iterable[Entry]) -> str:
    """Write a baseline: sorted, each finding once, and every line the same whenever nothing has changed."""
    once = {(entry.report, entry.rule, entry.text, entry.fingerprint) for entry in entries}
    names = ("report", "rule", "text", "fingerprint")
    items = ["\n  ".join(f"{name}: {_quoted(value)}" for name, value in zip(names, one, strict=True)) for one in once]
    return HEAD + ("".join(f"- {item}\n" for item in sorted(items)) or "[]\n")


def _folder(path: str) -> Path:
    return Path(os.path.realpath(path)).parent


def _is_there(folder: Path, report: str) -> bool:
    return report == STANDARD_INPUT or os.path.exists(folder / report)  # noqa: PTH110  # also for names that no system call takes


def _quoted(text: str) -> str:
    """Write text in double quotes, as YAML and JSON both have it; what nobody could see is escaped."""
    return "".join(
        character if character in JOINERS or unicodedata.category(character)[0] != "C" else f"\\U{ord(character):08x}"
        for character in json.dumps(text, ensure_ascii=False)
    )
