"""Words, numerals and marks of a text, each with its place in the untouched text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Literal, NamedTuple

from factcheck.model.language import Language
from factcheck.text.fold import fold

TokenKind = Literal["word", "number", "mark"]
KINDS: dict[str | None, TokenKind] = {"word": "word", "number": "number", "mark": "mark", "address": "mark"}


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
    # A point may open a numeral (".08") where nothing stands before it.
    opened = rf"(?<!\S)[{re.escape(language.decimal_marks[:2])}]\d+(?![{marks}]?\d)"
    number = rf"(?P<number>{spaced}|\d+(?:[{marks}]\d+)*[{VULGAR}]?|[{VULGAR}]|{opened})"
    # What stands in an address of the web is no figure: it is one mark, whatever it holds.
    address = (
        r"(?:https?://|www\.)[!-~]+|@[a-z0-9_]+|[a-z0-9-]{1,40}(?:\.[a-z0-9-]{1,40}){1,3}/[!-~]+|</?[a-z][^<>]{0,300}>"
    )
    word = r"(?P<word>[^\W\d_]+(?:['’][^\W\d_]+)*)"
    # Two apostrophes or two grave accents stand for one quotation mark where a typewriter has none.
    return re.compile(rf"(?P<address>{address})|{number}|{word}|(?P<mark>''|``|\S)")


def tokenize(text: str, language: Language, start: int = 0, end: int | None = None) -> list[Token]:
    """Cut `text[start:end]` into tokens with offsets into `text`; white space separates, nothing else is lost."""
    stop = len(text) if end is None else end
    folded = fold(text[start:stop], language)
    matches = _pattern(language).finditer(folded.text)
    if isinstance(folded.origin, range):  # nothing was dropped or grew, as in most texts: positions are the same
        make = tuple.__new__  # skips a function a token
        ranges = [(*m.span(), m) for m in matches]
        plain = [make(Token, (start + begin, start + end, m[0], KINDS[m.lastgroup])) for begin, end, m in ranges]
        return list(_unlisted(plain)) if _COMMAS.search(folded.text) else plain
    tokens = []
    last = len(folded.origin)
    for match in matches:
        begin, finish = match.span()
        after = start + folded.origin[finish] if finish < last else stop
        own = start + folded.origin[finish - 1] + 1
        # Dropped characters after the last letter (harakat, tatweel) belong to the word; format characters do not.
        while own < after and _belongs(text[own], language):
            own += 1
        tokens.append(Token(start + folded.origin[begin], own, match.group(), KINDS[match.lastgroup]))
    return list(_unlisted(tokens)) if _COMMAS.search(folded.text) else tokens


PRINTED_WORD = re.compile(r"[^\W_](?:[^\W_]|[\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u0640])*")
"""A word of an untouched text, with the vowel signs its letters may carry."""

_COMMAS = re.compile(r"\d[,،]\d+[,،]\d")
_LIST = re.compile(r"\d+([,،])\d+(?:\1\d+)+")
_GROUPED = re.compile(r"\d{1,3}(?:[,،]\d{3})+|\d{1,2}(?:[,،]\d{2})+[,،]\d{3}")
"""Thousands, and the lakhs and crores of India."""


def _unlisted(tokens: Iterable[Token]) -> Iterator[Token]:
    """Part numerals with nothing but commas between them ("22,24,26"), which are not the groups of one."""
    for token in tokens:
        whole = token.kind == "number" and token.end - token.start == len(token.text)
        if not whole or not _LIST.fullmatch(token.text) or _GROUPED.fullmatch(token.text):
            yield token
            continue
        at = token.start
        for piece in re.findall(r"\d+|\D", token.text):
            yield Token(at, at + len(piece), piece, "number" if piece.isdigit() else "mark")
            at += len(piece)


@lru_cache(maxsize=1024)
def _belongs(char: str, language: Language) -> bool:
    """Tell whether a character is a mark upon the letter before it (and no space or invisible control)."""
    return language.folding.get(ord(char)) == "" or unicodedata.category(char) == "Mn"
