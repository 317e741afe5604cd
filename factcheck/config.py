"""Configuration: `factcheck.toml`, or `[tool.factcheck]` in `pyproject.toml`, of the folder the command runs in."""

from __future__ import annotations

import pathlib
from collections.abc import Iterator
from typing import Annotated, Any, Literal

from msgspec.structs import replace
from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from factcheck.data.document import Document, Keys
from factcheck.data.strict_toml import read_toml
from factcheck.data.validation import validate
from factcheck.judge.rules import DEFAULT_PACKS
from factcheck.judge.selection import NOWHERE, Choice, Level, Setting
from factcheck.judge.waivers import WaiverFile
from factcheck.languages.loader import load_languages
from factcheck.model.errors import Problem, UserError
from factcheck.model.finding import Severity
from factcheck.model.limits import LIMITS, Limits

FailOn = Severity | Literal["never"]
File = Annotated[str, StringConstraints(min_length=1)]
FILES = ("factcheck.toml", "pyproject.toml")
TABLES = ("severity", "options", "limits")
"""Keys whose entries are sound or wrong each by itself."""


class LimitsFile(BaseModel):
    """Bounds for one report; what goes beyond is refused in one line."""

    model_config = ConfigDict(extra="forbid", frozen=True, alias_generator=lambda name: name.replace("_", "-"))

    report_bytes: Annotated[int, Field(ge=1, le=100_000_000, strict=True)] = Field(
        default=LIMITS.report_bytes, description="bytes of a report's file"
    )
    nesting: Annotated[int, Field(ge=1, le=LIMITS.nesting, strict=True)] = Field(
        default=LIMITS.nesting, description="elements of a page or of XML inside one another"
    )
    claims: Annotated[int, Field(ge=1, strict=True)] = Field(default=LIMITS.claims, description="claims of a report")
    seconds: Annotated[float, Field(gt=0, allow_inf_nan=False)] = Field(
        default=LIMITS.seconds, description="seconds of processor time for a report"
    )


class ConfigFile(BaseModel):
    """What a desk has set; whatever it leaves out, a command has its own default for."""

    model_config = ConfigDict(extra="forbid", frozen=True, alias_generator=lambda name: name.replace("_", "-"))

    rules: list[File] = Field(default=[], description="folders of own rules, as seen from this file; always on")
    packs: list[str] = Field(default=list(DEFAULT_PACKS), description="packs of shipped rules that are on")
    fail_on: FailOn | None = Field(default=None, description="least severity that ends a command in 1")
    messages: Literal["en", "ar"] | None = Field(default=None, description="language of what factcheck says")
    language: str | None = Field(default=None, description="language of all reports, whatever they say themselves")
    languages: list[str] = Field(
        default=[], description="languages to choose from where a report does not name its own; all if left out"
    )
    ignore: list[File] = Field(
        default=[], description="patterns (* and ?) of files that gate leaves out; folders count from the end"
    )
    facts: list[File] = Field(default=[], description="files or folders of reference facts, as seen from this file")
    waivers: File | None = Field(default=None, description="file of waivers, as seen from this file")
    baseline: File | None = Field(default=None, description="file of accepted findings, as seen from this file")
    waiver: list[WaiverFile] = Field(default=[], description="waivers that stand here: each a table [[waiver]]")
    severity: dict[str, Setting | dict[str, Level]] = Field(
        default={},
        description="by rule id: error, warning or note for whatever the rule finds, off, or on as its file says (also "
        "where its pack is off); or a table with a word for each level the rule grades by",
    )
    options: dict[str, dict[str, Any]] = Field(
        default={}, description="by rule id: settings of its check, such as thresholds, that replace those of its file"
    )
    limits: LimitsFile = Field(default=LimitsFile(), description="bounds for what strangers send")


class Config(ConfigFile):
    """A configuration as it was read: where its keys stand, and what was wrong with it; `path` is empty for none."""

    model_config = ConfigDict(arbitrary_types_allowed=True)

    path: str = ""
    document: Document = NOWHERE
    problems: tuple[Problem, ...] = ()

    @property
    def folders(self) -> list[pathlib.Path]:
        """Give the rule folders."""
        return [pathlib.Path(folder) for folder in self.rules]

    @property
    def bounds(self) -> Limits:
        """Give the limits as the pipeline takes them."""
        return Limits(**dict(self.limits))

    @property
    def choice(self) -> Choice:
        """Give what the desk wants of the rules."""
        return Choice(tuple(self.packs), self.severity, self.options)


def load_config(path: str | None) -> Config:
    """Load the named file, else the first that the working folder has.

    Raises UserError for a file that cannot be read; a wrong key or value is one of its `problems`, and left out.
    """
    if path is not None:
        return _read(pathlib.Path(path))
    for name in FILES:
        if pathlib.Path(name).is_file():
            return _read(pathlib.Path(name))
    return Config()


def _read(path: pathlib.Path) -> Config:
    document = read_toml(path)
    if path.name == "pyproject.toml":
        document = document.under("tool", "factcheck")
        if document.value is None:
            document = NOWHERE
    if not isinstance(document.value, dict):
        raise UserError.at(
            str(path), "`factcheck` must be a table: [tool.factcheck] and keys under it", *document.places[()]
        )
    problems: tuple[Problem, ...] = ()
    try:
        file = validate(ConfigFile, document, str(path))
    except UserError as error:
        problems = error.problems
        file = ConfigFile.model_validate(_sound(document))
    seen = {"rules": [_seen_from(path, folder) for folder in file.rules]}
    seen["facts"] = [_seen_from(path, name) for name in file.facts]
    problems += tuple(_unread_languages(file, str(path), document))
    files = {key: _seen_from(path, name) for key in ("waivers", "baseline") if (name := getattr(file, key))}
    read = {"path": str(path), "document": document, "problems": problems}
    return Config.model_construct(**{**dict(file), **seen, **files, **read})


def _unread_languages(file: ConfigFile, path: str, document: Document) -> Iterator[Problem]:
    named: list[tuple[Keys, str]] = [(("languages", position), code) for position, code in enumerate(file.languages)]
    named += [(("language",), file.language)] if file.language else []
    for keys, code in named:
        if code not in load_languages():
            known = " or ".join(sorted(load_languages()))
            message = f"{code!r} is no language factcheck reads; choose {known}"
            yield Problem(path, message, *document.places.get(keys, (1, 1)))


def _seen_from(path: pathlib.Path, name: str) -> str:
    return str(path.parent / name)


def _sound(document: Document) -> dict[str, Any]:
    """Keep what is right by itself, so that everything else that is wrong can be told as well."""
    sound: dict[str, Any] = {}
    for key, value in document.value.items():
        parts = [{name: part} for name, part in value.items()] if key in TABLES and isinstance(value, dict) else [value]
        right = [part for part in parts if _is_sound(document, {key: part})]
        if key in TABLES:
            sound[key] = {name: part for table in right for name, part in table.items()}
        elif right:
            sound[key] = value
    return sound


def _is_sound(document: Document, value: dict[str, Any]) -> bool:
    try:
        validate(ConfigFile, replace(document, value=value), "")
    except UserError:
        return False
    return True
