"""What kind of amount a figure is: only amounts of one dimension may meet."""

from __future__ import annotations

from factcheck.model.figure import Figure

FAMILIES = {"vague": "count", "cardinal": "count", "percent": "percent", "percentage-point": "percent"}


def dimension(figure: Figure) -> str:
    """Name the family a figure belongs to: money, percent, count, ratio, or a measure by its unit."""
    if figure.form == "measure":
        return f"measure {figure.unit}"
    return FAMILIES.get(figure.form, figure.form)
