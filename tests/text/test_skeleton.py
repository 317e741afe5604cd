"""Spellings of one name meet across scripts, and different names stay apart."""

from __future__ import annotations

import pytest

from factcheck.languages.loader import load_languages
from factcheck.text.skeleton import skeleton

LANGUAGES = load_languages()


def _arabic(name: str) -> str:
    return skeleton(name, LANGUAGES["ar"])


def _english(name: str) -> str:
    return skeleton(name, LANGUAGES["en"])


@pytest.mark.parametrize(
    ("arabic", "english"),
    [
        ("معمر القذافي", "Muammar al-Gaddafi"),
        ("معمر القذافي", "Moammar Qadhafi"),
        ("عبد الفتاح السيسي", "Abdel Fattah el-Sisi"),
        ("عبدالرحمن", "Abdurrahman"),
        ("نوري المالكي", "Nouri Al Maliki"),
        ("بشار الأسد", "Bashar Assad"),
        ("هوغو تشافيز", "Hugo Chávez"),
        ("أرنولد شوارزنيغر", "Arnold Schwarzenegger"),
        ("كريستوفر هيل", "Christopher Hill"),
        ("جون كيري", "John Kerry"),
        ("فولوديمير زيلينسكي", "Volodymyr Zelensky"),
        ("وليد", "Walid"),
        ("يوسف", "Yusuf"),
        ("مُحَمَّد", "Mohamed"),
    ],
)
def test_one_name_in_two_scripts_has_one_skeleton(arabic: str, english: str) -> None:
    assert _arabic(arabic) == _english(english) != ""


def test_spellings_of_one_script_meet_too() -> None:
    assert len({_english(name) for name in ("Mohammed Morsi", "Muhammad Mursi", "Mohamed Morsy")}) == 1
    assert _arabic("فلاديمير بوتين") == _arabic("ڤلاديمير بوتن")


def test_names_that_differ_in_a_consonant_stay_apart() -> None:
    assert _english("Salem") != _english("Salim Karam")
    assert _arabic("حسن نصر") != _arabic("حسين ناصري القاسم")
    assert _arabic("كريم") != _english("Rahim")


def test_what_has_no_consonants_leaves_nothing() -> None:
    assert _english("Al") == _english("12") == _arabic("") == ""


def test_a_short_word_keeps_what_looks_like_its_article() -> None:
    assert _arabic("الن") == _english("Allen")
