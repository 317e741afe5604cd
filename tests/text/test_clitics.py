"""The forms a written word may be read as, the fewest letters taken off first."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from factcheck.model.language import Language
from factcheck.text.clitics import candidates


@pytest.mark.parametrize(
    ("word", "form", "prefix", "suffix"),
    [
        ("وبالمدينه", "مدينه", "وبال", ""),
        ("للوزاره", "وزاره", "لال", ""),
        ("فالشرطه", "شرطه", "فال", ""),
        ("وقال", "قال", "و", ""),
        ("مدينتهم", "مدينه", "", "هم"),
        ("كتابها", "كتاب", "", "ها"),
        ("بكتابه", "كتابه", "ب", ""),
    ],
)
def test_clitics_are_taken_off(word: str, form: str, prefix: str, suffix: str, tongues: Mapping[str, Language]) -> None:
    found = {(c.form, c.suffix): c.prefix for c in candidates(word, tongues["ar"])}
    assert found.get((form, suffix)) in (prefix, prefix.replace("لال", "ل"))


@pytest.mark.parametrize("word", ["واحد", "وفد", "بنك", "في", "و", "كل", ""])
def test_the_word_itself_leads(word: str, tongues: Mapping[str, Language]) -> None:
    first = candidates(word, tongues["ar"])[0]
    assert first == (word, "", "")


def test_no_word_is_stripped_to_less_than_two_letters(tongues: Mapping[str, Language]) -> None:
    for word in ("واحد", "بال", "ولل", "هم", "وها", "كما"):
        assert all(len(candidate.form) >= 2 for candidate in candidates(word, tongues["ar"]))


def test_english_has_possessives_only(tongues: Mapping[str, Language]) -> None:
    assert [c.form for c in candidates("bank's", tongues["en"])] == ["bank's", "bank"]
    assert [c.form for c in candidates("bank", tongues["en"])] == ["bank"]
