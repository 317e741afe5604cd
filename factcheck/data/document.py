"""A data file after parsing: plain values, and where in the file each of them stands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, TypeAlias

from msgspec import Struct, field

Keys: TypeAlias = tuple[str | int, ...]
"""The way to a value from the top of the file: mapping keys and list positions (from 0)."""

Place: TypeAlias = tuple[int, int]
"""Line and column, both from 1; a column counts code points."""


class Document(Struct, frozen=True):
    """Plain data (dict, list, str, int, Decimal, bool, None), with the places of its values and of its mapping keys."""

    value: Any
    places: Mapping[Keys, Place]
    key_places: Mapping[Keys, Place] = field(default_factory=dict)

    def known(self, location: Iterable[str | int]) -> Keys:
        """Give the part of `location` that leads to a value of this file.

        Steps that name no key or position are left out: a validator's location also names branches of a union, and
        keys that are missing.
        """
        keys: Keys = ()
        for step in location:
            if (*keys, step) in self.places:
                keys = (*keys, step)
        return keys

    def under(self, *keys: str | int) -> Document:
        """Give the part of the file at `keys`, as a document of its own; an empty one where there is none."""
        value = self.value
        for key in keys:
            value = value.get(key) if isinstance(value, dict) else value
        deep = len(keys)
        places = {way[deep:]: place for way, place in self.places.items() if way[:deep] == keys}
        names = {way[deep:]: place for way, place in self.key_places.items() if way[:deep] == keys and way != keys}
        return Document(value, places or {(): (1, 1)}, names)
