"""The command line: arguments to pipeline to renderer to exit status, and no logic of its own."""

from __future__ import annotations

import datetime
import functools
import json
import os
import sys
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

import rich_click as click

import factcheck
from factcheck.config import Config, load_config
from factcheck.data.messages import Messages, load_messages
from factcheck.gate import copy_files, fails, judge_copy, load_all
from factcheck.judge.rules import Rule, RuleSet, load_rules
from factcheck.model.errors import UserError
from factcheck.model.report import Report
from factcheck.pipeline import compare_reports, extract_claims, load_report

PASSED, FAILED, UNABLE = 0, 1, 2
"""Exit statuses: nothing at or above --fail-on; findings; could not run."""

Command = TypeVar("Command", bound=Callable[..., Any])
click.rich_click.TEXT_MARKUP = "markdown"


def _option(*names: str, **settings: Any) -> Callable[[Command], Command]:
    return click.option(*names, **settings)


def _shared(command: Command) -> Command:
    """Add what every command that reads reports takes."""
    for option in reversed(
        (
            _option("--language", metavar="CODE", help="Language of the reports (ar, en); found by itself if left out."),
            _option("--published", metavar="YYYY-MM-DD", help="Publication date of plain files; front matter says it too."),
            _option("--messages", type=click.Choice(["en", "ar"]), help="Language of what factcheck says."),
            _option("--rules", "folders", multiple=True, metavar="DIR", help="Folder of own rules, beside those shipped."),
            _option("--config", metavar="FILE", help="Configuration file; default factcheck.toml or pyproject.toml here."),
            _option("--output", "-o", metavar="FILE", help="Write there instead of on standard output."),
        )
    ):
        command = option(command)
    return command


_fail_on = _option("--fail-on", type=click.Choice(["error", "warning", "note", "never"]), help="Least severity that ends in 1.")


def _told(command: Command) -> Command:
    """Turn what a user can mend into one line each on standard error and exit status 2."""

    @functools.wraps(command)
    def run(*args: Any, **kwargs: Any) -> Any:
        try:
            return command(*args, **kwargs)
        except UserError as error:
            _complain(error)
            sys.exit(UNABLE)

    return run  # type: ignore[return-value]  # the wrapper takes what the command takes


def _complain(error: UserError) -> None:
    for problem in error.problems:
        click.echo(f"factcheck: {problem}", err=True)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(factcheck.__version__, prog_name="factcheck")
def main() -> None:
    """Lay news reports side by side: what conflicts, what lacks a source, what does not add up."""


@main.command()
@click.argument("paths", nargs=-1, metavar="A B [C ...]")
@_option("--against", multiple=True, metavar="FILE", help="Further reports to hold the first ones against.")
@_option("--format", "form", type=click.Choice(["terminal", "json"]), default="terminal", show_default=True)
@_option("--jsonl", is_flag=True, help="Read one JSON object a line, write one a line.")
@_option("--explain", is_flag=True, help="Show every step behind each finding and pair.")
@_option("--all", "all_rows", is_flag=True, help="Show every row of the matrix.")
@_option("--bidi", type=click.Choice(["isolate", "plain"]), default="isolate", help="Isolate Arabic for terminals that reorder.")
@_fail_on
@_shared
@_told
def compare(paths: tuple[str, ...], against: tuple[str, ...], jsonl: bool, form: str, **given: Any) -> None:
    """Compare reports of one event (`-` is standard input)."""
    config, messages, rules = _setting(given)
    if jsonl:
        from factcheck.jsonl import compare_answer

        _stream(compare_answer(rules, messages.language))
    names = (*paths, *against)
    _enough(names)
    reports = _load(names, config, given)
    comparison = compare_reports(reports, rules, messages.language)
    if form == "json":
        from factcheck.render.json_objects import comparison_object

        _write(_pretty(comparison_object(comparison, messages)), given)
    else:
        from factcheck.render.terminal import render_terminal

        width, color = _screen(given)
        text = render_terminal(
            comparison, messages, width=width, color=color, explain=given["explain"], bidi=given["bidi"], all_rows=given["all_rows"]
        )
        _write(text, given)
    sys.exit(FAILED if fails(comparison.findings, given["fail_on"] or config.fail_on or "never") else PASSED)


