"""The command that opens the desk in a browser."""

from __future__ import annotations

import importlib.util
import webbrowser
from functools import partial

import click

from factcheck.cli_help import Command
from factcheck.cli_options import known, messages, option, ruled
from factcheck.cli_streams import Given, facts_for, rules_for, settings, show
from factcheck.desk.api import Settings, do
from factcheck.desk.limits import Limits
from factcheck.desk.worker import Work
from factcheck.model.errors import UserError

SECONDS = click.FloatRange(1, 3600)


@click.command(cls=Command)
@option("--host", default="127.0.0.1", show_default=True, help="Address of this machine's own: 127.0.0.1 or ::1.")
@option("--port", type=click.IntRange(0, 65535), default=8765, show_default=True, help="Port; 0 takes any free one.")
@option("--open", "opened", is_flag=True, help="Open the page in the browser.")
@option("--seconds", type=SECONDS, default=60.0, show_default=True, help="Longest time one answer may take.")
@option("--log", "logged", is_flag=True, help="Tell method, path and status of each request on standard error.")
@known
@ruled
@messages
def desk(host: str, port: int, opened: bool, seconds: float, logged: bool, **given: object) -> None:
    """Compare, check and sign reports on a page of your own browser; nothing leaves this machine (extra `serve`)."""
    from factcheck.desk.server import address_of, bound, serve

    for name in ("starlette", "uvicorn"):
        if importlib.util.find_spec(name) is None:
            raise UserError.at("", f"the desk needs {name}; run: pip install 'newsroom-factcheck[serve]'")
    _, texts = settings(given)
    prepared(given)  # what is wrong with the configuration or the rules is told here, once
    listening = bound(host, port)

    def ready() -> None:
        show(address_of(listening))
        click.echo("factcheck: the desk is open on this machine alone; Ctrl-C closes it", err=True)
        if opened:
            webbrowser.open(address_of(listening))

    log = partial(click.echo, err=True) if logged else None
    serve(listening, partial(prepared, given), Limits(seconds=seconds), texts.language, log, ready)


def prepared(given: Given) -> Work:
    """Make a process ready: with the rules and facts of the command, which are loaded in each."""
    config, texts = settings(given)
    return partial(do, Settings(rules_for(given, config), facts_for(given, config), texts.language))
