"""Interface messages: what the program says to its reader, in the reader's language.

A language is one file, `messages/<code>.yaml`: sections of messages, and under `plural` the language's plural rules.
A message is a text with slots in braces, or a mapping of plural categories to texts, chosen by the slot `count`.
"""

from __future__ import annotations

import pathlib
import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Annotated, Any, Literal, TypeAlias, get_args

from msgspec import Meta, Struct
from msgspec.json import Decoder, Encoder
from msgspec.structs import replace

from factcheck.data.cache import kept
from factcheck.data.document import Document, Keys
from factcheck.data.validation import validate
from factcheck.model.errors import Problem, UserError

Plural: TypeAlias = Literal["zero", "one", "two", "few", "many", "other"]
"""The plural categories of CLDR."""

Template: TypeAlias = str | Mapping[str, str]
"""A text with slots, or one for each plural category."""

Range: TypeAlias = Annotated[
    tuple[int, ...], Meta(min_length=1, max_length=2, description="one number, or the first and the last")
]

_SLOT = re.compile(r"\{([a-z][a-z0-9_]*)\}")
_FOLDER = pathlib.Path(__file__).parent / "messages"


class PluralRule(Struct, frozen=True, forbid_unknown_fields=True):
    """A category, and which numbers take it: all conditions given must hold. What no rule takes is `other`."""

    category: Plural
    n: Range | None = None
    mod10: Range | None = None
    mod100: Range | None = None

    def takes(self, count: int) -> bool:
        """Tell whether a number that is not negative belongs to the category."""
        sides = ((self.n, count), (self.mod10, count % 10), (self.mod100, count % 100))
        return all(wanted is None or wanted[0] <= value <= wanted[-1] for wanted, value in sides)


class _MessageFile(Struct, frozen=True):
    """The part of a message file that is not messages."""

    plural: list[PluralRule]


class Messages(Struct, frozen=True):
    """The messages of one language by their keys, the names of nested sections joined by dots."""

    language: str
    templates: Mapping[str, Template]
    plural: tuple[PluralRule, ...]

    def text(self, key: str, /, **slots: object) -> str:
        """Fill a message in.

        Raises KeyError for a key that is not there, a slot of the message that is not given, and a slot given that is
        none of the message's (`slots` tells them): each is a bug of the caller, or of the file.
        """
        wanted = self.slots(key)
        if wanted != slots.keys():
            raise KeyError(f"{self.language}: {key!r} has the slots {sorted(wanted)}, not {sorted(slots)}")
        template = self.templates[key]
        if isinstance(template, str):
            chosen = template
        else:
            chosen = template.get(self.category(slots["count"]), template["other"])
        return _SLOT.sub(lambda found: str(slots[found[1]]), chosen)

    def slots(self, key: str) -> frozenset[str]:
        """Name the slots of a message; one with plural forms has `count`, written or not. Raises KeyError."""
        template = self.templates[key]
        if isinstance(template, str):
            return _slots_in(template)
        return frozenset({"count"}).union(*map(_slots_in, template.values()))

    def category(self, count: object) -> str:
        """Choose the plural category of a count; what is no whole number has no forms but `other`."""
        if not isinstance(count, int):
            return "other"
        return next((rule.category for rule in self.plural if rule.takes(abs(count))), "other")


@lru_cache(maxsize=4096)
def _slots_in(text: str) -> frozenset[str]:
    return frozenset(_SLOT.findall(text))


_ENCODER = Encoder(enc_hook=dict)  # a message's forms are a view of a mapping
_DECODER = Decoder(Messages)


def message_languages() -> tuple[str, ...]:
    """List the codes of the languages that have messages."""
    names = sorted(item.name for item in _FOLDER.iterdir())
    return tuple(name.removesuffix(".yaml") for name in names if name.endswith(".yaml"))


@lru_cache(maxsize=8)
def load_messages(language: str) -> Messages:
    """Load the messages of a language by its code, once a process. Raises UserError for a language without any."""
    if language not in message_languages():
        known = " or ".join(message_languages())
        raise UserError.at("", f"no messages in the language {language!r}; choose {known}")
    path = f"messages/{language}.yaml"
    content = (_FOLDER / f"{language}.yaml").read_bytes()

    def build() -> bytes:
        from factcheck.data.strict_yaml import parse

        found = read_messages(parse(content.decode("utf-8"), path), language, path)
        return _ENCODER.encode(replace(found, templates=dict(found.templates)))

    found = kept("messages", [content, pathlib.Path(__file__).read_bytes()], build, _DECODER.decode)
    return replace(found, templates=MappingProxyType(found.templates))


def read_messages(document: Document, language: str, path: str) -> Messages:
    """Read the messages out of a parsed file; raises UserError with everything wrong in it."""
    rules = validate(_MessageFile, document, path).plural
    sections = {key: value for key, value in document.value.items() if key != "plural"}
    templates: dict[str, Template] = {}
    problems: list[Problem] = []
    for keys, value in _walk(sections, ()):
        place = document.places[keys]
        if fault := _fault(keys, value):
            problems.append(Problem(path, f"{'.'.join(map(str, keys))} {fault}", *place))
        templates[".".join(map(str, keys))] = MappingProxyType(value) if isinstance(value, dict) else value
    if problems:
        raise UserError(*problems)
    return Messages(language, MappingProxyType(templates), tuple(rules))


def _walk(value: Any, keys: Keys) -> Iterator[tuple[Keys, Any]]:
    """Walk the messages of nested sections; a mapping of plural categories only is one message."""
    if not isinstance(value, dict) or ("other" in value and set(value) <= set(get_args(Plural))):
        yield keys, value
        return
    for key, inner in value.items():
        yield from _walk(inner, (*keys, key))


def _fault(keys: Keys, value: Any) -> str:
    """Say what is wrong with one message, or nothing."""
    if any("." in str(key) for key in keys):
        return "has a dot in a name; dots join the names of sections"
    forms = list(value.values()) if isinstance(value, dict) else [value]
    if not all(isinstance(form, str) for form in forms):
        return "must be text; put it in quotes"
    if any(brace in _SLOT.sub("", form) for form in forms for brace in "{}"):
        return "has a brace that is no slot; slots are written {name}, in small Latin letters"
    return ""
