"""Wrapping a message over lines so that right-to-left words stand last on theirs, in isolates.

A message of a left-to-right language may hold Arabic words, quoted or not. Terminals disagree on where text stands that
follows such words, so nothing with a letter or digit follows them: the line ends there. A message of a right-to-left
language is wrapped whole, and what it holds of the other direction is an isolate within.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from msgspec import Struct
from rich.cells import cell_len

from factcheck.render.bidi import Bidi, inset, is_ltr, is_rtl, isolate
from factcheck.render.cells import fitting

TIE = "\u00a0"
"""Stands for a space no line may break at; harmless text holds none of its own."""

_TRAILING = re.compile(r"[:,;.!?)\]،؛؟·\u00a0]+$")
_PLAIN_NUMBER = re.compile(r"[«(\[]*\d[\d.,]*%?[»)\]]*")


class Word(Struct, frozen=True):
    """A word of a message; `run` numbers the stretch of right-to-left words it belongs to, 0 for none."""

    text: str
    run: int = 0


def flow(text: str, width: int, *, rtl: bool, bidi: Bidi, first: int | None = None) -> list[str]:
    """Wrap a message to lines of `width` cells, the first of `first`; that one may be empty where nothing fits."""
    words = list(_pieces(text, width)) if rtl else list(_runs(list(_pieces(text, width))))
    lines: list[list[Word]] = [[]]
    short = width if first is None else first
    for word in words:
        line = lines[-1]
        room = (short if len(lines) == 1 else width) - _cells(line)
        may_end = bool(line) or (len(lines) == 1 and short < width)
        if may_end and (room < cell_len(word.text) or (not rtl and _turned(line, word))):
            lines.append([])
        lines[-1].append(word)
    return [_finished(line, rtl, bidi).replace(TIE, " ") for line in lines]


def _pieces(text: str, width: int) -> Iterator[Word]:
    """Split at spaces; a word wider than a line is broken."""
    for piece in text.split(" "):
        rest = piece
        while cell_len(rest) > width > 0:
            head = fitting(rest, width) or rest[0]
            yield Word(head)
            rest = rest[len(head) :]
        if rest:
            yield Word(rest)


def _cells(line: Sequence[Word]) -> int:
    return sum(cell_len(word.text) + 1 for word in line)


def _turned(line: Sequence[Word], word: Word) -> bool:
    """Tell whether a word may not follow on the line: letters or digits, after right-to-left words."""
    last = max((one.run for one in line), default=0)
    return last > 0 and word.run == 0 and is_ltr(word.text)


def _runs(words: Sequence[Word]) -> Iterator[Word]:
    """Number the stretches of right-to-left words: quotes that hold any, and bare words with numbers beside them."""
    number = 0
    index = 0
    while index < len(words):
        end = _quote_end(words, index) or _bare_end(words, index)
        number += 1 if end else 0
        for word in words[index : end or index + 1]:
            yield Word(word.text, number if end else 0)
        index = end or index + 1


def _quote_end(words: Sequence[Word], start: int) -> int:
    """Give the index after a quote in guillemets that begins here and holds right-to-left words, or 0."""
    if "«" not in words[start].text:
        return 0
    for end in range(start, len(words)):
        if "»" in words[end].text:
            return end + 1 if any(is_rtl(word.text) for word in words[start : end + 1]) else 0
    return 0


def _bare_end(words: Sequence[Word], start: int) -> int:
    """Give the index after a stretch of bare right-to-left words that begins here, or 0."""
    end = start
    while end < len(words) - 1 and _is_number(words[end].text):
        end += 1
    if not is_rtl(words[end].text) or words[end].text == "/":
        return 0
    last = end
    for index in range(end + 1, len(words)):
        text = words[index].text
        if "«" in text or (is_ltr(text) and not _is_number(text) and not is_rtl(text)) or text in ("/", "·"):
            break
        if is_rtl(text):
            last = index
    return last + 1


def _is_number(text: str) -> bool:
    """Tell whether a word is digits that belong with the words after it."""
    return any(c.isdigit() for c in text) and not any(c.isalpha() for c in text) and not _TRAILING.search(text)


def _finished(line: Sequence[Word], rtl: bool, bidi: Bidi) -> str:
    if rtl and any(is_rtl(word.text) for word in line):
        return isolate(" ".join(_embedded([word.text for word in line], bidi)), bidi)
    groups = (
        (run, " ".join(word.text for word in members)) for run, members in groupby(line, key=lambda word: word.run)
    )
    return " ".join(_closed(text, bidi) if run else text for run, text in groups)


def _closed(text: str, bidi: Bidi) -> str:
    """Isolate a stretch, leaving out brackets before it and marks after it: they belong to the line around."""
    inner = text.lstrip("([")
    marks = _TRAILING.search(inner)
    at = marks.start() if marks else len(inner)
    return text[: len(text) - len(inner)] + inset(inner[:at], bidi) + inner[at:]


def _embedded(words: Sequence[str], bidi: Bidi) -> Iterator[str]:
    """Within right-to-left text, isolate every stretch of words of the other direction that is more than a number."""
    lead, stretch = "", list[str]()
    for word in words:
        before, rest = _led(word)
        if before or word == "/" or is_rtl(word):
            yield from _stretch(lead, stretch, bidi)
            lead, stretch = before, []
        if not before and (word == "/" or is_rtl(word)):
            yield word
            continue
        stretch.append(rest)
        if _TRAILING.search(rest):
            yield from _stretch(lead, stretch, bidi)
            lead, stretch = "", []
    yield from _stretch(lead, stretch, bidi)


def _led(word: str) -> tuple[str, str]:
    """Split right-to-left letters from the quote of the other direction they are written on to, such as a waw."""
    at = max(word.find("«"), 0)
    return (word[:at], word[at:]) if is_rtl(word[:at]) and not is_rtl(word[at:]) else ("", word)


def _stretch(lead: str, words: Sequence[str], bidi: Bidi) -> Iterator[str]:
    text = " ".join(words)
    if not text:
        return
    marks = _TRAILING.search(text)
    at = marks.start() if marks else len(text)
    inner = text[:at]
    turned = is_ltr(inner) and not _PLAIN_NUMBER.fullmatch(inner)
    yield lead + (inset(inner, bidi) if turned else inner) + text[at:]
