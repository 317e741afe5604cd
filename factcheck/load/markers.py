"""What a line's first characters say of it: a bullet, a Markdown heading, a picture, a line of the desk."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from factcheck.load.lines import TATWEEL, Line, has_words, trim

Form = Literal["text", "bullet", "title", "subtitle", "boilerplate", "rule", "underline", "double-underline"]
"""What a line looks like by itself; `rule` is a line of marks alone, the underlines are rules Markdown knows."""

_SPACE = r"[ \t\xa0]"
_BULLET = re.compile(rf"(?:[-*•·●○▪■◦‣⁃–—]|{TATWEEL}{{1,3}}){_SPACE}+|[•●○▪■◦‣⁃]")
_HIDDEN = r"[\u200e\u200f]?"
"""A mark of direction beside a number."""
_NUMBERED = re.compile(rf"{_HIDDEN}\(?{_HIDDEN}(\d{{1,2}}){_HIDDEN}{_SPACE}?([.)–-])({_SPACE}+(?!\d)|)")
_NUMBER_ALONE = re.compile(r"\(?(\d{1,2})[.)]?")
_HEADING = re.compile(rf"(#{{1,6}}){_SPACE}+")
_CLOSING_HEADING = re.compile(rf"{_SPACE}#{{1,6}}$")
_QUOTED = re.compile(rf"(?:>{_SPACE}?){{1,9}}")
_PICTURE = re.compile(r"!\[[^\]]{0,300}\]\([^)]{0,500}\)")
_CLOCK = re.compile(rf"\d{{1,2}}:\d{{2}}(?:{_SPACE}+\S{{1,4}}){{0,3}}")
_LONGEST_EMPHASIS = 200


class Marked(NamedTuple):
    """A line's form, its range without the marker, and the number of a numbered bullet (else 0)."""

    form: Form
    start: int
    end: int
    number: int = 0


def read_marker(text: str, line: Line, last_number: int) -> Marked:
    """Read a line's marker; numbers make bullets only in sequence (`last_number` is that of the bullet before)."""
    start, end, _, _ = line
    first = text[start]
    if not first.isalnum() or first == TATWEEL:
        marked = _read_mark(text, start, end)
        if marked is not None:
            return marked
    alone = _NUMBER_ALONE.fullmatch(text, start, end)
    if alone is not None and int(alone[1]) in (1, last_number + 1):
        return Marked("boilerplate", start, end, int(alone[1]))
    number = _NUMBERED.match(text, start, end)
    listed = number is not None and int(number[1]) in (1, last_number + 1)
    if number is not None and listed and (number[3] or _uncased(text, number.end(), end)):
        form: Form = "bullet" if has_words(text, number.end(), end) else "rule"
        return Marked(form, number.end(), end, int(number[1]))
    if _CLOCK.fullmatch(text, start, end):
        # The hour a wire closed its file, or a stamp in a live blog.
        return Marked("boilerplate", start, end)
    return Marked("text", start, end)


def _read_mark(text: str, start: int, end: int) -> Marked | None:
    if not has_words(text, start, end):
        marks = set(text[start:end])
        return Marked("double-underline" if marks == {"="} else "underline" if marks == {"-"} else "rule", start, end)
    bullet = _BULLET.match(text, start, end)
    if bullet is not None:
        return _inner("bullet", text, bullet.end(), end)
    if text[start] == "-" and _uncased(text, start + 1, end):
        return Marked("bullet", start + 1, end)
    heading = _HEADING.match(text, start, end)
    if heading is not None:
        closing = _CLOSING_HEADING.search(text, max(heading.end(), end - 8), end)
        form: Form = "title" if len(heading[1]) == 1 else "subtitle"
        return _inner(form, text, heading.end(), closing.start() if closing else end)
    if text[start] == "©" or _PICTURE.fullmatch(text, start, end):
        return Marked("boilerplate", start, end)
    if end - start <= _LONGEST_EMPHASIS:
        piece = text[start:end]
        if all(word.startswith("#") for word in piece.split()):
            return Marked("boilerplate", start, end)
        if piece[:2] in ("**", "__") and piece.endswith(piece[:2]) and piece.count(piece[:2]) == 2:
            return _inner("subtitle", text, start + 2, end - 2)
    quoted = _QUOTED.match(text, start, end)
    return _inner("text", text, quoted.end(), end) if quoted else None


def _inner(form: Form, text: str, start: int, end: int) -> Marked | None:
    begin, finish = trim(text, start, end)
    return Marked(form, begin, finish) if begin < finish else None


def _uncased(text: str, index: int, end: int) -> bool:
    """Tell whether a letter without case stands here: "-5" is a number and "3-year" one word, but no list."""
    return index < end and text[index].isalpha() and text[index].lower() == text[index].upper()
