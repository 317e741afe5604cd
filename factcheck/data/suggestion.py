"""The right word near a wrong one, and the keys a type would have taken."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from rapidfuzz.fuzz import ratio

from factcheck.data.document import Keys

_LISTED = 12
"""So many right words are named where none is near the one given."""
_NEAR = 60.0
"""From this likeness (0 to 100) on, a word is taken for a slip of another."""


def quoted(text: str) -> str:
    """Show a piece of a file in a problem: in quotes, on one line, nothing invisible, not long."""
    return repr(text if len(text) <= 60 else text[:57] + "...")


def nearest(word: str | int, candidates: Sequence[str]) -> str | None:
    """Find the candidate most like `word` (the first of equals), or None where none is near."""
    likeness = [ratio(_plain(str(word)), _plain(candidate)) for candidate in candidates]
    best = max(likeness, default=0.0)
    return candidates[likeness.index(best)] if best >= _NEAR else None


def advice(word: str | int, right: Sequence[str]) -> str:
    """Say after a wrong word which would be right: the nearest, or where none is near those there are."""
    near = nearest(word, right)
    if near:
        return f"; did you mean {near!r}?"
    return f"; there are {', '.join(right[:_LISTED])}{', ...' if len(right) > _LISTED else ''}" if right else ""


def keys_at(shape: dict[str, Any], value: Any, keys: Keys) -> list[str]:
    """List the keys that a type (its `shape`) knows for the mapping at `keys` of a value, in the type's own order."""
    definitions = shape.get("$defs", {})
    here = list(_branches(shape, definitions, value))
    for key in keys:
        value = value[key]
        children = [child for one in here for child in _children(one, key)]
        here = [branch for child in children for branch in _branches(child, definitions, value)]
    return list(dict.fromkeys(key for one in here for key in one.get("properties", {})))


def _plain(word: str) -> str:
    return word.casefold().replace("_", "-")


def _branches(schema: dict[str, Any], definitions: dict[str, Any], value: Any) -> Iterator[dict[str, Any]]:
    """Walk the schema itself and all it may stand for: what it refers to, and the members of a union.

    Where a key of the value says which member is meant, only that one.
    """
    waiting, seen = [schema], set[str]()
    while waiting:
        one = waiting.pop(0)
        yield one
        tag = one.get("discriminator", {})
        meant = tag.get("mapping", {}).get(value.get(tag.get("propertyName"))) if isinstance(value, dict) else None
        if meant is None:
            waiting.extend(branch for union in ("anyOf", "oneOf", "allOf") for branch in one.get(union, ()))
        reference = str(meant or one.get("$ref", "")).rpartition("/")[2]
        if reference in definitions and reference not in seen:
            seen.add(reference)
            waiting.append(definitions[reference])


def _children(schema: dict[str, Any], key: str | int) -> Iterable[dict[str, Any]]:
    found: list[Any]
    if isinstance(key, int):
        first = schema.get("prefixItems", ())
        found = [first[key] if key < len(first) else schema.get("items")]
    elif key in schema.get("properties", {}):
        found = [schema["properties"][key]]
    else:
        found = [schema.get("additionalProperties"), *schema.get("patternProperties", {}).values()]
    return [child for child in found if isinstance(child, dict)]
