"""How large the units of one dimension are against each other."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from functools import lru_cache

from factcheck.data.shipped import table


@lru_cache(maxsize=1)
def unit_sizes() -> Mapping[str, tuple[str, Decimal]]:
    """Give each unit's dimension and its size in that dimension's smallest unit, by the unit's key."""
    return {
        unit: (dimension, Decimal(size))
        for dimension, sizes in table("units.yaml").items()
        for unit, size in sizes.items()
    }