@main.command()
@click.argument("path", required=False)
@_option("--format", "form", type=click.Choice(["terminal", "json"]), default="terminal", show_default=True)
@_option("--jsonl", is_flag=True, help="Read one JSON object a line, write one a line.")
@_option("--explain", is_flag=True, help="Name the entry and pattern behind each claim.")
@_shared
@_told
def extract(path: str | None, jsonl: bool, form: str, **given: Any) -> None:
    """Show the checkable claims of one report."""
    config, messages, _ = _setting(given)
    if jsonl:
        from factcheck.jsonl import extract_answer

        _stream(extract_answer)
    if path is None:
        raise UserError.at("", "name a report to read, or - for standard input")
    reading = extract_claims(_load([path], config, given)[0])
    if form == "json":
        from factcheck.render.json_objects import reading_object

        _write(_pretty(reading_object(reading)), given)
    else:
        from factcheck.render.extract_table import render_extract

        width, color = _screen(given)
        _write(render_extract(reading, messages, width=width, color=color, explain=given["explain"]), given)


@main.command()
@click.argument("paths", nargs=-1, metavar="A B [C ...]")
@_option("--against", multiple=True, metavar="FILE", help="Further reports to hold the first ones against.")
@_option("--format", "form", type=click.Choice(["markdown", "json"]), default="markdown", show_default=True)
@_fail_on
@_shared
@_told
def checklist(paths: tuple[str, ...], against: tuple[str, ...], form: str, **given: Any) -> None:
    """List what must be verified, one item a claim, with room for the answer."""
    config, messages, rules = _setting(given)
    names = (*paths, *against)
    if not names:
        raise UserError.at("", "name one report or more to make a checklist of")
    comparison = compare_reports(_load(names, config, given), rules, messages.language)
    if form == "json":
        from factcheck.render.checklist_json import checklist_object

        _write(_pretty(checklist_object(comparison, messages)), given)
    else:
        from factcheck.render.checklist_markdown import render_checklist_markdown

        _write(render_checklist_markdown(comparison, messages), given)
    sys.exit(FAILED if fails(comparison.findings, given["fail_on"] or config.fail_on or "never") else PASSED)


@main.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@_option("--against", multiple=True, metavar="PATH", help="Reports the copy is held against (files or folders).")
@_option("--format", "form", type=click.Choice(["lines", "json"]), default="lines", show_default=True)
@_fail_on
@_shared
@_told
def gate(paths: tuple[str, ...], against: tuple[str, ...], form: str, **given: Any) -> None:
    """Say stop or go for incoming copy: one line a report, and the exit status."""
    from factcheck.render.gate_lines import gate_line, gate_object

    config, messages, rules = _setting(given)
    least = given["fail_on"] or config.fail_on or "warning"
    language = given["language"] or config.language
    others, broken = load_all(list(copy_files(against)), language)
    incoming, unread = load_all(list(copy_files(paths)), language)
    judged = [judge_copy(report, others, rules, messages.language) for report in incoming]
    stops = [fails(item.findings, least) for item in judged]
    if form == "json":
        _write(_pretty([gate_object(i.name, i.findings, stop, messages) for i, stop in zip(judged, stops, strict=True)]), given)
    else:
        _write("\n".join(gate_line(i.name, i.findings, stop, messages) for i, stop in zip(judged, stops, strict=True)), given)
    for error in (*broken, *unread):
        _complain(error)
    sys.exit(UNABLE if broken or unread else FAILED if any(stops) else PASSED)


@main.group()
def rules() -> None:
    """Look at the rules, and test them."""


def _ruled(command: Command) -> Command:
    command = _option("--rules", "folders", multiple=True, metavar="DIR", help="Folder of own rules.")(command)
    return _option("--config", metavar="FILE", help="Configuration file.")(command)


@rules.command("list")
@_ruled
@_told
def rules_list(folders: tuple[str, ...], config: str | None) -> None:
    """List the rules, and name every broken rule file."""
    found = _rules(folders, load_config(config))
    for rule in found.rules:
        grades = rule.file.severity
        shown = grades if isinstance(grades, str) else "/".join(dict.fromkeys(grades.values()))
        click.echo(f"{rule.file.id:28} {rule.file.on:7} {shown:18} {rule.file.category}")
    found.require()


