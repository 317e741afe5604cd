"""What a figure takes over from one told before it: its part, its currency, or what it counts."""

from __future__ import annotations

from dataclasses import replace

from factcheck.extract.found import FoundFigure
from factcheck.model.figure import Counted
from factcheck.text.passage import Passage

SHARED = ("time", "locator")
"""Parts that a bare number joined to another has too."""
MILLION = 1_000_000


def shared(passage: Passage, found: FoundFigure, last: FoundFigure | None) -> FoundFigure:
    """Give a bare number joined to a label or a time the same part: "minutes 43 and 57"."""
    figure = found.figure
    if last is None or last.figure.role not in SHARED or figure.role != "quantity" or figure.unit is not None:
        return found
    between = range(last.end, found.start)
    joined = all(passage.at(at, "number-joiner") is not None or passage.tokens[at].text in ",،" for at in between)
    same = figure.counted is None and len(between) <= 2 and figure.form == last.figure.form
    if not joined or not same:
        return found
    explain = (*found.explain, f"{last.figure.role}, as the one it is joined to")
    return found._replace(figure=replace(figure, role=last.figure.role), explain=explain)


def of_money(found: FoundFigure, unit: str) -> FoundFigure:
    """Give bare millions the currency told before them in the sentence ("5 million euros, of 12 million in all")."""
    figure = found.figure
    if figure.form != "cardinal" or figure.counted is not None or figure.role != "quantity":
        return found
    explain = (*found.explain, f"unit {unit}, told before")
    return found._replace(figure=replace(figure, form="money", unit=unit), explain=explain)


def of_them(found: FoundFigure, counted: Counted) -> FoundFigure:
    """Have "four of them" count what was counted before."""
    figure = found.figure
    if figure.form not in ("cardinal", "vague") or figure.counted is not None or figure.role != "quantity":
        return found
    explain = (*found.explain, f"counts {counted.text}, told before")
    return found._replace(figure=replace(figure, counted=counted), explain=explain)
