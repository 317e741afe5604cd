"""The command line: arguments to pipeline to renderer to exit status, and no logic of its own."""

from __future__ import annotations

from functools import partial
from typing import Any

import rich_click as click
from msgspec.structs import replace

import factcheck
from factcheck.cli_allowances import allowances_for, laid_over, tell
from factcheck.cli_batch import stream
from factcheck.cli_config import config
from factcheck.cli_desk import desk
from factcheck.cli_errors import FAILED, PASSED, Program
from factcheck.cli_gate import gate
from factcheck.cli_options import (
    AgainstCommand,
    against,
    allowing,
    answered,
    batch,
    documented,
    fail_on,
    form,
    known,
    option,
    reading,
)
from factcheck.cli_outputs import open_page, outcome_of, page_file
from factcheck.cli_rules import rules
from factcheck.cli_streams import (
    enough,
    facts_for,
    load_reports,
    pretty,
    rules_for,
    screen,
    settings,
    show,
    spoken_to,
    the_one,
    warn_of_twins,
    write,
    write_bytes,
)
from factcheck.cli_watch import watch
from factcheck.gate import fails
from factcheck.judge.findings import gathered
from factcheck.model.allowance import Notice
from factcheck.model.errors import UserError
from factcheck.model.finding import Finding
from factcheck.pipeline import compare_reports, extract_claims
from factcheck.render.outputs import COMPARED, render_output

click.rich_click.TEXT_MARKUP = "markdown"


