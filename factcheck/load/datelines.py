"""Datelines: the place, agency and date before a story's first sentence, told by their marks and shape alone.

A dateline is not read as part of the story, so what is not surely one is left in it.
"""

from __future__ import annotations

import re
from typing import NamedTuple

LONGEST = 60
"""Code points of the longest dateline."""
_LONGEST_LINE = 75
_MARK = re.compile(r"\s*(?:(?P<dash>[-–—―]{1,3}|(?<=\s)ـ{1,3})(?=\s|$)|(?P<colon>:)(?=\D|$))")
_JOINT = re.compile(r"\s+(?:[-–—―/]{1,3}|ـ{1,3})\s*|\s*[-–—―]{1,3}\s+")
_BRACKETS = re.compile(r"\([^()]*\)|«[^«»]*»|“[^“”]*”|\"[^\"]*\"")
_WORD = re.compile(r"[^\s,،/]+")
_DAY = re.compile(r"(?:[12]?\d|3[01])[^\W\d_]{0,2}")
_ERA = r"[^\W\d_]{0,2}"
_HIJRI_YEAR = re.compile(rf"1[345]\d\d{_ERA}")
_GREGORIAN_YEAR = re.compile(rf"(?:19|20)\d\d{_ERA}")
_STRANGE = re.compile(r"[^\w\s,،/.'’\u0610-\u061a\u064b-\u065f\u0670\u200c-\u200f-]")
_ASIDE = re.compile(r"\s[-–—―]\S")
_STOP = re.compile(r"[^\W\d_]{5,}\.(?:\s|$)")
_NEXT_DASH = re.compile(r"\s[-–—―]{1,3}[\s،,]")


class _Part(NamedTuple):
    """A stretch between two dashes: its words, whether it is in capitals, capitalised, bracketed, dated."""

    words: int
    capitals: bool
    cased: bool
    bracketed: bool
    dated: bool
    commas: int


def dateline_length(line: str) -> int:
    """Give how many code points of a story's first line are its dateline, with the dash or colon that ends it; or 0."""
    window = line[: LONGEST + 6]
    parts: list[_Part] = []
    at = best = 0
    for mark in _MARK.finditer(window):
        if mark.end() > LONGEST:
            break
        part = _read_part(window[at : mark.start()], 4)
        if part is None:
            break
        parts.append(part)
        at = mark.end()
        if mark["colon"]:
            # A lone word before a colon is a speaker.
            return at if len(parts) > 1 or part.bracketed or part.capitals else best
        if _closes(parts, line[at : at + 2 * LONGEST].lstrip()):
            best = at
    return best


def is_dateline(line: str) -> bool:
    """Tell whether a whole line is a dateline or a byline: place and agency, or the day and nothing else."""
    if len(line) > _LONGEST_LINE:
        return False
    if dateline_length(line) == len(line):
        return True
    words = _WORD.findall(line)
    calendars = [any(map(year.fullmatch, words)) for year in (_HIJRI_YEAR, _GREGORIAN_YEAR)]
    if all(calendars) and _STRANGE.search(line) is None and not line.rstrip().endswith("."):
        # Place, the day in both calendars, agency.
        return True
    parts = [_read_part(piece, 3) for piece in _JOINT.split(line)]
    if len(line) > LONGEST or not all(parts):
        return False
    known = [part for part in parts if part is not None]
    joined = len(known) > 1 or (known[0].bracketed and known[0].words in (1, 2))
    return joined and sum(part.words for part in known) <= 6


def is_day(line: str, most_words: int) -> bool:
    """Tell whether a line names a day with its year at the end, and next to nothing else."""
    words = _WORD.findall(line) if len(line) <= LONGEST else []
    dated = any(map(_is_year, words[-2:])) and any(map(_DAY.fullmatch, words))
    return dated and len(words) <= most_words and _STRANGE.search(line) is None


def _is_year(word: str) -> bool:
    return bool(_GREGORIAN_YEAR.fullmatch(word) or _HIJRI_YEAR.fullmatch(word))


def _closes(parts: list[_Part], rest: str) -> bool:
    """Tell whether a dash after these parts ends a dateline, and is not the first of two around an aside."""
    first, words = parts[0], sum(part.words for part in parts)
    if not rest or any(part.bracketed or part.dated for part in parts) or first.capitals:
        return True
    if first.cased:
        begins = not rest[0].islower()
        return begins and words <= 6 and (len(parts) > 1 or _NEXT_DASH.search(rest[:LONGEST]) is None)
    if len(parts) > 1:
        # Place and agency; more words between two dashes are an aside.
        return first.words <= 2 and all(part.words == 1 for part in parts[1:])
    return words <= 2 * (first.commas + 1) and _NEXT_DASH.search(rest[: 2 * LONGEST]) is None


def _read_part(piece: str, most_words: int) -> _Part | None:
    """Read what stands between two dashes, or None where no place, agency, name or date looks like that."""
    brackets: list[str] = _BRACKETS.findall(piece)
    bare = _BRACKETS.sub(" ", piece).strip()
    words: list[str] = _WORD.findall(bare)
    numbers = [word for word in words if any(map(str.isdigit, word))]
    names = [word for word in words if word not in numbers]
    if not any(map(str.isalpha, piece)) or len(names) > most_words or len(numbers) > 4 or len(bare) > LONGEST:
        return None
    if _ASIDE.search(piece) or _STRANGE.search(bare) or _STOP.search(bare) or any(map(str.isdigit, "".join(brackets))):
        return None
    first, *later = re.split(r"[,،/]", bare)
    dated = False
    if numbers:
        years = any(map(_is_year, numbers))
        # "Killed 12 - one a child -" is no date: a day stands after a comma, or with its year.
        if not all(_DAY.fullmatch(word) or _is_year(word) for word in numbers):
            return None
        if not years and (not later or any(map(str.isdigit, first))):
            return None
        dated = True
    cased = any(word[0].isupper() for word in names)
    if cased and not (names[0][0].isupper() and all(word[0].isupper() or len(word) <= 3 for word in names)):
        return None
    if not cased and any(word[0].islower() for word in names):
        return None
    capitals = bool(first) and first.upper() == first and first.lower() != first
    return _Part(len(names), capitals, cased, bool(brackets), dated, len(later))
