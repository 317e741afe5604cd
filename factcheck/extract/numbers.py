"""Numbers in a passage: numerals and number words of any length, fractions, ordinals and vague counts."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from msgspec.structs import replace

from factcheck.extract.cardinals import cardinal, definite, round_after_article
from factcheck.extract.fractions import share, slashed, told_fraction
from factcheck.extract.number import Number
from factcheck.extract.number_grammar import TEN
from factcheck.extract.ordinals import one_and_tens, ordinal
from factcheck.model.language import Language
from factcheck.text.passage import Passage


def find_numbers(passage: Passage, language: Language) -> Iterator[Number]:
    """Give every number of a passage in order, none overlapping."""
    held: Number | None = None
    for number in _numbers(passage, language):
        whole = None
        if held is not None:
            whole = share(passage, held, number) or told_fraction(passage, held, number)
        if held is not None and whole is None:
            yield held
        held = whole or number
    if held is not None:
        yield held


BEGINNING = frozenset({"number", "ordinal", "vague"})
"""Groups of words that a number may begin with; else it begins with a numeral."""


def _numbers(passage: Passage, language: Language) -> Iterator[Number]:
    until = 0
    for index in _beginnings(passage):
        if index < until:
            continue
        number = _at(passage, index, language)
        if number is not None:
            article = index > until and number.kind != "ordinal" and round_after_article(passage, index - 1)
            yield _signed(passage, replace(number, start=index - 1) if article else number)
            until = number.end


def _beginnings(passage: Passage) -> list[int]:
    """Give the tokens at which a number may begin: most sentences have none, and cost nothing more."""
    starts = passage.starts(BEGINNING).union(passage.numerals)
    if not starts:
        return []
    inside = {at for m in passage.matches("unit") for at in range(m.start + 1, m.end)}  # "in the hundred" is percent
    inside |= {at for m in passage.matches("no-number", "day-offset") for at in range(m.start, m.end)}
    return sorted(starts - inside)


def _at(passage: Passage, index: int, language: Language) -> Number | None:
    return (
        _vague(passage, index, language)
        or slashed(passage, index)
        or one_and_tens(passage, index, language)
        or ordinal(passage, index, language)
        or cardinal(passage, index, language)
    )


def _vague(passage: Passage, index: int, language: Language) -> Number | None:
    match = passage.at(index, "vague")
    if match is None:
        return None
    after = passage.tokens[match.end] if match.end < len(passage.tokens) else None
    noun = passage.at(match.end, "counted")
    if match.entry.tag("after") == "yes" and noun is not None and noun.form.number == "singular" and not noun.prefix:
        return None
    if (
        match.prefix
        and match.entry.tag("after")
        and (after is None or after.kind != "word" or passage.at(match.end, "stop", "speech"))
    ):
        return None  # "after it" is spelt as "with several" is
    low = Decimal(match.entry.tag("low")) if match.entry.tag("low") else None
    high = Decimal(match.entry.tag("high")) if match.entry.tag("high") else None
    known = definite(match, language)
    number = passage.at(match.end, "number")
    if low and known and number is not None and number.entry.value and definite(number, language):
        if 2 < number.entry.value <= TEN:  # "the three millions" are counted
            low = high = low / 2 * number.entry.value
            return Number(index, number.end, low, high, low / number.entry.value, explain=("a plural and its number",))
        number = None
    if number is None and passage.at(match.end, "stop"):
        number = passage.at(match.end + 1, "number")
    end = match.end
    if number is not None and number.entry.tag("kind") == "magnitude" and number.entry.value and not high:
        low, end = (low * number.entry.value if low else None), number.end
    shown = " ".join(token.text for token in passage.tokens[index:end])
    return Number(index, end, low, high, kind="vague", definite=known, explain=(f"vague word {shown}",))


MINUS = frozenset("-−")


def _signed(passage: Passage, number: Number) -> Number:
    """Take in a minus: a word for it, or a mark right before the number with a space and no number before it."""
    tokens, start = passage.tokens, number.start
    if start == 0 or number.low is None or number.low != number.high:
        return number
    word = passage.at(start - 1, "minus")
    word = word if word is not None and word.entry.tag("position") == "before" else None
    longer = passage.at(start - 3, "qualifier") if start >= 3 else None
    if longer is not None and longer.end == start:
        return number  # "plus or minus 3"
    free = start == 1 or (tokens[start - 2].end < tokens[start - 1].start and tokens[start - 2].kind != "number")
    near = start == 1 or tokens[start - 1].end == tokens[start].start
    if word is None and not (tokens[start - 1].text in MINUS and near and free):
        return number
    return replace(
        number, start=start - 1, low=-number.low, high=-number.low, weak="", explain=(*number.explain, "minus")
    )
