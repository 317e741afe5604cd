"""Write docs/cli.md from the command line's own parser; `--check` only tells whether it is fresh."""

from __future__ import annotations

import pathlib
import sys
from collections.abc import Iterator

import click

from factcheck.cli import main as program

PAGE = pathlib.Path(__file__).parents[1] / "docs" / "cli.md"
HEAD = """\
# The command line

Written from the program itself by `scripts/generate_cli_doc.py`: every command, what it takes, and what it is for.
`-` is standard input. Exit status: 0 nothing at or above `--fail-on`, 1 findings, 2 something could not be read or run.

Completion of commands and options: put the line for your shell into its start-up file.

```sh
eval "$(_FACTCHECK_COMPLETE=bash_source factcheck)"   # ~/.bashrc
eval "$(_FACTCHECK_COMPLETE=zsh_source factcheck)"    # ~/.zshrc
_FACTCHECK_COMPLETE=fish_source factcheck | source    # ~/.config/fish/config.fish
```
"""


def page() -> str:
    """Give the whole page."""
    return HEAD + "\n" + "\n".join(_command(program, "factcheck"))


def _command(command: click.Command, name: str) -> Iterator[str]:
    """Give a command's section, and those of the commands in it, sorted."""
    if isinstance(command, click.Group):
        context = click.Context(command)
        for inner in sorted(command.list_commands(context)):
            if (found := command.get_command(context, inner)) is not None:
                yield from _command(found, f"{name} {inner}")
        return
    arguments = [part for part in command.params if isinstance(part, click.Argument)]
    usage = " ".join([name, "[OPTIONS]", *map(_argument, arguments)])
    yield from (f"## {name}", "", (command.help or "").strip().replace("\n", " "), "", f"`{usage}`", "")
    options = [part for part in command.params if isinstance(part, click.Option)]
    if options:
        yield from ("| option | |", "|---|---|", *map(_option, options), "")


def _argument(argument: click.Argument) -> str:
    return argument.make_metavar(click.Context(program))


def _option(option: click.Option) -> str:
    names = ", ".join(f"`{name}`" for name in option.opts)
    takes = "" if option.is_flag else f" {option.metavar or _choices(option)}"
    told = (option.help or "").replace("|", "\\|")
    default = f" Default: `{option.default}`." if option.show_default and option.default else ""
    return f"| {names}{takes} | {told}{default} |"


def _choices(option: click.Option) -> str:
    return " \\| ".join(option.type.choices) if isinstance(option.type, click.Choice) else option.type.name.upper()


def main() -> int:
    """Write the page, or with `--check` tell whether it is the one that would be written."""
    if "--check" not in sys.argv[1:]:
        PAGE.write_text(page(), "utf-8")
        return 0
    fresh = PAGE.is_file() and PAGE.read_text("utf-8") == page()
    if not fresh:
        print(f"{PAGE.name} is not what the commands say; run scripts/generate_cli_doc.py", file=sys.stderr)
    return 0 if fresh else 1


if __name__ == "__main__":
    sys.exit(main())
