"""Checking a document against a pydantic type, with every problem at its line and column."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable
from typing import TYPE_CHECKING, Any, TypeVar, cast

from factcheck.data.document import Document, Keys
from factcheck.data.suggestion import keys_at, nearest, quoted
from factcheck.model.errors import Problem, UserError

if TYPE_CHECKING:
    from pydantic import TypeAdapter

T = TypeVar("T")

_REPORTED = 1000
"""From so many errors on nobody reads them; a large file of the wrong kind would take minutes to explain."""
_LISTED = 12
"""So many right keys are named where none is near the one given."""

_EXPECTED = {
    **dict.fromkeys(("string_type", "string_sub_type"), "text"),
    **dict.fromkeys(("int_type", "int_parsing", "int_from_float"), "a whole number"),
    **dict.fromkeys(("decimal_type", "decimal_parsing", "float_type", "float_parsing"), "a number"),
    **dict.fromkeys(("bool_type", "bool_parsing"), "true or false"),
    **dict.fromkeys(("list_type", "tuple_type", "set_type", "frozen_set_type", "iterable_type"), "a list"),
    **dict.fromkeys(
        ("dict_type", "model_type", "model_attributes_type", "dataclass_type", "mapping_type"), "a mapping"
    ),
    "none_required": "empty",
}
_UNKNOWN = ("extra_forbidden", "unexpected_keyword_argument")
_MISSING = ("missing", "missing_argument", "missing_keyword_only_argument")
_SHOULD = re.compile(r"^(?:[A-Z]\w+ )?(?:[A-Z]|[a-z])\w+ should ")

Slip = tuple[Keys, Any]
"""One of pydantic's errors, after the way to the value it is about (as far as the file has one)."""


def validate(wanted: type[T], document: Document, path: str) -> T:
    """Read the document's value as the type wanted, a struct mostly; `path` names the file in problems.

    Raises UserError with all problems, in the order of the file. Unknown keys are a problem where the structs forbid
    them.
    """
    from pydantic import ValidationError  # here and not above: most runs read no file that has to be checked

    from factcheck.data.models import adapter_of

    adapter: TypeAdapter[T] = adapter_of(cast("Hashable", wanted))
    try:
        return adapter.validate_python(document.value)
    except ValidationError as error:
        slips = [(_keys(slip, document), slip) for slip in error.errors(include_url=False)[:_REPORTED]]
        said = {Problem(path, message, *place): None for place, message in _said(slips, adapter, document)}
        problems = sorted(said, key=lambda problem: (problem.line or 0, problem.column or 0))
        if error.error_count() > len(slips):
            problems.append(Problem(path, "has more problems than these; repair these first"))
        raise UserError(*problems) from None


def _keys(slip: Any, document: Document) -> Keys:
    keys = document.known(slip["loc"])
    if slip["type"] == "union_tag_invalid":
        return (*keys, _tag(slip))
    if slip["type"] in _UNKNOWN and keys[-1:] != slip["loc"][-1:]:  # a validator made this mapping: it is in no file
        return (*keys, slip["loc"][-1])
    return keys


def _tag(slip: Any) -> str:
    """Name the key that says which member of a union is meant."""
    return str(slip["ctx"]["discriminator"]).strip("'")


def _said(slips: list[Slip], adapter: TypeAdapter[Any], document: Document) -> Iterable[tuple[tuple[int, int], str]]:
    """Place and message for each slip; branches of a union that say the same thing are one."""
    from factcheck.data.models import shape_of

    unknown = [keys for keys, slip in slips if slip["type"] in _UNKNOWN]
    shape = shape_of(adapter) if unknown else {}
    rights = {keys: keys_at(shape, document.value, keys[:-1]) for keys in unknown}
    nears = {keys: nearest(keys[-1], _free(right, keys, document)) for keys, right in rights.items()}
    renamed = {(*keys[:-1], near) for keys, near in nears.items() if near}
    mismatches: dict[Keys, list[Any]] = {}
    for keys, slip in slips:
        if _expectation(slip) and not _others_go_deeper(slip, keys, slips):
            mismatches.setdefault(keys, []).append(slip)
    for keys, slip in slips:
        place = document.places[document.known(keys)]
        if slip["type"] in _UNKNOWN:
            yield document.key_places.get(keys, place), f"unknown key {_name(keys)}{_advice(nears[keys], rights[keys])}"
        elif slip["type"] in _MISSING:
            absent = (*keys, slip["loc"][-1])
            if absent not in renamed:
                yield place, f"{_name(absent)} is missing; add it"
        elif _expectation(slip):
            if keys in mismatches:
                yield place, _mismatch(keys, mismatches[keys])
        elif slip["loc"][-1:] == ("[key]",):
            yield document.key_places.get(keys, place), f"the key {_other(keys, slip)}"
        else:
            yield place, _other(keys, slip)


