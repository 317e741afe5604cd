"""Normalised values as people write them."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.data.messages import load_messages
from factcheck.model.claim import Claim, Context
from factcheck.model.date import Date
from factcheck.model.figure import Figure, shown
from factcheck.model.span import Span
from factcheck.render.compact import claim_value, compact, compact_sum, edtf

EN, AR = load_messages("en"), load_messages("ar")


@pytest.mark.parametrize(
    ("value", "english", "arabic"),
    [
        ("12", "12", "12"),
        ("6212", "6212", "6212"),
        ("48000", "48,000", "48,000"),
        ("65000000", "65 M", "65,000,000"),
        (">65000000", "> 65 M", "> 65,000,000"),
        ("1240000000 GBP", "1.24 bn GBP", "1,240,000,000 GBP"),
        ("1200000000000", "1.2 tn", "1,200,000,000,000"),
        ("665932983", "665,932,983", "665,932,983"),
        ("<=40 %", "≤ 40 %", "≤ 40 %"),
        (">=2000000000 USD", "≥ 2 bn USD", "≥ 2,000,000,000 USD"),
        ("~>=2000000000 USD", "≥ 2 bn USD", "≥ 2,000,000,000 USD"),
        ("~12", "≈ 12", "≈ 12"),
        ("16..24", "16–24", "16–24"),
        ("-3.5 Cel", "-3.5 °C", "-3.5 °C"),
        ("115 [mi_i]/h", "115 mph", "115 mph"),
        ("46 a", "46 yr", "46 yr"),
        ("0.125 GBP-penny", "0.125 GBP penny", "0.125 GBP penny"),
        ("3 km", "3 km", "3 km"),
        ("0.333333333333333", "1/3", "1/3"),
        ("0.666666666666667", "2/3", "2/3"),
        ("~2.333333333333333 a", "≈ 2 1/3 yr", "≈ 2 1/3 yr"),
        ("0.123456789012345", "0.123456789012345", "0.123456789012345"),
        ("2026-03-12", "2026-03-12", "2026-03-12"),
        ("?", "?", "?"),
        ("–", "–", "–"),
        ("", "", ""),
    ],
)
def test_compact(value: str, english: str, arabic: str) -> None:
    assert compact(value, EN) == english
    assert compact(value, AR) == arabic


@given(st.decimals(min_value=0, max_value=10**15, places=3, allow_nan=False))
def test_nothing_is_rounded(value: Decimal) -> None:
    text = compact(f"{value:f}", EN)
    number, _, name = text.partition(" ")
    power = {"": 0, "M": 6, "bn": 9, "tn": 12}[name]
    assert Decimal(number.replace(",", "")).scaleb(power) == value


def test_sums() -> None:
    assert compact_sum("9 + 3", EN) == "9 + 3"
    assert compact_sum("1000000 + 48000", EN) == "1 M + 48,000"


def test_a_date_without_its_year() -> None:
    assert edtf(Date("XXXX-01-31")) == "01-31"
    assert edtf(Date("2026-03-01/2026-03-05")) == "2026-03-01–2026-03-05"


def test_values_of_claims(make_number: Callable[..., Figure]) -> None:
    def claim(**value: object) -> Claim:
        return Claim("c", "figure", Span(0, 1), "x", Context(0, Span(0, 1)), **value)  # type: ignore[arg-type]

    assert claim_value(claim(figure=make_number("2024")), EN) == "2024"
    assert claim_value(claim(date=Date("2024")), EN) == "2024"
    assert claim_value(claim(), EN) == ""
    assert shown(make_number("65000000", None, low_inclusive=False)) == ">65000000"
    assert shown(make_number(None, "40", unit="%")) == "<=40 %"
    assert shown(make_number("3", "9", approximate=True)) == "~3..9"
    assert shown(make_number("12.50")) == "12.5"
