"""Words, numerals and marks, each with its place in the untouched text."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from factcheck.model.language import Language
from factcheck.text.tokens import tokenize


def cut(text: str, language: Language) -> list[str]:
    return [text[token.start : token.end] for token in tokenize(text, language)]


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("بلغ ١٬٢٣٤٫٥ كيلومترًا.", ["بلغ", "١٬٢٣٤٫٥", "كيلومترًا", "."]),
        ("و27 شخصًا", ["و", "27", "شخصًا"]),
        ("مشاركًا، ومئة", ["مشاركًا", "،", "ومئة"]),
        ("بـ300", ["بـ", "300"]),
        ("12ر5 في", ["12ر5", "في"]),
        ("في 4. وقال", ["في", "4", ".", "وقال"]),
        ("«نعم»", ["«", "نعم", "»"]),
    ],
)
def test_arabic(text: str, pieces: list[str], tongues: Mapping[str, Language]) -> None:
    assert cut(text, tongues["ar"]) == pieces


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("It's 1,234.5 km.", ["It's", "1,234.5", "km", "."]),
        ("$3bn G20", ["$", "3", "bn", "G", "20"]),
        ("twenty-first", ["twenty", "-", "first"]),
        ("10:30", ["10", ":", "30"]),
        ("12½ 2\u202f500", ["12½", "2\u202f500"]),
        ("a_b", ["a", "_", "b"]),
        ("3.", ["3", "."]),
        ("", []),
        (" \n\t\u200f ", []),
    ],
)
def test_english(text: str, pieces: list[str], tongues: Mapping[str, Language]) -> None:
    assert cut(text, tongues["en"]) == pieces


def test_marks_upon_a_last_letter_belong_to_its_word_and_invisible_controls_do_not(
    tongues: Mapping[str, Language],
) -> None:
    text = "مشاركًا\u200f فقطٌ"
    words = tokenize(text, tongues["ar"])
    assert [text[word.start : word.end] for word in words] == ["مشاركًا", "فقطٌ"]


def test_a_stretch_keeps_offsets_into_the_whole_text(tongues: Mapping[str, Language]) -> None:
    text = "one two three"
    (token,) = tokenize(text, tongues["en"], 4, 7)
    assert (token.start, token.end, token.text, token.kind) == (4, 7, "two", "word")
