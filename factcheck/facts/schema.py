"""What a file of facts may hold: a closed vocabulary, each key once."""

from __future__ import annotations

import datetime
import re
import unicodedata
from decimal import Decimal
from typing import Annotated

from msgspec import Meta, Struct, field

from factcheck.data.border import After, Before, Stripped
from factcheck.facts.value import folded, read_value

_EDTF = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")
RANGE = "/"


def _several(value: object) -> object:
    return [value] if isinstance(value, str) else value


def _as_text(value: object) -> object:
    """Take a bare number for its digits, in groups of three: 1994 people are no year."""
    whole = isinstance(value, int) and not isinstance(value, bool)
    if isinstance(value, str) and value.strip().isdecimal() and len(value.strip()) > 1:
        value, whole = int(value), True
    return f"{value:,}" if whole else f"{value}" if isinstance(value, Decimal) else value


def _as_date(value: object) -> object:
    """Take a bare year for its digits, and the digits of every script for those of EDTF."""
    if isinstance(value, str):
        return "".join(str(unicodedata.decimal(char)) if char.isdecimal() else char for char in value.strip())
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


def _edtf(text: str) -> str:
    parts = text.split(RANGE)
    if len(parts) > 2 or not all(_is_date(part) for part in parts) or parts != sorted(parts):
        raise ValueError(f"{text!r} is no date; write 2026, 2026-01, 2026-01-31 or 2026-01/2026-03")
    return text


def _read(value: str) -> str:
    read_value(value)
    return value


def _findable(name: str) -> str:
    if not folded(name):
        raise ValueError(f"{name!r} holds no word to look for")
    return name


def _is_date(text: str) -> bool:
    if not _EDTF.fullmatch(text):
        return False
    try:
        datetime.date.fromisoformat(text + "-01-01"[: 10 - len(text)] if len(text) < 10 else text)
    except ValueError:
        return False
    return True


Words = Annotated[str, Stripped(), Meta(min_length=1, max_length=200)]
Names = Annotated[
    list[Annotated[Words, After(_findable)]],
    Before(_several, str | list[str]),
    Meta(min_length=1, max_length=40),
]


class FactEntry(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, kw_only=True):
    """One fact as an editor writes it."""

    subject: Annotated[Names, Meta(description="what it is of: its names as reports print them, in any language")]
    quantity: Annotated[Names, Meta(description="what is measured: the words reports have for it, in any language")]
    value: Annotated[
        Words,
        Before(_as_text, str | float),
        After(_read),
        Meta(description="as it would be printed: 4.6 million, 12%"),
    ]
    as_of: Annotated[
        Annotated[Words, Before(_as_date, str | int), After(_edtf)] | None,
        Meta(description="the day, month or year it holds for; left out, it does not change"),
    ] = field(default=None, name="as-of")
    source: Annotated[str, Stripped(), Meta(min_length=1, max_length=400, description="who says so")]
