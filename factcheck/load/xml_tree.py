"""XML from strangers as a tree: no entities, nothing fetched, no depth that hurts.

The parser is expat, driven as defusedxml drives it: a declared entity ends the reading, and without a handler for
external ones none is ever opened.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Iterator
from typing import Any
from xml.parsers import expat

from factcheck.load.tags import Tag
from factcheck.model.errors import UserError
from factcheck.model.limits import LIMITS

_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def read_xml(data: bytes, path: str, nesting: int = LIMITS.nesting) -> ET.Element:
    """Read a document; raises UserError with its line where it is damaged, declares entities or nests too deeply.

    `nesting` is how many elements may stand inside one another.
    """
    parser = expat.ParserCreate(namespace_separator="}")
    builder = ET.TreeBuilder()
    depth = 0

    def place() -> tuple[int, int]:
        return parser.CurrentLineNumber, parser.CurrentColumnNumber + 1

    def opens(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > nesting:
            raise UserError.at(path, f"nests elements more than {nesting} deep; no report does", *place())
        builder.start(_qualified(name), {_qualified(key): value for key, value in attributes.items()})

    def closes(name: str) -> None:
        nonlocal depth
        depth -= 1
        builder.end(_qualified(name))

    def entity(*declared: Any) -> None:
        raise UserError.at(path, "declares entities, which are not read; give XML without them", *place())

    parser.buffer_text = True
    parser.StartElementHandler, parser.EndElementHandler = opens, closes
    parser.CharacterDataHandler = builder.data
    parser.EntityDeclHandler = entity
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        what = expat.ErrorString(error.code)
        raise UserError.at(path, f"is damaged XML ({what}); save it anew", error.lineno, error.offset + 1) from None
    except (ValueError, LookupError) as error:  # an encoding Python does not have, or none expat can use
        raise UserError.at(path, f"is XML in an encoding that cannot be read ({error}); save it as UTF-8") from None
    return builder.close()


def local(element: ET.Element) -> str:
    """Give an element's name without its namespace."""
    return str(element.tag).rpartition("}")[2]


def find(element: ET.Element, *names: str) -> ET.Element | None:
    """Follow a path of names, whatever their namespaces; None where it ends."""
    found: ET.Element | None = element
    for name in names:
        found = next((child for child in found if local(child) == name), None) if found is not None else None
    return found


def words(element: ET.Element | None) -> str | None:
    """Give the text in an element and all below it, on one line; None for nothing."""
    return " ".join("".join(element.itertext()).split()) or None if element is not None else None


def language(element: ET.Element | None) -> str | None:
    """Give the language an element says it is in."""
    return element.get(_LANGUAGE) if element is not None else None


def tags(element: ET.Element) -> Iterator[Tag]:
    """Walk an element as a row of tags and texts."""
    yield Tag("open", local(element).lower())
    yield Tag("text", element.text or "")
    for child in element:
        yield from tags(child)
        yield Tag("text", child.tail or "")
    yield Tag("close", local(element).lower())


def _qualified(name: str) -> str:
    return "{" + name if "}" in name else name
