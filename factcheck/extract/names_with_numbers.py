"""Numbers that are part of a name: of a king, a book, a body, a vision, a festival."""

from __future__ import annotations

from factcheck.extract.nouns import Noun
from factcheck.extract.number import Number
from factcheck.model.language import Language
from factcheck.text.passage import Match, Passage

QUOTES = frozenset('«»“”"()')


def part_of_name(
    passage: Passage, number: Number, unit: Match | None, noun: Noun | None, language: Language
) -> str | None:
    """Say what makes a number part of a name; nothing where it is none."""
    if _title(passage, number, unit, noun):
        return "the number that ends a name in quotation marks"
    if _regnal(passage, number, language):
        return "an ordinal behind a given name"
    if _company(passage, number, language):
        return "an ordinal that names a body"
    event = None if unit is not None else _event(passage, number, noun)
    named = event or _named(passage, number)
    return named.entry.key if named is not None else None


LONGEST_TITLE = 6
"""Tokens of a name in quotation marks that ends in a number."""


def _title(passage: Passage, number: Number, unit: Match | None, noun: Noun | None) -> bool:
    """`"Make a skill 11"`: digits right before the closing mark, words of a name before them, and nothing counted."""
    tokens, end = passage.tokens, number.end
    closed = end < len(tokens) and tokens[end].text in QUOTES and number.digits
    if not closed or unit is not None or (noun is not None and noun.start >= end):
        return False
    for at in range(number.start - 1, max(-1, number.start - LONGEST_TITLE), -1):
        if tokens[at].text in QUOTES:
            return at < number.start - 1
        if tokens[at].kind != "word" or passage.at(at, "stop", "qualifier", "speech", "counted", "unit"):
            return False
    return False


def _regnal(passage: Passage, number: Number, language: Language) -> bool:
    """Tell the ordinal of a king or a pope: definite, right behind a given name."""
    if number.kind != "ordinal" or not number.definite or number.start == 0:
        return False
    names = (passage.at(at, "given-name") for at in range(max(0, number.start - 3), number.start))
    name = next((n for n in names if n is not None and n.end == number.start), None)
    if name is None or "verb-first" not in language.options:
        return False
    article = bool(language.prefixes) and name.prefix.endswith(language.prefixes[-1])
    adjective = passage.tokens[name.end - 1].text.endswith(language.adjective_endings or ("\0",))
    return not (article and adjective)  # "the honorary president, the first"


def _company(passage: Passage, number: Number, language: Language) -> bool:
    """Tell an ordinal with the article behind the bare word for a body: "the company Eleventh"."""
    if number.kind != "ordinal" or not number.definite or number.start == 0 or not language.prefixes:
        return False
    head = passage.at(number.start - 1, "organisation-head")
    return head is not None and not head.prefix.endswith(language.prefixes[-1]) and not head.suffix


def _named(passage: Passage, number: Number) -> Match | None:
    """`Vision 2030`, with the name's other words between: a number of four digits that ends a name."""
    if not number.digits or number.low is None or not 1000 <= number.low < 3000 or number.end - number.start > 1:
        return None
    for start in range(max(0, number.start - 4), number.start - 1):
        match = passage.at(start, "name-part")
        if (
            match is not None
            and match.entry.tag("position") != "after"
            and not (passage.at(number.start - 1, "stop") and not match.entry.tag("position"))
            and _words(passage, match.end, number.start)
        ):
            return match
    return None


LAST_EDITION = 200
YEARS = range(1380, 1461)
"""Hijri years that an event bears in its name; those of the other calendar are dates by themselves."""


def _event(passage: Passage, number: Number, noun: Noun | None) -> Match | None:
    """`The festival X 36`: a small bare numeral that ends the name of an event, and counts nothing."""
    bare = number.digits and number.end == number.start + 1 and passage.tokens[number.start].text.isdigit()
    small = number.value <= LAST_EDITION or number.value in YEARS
    if not bare or not small or (noun is not None and noun.start >= number.end):
        return None
    for start in range(max(0, number.start - 4), number.start):
        match = passage.at(start, "event-name")
        if match is not None and _words(passage, match.end, number.start):
            return match
    return None


def _words(passage: Passage, start: int, end: int) -> bool:
    return all(token.kind == "word" for token in passage.tokens[start:end])
