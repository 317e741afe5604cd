"""One numeral: which of its marks is a decimal mark, and what its last stated place is."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

import pytest

from factcheck.extract.numerals import read_numeral
from factcheck.model.language import Language


@pytest.mark.parametrize(
    ("text", "value", "step", "other"),
    [
        ("12", "12", "1", []),
        ("0", "0", "1", []),
        ("1,234", "1234", "1", ["1.234"]),
        ("1.234", "1.234", "0.001", ["1234"]),
        ("12,5", "12.5", "0.1", []),
        ("12٫5", "12.5", "0.1", []),
        ("12،5", "12.5", "0.1", []),
        ("1٬234٫5", "1234.5", "0.1", []),
        ("1.234,56", "1234.56", "0.01", []),
        ("1,234.56", "1234.56", "0.01", []),
        ("1,234,567", "1234567", "1", []),
        ("1.234.567", "1234567", "1", []),
        ("82ر52", "52.82", "0.01", ["82.52"]),
        ("0ر5", "0.5", "0.1", ["5"]),
        ("436ر4", "436.4", "0.1", ["4.436"]),
        ("0.125", "0.125", "0.001", []),
        ("1.340.7", "1340.7", "0.1", ["1.3407"]),
        ("12\u202f500", "12500", "1", []),
        ("½", "0.5", "0.01", []),
        ("12½", "12.5", "0.01", []),
        ("3⅓", "3.333333333333333", "0.01", []),
    ],
)
def test_arabic_numerals(text: str, value: str, step: str, other: list[str], tongues: Mapping[str, Language]) -> None:
    numeral = read_numeral(text, tongues["ar"])
    assert numeral is not None
    assert (numeral.value, numeral.step) == (Decimal(value), Decimal(step))
    assert sorted(numeral.readings) == sorted(Decimal(reading) for reading in other)


@pytest.mark.parametrize(
    ("text", "value", "step"),
    [
        ("1,234", "1234", "1"),
        ("1,234.50", "1234.50", "0.01"),
        ("8.42", "8.42", "0.01"),
        ("1½", "1.5", "0.01"),
        (".08", "0.08", "0.01"),
        ("1,3", "1.3", "0.1"),
        ("1.111,11", "1111.11", "0.01"),
        ("1,23,456.7", "123456.7", "0.1"),
        ("12,34,567", "1234567", "1"),
    ],
)
def test_english_numerals(text: str, value: str, step: str, tongues: Mapping[str, Language]) -> None:
    numeral = read_numeral(text, tongues["en"])
    assert numeral is not None
    assert (numeral.value, numeral.step, numeral.readings) == (Decimal(value), Decimal(step), ())


@pytest.mark.parametrize("text", ["1.2.3.4", "1,2.3", "12,345,6", "1.5½", "9" * 41])
def test_what_is_no_number(text: str, tongues: Mapping[str, Language]) -> None:
    assert read_numeral(text, tongues["en"]) is None


def test_a_direction_mark_inside_allows_the_halves_to_be_turned(tongues: Mapping[str, Language]) -> None:
    numeral = read_numeral("4.436", tongues["ar"], marked=True)
    assert numeral is not None
    assert numeral.value == Decimal("436.4")
    assert Decimal("4.436") in numeral.readings


def test_a_direction_mark_beside_thousands_allows_no_other_reading(tongues: Mapping[str, Language]) -> None:
    numeral = read_numeral("1,810.5", tongues["en"], marked=True)
    assert numeral is not None
    assert (numeral.value, numeral.readings) == (Decimal("1810.5"), ())
