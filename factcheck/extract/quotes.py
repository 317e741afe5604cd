"""Words between quotation marks: balanced, unbalanced at a sentence's end, or set off by a colon elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from factcheck.model.language import Language
from factcheck.text.passage import Passage

SHORTEST_QUOTE = 4
"""Words from which a quotation is somebody's statement; shorter ones are titles of works and scare quotes."""


class FoundQuote(NamedTuple):
    """The half-open range of tokens inside the marks, and whether a closing mark was found."""

    start: int
    end: int
    closed: bool


def find_quotes(passage: Passage, language: Language) -> Iterator[FoundQuote]:
    """Give every stretch inside quotation marks; one left open runs to the sentence's end."""
    closing = _closing(language)
    stop, tokens = -1, passage.tokens
    for index in [at for at, token in enumerate(tokens) if token.text in closing]:
        if index <= stop:
            continue
        wanted = closing[tokens[index].text]
        end = next((at for at in range(index + 1, len(tokens)) if tokens[at].text in wanted), None)
        stop = len(tokens) if end is None else end
        if stop > index + 1:
            yield FoundQuote(index + 1, stop, end is not None)


@lru_cache(maxsize=16)
def _closing(language: Language) -> dict[str, set[str]]:
    closing: dict[str, set[str]] = {}
    for opening_mark, closing_mark in language.quotes:
        closing.setdefault(opening_mark, set()).add(closing_mark)
    return closing


def is_statement(passage: Passage, quote: FoundQuote) -> bool:
    """Tell a quoted statement from a quoted term or title."""
    return sum(token.kind == "word" for token in passage.tokens[quote.start : quote.end]) >= SHORTEST_QUOTE
