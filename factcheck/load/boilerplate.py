"""Lines that are no part of a story: links to others, buttons, credits. Which phrases tell is the language's data."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Literal

from factcheck.load.lines import Line, ends_with

_WORD = re.compile(r"[^\W_]+|:")
LONGEST = 160
"""A longer line is a story's, whatever it begins with."""

Phrases = Mapping[str, Sequence[tuple[str, ...]]]
"""Phrases as words (a colon counts as one), by their first word."""


def index_phrases(phrases: Sequence[str]) -> Phrases:
    """Index folded phrases by their first word."""
    index: dict[str, list[tuple[str, ...]]] = {}
    for phrase in phrases:
        words = tuple(_WORD.findall(phrase))
        if words:
            index.setdefault(words[0], []).append(words)
    return index


def read_boilerplate(
    text: str, line: Line, phrases: Phrases, fold: Callable[[str], str], sentence_ends: str
) -> Literal["", "line", "label"]:
    """Tell whether a line is boilerplate, and whether it is a label over more of it ("related articles").

    A phrase of several words (or a word and a colon) may begin the line, one of two words only if the line is no
    sentence; a single word must be all of it, since many a story begins with such a word, and is no label
    ("advertisement").
    """
    if line.length > LONGEST:
        return ""
    words = _WORD.findall(fold(text[line.start : line.end]))
    bare = words[:-1] if words and words[-1] == ":" else words
    known = phrases.get(words[0], ()) if bare else ()
    if any(bare == [word for word in phrase if word != ":"] for phrase in known):
        return "label" if len(words) > 1 else "line"
    begun = [phrase for phrase in known if len(phrase) > 1 and words[: len(phrase)] == list(phrase)]
    if any(len(phrase) > 2 or ":" in words[1:3] for phrase in begun):
        return "line"
    return "line" if begun and not ends_with(text, line.start, line.end, sentence_ends) else ""
