"""Stop or go for incoming copy: each report by itself, against others of its event, and against the wires."""

from __future__ import annotations

import os
import pathlib
from collections.abc import Sequence

from msgspec import Struct

from factcheck.align.grouping import group_by_event
from factcheck.event_files import NOWHERE, Stated
from factcheck.judge.rules import Rule
from factcheck.load.formats import SUFFIXES
from factcheck.model.claim import Reading
from factcheck.model.comparison import Comparison
from factcheck.model.errors import UserError
from factcheck.model.fact import Fact
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
        found = copy_in(path)
        if not found:
            raise UserError.at(path, f"holds no copy; expected files ending in {', '.join(sorted(SUFFIXES))}")
        names += found
    return [name for name in names if not is_ignored(name, ignore)]


def copy_in(folder: str, ignore: Sequence[str] = ()) -> list[str]:
    """Give the copy in a folder, in sorted order; none where there is no such folder."""
    top = pathlib.Path(folder)
    found = sorted(str(file) for file in top.rglob("*") if _is_copy(file, top))
    return [name for name in found if not is_ignored(name, ignore)]


def is_ignored(name: str, ignore: Sequence[str]) -> bool:
    """Tell whether a file fits a pattern of what is left out."""
    return any(pathlib.PurePath(name).match(pattern) for pattern in ignore)


class Told(Struct, frozen=True):
    """A report that is judged, and the others of its event that it is held against: incoming copy, then wires.

    `event` are the numbers of the incoming reports of its event, its own among them, and `title` what somebody calls
    it. `stated` are the reports of this comparison (0 is the one judged) that somebody said are of one event.
    `against_wires` tells that there are wires among those beside it, so that it is a draft.
    """

    report: Reading
    beside: tuple[Reading, ...]
    event: tuple[int, ...]
    title: str = ""
    stated: frozenset[int] = frozenset()
    against_wires: bool = False


def by_event(
    copy: Sequence[Reading],
    wires: Sequence[Reading],
    *,
    together: bool,
    unjudged: Sequence[Reading] = (),
    stated: Stated = NOWHERE,
) -> list[Told]:
    """Give incoming copy in its order, each report with the wires of its event; other wires are left out.

    `together` says that copy of one event is held against one another as well, and against `unjudged` copy. Where
    `stated` says which reports tell one event, they always are; such a report meets no report that is stated to tell
    another event, or of which only likeness tells that it tells this one, but wires of which nothing is stated.
    A few wires were chosen by hand and go with every report: there the comparison itself tells events apart. A folder
    of wires may hold the copy as well: a report is not held against itself.
    """
    heap = [*copy, *unjudged, *wires]
    paths = [os.path.realpath(reading.report.name) for reading in heap]
    events = [stated.event_of(reading.report.name) for reading in heap]
    incoming, chosen = len(copy) + len(unjudged), len(wires) <= CHOSEN
    alike = group_by_event(heap) if (together and None in events[:incoming]) or not chosen else ()
    group = {number: members for members in alike for number in members}
    told = []
    for n, report in enumerate(copy):
        event, fellows = events[n], group.get(n, (n,))
        if event is None:
            own = [m for m in fellows if m < incoming and events[m] is None] if together else [n]
        else:
            own = [m for m in range(incoming) if events[m] == event]
        held = [
            m
            for m in range(incoming, len(heap))
            if (chosen or m in fellows if events[m] is None else events[m] == event)
        ]
        others = [m for m in (*own, *held) if paths[m] != paths[n]]
        known = [0, *(at for at, m in enumerate(others, 1) if events[m] is not None)]
        title = "" if event is None else stated.titles[event]
        sure = frozenset(() if event is None else known)
        wired = any(m >= incoming for m in others)
        told.append(Told(report, tuple(heap[m] for m in others), tuple(own), title, sure, wired))
    return told


def judge_copy(
    told: Told, rules: Sequence[Rule], messages: str, facts: Sequence[Fact] = (), *, limits: Limits = LIMITS
) -> Comparison:
    """Check a report, the first of the comparison, by itself and against the others of its event."""
    author = 0 if told.against_wires else None
    readings = [told.report, *told.beside]
    return compare_readings(readings, rules, messages, facts, author, limits=limits, stated=told.stated)


def _is_copy(file: pathlib.Path, folder: pathlib.Path) -> bool:
    hidden = any(part.startswith(".") for part in file.relative_to(folder).parts)
    return not hidden and file.suffix.lower() in SUFFIXES and file.is_file()