@rules.command("show")
@click.argument("name")
@_ruled
@_told
def rules_show(name: str, folders: tuple[str, ...], config: str | None) -> None:
    """Show one rule: what, why, where from, and its examples."""
    from factcheck.render.rule_page import render_rule

    found = _rules(folders, load_config(config))
    rule = next((rule for rule in found.rules if rule.file.id == name), None)
    if rule is None:
        raise UserError.at("", f"no rule {name!r}; there are {', '.join(rule.file.id for rule in found.rules)}")
    click.echo(render_rule(rule.file.model_dump(exclude_defaults=True)))


@rules.command("test")
@click.argument("names", nargs=-1)
@_ruled
@_told
def rules_test(names: tuple[str, ...], folders: tuple[str, ...], config: str | None) -> None:
    """Run the examples of all rules, or of those named."""
    from factcheck.rule_examples import run_examples

    found = _rules(folders, load_config(config))
    outcomes = [o for rule in found.rules if not names or rule.file.id in names for o in run_examples(rule)]
    for outcome in outcomes:
        for complaint in outcome.complaints:
            click.echo(f"{outcome.rule}: {outcome.example}: {complaint}")
    failed = sum(bool(outcome.complaints) for outcome in outcomes)
    click.echo(f"{len(outcomes) - failed} examples passed, {failed} failed")
    found.require()
    sys.exit(FAILED if failed else PASSED)


@main.command()
@click.argument("what", type=click.Choice(["rule", "config", "report"]))
def schema(what: str) -> None:
    """Print a JSON Schema: of rule files, of the configuration, or of what `compare --format json` prints."""
    from factcheck.schemas import schema_of

    click.echo(_pretty(schema_of(what)))


def _setting(given: dict[str, Any]) -> tuple[Config, Messages, tuple[Rule, ...]]:
    config = load_config(given["config"])
    messages = load_messages(given["messages"] or config.messages or "en")
    return config, messages, _rules(given["folders"], config).require()


def _rules(folders: Sequence[str], config: Config) -> RuleSet:
    import pathlib

    return load_rules([*config.folders, *(pathlib.Path(folder) for folder in folders)])


def _enough(names: Sequence[str]) -> None:
    if len(names) < 2:
        raise UserError.at("", f"compare needs two reports or more, got {len(names)}; `gate` and `checklist` take one")
    if names.count("-") > 1:
        raise UserError.at("-", "standard input can be read once; give the other report as a file")
    for name in sorted({name for name in names if names.count(name) > 1}):
        click.echo(f"factcheck: {name}: given twice, so it is compared with itself", err=True)


def _load(names: Sequence[str], config: Config, given: dict[str, Any]) -> list[Report]:
    published = _day(given["published"])
    reports, problems = [], []
    for number, name in enumerate(names):
        try:
            reports.append(
                load_report(name, language=given["language"] or config.language, published=published, name=f"r{number}")
            )
        except UserError as error:
            problems += error.problems
    if problems:
        raise UserError(*problems)
    return reports


def _day(text: str | None) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(text) if text else None
    except ValueError:
        raise UserError.at("--published", f"{text!r} is no date; write it as 2026-01-31") from None


def _screen(given: dict[str, Any]) -> tuple[int, bool]:
    """Give the width and whether to colour: a terminal's own, plain and 100 wide where nobody looks."""
    import shutil

    looked_at = sys.stdout.isatty() and not given["output"]
    width = shutil.get_terminal_size((100, 24)).columns if looked_at else int(os.environ.get("COLUMNS") or 100)
    return max(40, width), looked_at and not os.environ.get("NO_COLOR")


def _pretty(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2)


def _write(text: str, given: dict[str, Any]) -> None:
    path = given["output"]
    if not path:
        click.echo(text.rstrip("\n"))
        return
    try:
        with open(path, "w", encoding="utf-8") as file:  # noqa: PTH123  # a path as the user wrote it
            file.write(text.rstrip("\n") + "\n")
    except OSError as error:
        raise UserError.at(path, f"cannot be written ({error.strerror})") from None


def _stream(answer: Callable[[Any], Any]) -> None:
    """Answer standard input line by line and end."""
    from factcheck.jsonl import answer_lines
    from factcheck.languages.loader import load_languages

    load_languages()
    whole = True
    for line, succeeded in answer_lines(sys.stdin.buffer, answer):
        sys.stdout.write(line + "\n")
        sys.stdout.flush()
        whole = whole and succeeded
    sys.exit(PASSED if whole else UNABLE)
