"""`factcheck schema`: the JSON Schemas of what factcheck reads and writes."""

from __future__ import annotations

import click

from factcheck.cli_help import Command
from factcheck.cli_streams import pretty, show


@click.command(cls=Command)
@click.argument("what", type=click.Choice(["rule", "config", "facts", "report"]))
def schema(what: str) -> None:
    """Print a JSON Schema: of rule files, the configuration, files of facts, or what `compare --format json` prints."""
    from factcheck.schemas import schema_of

    show(pretty(schema_of(what)))
