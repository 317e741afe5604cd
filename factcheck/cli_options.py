"""The options several commands share."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

from factcheck.cli_help import Command
from factcheck.data.messages import message_languages

Taking = TypeVar("Taking", bound=Callable[..., Any])


class AgainstCommand(Command):
    """A command whose `--against` takes every name up to the next option, as shells expand `wires/*.txt`."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Write `--against a b` as `--against a --against b`, which click understands."""
        spread: list[str] = []
        taking = False
        for position, arg in enumerate(args):
            if arg == "--":
                spread += args[position:]
                break
            if arg == "--against":
                taking = True
            elif arg.startswith("-") and arg != "-":
                taking = False
            elif taking and spread[-1] != "--against":
                spread.append("--against")
            spread.append(arg)
        return list(super().parse_args(ctx, spread))


def option(*names: str, **settings: Any) -> Callable[[Taking], Taking]:
    """Declare an option."""
    return click.option(*names, **settings)


def form(*forms: str) -> Callable[[Taking], Taking]:
    """Declare `--format` with these forms, the first of which is the default."""
    return option("--format", "form", type=click.Choice(forms), default=forms[0], show_default=True)


def fail_on(command: Taking) -> Taking:
    """Add `--fail-on`."""
    severities = click.Choice(["error", "warning", "note", "never"])
    return option("--fail-on", type=severities, help="Least severity that ends in 1.")(command)


def documented(command: Taking) -> Taking:
    """Add `--docs-url`."""
    says = "Address of docs/rules.md, for outputs that link each rule to its page."
    return option("--docs-url", metavar="URL", default="", help=says)(command)


def messages(command: Taking) -> Taking:
    """Add `--messages`."""
    says = "Language of what factcheck says."
    return option("--messages", type=click.Choice(message_languages()), help=says)(command)


def against(command: Taking) -> Taking:
    """Add `--against`."""
    says = "Reports to hold the first ones against; takes all names up to the next option."
    return option("--against", multiple=True, metavar="PATH...", help=says)(command)


def one_event(command: Taking) -> Taking:
    """Add `--one-event`."""
    return option("--one-event", is_flag=True, help="Compare the reports, however little they share.")(command)


def allowing(command: Taking) -> Taking:
    """Add what the commands take that let findings stand, and keep the baseline."""
    return _with(
        answered(command),
        option("--update-baseline", is_flag=True, help="Drop from the baseline what is gone."),
        option("--write-baseline", metavar="FILE", help="Record there all that is found now, and accept it."),
    )


def answered(command: Taking) -> Taking:
    """Add what every command takes that lets findings stand."""
    return _with(
        command,
        option("--waivers", multiple=True, metavar="FILE", help="Waivers: findings somebody has answered for."),
        option("--signed", multiple=True, metavar="FILE", help="Checklist filled in: what was confirmed may stand."),
        option("--today", metavar="YYYY-MM-DD", help="The day by which waivers have expired or not; default today."),
        option("--baseline", metavar="FILE", help="Accept the findings recorded there; tell those that are gone."),
    )


def ruled(command: Taking) -> Taking:
    """Add what every command that uses rules takes."""
    return _with(
        command,
        option("--rules", "folders", multiple=True, metavar="DIR", help="Folder of own rules, beside those shipped."),
        option("--pack", "packs", multiple=True, metavar="NAME", help="Pack of shipped rules to switch on as well."),
        option("--config", metavar="FILE", help="Configuration file; default factcheck.toml or pyproject.toml here."),
    )


def batch(command: Taking) -> Taking:
    """Add what every command takes that does many things alike."""
    says = "Processes that work at a time, 1 for none but the first; default as many as there are cores."
    return _with(
        command,
        option("--jobs", type=click.IntRange(1, 1024), metavar="N", help=says),
        option(
            "--time-limit",
            type=click.FloatRange(0, 86400),
            metavar="SECONDS",
            default=60.0,
            show_default=True,
            help="Seconds after which an item is given up; 0 for no limit.",
        ),
    )


def known(command: Taking) -> Taking:
    """Add `--facts`."""
    says = "File or folder of the desk's own facts (YAML, CSV) to hold figures to; may be repeated."
    return option("--facts", multiple=True, metavar="PATH", help=says)(command)


def reading(command: Taking) -> Taking:
    """Add what every command takes that reads reports, and writes what came of it."""
    says = "Write there instead of on standard output."
    return _with(reported(command), option("--output", "-o", metavar="FILE", help=says))


def reported(command: Taking) -> Taking:
    """Add what every command that reads reports takes."""
    return _with(
        ruled(command),
        option("--language", metavar="CODE", help="Language of the reports (ar, en); found by itself if left out."),
        option("--published", metavar="YYYY-MM-DD", help="Publication date of the reports; wins over front matter."),
        messages,
    )


def _with(command: Taking, *options: Callable[[Taking], Taking]) -> Taking:
    for one in reversed(options):
        command = one(command)
    return command
