"""Reading one numeral: which of its marks is a decimal mark, and what its last stated place is."""

from __future__ import annotations

import unicodedata
from decimal import Decimal
from typing import NamedTuple

from factcheck.model.language import Language
from factcheck.text.tokens import VULGAR

THIRD = Decimal("1e-15")
"""Places a fraction without end is kept to."""


class Numeral(NamedTuple):
    """A numeral's value; `step` is the worth of its last place, `readings` other values its writing allows."""

    value: Decimal
    step: Decimal
    readings: tuple[Decimal, ...] = ()
    reason: str = ""


MAX_DIGITS = 24
"""Longer numerals are serial numbers, not quantities (and would not fit the digits decimals are counted with)."""


def read_numeral(text: str, language: Language, marked: bool = False) -> Numeral | None:
    """Read a folded numeral (ASCII digits and marks); None for what is no number (an address, a version).

    `marked` says that invisible direction marks stand inside it: then its halves have been stored the wrong way
    round as a rule (`4.`, a mark, `436` for 436.4), and the other reading is kept too.
    """
    if text[-1:] in VULGAR:
        return _with_fraction(text, language)
    numeral = _read(text, language)
    if numeral is None or not marked or text.count(".") != 1:
        return numeral
    whole, _, part = text.partition(".")
    return (
        _turned(whole, part, numeral) if whole.isdigit() and part.isdigit() else numeral
    )  # 1,810.5 has no other reading


def _turned(whole: str, part: str, numeral: Numeral) -> Numeral:
    """Read a decimal that was stored back to front; as it stands it is the other reading.

    In the copy of agencies that mark decimals so, nearly all of them are turned (the price of oil, growth, an index
    that everybody else prints tell which), but none to a fraction of three places or to a whole number's ".0".
    """
    if whole == "0" or len(whole) > LONGEST_PART >= len(part):
        return numeral._replace(readings=(*numeral.readings, Decimal(f"{part}.{whole}")))
    turned = _decimal(part, whole, f"stored back to front; {numeral.value} is possible too")
    return turned._replace(readings=(numeral.value, *numeral.readings))


LONGEST_PART = 2
"""Decimal places news prints behind such a mark."""


def _with_fraction(text: str, language: Language) -> Numeral | None:
    """`½` and `12½`: a whole number, if any, and a fraction of one character."""
    whole = _read(text[:-1], language) if len(text) > 1 else Numeral(Decimal(0), Decimal(1))
    if whole is None or whole.step != 1:
        return None
    above, below = unicodedata.normalize("NFKC", text[-1]).split("\u2044")
    value = whole.value + (Decimal(above) / Decimal(below)).quantize(THIRD)
    return Numeral(value.normalize(), Decimal("0.01"), (), f"{text[-1]} is a fraction")


def _read(text: str, language: Language) -> Numeral | None:
    if len(text) > MAX_DIGITS:
        return None
    marks = [char for char in text if not char.isdigit()]
    if not marks:
        return Numeral(Decimal(text), Decimal(1))
    kinds = list(dict.fromkeys(marks))
    if len(kinds) > 2 or any(mark not in language.decimal_marks + language.thousands_marks for mark in kinds):
        return None
    if len(kinds) == 2:
        return _two_kinds(text, kinds[0], kinds[1], marks, language)
    mark = kinds[0]
    if len(marks) > 1:
        grouped = _grouped(text, mark) if mark in language.thousands_marks else None
        both = mark in language.decimal_marks and mark in language.thousands_marks
        return grouped or (_grouped_decimal(text, mark) if both else None)
    return _one_mark(text, mark, language)


def _two_kinds(text: str, thousands: str, decimal: str, marks: list[str], language: Language) -> Numeral | None:
    """Two kinds of marks: the last is the decimal mark, and stands once ("1.111,11" is as plain as "1,111.11")."""
    if marks.count(decimal) != 1 or thousands.isalpha() or decimal.isspace():
        return None
    whole, _, part = text.partition(decimal)
    grouped = _grouped(whole, thousands)
    if grouped is None or thousands in part:
        return None
    numeral = _decimal(str(grouped.value), part, f"«{thousands}» groups thousands, «{decimal}» is the decimal mark")
    if len(part) != THOUSAND:
        return numeral
    return numeral._replace(readings=(grouped.value * 1000 + Decimal(part),))  # or a slip between two groups


def _grouped_decimal(text: str, mark: str) -> Numeral | None:
    """`1.340.7`: one mark for both, where only the last group is too short or too long to be thousands."""
    whole, _, part = text.rpartition(mark)
    grouped = _grouped(whole, mark) if len(part) != THOUSAND else None
    if grouped is None:
        return None
    numeral = _decimal(str(grouped.value), part, f"«{mark}» groups thousands, the last one is the decimal mark")
    first, *rest = text.split(mark)  # or the first one is, and the others were put in by a machine
    return numeral._replace(readings=(Decimal(f"{first}.{''.join(rest)}"),))


THOUSAND = 3
"""Digits of a group."""


def _grouped(text: str, mark: str) -> Numeral | None:
    first, *rest = text.split(mark)
    lakhs = len(rest) > 1 and mark == "," and len(first) <= 2 and all(len(group) == 2 for group in rest[:-1])
    plain = all(len(group) == THOUSAND for group in rest)
    if not 1 <= len(first) <= 3 or not (plain or (lakhs and len(rest[-1]) == THOUSAND)):
        return None
    return Numeral(Decimal("".join((first, *rest))), Decimal(1), (), f"«{mark}» groups thousands")


def _one_mark(text: str, mark: str, language: Language) -> Numeral | None:
    whole, _, part = text.partition(mark)
    may_group = mark in language.thousands_marks and whole not in ("", "0")
    thousands = _grouped(text, mark) if may_group else None
    marks_decimals = mark in language.decimal_marks or (thousands is None and len(part) < THOUSAND)
    decimal = _decimal(whole, part, f"«{mark}» is the decimal mark") if marks_decimals else None
    if mark.isalpha() and decimal is not None:
        return _turned(whole, part, decimal)
    if thousands is None or decimal is None:
        return thousands or decimal
    first, second = (decimal, thousands) if mark == language.decimal_marks[0] else (thousands, decimal)
    return first._replace(readings=(second.value,), reason=f"{first.reason}; {second.value} is possible too")


def _decimal(whole: str, part: str, reason: str) -> Numeral:
    return Numeral(Decimal(f"{whole}.{part}"), Decimal(1).scaleb(-len(part)), (), reason)
