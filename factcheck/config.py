"""Configuration: `factcheck.toml`, or `[tool.factcheck]` in `pyproject.toml`, of the folder the command runs in."""

from __future__ import annotations

import pathlib
import tomllib
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError
from rapidfuzz import process

from factcheck.model.errors import Problem, UserError

FailOn = Literal["error", "warning", "note", "never"]
FILES = ("factcheck.toml", "pyproject.toml")


class Config(BaseModel):
    """What a desk has set; None leaves a command its own default."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    rules: list[str] = Field(default=[], description="folders of own rules, as seen from the configuration file")
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
        return _read(pathlib.Path(path), must_exist=True)
    for name in FILES:
        if pathlib.Path(name).is_file():
            return _read(pathlib.Path(name), must_exist=False)
    return Config()


def _read(path: pathlib.Path, *, must_exist: bool) -> Config:
    try:
        data = tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        raise UserError.at(str(path), "no such configuration file") from None
    except (OSError, UnicodeDecodeError) as error:
        raise UserError.at(str(path), f"cannot be read as UTF-8 text ({error}); name a TOML file") from None
    except tomllib.TOMLDecodeError as error:
        raise UserError.at(str(path), f"is not TOML: {error}") from None
    section: Any = data.get("tool", {}).get("factcheck", {}) if path.name == "pyproject.toml" else data
    try:
        config = Config.model_validate(section)
    except ValidationError as error:
        raise UserError(*(_problem(str(path), slip) for slip in error.errors())) from None
    base = path.parent
    return config.model_copy(update={"rules": [str(base / folder) for folder in config.rules]})


def _problem(path: str, slip: Any) -> Problem:
    key = ".".join(str(part) for part in slip["loc"])
    if slip["type"] == "extra_forbidden":
        near = process.extractOne(key, sorted(Config.model_fields))
        return Problem(path, f"unknown key {key!r}; did you mean {near[0]!r}?")
    return Problem(path, f"{key}: {slip['msg']}")
