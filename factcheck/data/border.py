"""What a struct says of the files it is read from, beside the bounds that msgspec's `Meta` has; needs no pydantic.

`Annotated[list[Name], Before(one_or_more)]`: the function is called on what the file holds, before it is checked.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Annotated, Any, NamedTuple, get_args, get_origin, get_type_hints

from msgspec import Meta, Struct


class Before(NamedTuple):
    """Called on what a file holds before it is checked; `takes` is the type it takes, for the published schema."""

    function: Callable[[Any], Any]
    takes: Any = None


class After(NamedTuple):
    """Called on a value of the right form; raises ValueError (what is wrong, what would be right)."""

    function: Callable[[Any], Any]


class Stripped(NamedTuple):
    """Spaces around a text do not count."""


class Strict(NamedTuple):
    """A number is written as one: no text, no true or false, no 3.0 for 3."""


class Finite(NamedTuple):
    """A number that is neither endless nor none."""


def described(struct: type[Struct]) -> Mapping[str, str]:
    """Give what is said of each field of a struct, in their order; nothing for one of which nothing is said."""
    hints = get_type_hints(struct, include_extras=True)
    return {name: _description(hints[name]) for name in struct.__struct_fields__}


def _description(hint: Any) -> str:
    notes = get_args(hint)[1:] if get_origin(hint) is Annotated else ()
    return next((note.description for note in notes if isinstance(note, Meta) and note.description), "")
