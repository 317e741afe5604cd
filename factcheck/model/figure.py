"""What a figure says, as an interval: the wording decides how far it reaches."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from msgspec import Struct

from factcheck.model.span import Span

Form = Literal["cardinal", "ordinal", "percent", "percentage-point", "money", "measure", "ratio", "vague"]
Ends = Literal["", "backwards", "lent"]
Role = Literal["quantity", "age", "score", "locator", "contact", "time", "period", "name-part"]


class Counted(Struct, frozen=True):
    """The counted noun: as written, and its language-neutral key where a lexicon knows it.

    `kind` is casualty, people or thing; `event` marks what is counted of an event itself (who took part, was killed,
    held ...); `whole` is the key of what it is a part of (a child is a person).
    """

    text: str
    key: str | None = None
    kind: str = ""
    event: bool = False
    whole: str | None = None

    @property
    def of_events(self) -> bool:
        """Whether events themselves are counted, and not whom they befell ("three accidents")."""
        return self.kind == "thing" and self.event


class Figure(Struct, frozen=True):
    """A number as stated: [low, high], open where a bound is None.

    "more than 65 million" is (65e6, None) with `low_inclusive` false; "up to 40%" has `high` 40 and no low;
    `step` is the unit of the last stated place ("1.4 billion" is stated to 1e8), so that rounding can be told
    from disagreement; `readings` holds a second value where the writing allows two (236.190). A `definite` number tells
    of what is known or was told before ("the six powers"). `ends` says what is odd in how a range is told: `backwards`
    names its larger end first ("between 30 and 20"), `lent` takes the first end, in its own unit, for as many thousands
    or millions as the second ("between $26 and $31 million").
    """

    low: Decimal | None
    high: Decimal | None
    number: Span
    low_inclusive: bool = True
    high_inclusive: bool = True
    approximate: bool = False
    form: Form = "cardinal"
    role: Role = "quantity"
    unit: str | None = None
    per: str | None = None
    counted: Counted | None = None
    step: Decimal = Decimal(1)
    readings: tuple[Decimal, ...] = ()
    definite: bool = False
    ends: Ends = ""

    @property
    def exact(self) -> Decimal | None:
        """The value where the report states exactly one."""
        return self.low if self.low == self.high and not self.approximate else None


MINUTES = 60
"""Of an hour."""


def shown(figure: Figure) -> str:
    """Write a figure's value exactly, without words: `>65`, `<=40 %`, `~12`, `3..9`; a score `2-1`, a time `9:30`."""
    if figure.role == "score" and figure.low is not None and figure.high is not None:
        return f"{plain(figure.high)}-{plain(figure.low)}"  # whoever won, the winner's first
    hours = figure.exact if figure.role == "time" and figure.unit is None else None
    if hours is not None and hours % 1:
        return f"{int(hours)}:{round(hours % 1 * MINUTES):02d}"
    unit = f" {figure.unit}" if figure.unit else ""
    about = "~" if figure.approximate else ""
    low, high = figure.low, figure.high
    if low is not None and low == high:
        return f"{about}{plain(low)}{unit}"
    if low is not None and high is not None:
        return f"{about}{plain(low)}..{plain(high)}{unit}"
    if low is not None:
        return f"{about}{'>=' if figure.low_inclusive else '>'}{plain(low)}{unit}"
    if high is not None:
        return f"{about}{'<=' if figure.high_inclusive else '<'}{plain(high)}{unit}"
    return f"?{unit}"


def plain(value: Decimal) -> str:
    """Write a decimal without exponent or trailing zeros."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
