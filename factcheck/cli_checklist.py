"""`factcheck checklist`: what has to be verified, with room for the answer."""

from __future__ import annotations

from typing import Any

import click

from factcheck.cli_allowances import tell
from factcheck.cli_laid import equipped, laid, status_of
from factcheck.cli_options import AgainstCommand, against, answered, fail_on, form, known, one_event, reading
from factcheck.cli_streams import pretty, write, write_bytes
from factcheck.model.errors import UserError


@click.command(cls=AgainstCommand)
@click.argument("paths", nargs=-1, metavar="A B [C ...]")
@against
@one_event
@form("markdown", "csv", "xlsx", "json", "html")
@fail_on
@answered
@known
@reading
def checklist(paths: tuple[str, ...], against: tuple[str, ...], form: str, **given: Any) -> int:
    """List what must be verified, one item a claim, with room for the answer."""
    equipment = equipped(given)
    messages = equipment.messages
    if not (*paths, *against):
        raise UserError.at("", "name one report or more to make a checklist of")
    found = laid(paths, against, given, equipment, alone=True)
    comparison = found.comparison
    tell(found.off, messages)
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
    return status_of(found, given, equipment.config)
