"""How large the units of one dimension are against each other."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from functools import lru_cache
from importlib.resources import files

from factcheck.data.strict_yaml import parse


@lru_cache(maxsize=1)
def unit_sizes() -> Mapping[str, tuple[str, Decimal]]:
    """Give each unit's dimension and its size in that dimension's smallest unit, by the unit's key."""
    name = "units.yaml"
    document = parse(files("factcheck.data").joinpath(name).read_text(encoding="utf-8"), name)
    return {
        unit: (dimension, Decimal(size)) for dimension, sizes in document.value.items() for unit, size in sizes.items()
    }
