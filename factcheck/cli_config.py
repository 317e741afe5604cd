"""`factcheck config`: what is in force, and who said so."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from typing import Any

import click
import msgspec
from msgspec.structs import fields

from factcheck.cli_help import Group
from factcheck.cli_options import fail_on, form, known, messages, option, ruled
from factcheck.cli_streams import fact_packs, pretty, rules_for, show
from factcheck.config import Config, ConfigFile, load_config
from factcheck.languages.loader import load_languages
from factcheck.render.config_page import InForce, render_config

WHERE_UNSET = {
    "fail-on": "default: never, and warning for gate",
    "language": "default: what each report says, else what its letters say",
}


@click.group(cls=Group)
def config() -> None:
    """Look at the configuration."""


@config.command("show")
@form("toml", "json")
@fail_on
@messages
@option("--language", metavar="CODE", help="Language of the reports.")
@option("--baseline", metavar="FILE", help="Accept the findings recorded there.")
@known
@ruled
def config_show(form: str, **given: Any) -> None:
    """Show what is in force, and where each value comes from: a file's line, the command line, or the default."""
    config = load_config(given["config"])
    rules_for(given, config)  # a wrong rule id or pack is told here too
    shown = list(in_force(config, given))
    if form == "json":
        named = {".".join(item.key): {"value": item.value, "from": list(item.origins)} for item in shown}
        show(pretty(msgspec.to_builtins(named)))
    else:
        show(render_config(shown))


def in_force(config: Config, given: dict[str, Any]) -> Iterator[InForce]:
    """Give every setting, in the order of the schema; what the command line adds to a list follows what is there."""
    added: dict[str, list[tuple[str, Sequence[str]]]] = {
        "rules": [("--rules", given["folders"])],
        "packs": [("--pack", given["packs"]), ("for there are facts", fact_packs(given, config))],
        "facts": [("--facts", given["facts"])],
    }
    defaults = {"messages": "en", "languages": sorted(load_languages())}
    instead = {name: f"--{name.replace('_', '-')}" for name in ("fail_on", "messages", "language", "baseline")}
    for field in fields(ConfigFile):
        name, key = field.name, field.encode_name
        value = getattr(config, name) or defaults.get(key, getattr(config, name))
        if name == "limits":
            for own in fields(value):
                there = (key, own.encode_name) in config.document.key_places
                origin = _place(config, key, own.encode_name) if there else "default"
                yield InForce((key, own.encode_name), getattr(value, own.name), (origin,))
            continue
        if name in ("severity", "options"):
            for rule, setting in value.items():
                yield InForce((key, rule), setting, (_place(config, key, rule),))
            continue
        origins = [_place(config, key) if (key,) in config.document.key_places else WHERE_UNSET.get(key, "default")]
        if name == "waiver":
            if not value:
                continue  # an empty list would forbid the tables that anybody adds below
            value = [msgspec.to_builtins(waiver, builtin_types=(datetime.date,)) for waiver in value]
        for origin, more in added.get(name, ()):
            new = [one for one in more if one not in value]
            origins = [*(origins if value else []), *([origin] if new else [])] or origins
            value = [*value, *new]
        if name in instead and given[name]:
            origins, value = [instead[name]], given[name]
        yield InForce((key,), value, tuple(origins))


def _place(config: Config, *keys: str) -> str:
    return f"{config.path}:{config.document.key_places[keys][0]}"
