"""What comes into a command and what goes out of it: settings, reports, screen, files and pipes."""

from __future__ import annotations

import contextlib
import datetime
import json
import os
import pathlib
import re
import signal
import sys
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from types import FrameType
from typing import Any, TextIO, TypeVar

import click
from msgspec.structs import replace

from factcheck.cli_kept import keep
from factcheck.cli_progress import watched
from factcheck.config import Config, load_config
from factcheck.data.messages import Messages, load_messages
from factcheck.data.whole_file import unwritable, whole_file, write_whole
from factcheck.judge.rules import FACT_PACK, Rule, RuleSet, load_rules
from factcheck.judge.selection import select
from factcheck.languages.loader import load_languages
from factcheck.load.document import Loaded
from factcheck.load.front_matter import parse_day
from factcheck.model.errors import Problem, UserError
from factcheck.model.fact import Fact
from factcheck.model.report import Report
from factcheck.pipeline import load_reports as load_file

T = TypeVar("T")
Given = Mapping[str, Any]
"""The options of a command, by their names."""

STANDARD_INPUT = "-"
PLAIN_WIDTH, LEAST_WIDTH, GREATEST_WIDTH = 100, 40, 1000
"""Columns of a page: where nobody looks, and the narrowest and widest that are sensible."""


def settings(given: Given) -> tuple[Config, Messages]:
    """Give the configuration and the messages; raises UserError with all that is wrong with the configuration."""
    config = load_config(given["config"])
    if config.problems:
        rules_for(given, config)
    return config, load_messages(given["messages"] or config.messages or "en")


def rule_set(given: Given, config: Config) -> RuleSet:
    """Load the shipped rules, those of the configuration and those of `--rules`."""
    folders = dict.fromkeys([*config.folders, *(pathlib.Path(folder) for folder in given["folders"])])
    found = load_rules(list(folders))
    return RuleSet(found.rules, (*config.problems, *found.problems))


def rules_on(given: Given, config: Config) -> RuleSet:
    """Keep of those the rules that are on, as loud and with the settings that the configuration wants."""
    packs = (*config.packs, *given["packs"], *fact_packs(given, config))
    choice = replace(config.choice, packs=packs)
    return select(rule_set(given, config), choice, config.document, config.path)


def fact_packs(given: Given, config: Config) -> list[str]:
    """Give the pack of rules that is on wherever there are facts to hold figures to."""
    return [FACT_PACK] if config.facts or given.get("facts") else []


def rules_for(given: Given, config: Config) -> tuple[Rule, ...]:
    """Give the rules that are on; raises UserError with everything wrong in them, and where none is on."""
    rules = rules_on(given, config).require()
    if not rules:
        raise UserError.at("", "no rule is on, so nothing would be checked; switch on a pack: --pack core")
    return rules


def facts_for(given: Given, config: Config) -> tuple[Fact, ...]:
    """Load the facts of the configuration and those of `--facts`; raises UserError with everything wrong in them."""
    paths = [*config.facts, *given["facts"]]
    if not paths:
        return ()
    from factcheck.facts.load import load_facts

    return load_facts(paths)


def enough(reports: Sequence[Report | str]) -> None:
    """Demand two reports or more."""
    if len(reports) < 2:
        raise UserError.at(
            "", f"compare needs two reports or more, got {len(reports)}; `gate` and `checklist` take one"
        )


def the_one(reports: Sequence[Report]) -> Report:
    """Demand a file with one report, or the name of one of several."""
    if len(reports) != 1:
        name = reports[0].name
        raise UserError.at(name.rpartition("#")[0], f"holds {len(reports)} reports; name one of them, such as {name}")
    return reports[0]


def once(names: Sequence[str]) -> None:
    """Demand that standard input is read once."""
    if names.count(STANDARD_INPUT) > 1:
        raise UserError.at(STANDARD_INPUT, "standard input can be read once; give the other report as a file")


def spoken_to(reports: Sequence[Report], paths: Sequence[str], against: Sequence[str]) -> int | None:
    """Give the number of the report whose author is spoken to: the one draft that is held against wires."""
    own = [report for report in reports if {report.name, report.name.rpartition("#")[0]} & set(paths)]
    return 0 if against and len(own) == 1 else None


def warn_of_twins(names: Sequence[str]) -> None:
    """Warn where one file is given twice, under whatever name."""
    seen: set[str] = set()
    for name in names:
        path = os.path.realpath(name)
        if path in seen:
            click.echo(f"factcheck: warning: {name}: given twice, so it is compared with itself", err=True)
        seen.add(path)


