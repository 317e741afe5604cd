"""Stop or go for incoming copy: each report by itself, against others of its event, and against the wires."""

from __future__ import annotations

import os
import pathlib
from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.align.grouping import group_by_event
from factcheck.judge.rules import Rule
from factcheck.load.formats import SUFFIXES
from factcheck.model.allowance import Notice
from factcheck.model.claim import Reading
from factcheck.model.comparison import Comparison
from factcheck.model.errors import UserError
from factcheck.model.fact import Fact
from factcheck.model.finding import SEVERITIES, Finding
from factcheck.model.limits import LIMITS, Limits
from factcheck.pipeline import compare_readings

CHOSEN = 8
"""So many wires were chosen by hand; more are an archive, of which only those of the event matter."""


def copy_files(paths: Sequence[str], ignore: Sequence[str] = ()) -> list[str]:
    """Give the files to check: those named, and the copy in folders named, in sorted order, hidden files left out.

    What fits a pattern of `ignore` (`draft-*.docx`; folders count from the end) is left out, however it was named.
    Raises UserError for a folder that holds no copy at all.
    """
    names: list[str] = []
    for path in paths:
        folder = pathlib.Path(path)
        if path == "-" or not folder.is_dir():
            names.append(path)
            continue
        found = sorted(str(file) for file in folder.rglob("*") if _is_copy(file, folder))
        if not found:
            raise UserError.at(path, f"holds no copy; expected files ending in {', '.join(sorted(SUFFIXES))}")
        names += found
    return [name for name in names if not any(pathlib.PurePath(name).match(pattern) for pattern in ignore)]


@dataclass(frozen=True, slots=True)
class Told:
    """A report that is judged, and the others of its event that it is held against: incoming copy, then wires.

    `against_wires` tells that there are wires among them, so that it is a draft.
    """

    report: Reading
    beside: tuple[Reading, ...]
    against_wires: bool


def by_event(copy: Sequence[Reading], wires: Sequence[Reading], *, together: bool) -> list[Told]:
    """Give incoming copy in its order, each report with the wires of its event; other wires are left out.

    `together` says that copy of one event is held against one another as well. A few wires were chosen by hand and go
    with every report: there the comparison itself tells events apart. A folder of wires may hold the copy as well:
    a report is not held against itself.
    """
    paths = [os.path.realpath(reading.report.name) for reading in (*copy, *wires)]
    chosen = len(wires) <= CHOSEN
    heap = [*copy, *wires]
    groups = group_by_event(heap) if together or not chosen else [(n,) for n in range(len(copy))]
    events = {number: group for group in groups for number in group}
    told = []
    for number, report in enumerate(copy):
        own = [n for n in events[number] if together and n < len(copy)]
        held = range(len(copy), len(heap)) if chosen else [n for n in events[number] if n >= len(copy)]
        beside = [n for n in (*own, *held) if paths[n] != paths[number]]
        told.append(Told(report, tuple(heap[n] for n in beside), any(n >= len(copy) for n in beside)))
    return told


def judge_copy(
    told: Told, rules: Sequence[Rule], messages: str, facts: Sequence[Fact] = (), *, limits: Limits = LIMITS
) -> Comparison:
    """Check a report, the first of the comparison, by itself and against the others of its event."""
    author = 0 if told.against_wires else None
    return compare_readings([told.report, *told.beside], rules, messages, facts, author, limits=limits)


def fails(findings: Sequence[Finding | Notice], fail_on: str) -> bool:
    """Tell whether any finding is at least as severe as `fail_on`; `never` fails nothing.

    A waiver that is off counts as one; a baseline's entry that is gone is good news, and fails nothing.
    """
    if fail_on == "never":
        return False
    worst = SEVERITIES[: SEVERITIES.index(fail_on) + 1]
    return any(f.severity in worst for f in findings if isinstance(f, Finding) or f.problem != "baseline-gone")


def _is_copy(file: pathlib.Path, folder: pathlib.Path) -> bool:
    hidden = any(part.startswith(".") for part in file.relative_to(folder).parts)
    return not hidden and file.suffix.lower() in SUFFIXES and file.is_file()
