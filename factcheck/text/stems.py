"""Stems for similarity, never for names or units: two words may share one and mean different things."""

from __future__ import annotations

from functools import lru_cache
from itertools import accumulate
from typing import Any

from factcheck.model.language import Language
from factcheck.text.clitics import WORDS
from factcheck.text.passage import Passage


@lru_cache(maxsize=WORDS)
def stem(word: str, language: Language) -> str:
    """Stem a folded word as its language asks: by Snowball, by light affix stripping, or not at all."""
    match language.stemmer:
        case "light":
            return _light(word, *language.light)
        case "none":
            return word
        case name:
            return str(_snowball(name).stemWord(word))


@lru_cache(maxsize=8)
def _snowball(name: str) -> Any:
    import Stemmer  # imported when a language asks for it

    return Stemmer.Stemmer(name)


def _light(word: str, prefixes: tuple[str, ...], suffixes: tuple[str, ...], shortest: int) -> str:
    for prefix in prefixes:
        if word.startswith(prefix) and len(word) - len(prefix) >= shortest:
            word = word[len(prefix) :]
            break
    for suffix in suffixes:
        if word.endswith(suffix) and len(word) - len(suffix) >= shortest:
            return word[: -len(suffix)]
    return word


SHORTEST_ROOT = 3
"""Letters of most Arabic roots: a shorter rest tells nothing."""


@lru_cache(maxsize=WORDS)
def root(word: str, language: Language) -> str:
    """Give what the forms of one root share, as far as letters tell: the stem without weak letters and augments.

    Coarser than a stem: fit to say that two words may be forms of one, never that they are. Without such letters in
    the language, it is the stem.
    """
    form = stem(word, language)
    bare = "".join(letter for letter in form if letter not in language.weak_letters)
    if len(bare) < SHORTEST_ROOT - 1:
        return form
    while len(bare) > SHORTEST_ROOT and bare[0] in language.augments:
        bare = bare[1:]
    return bare


def is_content(passage: Passage, index: int) -> bool:
    """Tell whether a token is a content word: no function word, numeral or mark."""
    return contents(passage)[index]


@lru_cache(maxsize=64)  # every claim of a sentence asks for its words again
def contents(passage: Passage) -> tuple[bool, ...]:
    """Tell of each token whether it is a content word."""
    others = passage.starts({"stop", "number", "count-word"})
    return tuple(
        [
            token.kind == "word" and index not in others and len(token.text) > 1
            for index, token in enumerate(passage.tokens)
        ]
    )


def content_stems(passage: Passage, start: int, end: int, language: Language) -> tuple[str, ...]:
    """Give the stems of the content words in a range of tokens, in order."""
    before = contents_before(passage)
    return stems_of(passage, language)[before[start] : before[end]]


@lru_cache(maxsize=64)
def contents_before(passage: Passage) -> tuple[int, ...]:
    """Count the content words before each token, and before the end."""
    return tuple(accumulate(contents(passage), initial=0))


@lru_cache(maxsize=64)
def stems_of(passage: Passage, language: Language) -> tuple[str, ...]:
    """Give the stems of all content words of a passage."""
    return tuple(
        [
            stem(token.text, language)
            for token, content in zip(passage.tokens, contents(passage), strict=True)
            if content
        ]
    )
