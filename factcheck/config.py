"""Configuration: `factcheck.toml`, or `[tool.factcheck]` in `pyproject.toml`, of the folder the command runs in."""

from __future__ import annotations

import pathlib
import re
from collections.abc import Iterator
from typing import Annotated, Any, Literal

from msgspec import Meta, Struct, field
from msgspec.structs import asdict, replace

from factcheck.data.border import Finite, Strict
from factcheck.data.document import Document, Keys
from factcheck.data.validation import validate
from factcheck.judge.rules import DEFAULT_PACKS
from factcheck.judge.selection import NOWHERE, Choice, Level, Setting
from factcheck.judge.waivers import WaiverFile
from factcheck.languages.loader import load_languages
from factcheck.model.errors import Problem, UserError
from factcheck.model.finding import Severity
from factcheck.model.limits import LIMITS, Limits

FailOn = Severity | Literal["never"]
File = Annotated[str, Meta(min_length=1)]
PROJECT = "pyproject.toml"
FILES = ("factcheck.toml", PROJECT)
_OURS = re.compile(
    rb"""^(?:\xef\xbb\xbf)?[ \t]*\[{0,2}[ \t]*["']?tool["']?[ \t]*(?:\.[ \t]*["']?factcheck|[]=])""", re.MULTILINE
)
"""Where a project's file may begin to speak of us: `[tool.factcheck]`, `[tool]`, `tool = {...}`, however spaced."""
TABLES = ("severity", "options", "limits")
"""Keys whose entries are sound or wrong each by itself."""


class LimitsFile(Struct, frozen=True, forbid_unknown_fields=True, rename="kebab"):
    """Bounds for one report; what goes beyond is refused in one line."""

    report_bytes: Annotated[int, Meta(ge=1, le=100_000_000, description="bytes of a report's file"), Strict()] = (
        LIMITS.report_bytes
    )
    nesting: Annotated[
        int, Meta(ge=1, le=LIMITS.nesting, description="elements of a page or of XML inside one another"), Strict()
    ] = LIMITS.nesting
    claims: Annotated[int, Meta(ge=1, description="claims of a report"), Strict()] = LIMITS.claims
    seconds: Annotated[float, Meta(gt=0, description="seconds of processor time for a report"), Finite()] = (
        LIMITS.seconds
    )


class ConfigFile(Struct, frozen=True, forbid_unknown_fields=True, rename="kebab", kw_only=True):
    """What a desk has set; whatever it leaves out, a command has its own default for."""

    rules: Annotated[list[File], Meta(description="folders of own rules, as seen from this file; always on")] = []
    packs: Annotated[list[str], Meta(description="packs of shipped rules that are on")] = field(
        default_factory=lambda: list(DEFAULT_PACKS)
    )
    fail_on: Annotated[FailOn | None, Meta(description="least severity that ends a command in 1")] = None
    messages: Annotated[Literal["en", "ar"] | None, Meta(description="language of what factcheck says")] = None
    language: Annotated[str | None, Meta(description="language of all reports, whatever they say themselves")] = None
    languages: Annotated[
        list[str], Meta(description="languages to choose from where a report does not name its own; all if left out")
    ] = []
    ignore: Annotated[
        list[File], Meta(description="patterns (* and ?) of files that gate leaves out; folders count from the end")
    ] = []
    facts: Annotated[list[File], Meta(description="files or folders of reference facts, as seen from this file")] = []
    waivers: Annotated[File | None, Meta(description="file of waivers, as seen from this file")] = None
    baseline: Annotated[File | None, Meta(description="file of accepted findings, as seen from this file")] = None
    waiver: Annotated[list[WaiverFile], Meta(description="waivers that stand here: each a table [[waiver]]")] = []
    severity: Annotated[
        dict[str, Setting | dict[str, Level]],
        Meta(
            description="by rule id: error, warning or note for whatever the rule finds, off, or on as its file says "
            "(also where its pack is off); or a table with a word for each level the rule grades by"
        ),
    ] = {}
    options: Annotated[
        dict[str, dict[str, Any]],
        Meta(description="by rule id: settings of its check, such as thresholds, that replace those of its file"),
    ] = {}
    limits: Annotated[LimitsFile, Meta(description="bounds for what strangers send")] = LimitsFile()


class Config(ConfigFile, frozen=True, kw_only=True):
    """A configuration as it was read: where its keys stand, and what was wrong with it; `path` is empty for none."""

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
        return Limits(**asdict(self.limits))

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
        file = pathlib.Path(name)
        if file.is_file() and (name != PROJECT or _speaks_of_us(file)):
            return _read(file)
    return Config()


def _speaks_of_us(project: pathlib.Path) -> bool:
    """Tell whether a project's file may hold our table: other programs tell what else is wrong with it."""
    try:
        return _OURS.search(project.read_bytes()) is not None
    except OSError:
        return True  # what reads it says why it cannot


def _read(path: pathlib.Path) -> Config:
    from factcheck.data.strict_toml import read_toml  # most folders have no configuration

    document = read_toml(path)
    if path.name == PROJECT:
        document = document.under("tool", "factcheck")
        if document.value is None:
            return Config(path=str(path))
    if not isinstance(document.value, dict):
        raise UserError.at(
            str(path), "`factcheck` must be a table: [tool.factcheck] and keys under it", *document.places[()]
        )
    problems: tuple[Problem, ...] = ()
    try:
        file = validate(ConfigFile, document, str(path))
    except UserError as error:
        problems = error.problems
        file = validate(ConfigFile, replace(document, value=_sound(document)), str(path))
    seen = {"rules": [_seen_from(path, folder) for folder in file.rules]}
    seen["facts"] = [_seen_from(path, name) for name in file.facts]
    problems += tuple(_unread_languages(file, str(path), document))
    files = {key: _seen_from(path, name) for key in ("waivers", "baseline") if (name := getattr(file, key))}
    read = {"path": str(path), "document": document, "problems": problems}
    return Config(**{**asdict(file), **seen, **files, **read})


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
