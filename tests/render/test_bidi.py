"""Words of reports made harmless, and right-to-left words in isolates."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.render.bidi import FSI, PDI, harmless, is_rtl, isolate
from factcheck.render.html_text import quoted


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("two\n lines\tand\u00a0more", "two lines and more"),
        ("\x1b[31mred\x1b[0m", "␛[31mred␛[0m"),
        ("bell\x07 null\x00 del\x7f", "bell␇ null␀ del␡"),
        ("c1\x9b31m", "c1\ufffd31m"),
        ("abc\u202edcba\u202c", "abcdcba"),
        ("a\u2066b\u2067c\u2068d\u2069e\u200ef\u200fg\u061ch", "abcdefgh"),
        ("zero\u200bwidth\ufeff so\u00adft", "zerowidth soft"),
        ("tag\U000e0041\U000e007f", "tag"),
        ("half \ud800", "half \ufffd"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("مُهَنَّدِسٌ", "مُهَنَّدِسٌ"),
        ("4.\u200f436", "4.436"),
    ],
)
def test_harmless(text: str, shown: str) -> None:
    assert harmless(text) == shown


def test_marks_do_not_pile_up() -> None:
    assert len(harmless("z" + "\u0301" * 50)) == 5


@given(st.text())
def test_nothing_that_turns_or_moves_survives(text: str) -> None:
    shown = harmless(text)
    assert all(unicodedata.category(character) not in ("Cc", "Cs", "Zl", "Zp") for character in shown)
    assert not {FSI, PDI, "\u202e", "\u2066", "\u2067", "\u200f"} & set(shown)
    assert harmless(shown) == shown


def test_only_right_to_left_words_are_isolated() -> None:
    assert isolate("words 12", "isolate") == "words 12"
    assert isolate("12 شخصا", "isolate") == f"{FSI}12 شخصا{PDI}"
    assert isolate("٣٧", "isolate") == f"{FSI}٣٧{PDI}"
    assert isolate("12 شخصا", "plain") == "12 شخصا"
    assert is_rtl("שלום")


def test_values_between_arabic_words_stay_whole_on_a_page() -> None:
    assert quoted("الأرقام نفسها: 4,600 riyal / 6,400 riyal") == (
        "الأرقام نفسها: <bdi>4,600 riyal</bdi> / <bdi>6,400 riyal</bdi>"
    )
    assert quoted("4,600 riyal / 6,400 riyal") == "4,600 riyal / 6,400 riyal"
