"""The names that stand beside two figures: which of them are one, and which are sure to be two."""

from __future__ import annotations

from collections.abc import Iterable

from rapidfuzz import fuzz

SAME_NAME = 85
"""rapidfuzz ratio from which two names are one in two spellings."""


def is_country(name: str) -> bool:
    """Tell the key of a country."""
    return len(name) == COUNTRY and name.isupper()


COUNTRY = 2
"""Letters of a country's key, in capitals."""


def is_sure(name: str) -> bool:
    """Tell a name that a lexicon holds, whose key is one for every spelling, and an ordinal with its noun."""
    return name.isascii() or "#" in name


def unlike(names: Iterable[str], others: Iterable[str]) -> list[str]:
    """Give the names that the other side does not have in any spelling."""
    known = sorted(others)
    return [name for name in sorted(names) if not any(_one_name(name, other) for other in known)]


def _one_name(name: str, other: str) -> bool:
    """Tell one name in two spellings; "shipment #2" and "shipment #3" are two."""
    return name == other if "#" in name or "#" in other else fuzz.ratio(name, other) >= SAME_NAME
