"""Which currencies a bare name may stand for: a pound of Egypt, of Sudan or of Britain."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from factcheck.data.shipped import table


def one_currency(a: str | None, b: str | None) -> bool:
    """Tell whether two units may be one: the same, or a currency and the bare name it goes by at home."""
    return a == b or (a is not None and b is not None and (b in _names().get(a, ()) or a in _names().get(b, ())))


@lru_cache(maxsize=1)
def _names() -> Mapping[str, frozenset[str]]:
    """Give the bare names of each currency: the Lebanese one is a pound here and a lira there."""
    found: dict[str, set[str]] = {}
    for name, currencies in table("currencies.yaml").items():
        for currency in currencies:
            found.setdefault(currency, set()).add(name)
    return {currency: frozenset(names) for currency, names in found.items()}


def bare_name(unit: str | None) -> str | None:
    """Give the one bare name of a currency; any other unit as it is."""
    names = _names().get(unit or "", frozenset[str]())
    return next(iter(names)) if len(names) == 1 else unit
