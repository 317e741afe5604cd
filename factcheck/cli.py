"""The command line: arguments to pipeline to renderer to exit status; each command in a file of its own."""

from __future__ import annotations

import gc

gc.set_threshold(1_000_000)  # before anything is loaded: of what a command makes, next to nothing holds itself

import click

import factcheck
from factcheck.cli_errors import Program


@click.group(cls=Program, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(factcheck.__version__, prog_name="factcheck")
def main() -> None:
    """Lay news reports side by side: what conflicts, what lacks a source, what does not add up."""
