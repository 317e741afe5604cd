"""Three places behind a point: thousandths, or the thousands of what is counted one by one."""

from __future__ import annotations

from decimal import Decimal

from msgspec.structs import replace

from factcheck.extract.intervals import Interval
from factcheck.extract.number import Number
from factcheck.model.figure import Form

THOUSAND = 1000
PLACES = Decimal("0.001")


def as_thousands(span: Interval, number: Number, form: Form, *, counts: bool) -> tuple[Interval, tuple[str, ...]]:
    """Take `22.375 loans` and `10.000 riyals` for thousands: what is counted one by one has no thousandths.

    Three decimals that end in a zero are none either, where no magnitude follows.
    """
    if number.step != PLACES or number.magnitude:
        return span, ()
    whole = next((r for r in number.readings if r == r.to_integral_value() and r >= THOUSAND), None)
    if whole is None:
        return span, ()
    zero = (number.value / PLACES) % 10 == 0
    if not (form == "cardinal" and counts) and not (zero and form in ("money", "measure")):
        return span, ()
    low = whole if span.low is not None else None
    high = whole if span.high is not None else None
    return replace(span, low=low, high=high), (
        f"thousands, as {form} with three places; {number.value} is possible too",
    )
