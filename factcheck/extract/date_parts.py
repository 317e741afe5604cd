"""The parts a date is written of: a day, a month, a year, and the words that say which one is meant."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from msgspec import Struct

from factcheck.extract.number import Number
from factcheck.extract.numbers import find_numbers
from factcheck.model.date import Date
from factcheck.model.language import Language
from factcheck.text.passage import Match, Passage

LAST_DAY = 31
NUMBER_WORDS_BESIDE = ("month", "calendar-unit")
"""Groups beside which number words may be a day, a year or a count of days: without one, they are not looked for."""


class FoundDate(NamedTuple):
    """A date and the half-open range of tokens it is written in."""

    start: int
    end: int
    date: Date
    explain: tuple[str, ...]


class Copy(Struct, frozen=True, eq=False):
    """A passage as dates are read in it: its numbers by first token, and the day it was published, if known.

    `wholes` are the numerals that are plain whole numbers, by their tokens.
    """

    passage: Passage
    language: Language
    numbers: Mapping[int, Number]
    wholes: Mapping[int, str]
    published: datetime.date | None

    @property
    def groups(self) -> AbstractSet[str]:
        """The groups of all entries found in the passage."""
        return self.passage.groups

    def text(self, index: int) -> str:
        """Give a token's folded text, or the empty text outside the passage."""
        return self.passage.tokens[index].text if 0 <= index < len(self.passage.tokens) else ""

    def glued(self, index: int) -> bool:
        """Tell whether a token follows the one before it without a space."""
        tokens = self.passage.tokens
        return 0 < index < len(tokens) and tokens[index].start == tokens[index - 1].end

    def digits(self, index: int) -> str:
        """Give a token's digits where it is a plain whole number, else the empty text."""
        return self.wholes.get(index, "")

    def keyed(self, index: int, group: str, *keys: str) -> Match | None:
        """Give the longest match of a group at a token where its key is one of these."""
        match = self.passage.at(index, group)
        return match if match is not None and match.entry.key in keys else None

    def written(self, start: int, end: int) -> str:
        """Give the folded words of a range of tokens."""
        return " ".join(token.text for token in self.passage.tokens[start:end])


PLAIN_YEARS = range(1900, 2101)
"""Years a number of four digits is taken for without a word beside it that says so."""
LONGEST_PART = 8
"""Digits of the longest numeral that is a part of a date; a longer one is not even made a number."""


class Part(NamedTuple):
    """A day, month or year read, and the token after it."""

    value: int
    end: int


def copy_of(passage: Passage, language: Language, published: datetime.date | None) -> Copy:
    """Prepare a passage; number words are read only where a month or a word such as "week" stands in it."""
    beside = not passage.groups.isdisjoint(NUMBER_WORDS_BESIDE)
    numbers = {number.start: number for number in find_numbers(passage, language)} if beside else {}
    texts = [(at, passage.tokens[at].text) for at in passage.numerals]
    wholes = {at: text for at, text in texts if len(text) <= LONGEST_PART and text.isdigit()}
    return Copy(passage, language, numbers, wholes, published)


def integer(number: Number | None) -> int | None:
    """Give the whole number that a number expression is exactly."""
    low = number.low if number is not None else None
    if number is None or low is None or low != number.high or low != low.to_integral_value():
        return None
    return int(low)


def day_at(copy: Copy, index: int) -> Part | None:
    """Read the number of a day: digits (also in brackets, also with "th"), a numeral in words, an ordinal."""
    bracketed = copy.text(index) == "(" and copy.text(index + 2) == ")"
    digits = copy.digits(index + bracketed)
    if digits:
        end = index + (3 if bracketed else 1)
        end += copy.passage.at(end, "ordinal-suffix") is not None and copy.glued(end)
        return Part(int(digits), end) if 1 <= int(digits) <= LAST_DAY and len(digits) <= 2 else None
    number = copy.numbers.get(index)
    value = integer(number)
    if number is None or value is None or not 1 <= value <= LAST_DAY or number.digits:
        return None
    follows = copy.passage.at(number.end, "ordinal")
    if follows is not None and number.kind != "ordinal" and value in (20, 30) and follows.entry.value is not None:
        whole = value + int(follows.entry.value)  # "twenty first"
        return Part(whole, follows.end) if follows.entry.value < 10 and whole <= LAST_DAY else None
    return Part(value, number.end)