def load_reports(names: Sequence[str], config: Config, given: Given) -> list[Report]:
    """Load reports; raises UserError with what was wrong with any of them."""
    reports, problems = load_each(names, config, given)
    if problems:
        raise UserError(*problems)
    return reports


def load_each(names: Sequence[str], config: Config, given: Given) -> tuple[list[Report], list[Problem]]:
    """Load every report that can be loaded, and keep what was wrong with the others.

    Raises UserError where what is to be written would take the place of a report.
    """
    load = loader(names, config, given)
    reports: list[Report] = []
    problems: list[Problem] = []
    for name in watched(names):
        found = load(name, first=len(reports))
        reports += found.reports
        problems += found.problems
    return reports, problems


def loader(names: Sequence[str], config: Config, given: Given) -> Callable[..., Loaded]:
    """Give what loads these files one by one.

    Raises UserError where what is to be written would take the place of a report.
    """
    once(names)
    keep(given["output"], names, given, config)
    language, published = _language(given, config), day_of(given["published"], "--published")
    return partial(load_file, language=language, published=published, among=config.languages, limits=config.bounds)


def screen(given: Given) -> tuple[int, bool]:
    """Give the width and whether to colour: a terminal's own width; plain where nobody looks."""
    looked_at = sys.stdout.isatty() and not given["output"]
    wanted = os.environ.get("COLUMNS", "")
    if re.fullmatch(r"0*[1-9][0-9]{0,5}", wanted):
        width = int(wanted)
    elif looked_at:
        import shutil  # which loads three kinds of compression, and is asked for a terminal's width alone

        width = shutil.get_terminal_size((PLAIN_WIDTH, 24)).columns
    else:
        width = PLAIN_WIDTH
    plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return min(max(LEAST_WIDTH, width), GREATEST_WIDTH), looked_at and not plain


def pretty(value: Any) -> str:
    """Write JSON for people and programs alike."""
    return json.dumps(value, ensure_ascii=False, indent=2)


def write(text: str, given: Given) -> None:
    """Write a page, to `--output` or standard output; a reader who has gone away is no error."""
    deliver([text.rstrip("\n")], given["output"])


def write_bytes(content: bytes, given: Given) -> None:
    """Write a file that is no text to `--output`; raises UserError where none is named or it cannot be written."""
    path = given["output"]
    if not path:
        raise UserError.at("--output", "name a file: a workbook is not for a terminal")
    write_whole(path, content)


def show(text: str) -> None:
    """Write a page on standard output."""
    deliver([text], None)


def deliver(lines: Iterable[str], path: str | None) -> bool:
    """Write lines, each at once; tells whether they were read to the end."""
    if not path:
        return all(_put(line, sys.stdout, "standard output") for line in lines)
    with whole_file(path) as file:
        return all(_put(line, file, path) for line in lines)


def _put(line: str, out: TextIO, name: str) -> bool:
    """Write a line; tells whether somebody reads. What then is left in the buffer is dropped, not told at the end."""
    try:
        with _unbroken():
            out.write(line + "\n")
            out.flush()
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), out.fileno())
        if isinstance(error, BrokenPipeError):
            return False
        raise unwritable(name, error) from None
    return True


@contextlib.contextmanager
def _unbroken() -> Iterator[None]:
    """Put Ctrl-C off until a line is out whole; pressed again, it is not put off."""
    before = signal.getsignal(signal.SIGINT)
    held = False

    def hold(number: int, frame: FrameType | None) -> None:
        nonlocal held
        held = True
        signal.signal(signal.SIGINT, before)

    if before is not signal.default_int_handler or threading.current_thread() is not threading.main_thread():
        yield
        return
    signal.signal(signal.SIGINT, hold)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
    if held:
        raise KeyboardInterrupt


def _language(given: Given, config: Config) -> str | None:
    """Give the language all reports are in, if anybody said so."""
    asked = given["language"]
    if asked and asked not in load_languages():
        known = " or ".join(sorted(load_languages()))
        raise UserError.at("--language", f"{asked!r} is no language factcheck reads; choose {known}")
    return str(asked) if asked else config.language


def day_of(text: str | None, option: str) -> datetime.date | None:
    """Read the day an option gives; raises UserError for what is none."""
    day = parse_day(text) if text else None
    if text and day is None:
        raise UserError.at(option, f"{text!r} is no date; write it as 2026-01-31")
    return day
