"""A file of events: which reports tell one event, where somebody knows and it need not be found out."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Annotated

from msgspec import Meta, Struct, field

from factcheck.data.border import Stripped
from factcheck.data.strict_yaml import read
from factcheck.data.validation import validate
from factcheck.load.files import named
from factcheck.model.errors import Problem, UserError

Name = Annotated[str, Meta(pattern=r"^[^\x00]+$", max_length=4000)]
Title = Annotated[str, Stripped(), Meta(min_length=1, max_length=300)]


class EventFile(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One event: its reports, and what it is called."""

    title: Annotated[Title | None, Meta(description="what the event is called; its first report's headline if not")] = (
        None
    )
    reports: Annotated[
        list[Name],
        Meta(
            min_length=1,
            description="files of its reports, as seen from this file; feed.xml#2 is one report of several",
        ),
    ]


class Stated(Struct, frozen=True):
    """Events as a file states them: their titles, each report's event by its number, and reports that are not there.

    Reports are named by the real path of their file, with the number behind it for one of several.
    """

    path: str = ""
    titles: tuple[str, ...] = ()
    events: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    names: tuple[str, ...] = ()
    missing: tuple[Problem, ...] = ()

    def event_of(self, name: str) -> int | None:
        """Give the number of a report's event: its own, or that of the whole file it is in; None if nobody said."""
        own, file = _real(name), os.path.realpath(named(name).path)
        return self.events.get(own, self.events.get(file))


NOWHERE = Stated()
"""Nobody said which reports tell one event."""


def read_events(path: str) -> Stated:
    """Read a file of events (YAML or JSON).

    Raises UserError with all that is wrong in it, each with its line and column; a report that is not there is kept as
    one of the `missing`, for the others can be judged all the same.
    """
    document = read(Path(path))
    files = validate(list[EventFile], document, path)
    events: dict[str, int] = {}
    names: list[str] = []
    wrong: list[Problem] = []
    missing: list[Problem] = []
    for number, event in enumerate(files):
        for position, written in enumerate(event.reports):
            place = document.places[number, "reports", position]
            name = str(Path(path).parent / written)
            file = Path(named(name).path)
            known = _real(name) in events
            before = events.setdefault(_real(name), number)
            if known:
                other = "this event" if before == number else f"the event of line {document.places[before,][0]}"
                wrong.append(Problem(path, f"{written!r} is in {other} already; name it once", *place))
            elif file.is_dir():
                wrong.append(Problem(path, f"{written!r} is a folder; name the files in it", *place))
            elif not os.path.exists(file):  # noqa: PTH110  # also for names that no system call takes
                missing.append(Problem(path, f"no such report: {written!r}; names are as seen from this file", *place))
            names.append(name)
    if wrong:
        raise UserError(*wrong, *missing)
    there = tuple(name for name in names if os.path.exists(named(name).path))  # noqa: PTH110  # see above
    return Stated(path, tuple(event.title or "" for event in files), events, there, tuple(missing))


def but_the_list(stated: Stated, files: Sequence[str]) -> list[str]:
    """Give the files without the file of events itself, which may lie among the copy."""
    own = os.path.realpath(stated.path) if stated.path else ""
    return [name for name in files if os.path.realpath(name) != own]


def _real(name: str) -> str:
    part = named(name)
    return os.path.realpath(part.path) + ("" if part.number is None else f"#{part.number}")