def month_at(copy: Copy, index: int) -> Match | None:
    """Read the name of a month, over "of", a mark glued to both sides, and the word "month"."""
    for at in _starts(copy, index):
        month = copy.passage.at(at, "month")
        if month is not None:
            return month
    return None


def _starts(copy: Copy, index: int) -> list[int]:
    at = index
    if copy.text(at) in ("-", "/", ".") or copy.keyed(at, "stop", "of", "from", "the"):
        at += 1
    unit = copy.keyed(at, "calendar-unit", "month")
    return [at, unit.end] if unit is not None else [at]


def year_at(copy: Copy, index: int, *, dated: bool = False) -> Part | None:
    """Read the year of a day or month before it, over a comma, "of" and words such as "the year".

    `dated` says that a day and its month stand before it: then it counts nothing, whatever noun follows.
    """
    at = index
    if copy.text(at) in (",", "،", "-", "/", "."):
        at += 1
    said = False
    for _ in range(2):
        word = copy.passage.at(at, "year-word") or copy.keyed(at, "stop", "of", "from")
        if word is None:
            break
        at, said = word.end, True
    bracketed = copy.text(at) == "(" and copy.text(at + 2) == ")"
    digits = copy.digits(at + bracketed)
    if len(digits) == 4 and 1000 <= int(digits) <= 2100:
        end = at + (3 if bracketed else 1)
        era = copy.passage.at(end, "era") is not None
        whole = int(digits) in PLAIN_YEARS and (dated or _no_count(copy, int(digits), end))
        return Part(int(digits), end) if said or era or whole or not counts(copy, end) else None
    return year_in_words(copy, at)


def _no_count(copy: Copy, value: int, index: int) -> bool:
    """Tell the year of "in October 2023 killed 12" where nouns come last: a count of thousands has its mark there."""
    return value % 100 != 0 and "verb-first" not in copy.language.options and copy.passage.at(index, "unit") is None


def counts(copy: Copy, index: int) -> bool:
    """Tell whether what follows a number makes it a count or an amount.

    A noun after a preposition is not counted, nor is a single one where nouns come last ("the March 11 earthquake").
    """
    match = copy.passage.at(index, "counted", "unit", "number")
    if match is None or match.prefix or copy.text(index).isdigit():
        return False
    single = match.entry.group == "counted" and match.form.number == "singular"
    return not (single and "verb-first" not in copy.language.options)


def attributive(copy: Copy, index: int) -> bool:
    """Tell whether what begins at a token qualifies a noun that comes last: "the July 7 attacks", "its 2009 polls"."""
    if not index or "verb-first" in copy.language.options:
        return False
    word = copy.passage.at(index - 1, "stop")
    owned = copy.text(index - 1).endswith(copy.language.suffixes)
    if word is None:
        return owned
    return owned or word.entry.tag("class") == "article" or word.entry.tag("form") == "possessive"


def year_in_words(copy: Copy, index: int) -> Part | None:
    """Read "two thousand and eighteen", "nineteen seventy-eight", "nineteen zero one"."""
    number = copy.numbers.get(index)
    value = integer(number)
    if number is None or value is None or number.digits:
        return None
    if 1300 <= value <= 2100:
        return Part(value, number.end)
    after = copy.numbers.get(number.end)
    rest = integer(after)
    if not 13 <= value <= 20 or after is None or rest is None or after.digits:
        return None
    if 10 <= rest <= 99:
        return Part(value * 100 + rest, after.end)
    if 1 <= rest <= 9 and after.end - after.start == 2:  # "nineteen zero one"
        return Part(value * 100 + rest, after.end)
    return None


def range_join(copy: Copy, index: int, *keys: str) -> int | None:
    """Give the token after a word or dash that joins the two ends of a range."""
    join = copy.keyed(index, "range-join", *keys)
    return join.end if join is not None else None


def opened(copy: Copy, index: int, key: str) -> bool:
    """Tell whether the word that opens a range ends right before a token, or before "the years" that do."""
    for at in range(index - 1, max(-1, index - 4), -1):
        match = copy.keyed(at, "range-open", key)
        if match is not None and match.end == index:
            return True
        if copy.passage.at(at, "year-word", "calendar-unit") is not None:
            index = at
    return False
