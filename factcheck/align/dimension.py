"""What kind of amount a figure is: only amounts of one dimension may meet."""

from __future__ import annotations

from msgspec.structs import replace

from factcheck.data.currencies import bare_name
from factcheck.data.unit_sizes import unit_sizes
from factcheck.model.figure import Figure

FAMILIES = {
    "vague": "count", "cardinal": "count", "percent": "percent", "percentage-point": "percent", "ratio": "percent",
}  # fmt: skip
ROLES = ("quantity", "score", "age", "time", "contact", "period")
"""What figures may be held against each other as: no labels, and no parts of names."""


CROSS_ROLES = frozenset({"quantity", "period", "age", "score"})
"""The same between two languages."""


def dimension(figure: Figure) -> str:
    """Name the family a figure belongs to: money, share, count, or a measure by its unit."""
    if figure.form == "measure":
        return f"measure {figure.unit}"
    return FAMILIES.get(figure.form, figure.form)


def block(figure: Figure) -> str:
    """Name the block in which figures are paired: those of one role, dimension and currency, as a bare name tells it.

    Units that can be turned into one another share a block ("90 minutes", "an hour and a half").
    """
    if figure.role == "age":
        return "age"
    kind = dimension(figure)
    size = unit_sizes().get(figure.unit or "") if figure.form == "measure" else None
    if size is not None:
        kind = f"measure {size[0]}"
    if figure.form == "money":
        kind = f"money {bare_name(figure.unit)}"
    return f"{figure.role} {kind}"


def block_across(figure: Figure) -> str | None:
    """Name the block between two languages: hours and numbers to call are written in too many ways to meet.

    "24 hours" is how long something took in one language and a plain quantity in the other.
    """
    minute = figure.role == "time" and figure.unit is not None  # of a match
    if figure.role not in CROSS_ROLES and not minute:
        return None
    return block(replace(figure, role="quantity") if figure.role == "period" else figure)


def bare(figure: Figure) -> bool:
    """Tell a large number that names neither a noun nor a unit: it may have left its currency out."""
    nothing = figure.unit is None and figure.form == "cardinal" and figure.role == "quantity"
    return nothing and figure.counted is None and (figure.low or 0) >= LARGE


LARGE = 1000
