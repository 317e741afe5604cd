"""Which of the known languages a text is written in, by its letters."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from factcheck.model.language import Language

SAMPLE = 20_000
"""Letters at the start of a text that are counted: enough to decide, and cheap on a huge text."""


def detect_language(text: str, languages: Mapping[str, Language]) -> str:
    """Give the code of the language whose script most letters belong to; a tie goes to the first code."""
    counts = dict.fromkeys(sorted(languages), 0)
    for char, times in Counter(text[:SAMPLE]).items():
        if char.isalpha():
            point = ord(char)
            for code in counts:
                counts[code] += times * any(first <= point <= last for first, last in languages[code].letters)
    return max(counts, key=lambda code: counts[code])
