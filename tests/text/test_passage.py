"""What is said of things is found by sense, and seen only by whoever asks for it."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from factcheck.model.language import Language
from factcheck.pipeline import read_report
from factcheck.text.passage import Passage
from factcheck.text.segment import segment


def passage(text: str, language: Language) -> Passage:
    return segment(read_report(f"x\n\n{text}", id="r0", language=language.code), language)[1]


def senses(text: str, language: Language) -> list[str]:
    return [match.entry.key for match in passage(text, language).matches("predicate")]


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("ar", "نجا الطيار وقُتل مساعده", ["survive", "kill"]),
        ("ar", "فكّ الجيش الحصار", ["besiege"]),
        ("ar", "رفع الحصار عن البلدة", ["lift-siege"]),
        ("ar", "غرق القارب وأُنقذ ركابه", ["drown", "rescue"]),
        ("en", "The pilot survived and his mate was killed.", ["survive", "kill"]),
        ("en", "The troops pushed forward.", ["military", "advance"]),
        ("en", "The army pulls back.", ["retreat"]),
    ],
)
def test_what_is_said_is_found_by_sense(
    code: str, text: str, expected: list[str], tongues: Mapping[str, Language]
) -> None:
    assert senses(text, tongues[code]) == expected


def test_a_word_known_only_as_said_of_things_may_still_be_a_name(tongues: Mapping[str, Language]) -> None:
    words = passage("يقع المصنع قرب سهلون", tongues["ar"])
    at = next(at for at, token in enumerate(words.tokens) if token.text == "سهلون")
    assert at not in words.found
    assert words.at(at, "predicate") is not None
    assert words.at(at, "place") is None
