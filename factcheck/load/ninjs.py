"""News in JSON, IPTC's ninjs: 1.x with a property for each body, 2.x and 3.x with lists of them, 3.x in camel case."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from factcheck.load.markup import is_marked_up, read_markup
from factcheck.load.page import page_text
from factcheck.load.story import Story, day_in, line_of
from factcheck.model.errors import UserError

_MAIN = "main"
_SIGNS = (
    "headline",
    "headlines",
    "bodies",
    "versioncreated",
    "pubstatus",
    "type",
    "representationtype",
    "byline",
    "by",
)


def is_ninjs(item: Any) -> bool:
    """Tell whether a JSON value is a ninjs item: it has a `uri`, and something else of ninjs."""
    if not isinstance(item, Mapping) or not isinstance(item.get("uri"), str):
        return False
    known = _small(item)
    return any(sign in known for sign in _SIGNS) or any(name.startswith(("body_", "headline_")) for name in known)


def read_ninjs(item: Mapping[str, Any], path: str, number: int | None = None) -> Story:
    """Read one item; raises UserError where it has no text.

    Its day is that of this version: "today" is what its text says. Where several bodies are given, one with markup is
    taken before a plain one, and a longer one before a summary.
    """
    known = _small(item)
    title = line_of(known.get("headline")) or _headline(known)
    bodies = [body for body in _bodies(known) if body.strip()]
    if not bodies:
        raise UserError.at(path, "is a ninjs item without a body; give one with `body_text`, `body_xhtml` or `bodies`")
    body = max(bodies, key=lambda text: (is_marked_up(text), len(text)))
    return Story(
        page_text(read_markup(body), title) if is_marked_up(body) else body,
        title=title,
        byline=line_of(known.get("byline")) or line_of(known.get("by")),
        published=next(filter(None, (day_in(known.get(key)) for key in ("versioncreated", "firstcreated"))), None),
        source=_source(known),
        language=line_of(known.get("language")),
        number=number,
    )


def _small(item: Mapping[str, Any]) -> dict[str, Any]:
    """Give the properties by their names in small letters, which is all that 3.x changed in those read here."""
    return {name.lower(): value for name, value in item.items()}


def _listed(known: Mapping[str, Any], name: str) -> Iterator[Mapping[str, Any]]:
    """Give the objects of a list; what is neither is no ninjs, and left aside."""
    listed = known.get(name)
    yield from (_small(item) for item in listed if isinstance(item, Mapping)) if isinstance(listed, list) else ()


def _headline(known: Mapping[str, Any]) -> str | None:
    """Give the main headline, else the first."""
    given = [(item.get("role"), item.get("value")) for item in _listed(known, "headlines")]
    given += [(name[len("headline_") :], value) for name, value in known.items() if name.startswith("headline_")]
    given.sort(key=lambda headline: headline[0] != _MAIN)
    return next((line for _, value in given if (line := line_of(value))), None)


def _bodies(known: Mapping[str, Any]) -> Iterator[str]:
    given = [item.get("value") for item in _listed(known, "bodies")]
    given += [value for name, value in known.items() if name.startswith("body_")]
    yield from (value for value in given if isinstance(value, str))


def _source(known: Mapping[str, Any]) -> str | None:
    named = [line_of(item.get("name")) for key in ("infosource", "infosources") for item in _listed(known, key)]
    return next(filter(None, named), None) or line_of(known.get("copyrightholder"))
