"""What `--output` must never take the place of: a file the command reads, and a list somebody has answered."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from factcheck.config import Config
from factcheck.model.errors import UserError

READ = {
    "facts": "a file of facts",
    "folders": "a rule",
    "waivers": "the waivers",
    "signed": "a signed checklist",
    "baseline": "the baseline",
    "write_baseline": "the baseline",
    "config": "the configuration",
}
"""Options that name files which are read, and what those are."""
DATA = (".yaml", ".yml", ".csv")
"""What is read of a folder of rules or facts."""


def keep(output: str | None, names: Sequence[str], given: Mapping[str, Any], config: Config) -> None:
    """Refuse an output that would cost somebody a file; any other one that is there is replaced, as was asked.

    Raises UserError.
    """
    if not output or not os.path.isfile(output):  # noqa: PTH113  # also for names that no system call takes
        return
    target = Path(os.path.realpath(output))
    for name, what in _read(names, given, config):
        place = Path(os.path.realpath(name))
        if target == place or (target.suffix in DATA and place.is_dir() and target.is_relative_to(place)):
            raise UserError.at("--output", f"{output} is {what}, and would be lost; name another file")
    from factcheck.signed.reading import is_answered

    if is_answered(output):
        raise UserError.at("--output", f"{output} is a checklist with answers, which would be lost; name another file")


def _read(names: Sequence[str], given: Mapping[str, Any], config: Config) -> Iterator[tuple[str, str]]:
    yield from ((name, "one of the reports") for name in names)
    for option, what in READ.items():
        value = given.get(option) or ()
        yield from ((str(name), what) for name in ([value] if isinstance(value, str) else value))
    single = {"config": config.path, "waivers": config.waivers, "baseline": config.baseline}
    yield from ((path, READ[option]) for option, path in single.items() if path)
    yield from ((folder, READ["folders"]) for folder in config.rules)
    yield from ((path, READ["facts"]) for path in config.facts)
