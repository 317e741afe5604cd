"""`factcheck checklist`: what has to be verified, with room for the answer."""

from __future__ import annotations

from typing import Any

import click
from msgspec.structs import replace

from factcheck.cli_allowances import allowances_for, laid_over, tell
from factcheck.cli_errors import FAILED, PASSED
from factcheck.cli_options import AgainstCommand, against, answered, fail_on, form, known, reading
from factcheck.cli_streams import (
    facts_for,
    load_reports,
    pretty,
    rules_for,
    settings,
    spoken_to,
    warn_of_twins,
    write,
    write_bytes,
)
from factcheck.judge.findings import gathered
from factcheck.model.allowance import Notice, fails
from factcheck.model.errors import UserError
from factcheck.model.finding import Finding
from factcheck.pipeline import compare_reports


@click.command(cls=AgainstCommand)
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
