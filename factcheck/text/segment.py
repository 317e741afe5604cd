"""Blocks into sentences: a title's or an initial's full stop ends nothing, and neither does a comma."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.model.language import Language
from factcheck.model.report import Block, Report, Sentence
from factcheck.model.span import Span
from factcheck.text.passage import Passage, match_lexicon, read_passage
from factcheck.text.tokens import Token, tokenize

CLOSING = frozenset("\"'”’»›)]")
SET_APART = frozenset({"boilerplate", "section", "dateline", "table-head"})
"""Kinds of block that say nothing of the event and are not read."""
WHOLE = frozenset({"headline", "heading", "table-row"})
"""Kinds of block that are one statement each."""
WHEN = frozenset({"weekday", "month", "clock"})
"""Groups of words that go on telling a time of day."""
LONGEST_TIME = 3
"""Words of such an entry."""
SHORTEST_LAST = 3
"""Letters from which the word before a full stop with nothing behind it is a sentence's last."""


def segment(report: Report, language: Language) -> tuple[Passage, ...]:
    """Cut a report's blocks into sentences, each with its tokens and the lexicon entries found in it."""
    passages: list[Passage] = []
    for number, block in enumerate(report.blocks):
        if block.kind in SET_APART:
            continue
        text = report.text if block.span.field == "text" else report.title or ""
        tokens = tokenize(text, language, block.span.start, block.span.end)
        for part in _sentences(block, tokens, text, language):
            span = Span(part[0].start, part[-1].end, block.span.field)
            sentence = Sentence(len(passages), number, block.kind, span, block.cells, block.heads)
            passages.append(read_passage(sentence, part, language))
    return tuple(passages)


def _sentences(block: Block, tokens: Sequence[Token], text: str, language: Language) -> Iterator[list[Token]]:
    if block.kind in WHOLE:
        yield from [list(tokens)] if tokens else []
        return
    begin = 0
    for index, token in enumerate(tokens):
        if token.kind != "mark":
            continue
        following = tokens[index + 1] if index + 1 < len(tokens) else None
        glued = following is not None and following.start == token.end
        if glued and following is not None and following.text in CLOSING:
            continue  # the closing mark belongs to the sentence
        before = index
        while before and tokens[before].text in CLOSING and tokens[before - 1].end == tokens[before].start:
            before -= 1
        if (not glued or _run_on(tokens, index, text)) and _ends(tokens, before, text, language):
            yield list(tokens[begin : index + 1])
            begin = index + 1
    if begin < len(tokens):
        yield list(tokens[begin:])


def _tells_when(tokens: Sequence[Token], language: Language) -> bool:
    """Tell whether these begin with a day, a month or the name of a time ("at 5 p.m. Saturday", "at 1 p.m. PDT")."""
    found = match_lexicon(tokens, language).get(0, ())
    return any(match.entry.group in WHEN for match in found)


def _run_on(tokens: Sequence[Token], index: int, text: str) -> bool:
    """Tell whether a full stop lost the space behind it ("for long.The council").

    A capital tells in a script that has capitals; in another the words on both sides are no abbreviations.
    """
    if index == 0 or index + 1 >= len(tokens):
        return False
    before, after = tokens[index - 1], tokens[index + 1]
    last, opens = text[before.start : before.end], text[after.start : after.start + 2]
    if before.kind == after.kind == "word" and last.upper() == last.lower() and opens.upper() == opens.lower():
        return min(len(last), after.end - after.start) >= SHORTEST_LAST
    ends = last.isdigit() or (before.kind == "word" and len(last) >= SHORTEST_LAST and last.islower())
    return ends and after.kind == "word" and opens[:1].isupper() and opens[1:].islower()


def _ends(tokens: Sequence[Token], index: int, text: str, language: Language) -> bool:
    """Tell whether the mark at `index` ends a sentence; at most a capital stands right behind it."""
    token = tokens[index]
    if token.kind != "mark" or token.text not in language.sentence_ends:
        return False
    if token.text != "." or index == 0 or tokens[index - 1].end != token.start:
        return True
    word = tokens[index - 1]
    if word.kind != "word":
        return True
    if index >= 2 and tokens[index - 2].text == "." and tokens[index - 2].end == word.start:
        # "p.m.", "U.S.": the next word's capital tells, in a script that has capitals.
        after = tokens[index + 1] if index + 1 < len(tokens) else None
        small = len(word.text) == 1 and text[word.start].islower()
        return after is None or (
            small and text[after.start].isupper() and not _tells_when(tokens[index + 1 :], language)
        )
    letter = text[word.start]
    initial = len(word.text) == 1 and (letter.isupper() or letter.upper() == letter.lower())
    return not (initial or word.text in language.abbreviations)
