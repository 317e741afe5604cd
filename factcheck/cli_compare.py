"""`factcheck compare`: what differs between reports of one event."""

from __future__ import annotations

from functools import partial
from typing import Any

import click

from factcheck.cli_allowances import allowances_for
from factcheck.cli_laid import equipped, laid, status_of
from factcheck.cli_options import (
    AgainstCommand,
    against,
    allowing,
    batch,
    documented,
    fail_on,
    form,
    known,
    one_event,
    option,
    reading,
)
from factcheck.cli_streams import enough, pretty, screen, write
from factcheck.render.outputs import COMPARED


@click.command(cls=AgainstCommand)
@click.argument("paths", nargs=-1, metavar="A B [C ...]")
@against
@one_event
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
    equipment = equipped(given)
    config, messages, facts, rules = equipment
    names = (*paths, *against)
    if jsonl:
        from factcheck.cli_batch import stream
        from factcheck.jsonl import compare_answer

        allowances = allowances_for(given, config, files=False)
        answer = partial(compare_answer, rules, messages.language, allowances, facts, limits=config.bounds)
        return stream(answer, given, names)
    if not names:
        enough(names)
    found = laid(paths, against, given, equipment)
    comparison, judged, off = found
    if form == "json":
        from factcheck.render.json_objects import comparison_object

        write(pretty(comparison_object(comparison, messages)), given)
    elif form in COMPARED or opened:
        from factcheck.cli_outputs import open_page, outcome_of, page_file
        from factcheck.render.outputs import render_output

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
    return status_of(found, given, config)
