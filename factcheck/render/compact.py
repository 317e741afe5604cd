"""Normalised values as people write them: `>65000000` is `> 65 M`, `<=40 %` is `≤ 40 %`, `16..24` is `16–24`.

Nothing is rounded: a number that would need more than two decimals in millions is written out, a third as `1/3`.
"""

from __future__ import annotations

import re
from decimal import Decimal

from factcheck.data.messages import Messages
from factcheck.model.claim import Claim
from factcheck.model.date import Date
from factcheck.model.figure import plain, shown

SILENT = "–"
"""What stands where a report says nothing."""
ABOUT = "≈"
SIGNS = {">=": "≥", "<=": "≤", ">": ">", "<": "<"}
POWERS = (6, 9, 12)
"""The powers of ten that have a short name (message `magnitudes`)."""
MOST_DECIMALS = 2
GROUPED_FROM = 10_000
"""Four digits are read at a glance, and may be a year that was taken for a count."""

_VALUE = re.compile(r"(~?)(>=|<=|>|<)?(-?\d+(?:\.\d+)?)(?:\.\.(-?\d+(?:\.\d+)?))?(?: (.+))?", re.ASCII)


def compact(value: str, messages: Messages) -> str:
    """Shorten a normalised value; what is none (a date, a dash) comes back as it is."""
    found = _VALUE.fullmatch(value)
    if found is None:
        return value
    about, sign, low, high, unit = found.groups()
    text = _number(low, messages) + (f"–{_number(high, messages)}" if high else "")
    # "About" beside a bound says nothing a reader could use.
    mark = SIGNS[sign] if sign else ABOUT if about else ""
    return " ".join(part for part in (mark, text, _unit(unit, messages)) if part)


def compact_sum(terms: str, messages: Messages) -> str:
    """Shorten every term of a sum `9 + 3`."""
    return " + ".join(compact(term, messages) for term in terms.split(" + "))


def claim_value(claim: Claim, messages: Messages) -> str:
    """Give a claim's value as people write it; empty for what has none (names, quotes, statements)."""
    figure = claim.figure
    if figure is not None:
        return compact(shown(figure), messages) + (f"/{_unit(figure.per, messages)}" if figure.per else "")
    return edtf(claim.date) if claim.date is not None else ""


def edtf(date: Date) -> str:
    """Give a date without the year it does not have."""
    return date.edtf.removeprefix("XXXX-").replace("/", "–")


ENDLESS = 12
"""Decimals from which a number is a fraction that has no end ("a third")."""
DENOMINATORS = range(3, 13)


def _fraction(value: Decimal) -> str:
    """Write what has no end as a fraction, `1/3` or `2 1/3`; nothing for any other number."""
    if len(f"{value:f}".partition(".")[2]) < ENDLESS:
        return ""
    whole = int(value)
    for below in DENOMINATORS:
        above = (value - whole) * below
        if round(above) and abs(above - round(above)) < Decimal(1).scaleb(2 - ENDLESS):
            return f"{whole} {abs(round(above))}/{below}" if whole else f"{round(above)}/{below}"
    return ""


def _number(text: str, messages: Messages) -> str:
    value = Decimal(text)
    fraction = _fraction(value)
    if fraction:
        return fraction
    for power, name in reversed(list(zip(POWERS, messages.text("magnitudes").split(), strict=False))):
        if abs(value) >= 10**power:
            short = plain(value.scaleb(-power))
            if len(short.partition(".")[2]) <= MOST_DECIMALS:
                return f"{short} {name}"
    return f"{value:,f}" if abs(value) >= GROUPED_FROM else f"{value:f}"


def _unit(unit: str | None, messages: Messages) -> str:
    """Write a unit's symbol; codes that need none of their own (`km`, `USD`, `%`) stand as they are."""
    if not unit:
        return ""
    key = f"unit.{unit}"
    return messages.text(key) if key in messages.templates else unit.replace("-", " ")
