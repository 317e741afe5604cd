"""The program as click runs it: whatever a user can mend is one line on standard error and exit status 2."""

from __future__ import annotations

import gc
import importlib
import io
import sys
from collections.abc import Iterable
from typing import Any

import click

from factcheck.cli_help import Group
from factcheck.model.errors import Problem, UserError
from factcheck.render.bidi import harmless

PASSED, FAILED, UNABLE, INTERRUPTED = 0, 1, 2, 130
"""Exit statuses: nothing at or above --fail-on; findings; could not run; stopped from the keyboard."""


COMMANDS = ("checklist", "compare", "config", "desk", "extract", "gate", "rules", "schema", "watch")
"""The commands: each is the function of its name in `factcheck.cli_<name>`."""


class Program(Group):
    """The group of all commands; a command gives its exit status as its value (None is `PASSED`).

    A command's file is loaded when it is asked for: the program starts with no more than it needs.
    """

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  # click's signature
        """Name the commands, sorted."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Load a command."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = getattr(importlib.import_module(f"factcheck.cli_{cmd_name}"), cmd_name)
        return command

    def main(self, *args: Any, **settings: Any) -> Any:
        """Run a command and end the process with its status."""
        _speak_utf8()
        try:
            status = super().main(*args, **{**settings, "standalone_mode": False})
        except UserError as error:
            complain(error.problems)
            status = UNABLE
        except click.exceptions.NoArgsIsHelpError as error:
            click.echo(error.message)
            status = UNABLE
        except click.ClickException as error:
            complain([_usage(error)])
            status = UNABLE
        except click.Abort:
            status = INTERRUPTED
        gc.freeze()  # nobody need look through all there is for cycles: it goes with the process
        sys.exit(status or PASSED)


def complain(problems: Iterable[Problem]) -> None:
    """Tell each problem in a line of its own, and none twice."""
    for line in dict.fromkeys(harmless(str(problem)) for problem in problems):
        click.echo(f"factcheck: {line}", err=True)


def _usage(error: click.ClickException) -> Problem:
    """Say what was wrong with the arguments, and where the right ones are listed."""
    context = getattr(error, "ctx", None)
    hint = f" (`{context.command_path} --help` tells more)" if context is not None else ""
    return Problem("", error.format_message() + hint)


def _speak_utf8() -> None:
    """Write UTF-8 and bare line feeds whatever the locale or the system: the same input gives the same bytes."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
