"""Words between quotation marks, followed over sentences and over paragraphs that each open the mark again."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from factcheck.model.language import Language
from factcheck.text.fold import fold_text
from factcheck.text.passage import Passage
from factcheck.text.tokens import Token

SHORTEST_QUOTE = 4
"""Words from which a quotation is somebody's statement; shorter ones are titles of works and scare quotes."""
LONGEST_QUOTE = 800
"""Tokens after which a mark that has not been closed is taken for one left open."""


class FoundQuote(NamedTuple):
    """The part of a quotation in one sentence: the half-open range of its tokens, without the marks.

    `closed` tells whether a closing mark was found, here or further on; `continued` that it began in a sentence
    before, `continues` that it goes on in the next.
    """

    start: int
    end: int
    closed: bool
    continued: bool = False
    continues: bool = False


def find_quotes(passages: Sequence[Passage], language: Language) -> list[list[FoundQuote]]:
    """Give the quotations of each sentence.

    A quotation that is not closed runs to the end of the sentence it opens in; to the end of its paragraph where the
    next one opens the same mark again, as papers print a quotation of several paragraphs.
    """
    found: list[list[FoundQuote]] = [[] for _ in passages]
    closing = _closing(language)
    resumed = False
    for first, last in _blocks(passages):
        flat = [(p, t) for p in range(first, last) for t in range(len(passages[p].tokens))]
        tokens = [token for passage in passages[first:last] for token in passage.tokens]
        # A quotation runs on from paragraph to paragraph, never from a title's field into the text.
        runs_on = last < len(passages) and passages[last].sentence.span.field == passages[first].sentence.span.field
        following = passages[last].tokens[0].text if runs_on and passages[last].tokens else ""
        left_open, until = False, 0
        for at in [at for at, token in enumerate(tokens) if token.kind == "mark" and token.text in closing]:
            if left_open or at < until or not _may_open(tokens, at):
                continue
            end = _close(tokens, at, closing[tokens[at].text])
            left_open = end == at and tokens[at].text == following
            stop = flat[end] if end > at else (last - 1 if left_open else flat[at][0], None)
            _spread(passages, found, flat[at], stop, resumed and at == 0, left_open)
            until = end + 1
        resumed = left_open
    return found


def _blocks(passages: Sequence[Passage]) -> list[tuple[int, int]]:
    starts = [
        at
        for at, passage in enumerate(passages)
        if at == 0 or passage.sentence.block != passages[at - 1].sentence.block
    ]
    return list(pairwise([*starts, len(passages)]))


def _close(tokens: Sequence[Token], at: int, wanted: AbstractSet[str]) -> int:
    """Give where the quotation that opens here closes: at itself where it never does."""
    for later in range(at + 1, min(len(tokens), at + LONGEST_QUOTE)):
        token = tokens[later]
        if token.kind != "mark":
            continue
        if token.text == tokens[at].text and _opens(tokens, later):
            return at  # it opens again before it was closed: the first was left open
        if token.text in wanted:
            return later
    return at


def _spread(
    passages: Sequence[Passage],
    found: list[list[FoundQuote]],
    opened: tuple[int, int],
    stop: tuple[int, int | None],
    resumed: bool,
    left_open: bool,
) -> None:
    """Note the part of a quotation that stands in each sentence it runs through."""
    (first, start), (last, end) = opened, stop
    closed = end is not None or left_open
    for number in range(first, last + 1):
        begin = start + 1 if number == first else 0
        finish = end if number == last and end is not None else len(passages[number].tokens)
        if finish > begin:
            before, after = number > first or resumed, number < last or left_open
            found[number].append(FoundQuote(begin, finish, closed, before, after))


def _may_open(tokens: Sequence[Token], at: int) -> bool:
    """A mark glued to the word before it and to nothing after it closes, or is an apostrophe."""
    mark = tokens[at]
    before = tokens[at - 1] if at else None
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    glued = before is not None and before.end == mark.start and before.kind != "mark"
    return not glued or (after is not None and after.start == mark.end and after.kind != "mark" and mark.text != "'")


def _opens(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a mark can only open: parted from what stands before it, glued to what follows."""
    mark = tokens[at]
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    parted = tokens[at - 1].end < mark.start
    return parted and after is not None and after.start == mark.end and after.kind != "mark"


@lru_cache(maxsize=16)
def _closing(language: Language) -> dict[str, set[str]]:
    closing: dict[str, set[str]] = {}
    for opening_mark, closing_mark in language.quotes:
        closing.setdefault(opening_mark, set()).add(fold_text(closing_mark, language))
    return closing


def is_statement(passage: Passage, quote: FoundQuote) -> bool:
    """Tell a quoted statement from a quoted term or title; what runs over sentences is one."""
    if quote.continued or quote.continues:
        return True
    return sum(token.kind == "word" for token in passage.tokens[quote.start : quote.end]) >= SHORTEST_QUOTE
