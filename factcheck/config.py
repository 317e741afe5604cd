"""Configuration: `factcheck.toml`, or `[tool.factcheck]` in `pyproject.toml`, of the folder the command runs in."""

from __future__ import annotations

import pathlib
import re
import tomllib
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from factcheck.data.suggestion import nearest
from factcheck.model.errors import Problem, UserError

FailOn = Literal["error", "warning", "note", "never"]
FILES = ("factcheck.toml", "pyproject.toml")
_PLACE = re.compile(r" \(at line (\d+), column (\d+)\)$")


class Config(BaseModel):
    """What a desk has set; None leaves a command its own default."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    rules: list[str] = Field(default=[], description="folders of own rules, as seen from the configuration file")
    packs: list[str] = Field(default=["core"], description="packs of shipped rules that are on")
    fail_on: FailOn | None = Field(default=None, description="least severity that fails")
    messages: Literal["en", "ar"] | None = Field(default=None, description="the reader's language")
    language: str | None = Field(default=None, description="the reports' language, where it is not to be detected")

    @property
    def folders(self) -> list[pathlib.Path]:
        """Give the rule folders."""
        return [pathlib.Path(folder) for folder in self.rules]


def load_config(path: str | None) -> Config:
    """Load the named file, else the first that the working folder has; raises UserError for a wrong key or value."""
    if path is not None:
        return _read(pathlib.Path(path))
    for name in FILES:
        if pathlib.Path(name).is_file():
            return _read(pathlib.Path(name))
    return Config()


def _read(path: pathlib.Path) -> Config:
    try:
        data: Any = tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        raise UserError.at(str(path), "no such configuration file; check the name") from None
    except IsADirectoryError:
        raise UserError.at(str(path), "is a folder; name a TOML file in it") from None
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "not UTF-8"
        raise UserError.at(str(path), f"cannot be read as UTF-8 text ({reason}); name a TOML file") from None
    except tomllib.TOMLDecodeError as error:
        raise UserError(_not_toml(str(path), str(error))) from None
    for key in ("tool", "factcheck") if path.name == "pyproject.toml" else ():
        data = data.get(key, {}) if isinstance(data, dict) else data
    try:
        config = Config.model_validate(data)
    except ValidationError as error:
        raise UserError(*(_problem(str(path), slip) for slip in error.errors())) from None
    return config.model_copy(update={"rules": [str(path.parent / folder) for folder in config.rules]})


def _not_toml(path: str, message: str) -> Problem:
    """Take the place out of what the parser says and put it where places stand."""
    place = _PLACE.search(message)
    if place is None:
        return Problem(path, f"is not TOML: {message}")
    return Problem(path, f"is not TOML: {message[: place.start()]}", int(place[1]), int(place[2]))


def _problem(path: str, slip: Any) -> Problem:
    key = ".".join(str(part) for part in slip["loc"])
    if slip["type"] == "extra_forbidden":
        near = nearest(key, sorted(Config.model_fields))
        known = f"did you mean {near!r}?" if near else f"there are {', '.join(sorted(Config.model_fields))}"
        return Problem(path, f"unknown key {key!r}; {known}")
    if not key:
        return Problem(path, "`factcheck` must be a table: [tool.factcheck] and keys under it")
    return Problem(path, f"{key}: {slip['msg']}, not {slip['input']!r}")