@click.group(cls=Program, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(factcheck.__version__, prog_name="factcheck")
def main() -> None:
    """Lay news reports side by side: what conflicts, what lacks a source, what does not add up."""


@main.command(cls=AgainstCommand)
@click.argument("paths", nargs=-1, metavar="A B [C ...]")
@against
@form("terminal", "json", *COMPARED)
@documented
@option("--jsonl", is_flag=True, help="Read one JSON object a line, write one a line.")
@option("--explain", is_flag=True, help="Show every step behind each finding and pair.")
@option("--all", "all_rows", is_flag=True, help="Show every row of the matrix.")
@option("--open", "opened", is_flag=True, help="Show the page (`--format html`) in the browser.")
@option("--bidi", type=click.Choice(["isolate", "plain"]), default="isolate", help="Isolate Arabic where it stands.")
@fail_on
@allowing
@known
@batch
@reading
def compare(
    paths: tuple[str, ...], against: tuple[str, ...], jsonl: bool, form: str, opened: bool, **given: Any
) -> int:
    """Compare reports of one event (`-` is standard input)."""
    config, messages = settings(given)
    facts = facts_for(given, config)
    rules = rules_for(given, config)
    names = (*paths, *against)
    if jsonl:
        from factcheck.jsonl import compare_answer

        allowances = allowances_for(given, config, files=False)
        answer = partial(compare_answer, rules, messages.language, allowances, facts, limits=config.bounds)
        return stream(answer, given, names)
    if not names:
        enough(names)
    allowances = allowances_for(given, config)
    reports = load_reports(names, config, given)
    enough(reports)
    warn_of_twins(names)
    author = spoken_to(reports, paths, against)
    judged = range(len(reports)) if author is None else (author,)
    found = [compare_reports(reports, rules, messages.language, facts, author, limits=config.bounds)]
    (comparison,), off = laid_over(found, judged, allowances, rules, given)
    comparison = replace(gathered(comparison), notices=off)
    if form == "json":
        from factcheck.render.json_objects import comparison_object

        write(pretty(comparison_object(comparison, messages)), given)
    elif form in COMPARED or opened:
        outcome = outcome_of([(comparison, judged)], rules, given, config, off)
        given["output"] = given["output"] or (page_file() if opened else None)
        write(render_output("html" if opened else form, outcome, messages), given)
        if opened:
            open_page(given["output"])
    else:
        from factcheck.render.terminal import render_terminal

        width, color = screen(given)
        page = {name: given[name] for name in ("explain", "bidi", "all_rows")}
        write(render_terminal(comparison, messages, width=width, color=color, **page), given)
    failing: tuple[Finding | Notice, ...] = (*filter(comparison.is_authors, comparison.findings), *off)
    return FAILED if fails(failing, given["fail_on"] or config.fail_on or "never") else PASSED


@main.command()
@click.argument("path", required=False)
@form("terminal", "json", "text")
@option("--jsonl", is_flag=True, help="Read one JSON object a line, write one a line.")
@option("--explain", is_flag=True, help="Name the entry and pattern behind each claim.")
@fail_on
@batch
@reading
def extract(path: str | None, jsonl: bool, form: str, **given: Any) -> int:
    """Show the checkable claims of a file's reports (`-` is standard input), or the text that was read."""
    config, messages = settings(given)
    if jsonl:
        from factcheck.jsonl import extract_answer

        return stream(partial(extract_answer, limits=config.bounds), given, [path] if path else [])
    if path is None:
        raise UserError.at("", "name a report to read, or - for standard input")
    reports = load_reports([path], config, given)
    if form == "text":
        write(the_one(reports).text, given)
        return PASSED
    readings = [extract_claims(report, config.bounds) for report in reports]
    if form == "json":
        from factcheck.render.json_objects import reading_object

        objects = [reading_object(reading) for reading in readings]
        write(pretty(objects[0] if len(objects) == 1 else objects), given)
    else:
        from factcheck.render.extract_table import render_extract

        width, color = screen(given)
        pages = [render_extract(one, messages, width=width, color=color, explain=given["explain"]) for one in readings]
        write("\n".join(pages), given)
    return PASSED


@main.command(cls=AgainstCommand)
@click.argument("paths", nargs=-1, metavar="A B [C ...]")
@against
@form("markdown", "csv", "xlsx", "json", "html")
@fail_on
@answered
@known
@reading
def checklist(paths: tuple[str, ...], against: tuple[str, ...], form: str, **given: Any) -> int:
    """List what must be verified, one item a claim, with room for the answer."""
    config, messages = settings(given)
    facts = facts_for(given, config)
    rules = rules_for(given, config)
    names = (*paths, *against)
    if not names:
        raise UserError.at("", "name one report or more to make a checklist of")
    allowances = allowances_for(given, config)
    reports = load_reports(names, config, given)
    warn_of_twins(names)
    author = spoken_to(reports, paths, against)
    judged = range(len(reports)) if author is None else (author,)
    found = [compare_reports(reports, rules, messages.language, facts, author, limits=config.bounds)]
    (comparison,), off = laid_over(found, judged, allowances, rules, given)
    comparison = replace(gathered(comparison), notices=off)
    tell(off, messages)
    if form == "json":
        from factcheck.render.checklist_json import checklist_object

        write(pretty(checklist_object(comparison, messages)), given)
    elif form == "csv":
        from factcheck.render.checklist_table import render_checklist_csv

        write(render_checklist_csv(comparison, messages), given)
    elif form == "xlsx":
        from factcheck.render.checklist_table import render_checklist_xlsx

        write_bytes(render_checklist_xlsx(comparison, messages), given)
    elif form == "html":
        from factcheck.render.checklist_page import render_checklist_page

        write(render_checklist_page(comparison, messages), given)
    else:
        from factcheck.render.checklist_markdown import render_checklist_markdown

        write(render_checklist_markdown(comparison, messages), given)
    failing: tuple[Finding | Notice, ...] = (*filter(comparison.is_authors, comparison.findings), *off)
    return FAILED if fails(failing, given["fail_on"] or config.fail_on or "never") else PASSED


@main.command()
@click.argument("what", type=click.Choice(["rule", "config", "facts", "report"]))
def schema(what: str) -> None:
    """Print a JSON Schema: of rule files, the configuration, files of facts, or what `compare --format json` prints."""
    from factcheck.schemas import schema_of

    show(pretty(schema_of(what)))


main.add_command(config)
main.add_command(desk)
main.add_command(gate)
main.add_command(rules)
main.add_command(watch)
