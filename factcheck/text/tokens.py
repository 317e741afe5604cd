"""Words, numerals and marks of a text, each with its place in the untouched text."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Literal, NamedTuple, cast

from factcheck.model.language import Language
from factcheck.text.fold import fold

TokenKind = Literal["word", "number", "mark"]


VULGAR = "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅐⅛⅜⅝⅞⅑⅒"
"""Fractions of one character, which may end a numeral."""


class Token(NamedTuple):
    """One word, numeral or mark: its range in the untouched text, and its folded form."""

    start: int
    end: int
    text: str
    kind: TokenKind


@lru_cache(maxsize=16)
def _pattern(language: Language) -> re.Pattern[str]:
    # A numeral keeps the marks that stand between two of its digits; which of them is a decimal mark is for the
    # reader of numerals to say. Letters and digits never share a token ("3bn", "G20" are two), so that a
    # magnitude glued to a numeral is seen. Every alternative consumes at least one character: linear time.
    every = sorted({*language.decimal_marks, *language.thousands_marks})
    marks = re.escape("".join(mark for mark in every if not mark.isspace()))
    spaces = "".join(mark for mark in every if mark.isspace())
    # Spaces part thousands only where every group after the first has three digits.
    spaced = rf"\d{{1,3}}(?:[{spaces}]\d{{3}})+(?!\d)(?:[{marks}]\d+)?" if spaces else r"(?!)"
    number = rf"(?P<number>{spaced}|\d+(?:[{marks}]\d+)*[{VULGAR}]?|[{VULGAR}])"
    return re.compile(rf"{number}|(?P<word>[^\W\d_]+(?:['’][^\W\d_]+)*)|(?P<mark>\S)")


def tokenize(text: str, language: Language, start: int = 0, end: int | None = None) -> list[Token]:
    """Cut `text[start:end]` into tokens with offsets into `text`; white space separates, nothing else is lost."""
    stop = len(text) if end is None else end
    folded = fold(text[start:stop], language)
    if isinstance(folded.origin, range):  # nothing was dropped or grew, as in most texts: positions are the same
        return [
            Token(start + match.start(), start + match.end(), match.group(), cast("TokenKind", match.lastgroup))
            for match in _pattern(language).finditer(folded.text)
        ]
    tokens = []
    last = len(folded.origin)
    for match in _pattern(language).finditer(folded.text):
        begin, finish = match.span()
        after = start + folded.origin[finish] if finish < last else stop
        own = start + folded.origin[finish - 1] + 1
        # Dropped characters after the last letter (harakat, tatweel) belong to the word; format characters do not.
        while own < after and _belongs(text[own], language):
            own += 1
        kind = cast("TokenKind", match.lastgroup)  # the pattern's groups are the kinds
        tokens.append(Token(start + folded.origin[begin], own, match.group(), kind))
    return tokens


@lru_cache(maxsize=1024)
def _belongs(char: str, language: Language) -> bool:
    """Tell whether a character is a mark upon the letter before it (and no space or invisible control)."""
    return language.folding.get(ord(char)) == "" or unicodedata.category(char) == "Mn"
