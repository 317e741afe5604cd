"""The grammar of numbers: groups below a thousand, magnitudes, and where one number ends and the next begins."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal

import pytest

from factcheck.extract.number import Number
from factcheck.extract.numbers import find_numbers
from factcheck.model.language import Language
from factcheck.text.passage import Passage

Cut = Callable[[str, Language], Passage]


@pytest.fixture
def numbers(passage: Cut, tongues: Mapping[str, Language]) -> Callable[[str, str], list[Number]]:
    return lambda text, code: list(find_numbers(passage(text, tongues[code]), tongues[code]))


Find = Callable[[str, str], list[Number]]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("ثلاثة وعشرون", [23]),
        ("ثلاثة آلاف وأربعمئة وخمسة وستون", [3465]),
        ("مليونان وثلاثمئة ألف", [2300000]),
        ("مئة وخمسون ألفا", [150000]),
        ("ألف وتسعمئة", [1900]),
        ("12 مليونا و300 ألف و45", [12300045]),
        ("ثلاثة ملايين وأربعة ملايين", [3000000, 4000000]),
        ("خمسة رجال وستة أطفال", [5, 6]),
        ("مليون ونصف المليون", [1500000]),
        ("مليار ونصف مليون", [1000500000]),
        ("ثلاثة أرباع مليون", [750000]),
        ("3 و4 ملايين", [3, 4000000]),
        ("ألف مليون", [1000000000]),
    ],
)
def test_arabic(text: str, values: list[int], numbers: Find) -> None:
    assert [number.low for number in numbers(text, "ar")] == [Decimal(value) for value in values]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("twenty-three", [23]),
        ("three thousand four hundred and sixty-five", [3465]),
        ("two million three hundred thousand", [2300000]),
        ("3 million and 4 million", [3000000, 4000000]),
        ("five men and six boys", [5, 6]),
        ("one and a half million", [1500000]),
        ("half a million", [500000]),
        ("a million and a half", [1500000]),
        ("$33bn and $34bn", [33 * 10**9, 34 * 10**9]),
        ("two dozen", [24]),
        ("a hundred and one", [101]),
        ("12 13", [12, 13]),
    ],
)
def test_english(text: str, values: list[int], numbers: Find) -> None:
    assert [number.low for number in numbers(text, "en")] == [Decimal(value) for value in values]


@pytest.mark.parametrize(
    ("text", "code", "step"),
    [
        ("65 million", "en", "1000000"),
        ("1.4 billion", "en", "100000000"),
        ("1,400", "en", "1"),
        ("12.50", "en", "0.01"),
        ("12", "en", "1"),
        ("14 ألفا و500", "ar", "1"),
        ("مليون ونصف", "ar", "10000"),
    ],
)
def test_the_last_stated_place(text: str, code: str, step: str, numbers: Find) -> None:
    (number,) = numbers(text, code)
    assert number.step == Decimal(step)


def test_vague_words_have_bounds(numbers: Find) -> None:
    (few,) = numbers("بضعة رجال", "ar")
    (dozens,) = numbers("dozens of homes", "en")
    assert (few.low, few.high, few.kind) == (Decimal(3), Decimal(9), "vague")
    assert (dozens.low, dozens.high, dozens.kind) == (Decimal(24), None, "vague")


@pytest.mark.parametrize("text", ["3rd place", "the twenty-first day"])
def test_ordinals_are_told_from_counts(text: str, numbers: Find) -> None:
    (number,) = numbers(text, "en")
    assert number.kind == "ordinal"


@pytest.mark.parametrize(
    ("text", "code"), [("وأحدث", "ar"), ("often alone", "en"), ("1.2.3.4", "en"), ("the U.K. says", "en")]
)
def test_what_is_no_number(text: str, code: str, numbers: Find) -> None:
    assert numbers(text, code) == []


def test_every_number_explains_itself(numbers: Find) -> None:
    (number,) = numbers("3 million", "en")
    assert number.explain == ("numeral 3", "number word 1000000")
