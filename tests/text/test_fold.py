"""One spelling for what readers take for one word, and the way back."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from factcheck.model.language import Language
from factcheck.text.fold import fold, fold_text


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("أُعلِنَ", "اعلن"),
        ("مســـؤول", "مسءول"),
        ("مسئول", "مسءول"),
        ("مدرسة", "مدرسه"),
        ("مستشفى", "مستشفي"),
        ("١٢٣ ۴۵۶ 789", "123 456 789"),
        ("ﻻ ﷲ ﺋﺔ", "لا الله ءه"),
        ("\u200fعام\u200e\u202b2024\u202c\ufeff", "عام2024"),
        ("", ""),
    ],
)
def test_arabic_spellings_meet(text: str, folded: str, tongues: Mapping[str, Language]) -> None:
    assert fold_text(text, tongues["ar"]) == folded


@pytest.mark.parametrize(
    ("text", "folded"),
    [("Café", "cafe"), ("don’t", "don't"), ("STRASSE Straße", "strasse strasse"), ("km²", "km2"), ("ＡＢ１２", "ab12")],
)
def test_english_spellings_meet(text: str, folded: str, tongues: Mapping[str, Language]) -> None:
    assert fold_text(text, tongues["en"]) == folded


@pytest.mark.parametrize("text", ["12\u00a0500", "12\u202f500", "12½", "⅔", "…", "ﷺ"])
def test_what_numerals_are_made_of_stays(text: str, tongues: Mapping[str, Language]) -> None:
    assert fold_text(text, tongues["en"]) == text


def test_the_map_leads_back_over_dropped_and_doubled_letters(tongues: Mapping[str, Language]) -> None:
    text = "كَتَبَ ﻻ"
    folded = fold(text, tongues["ar"])
    assert folded.text == "كتب لا"
    assert [text[at] for at in folded.origin] == ["ك", "ت", "ب", " ", "ﻻ", "ﻻ"]


def test_the_map_of_plain_text_costs_nothing(tongues: Mapping[str, Language]) -> None:
    assert fold("plain", tongues["en"]).origin == range(5)
