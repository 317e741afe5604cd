"""Help as rich-click shows it, which is loaded when somebody asks for help: it takes longer to load than click."""

from __future__ import annotations

from typing import Any

import click


def rich_help(command: click.Command, context: click.Context) -> str:
    """Give the help of a command, or of a group with its commands."""
    import rich_click

    rich_click.rich_click.TEXT_MARKUP = "markdown"
    told: dict[str, Any] = {"name": command.name, "params": command.params, "help": command.help}
    if isinstance(command, click.Group):
        names = command.list_commands(context)
        told["commands"] = {name: found for name in names if (found := command.get_command(context, name))}
        shown: rich_click.RichCommand = rich_click.RichGroup(**told)
    else:
        shown = rich_click.RichCommand(**told)
    names_of_help = context.help_option_names
    return shown.get_help(
        rich_click.RichContext(shown, info_name=context.command_path, help_option_names=names_of_help)
    )


class Command(click.Command):
    """A command whose help is easy to read."""

    def get_help(self, ctx: click.Context) -> str:
        """Give its help."""
        return rich_help(self, ctx)


class Group(click.Group):
    """A group of commands whose help is easy to read, and theirs."""

    command_class = Command

    def get_help(self, ctx: click.Context) -> str:
        """Give its help."""
        return rich_help(self, ctx)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command that is asked for; for a slip of one, say which there is."""
        try:
            return super().resolve_command(ctx, args)
        except click.NoSuchOption:
            raise
        except click.UsageError as error:
            from factcheck.data.suggestion import advice

            raise click.UsageError(error.message.rstrip(".") + advice(args[0], self.list_commands(ctx)), ctx) from None