def _free(right: list[str], keys: Keys, document: Document) -> list[str]:
    """List the right keys that the mapping does not hold already."""
    return [key for key in right if (*keys[:-1], key) not in document.places]


def _expectation(slip: Any) -> str:
    """Say what would have been right, in a word or two; empty for a slip that is not of this sort."""
    if slip["type"] in ("literal_error", "enum"):
        return str(slip["ctx"]["expected"])
    return _EXPECTED.get(slip["type"], "")


def _others_go_deeper(slip: Any, keys: Keys, slips: list[Slip]) -> bool:
    """Whether this is the branch of a union that was not meant: another branch got further into the value."""
    branch = slip["loc"][:-1]
    return slip["loc"] != keys and any(
        len(other) > len(keys) and further["loc"][: len(branch)] == branch for other, further in slips
    )


def _mismatch(keys: Keys, slips: list[Any]) -> str:
    value = slips[0]["input"]
    expected = list(dict.fromkeys(_expectation(slip) for slip in slips))
    wanted = f"{', '.join(expected[:-1])}, or {expected[-1]}" if len(expected) > 2 else " or ".join(expected)
    message = f"{_name(keys)} must be {wanted}, not {_shown(value)}"
    words = [word for slip in slips if "ctx" in slip for word in re.findall(r"'([^']*)'", _expectation(slip))]
    if isinstance(value, str) and (near := nearest(value, words)):
        return f"{message}; did you mean {near!r}?"
    if "text" in expected and not isinstance(value, list | dict | None):
        return f"{message}; put it in quotes"
    return message


def _other(keys: Keys, slip: Any) -> str:
    said = " ".join(str(slip["msg"]).replace(" after validation", "").split())
    if slip["type"] == "union_tag_not_found":
        return f"{_name((*keys, _tag(slip)))} is missing; add it"
    if slip["type"] == "union_tag_invalid":
        tags, tag = slip["ctx"]["expected_tags"], slip["ctx"]["tag"]
        near = nearest(tag, re.findall(r"'([^']*)'", tags))
        return f"{_name(keys)} must be one of {tags}, not {quoted(tag)}" + (f"; did you mean {near!r}?" if near else "")
    if _SHOULD.match(said):
        said = _SHOULD.sub("must ", said)
        return f"{_name(keys)} {said}" + ("" if ", not " in said else f", not {_shown(slip['input'])}")
    return f"{_name(keys)}: {said.removeprefix('Value error, ').removeprefix('Assertion failed, ')}"


def _advice(near: str | None, right: list[str]) -> str:
    if near:
        return f"; did you mean {near!r}?"
    if not right:
        return "; remove it"
    more = ", ..." if len(right) > _LISTED else ""
    return f"; the keys here are {', '.join(right[:_LISTED])}{more}"


def _name(keys: Keys) -> str:
    """Write the way to a value as a reader would write it: `examples[0].finds`."""
    steps = (f"[{key}]" if isinstance(key, int) else f".{quoted(key)[1:-1]}" for key in keys)
    return "".join(steps).removeprefix(".") or "the file"


def _shown(value: Any) -> str:
    if isinstance(value, str):
        return quoted(value)
    for kind, word in ((dict, "a mapping"), (list, "a list"), (bool, str(value).lower())):
        if isinstance(value, kind):
            return word
    return "empty" if value is None else str(value)
