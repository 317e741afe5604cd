"""Skeletons of names: the consonants, in one alphabet for all scripts, so that two spellings of a name meet.

A language's `transliteration` rewrites its letters; `_` in it stands for where a word begins or ends. Letters that
papers mix up when they carry names across (b and p, g, j, k and q, d and dh) are one class; vowels are left out.
"""

from __future__ import annotations

import re
from functools import lru_cache

from factcheck.model.language import Language
from factcheck.text.clitics import WORDS
from factcheck.text.fold import fold_text

_WORD = re.compile(r"[^\W\d_]+")
SHORTEST_STEM = 3
"""A word this short behind its article is rather one that begins as the article does."""


@lru_cache(maxsize=WORDS)
def skeleton(name: str, language: Language) -> str:
    """Give the skeleton of a name, its words parted by spaces; words that leave nothing (an article) are skipped."""
    table, longest = _table(language)
    articles = language.prefixes[-1] if language.prefixes else ()
    found = []
    for word in _WORD.findall(re.sub(r"['’ʼ‘`]", "", fold_text(name, language))):
        bare = next((word[len(a) :] for a in articles if word.startswith(a)), word)
        written = _rewrite(f"_{bare if len(bare) >= SHORTEST_STEM else word}_", table, longest)
        if written:
            found.append(written)
    return " ".join(found)


def _rewrite(word: str, table: dict[str, str], longest: int) -> str:
    """Rewrite a word from left to right, each time by the longest entry that fits; an end may serve two entries."""
    written, at = "", 0
    while at < len(word):
        for length in range(min(longest, len(word) - at), 0, -1):
            classes = table.get(word[at : at + length])
            if classes is not None:
                written += classes
                at += length
                break
        else:
            at += 1
    return written


@lru_cache(maxsize=16)
def _table(language: Language) -> tuple[dict[str, str], int]:
    table = {fold_text(letters, language): classes for letters, classes in language.transliteration.items()}
    for letters in list(table):
        if len(letters) == 1 and letters.isalpha() and "doubled-letters" in language.options:
            table.setdefault(letters * 2, table[letters])  # Mohammed has one m there
    return table, max(map(len, table), default=0)
