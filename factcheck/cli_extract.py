"""`factcheck extract`: what was read in one report."""

from __future__ import annotations

from functools import partial
from typing import Any

import click

from factcheck.cli_errors import PASSED
from factcheck.cli_help import Command
from factcheck.cli_options import batch, fail_on, form, option, reading
from factcheck.cli_streams import load_reports, pretty, screen, settings, the_one, write
from factcheck.model.errors import UserError
from factcheck.pipeline import extract_claims


@click.command(cls=Command)
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
        from factcheck.cli_batch import stream
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
