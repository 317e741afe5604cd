"""Lines of a text with their places, and which of them a mail program broke in the middle of a sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

_INVISIBLE = (
    *(range(0x21), range(0x7F, 0xA1), range(0x2000, 0x2010), range(0x2028, 0x2030), range(0x205F, 0x2070)),
    *((0x61C,), (0x1680,), (0x3000,), (0xFEFF,)),
)
_EDGES = "".join(chr(point) for points in _INVISIBLE for point in points)
"""What a span never begins or ends with: white space, controls, zero-width characters, marks of writing direction."""
_PIECE = re.compile(r"[^\n\r\x0b\x0c\x85\u2028\u2029]+|\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
_BREAKS = frozenset("\n\r\x0b\x0c\x85\u2028\u2029")
CLOSING = "\"'”’»›)]}*_ \t\xa0"
"""What may stand after the mark that ends a sentence."""
ASKING = "?!؟…"
"""Marks that end a sentence, and a headline just as well."""
TATWEEL = "ـ"
"""A letter to Unicode, but a dash where it joins nothing."""
_INITIALS = re.compile(r"[^\W\d_]\.[^\W\d_]\.$")
_LETTER = re.compile(r"[^\W\d_]")
WIDTHS = range(55, 101)
"""Lengths, in code points, of a line that a program rather than a writer may have broken."""
_FEWEST_BREAKS = 3


class Line(NamedTuple):
    """A line that is not blank, without white space around it; `gap`: a blank line or nothing stands before it.

    `indent` counts the code points before its first visible one.
    """

    start: int
    end: int
    gap: bool
    indent: int = 0

    @property
    def length(self) -> int:
        """Count its code points."""
        return self.end - self.start


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """Narrow a range to what is visible in it; an empty range stays at its start."""
    piece = text[start:end]
    left = piece.lstrip(_EDGES)
    if not left:
        return start, start
    return end - len(left), start + len(piece.rstrip(_EDGES))


def split_lines(text: str, start: int = 0) -> list[Line]:
    """Give the lines of a text from `start` on that are not blank, at any kind of line break, in order."""
    lines: list[Line] = []
    breaks = 2
    for piece in _PIECE.finditer(text, start):
        if piece.group()[0] in _BREAKS:
            breaks += 1
            continue
        begin, end = trim(text, *piece.span())
        if begin < end:
            lines.append(Line(begin, end, breaks > 1, begin - piece.start()))
            breaks = 0
    return lines


def has_words(text: str, start: int, end: int) -> bool:
    """Tell whether a range holds a letter or a digit."""
    return any(char.isalnum() and char != TATWEEL for char in text[start:end])


def ends_with(text: str, start: int, end: int, marks: str) -> bool:
    """Tell whether a range's last character is one of the marks, closing quotes and brackets left aside.

    The last full stop of initials ("U.S.") says nothing.
    """
    # Closing marks come few at a time: a short tail is enough, and keeps this independent of the line's length.
    tail = text[max(start, end - 12) : end].rstrip(CLOSING)
    return bool(tail) and tail[-1] in marks and _INITIALS.search(tail) is None


def full_stops(sentence_ends: str) -> str:
    """Give the marks that end a sentence and never a headline."""
    return "".join(mark for mark in sentence_ends if mark not in ASKING)


def wrap_width(text: str, lines: Sequence[Line], sentence_ends: str) -> int:
    """Give the width at which all the text's lines are broken, or 0 where they are not.

    Lines are broken at a width if none is longer, and the next line's first word would not have fitted.
    """
    width = max((line.length for line in lines), default=0)
    if width not in WIDTHS:
        return 0
    broken = whole = 0
    for line, after in pairwise(lines):
        if after.gap or ends_with(text, line.start, line.end, sentence_ends):
            continue
        if line.length + 1 + _first_word(text, after) > width:
            broken += 1
        else:
            whole += 1
    return width if broken >= _FEWEST_BREAKS and broken * 3 >= (broken + whole) * 2 else 0


def continues(text: str, line: Line, after: Line, width: int, sentence_ends: str) -> bool:
    """Tell whether `after` goes on with the sentence of `line`: broken by a program, not by its writer."""
    if after.gap or line.length not in WIDTHS or ends_with(text, line.start, line.end, sentence_ends + ":"):
        return False
    letter = _LETTER.search(text, after.start, min(after.end, after.start + 12))
    if letter is not None and letter.group().islower():
        return True
    return bool(width) and line.length + 1 + _first_word(text, after) > width


def _first_word(text: str, line: Line) -> int:
    return len(text[line.start : min(line.end, line.start + 100)].split(maxsplit=1)[0])
