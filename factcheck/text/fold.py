"""Folding: one spelling for what readers take for one word, as a view with a map back to the untouched text.

Digits of every script become ASCII digits, case and diacritics go, and the language adds its own equalities
(alef forms, tatweel ...). Invisible format characters are dropped, wherever they stand.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from msgspec import Struct

from factcheck.model.language import Language


class Folded(Struct, frozen=True):
    """Folded text; `origin[i]` is the code point of the untouched text that gave folded code point `i`."""

    text: str
    origin: tuple[int, ...] | range


class _Table(dict[int, str]):
    """Code point to folded text, filled as characters are met (str.translate asks __missing__).

    `uneven` are the characters met so far that are dropped or fold to several.
    """

    def __init__(self, language: Language) -> None:
        super().__init__(language.folding)
        self.given = language.folding
        self.uneven = {chr(point) for point, folded in language.folding.items() if len(folded) != 1}

    def __missing__(self, point: int) -> str:
        char = chr(point)
        # The letters of presentation forms and ligatures are composed first: the language may know them whole.
        folded = "".join(self._letter(letter) for letter in unicodedata.normalize("NFKC", char).casefold())
        if folded and not folded.isalnum() and (len(folded) > 1 or folded == " "):
            # Whole stays what would fall into several tokens or into none: "12½" is not "121/2", "…" not three stops,
            # and a space that may stand inside a numeral is told from a plain one.
            folded = char
        self[point] = folded
        if len(folded) != 1:
            self.uneven.add(char)
        return folded

    def _letter(self, letter: str) -> str:
        if ord(letter) in self.given:
            return self.given[ord(letter)]
        parts = unicodedata.normalize("NFKD", letter)
        return "".join(self.given.get(ord(part), _fold_character(part)) for part in parts)


@lru_cache(maxsize=16)
def _table(language: Language) -> _Table:
    return _Table(language)


def _fold_character(char: str) -> str:
    category = unicodedata.category(char)
    if category in ("Mn", "Cf"):
        return ""
    if category == "Nd":
        return str(unicodedata.digit(char))
    return char


def fold(text: str, language: Language) -> Folded:
    """Fold a text and keep the way back; linear in the text's length."""
    table = _table(language)
    folded = text.translate(table)
    if table.uneven.isdisjoint(text):
        return Folded(folded, range(len(text)))
    origin, done = list[int](), 0
    for at in [at for at, char in enumerate(text) if char in table.uneven]:
        origin += [*range(done, at), *[at] * len(table[ord(text[at])])]
        done = at + 1
    return Folded(folded, (*origin, *range(done, len(text))))


def fold_text(text: str, language: Language) -> str:
    """Fold a text without the map."""
    return text.translate(_table(language))
