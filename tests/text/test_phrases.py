"""Word lists find their phrases in any spelling, each list for itself."""

from __future__ import annotations

import pytest

from factcheck.languages.loader import load_languages
from factcheck.text.phrases import find_phrases, phrase_trie
from factcheck.text.tokens import tokenize


def found(text: str, language: str, **lists: list[str]) -> list[tuple[str, str]]:
    data = load_languages()[language]
    tokens = tokenize(text, data)
    return [
        (name, text[tokens[start].start : tokens[end - 1].end])
        for name, start, end in find_phrases(tokens, phrase_trie(lists, data), data)
    ]


@pytest.mark.parametrize(
    ("language", "phrase", "text", "surface"),
    [
        ("ar", "مصادر", "وبمصادرَ كثيرة", "وبمصادرَ"),
        ("ar", "صادر", "في مصادر كثيرة", None),
        ("ar", "مصادر مطلعة", "وقالت المصادر المُطّلعة", "المصادر المُطّلعة"),
        ("ar", "غير مسبوق", "وغير مسبوقٍ البتة", "وغير مسبوقٍ"),
        ("en", "so-called", "The So-Called plan", "So-Called"),
        ("en", "first", "the firsthand view", None),
    ],
)
def test_a_phrase_is_found_in_its_spellings(language: str, phrase: str, text: str, surface: str | None) -> None:
    assert found(text, language, a=[phrase]) == ([("a", surface)] if surface else [])


def test_a_list_gives_its_longest_phrase_and_hides_nothing_of_another() -> None:
    text = "a well placed source said"
    assert found(text, "en", a=["source", "well placed source"], b=["source", "placed"]) == [
        ("a", "well placed source"),
        ("b", "placed"),
        ("b", "source"),
    ]
