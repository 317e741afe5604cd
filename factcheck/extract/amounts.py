"""Amounts told in parts: "3 dollars and 50 cents", "2 years and 3 months", "five hours and a half"."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import NamedTuple

from msgspec.structs import replace

from factcheck.data.unit_sizes import unit_sizes
from factcheck.extract.number import COMMAS, Number
from factcheck.extract.numerals import THIRD
from factcheck.extract.units import unit_of
from factcheck.model.language import Language
from factcheck.text.passage import Match, Passage

HOUR = "h"
MOST_PARTS = 3
CENTS = 2
"""Digits of cents with no word for them: "15 dollars 50"."""


class Amount(NamedTuple):
    """What the parts add to a figure, in its own unit; where the last part ends; and how many of them there are."""

    added: Decimal
    end: int
    explain: tuple[str, ...]


NOTHING = Amount(Decimal(0), 0, ())


def further_parts(passage: Passage, end: int, unit: Match, numbers: Mapping[int, Number], language: Language) -> Amount:
    """Read the smaller parts that follow an amount which ends at `end` in `unit`; nothing where there are none."""
    added, last, at, explain = Decimal(0), unit.entry.key, end, list[str]()
    half = _part_of_one(passage, at, unit, numbers, language)
    if half is not None:
        return Amount(half[0], half[1], ("and a part of one",))
    for _ in range(MOST_PARTS):
        part = _part(passage, at, unit, last, numbers, language)
        if part is None:
            break
        worth, last, at = part
        added += worth
        explain.append(f"and {last}")
    return Amount(added, at, tuple(explain)) if explain else NOTHING


def _part_of_one(
    passage: Passage, at: int, unit: Match, numbers: Mapping[int, Number], language: Language
) -> tuple[Decimal, int] | None:
    """Read "and a half" after a unit; the unit may be named once more ("a year and half a year")."""
    start = _past_joiner(passage, at)
    article = passage.at(start, "stop")
    number = numbers.get(start)
    if number is None and article is not None and article.entry.tag("class") == "article":
        number = numbers.get(article.end)
    joined = start > at or (number is not None and _joined(passage, number, language))
    if number is None or number.kind != "fraction" or number.magnitude or number.digits or not joined:
        return None
    if number.definite:
        return None  # "and the half" tells the clock
    hour = passage.at(number.end, "clock")  # a word for the hour of the clock leads an entry of its own
    if hour is not None and unit.entry.key == HOUR:
        return number.value, hour.end
    again = passage.at(number.end, "unit")
    if again is None:
        counts = (
            passage.at(number.end, "counted", "number", "per") is not None and passage.at(number.end, "stop") is None
        )
        return None if counts else (number.value, number.end)
    return (number.value, again.end) if again.entry.key == unit.entry.key else None


def _part(
    passage: Passage, at: int, unit: Match, last: str, numbers: Mapping[int, Number], language: Language
) -> tuple[Decimal, str, int] | None:
    """Read the next smaller part: what it is worth in the first unit, its own unit, and where it ends."""
    start = _past_joiner(passage, at)
    number = numbers.get(start)
    if number is None or number.kind != "cardinal" or (number.weak and number.weak != "yes") or number.low is None:
        return None
    smaller = unit_of(passage, number, language, part=True)
    if smaller is not None and smaller.start < number.start:
        return None
    if unit.entry.tag("form") == "money":
        return _cents(passage, number, unit, smaller)
    sizes = unit_sizes()
    if smaller is None or last not in sizes or smaller.entry.key not in sizes or smaller.entry.tag("scale"):
        return None
    (dimension, size), (other, small), (_, whole) = (sizes[k] for k in (last, smaller.entry.key, unit.entry.key))
    if dimension != other or small >= size or number.value * small >= max(size, LARGEST * small):
        return None
    if dimension == "time" and size > NEXT * small and start == at + 1 and passage.tokens[at].text in COMMAS:
        return None  # "aged 43 years, four days"
    return (number.value * small / whole).quantize(THIRD).normalize(), smaller.entry.key, smaller.end


NEXT = 60
"""Of a smaller unit of time so many make the next larger one at most: of others no comma alone makes one amount."""
LARGEST = Decimal(24)
"""Of the smaller unit so many may stand even where they fill the larger one ("2 yards, 7 feet")."""


def _cents(passage: Passage, number: Number, main: Match, smaller: Match | None) -> tuple[Decimal, str, int] | None:
    if main.entry.tag("part"):
        return None
    if smaller is not None:
        part = smaller.entry.tag("part")
        return (number.value * Decimal(part), smaller.entry.key, smaller.end) if part else None
    two = number.digits and number.end == number.start + 1 and len(passage.tokens[number.start].text) == CENTS
    closes = number.end >= len(passage.tokens) or passage.tokens[number.end].text in ".;؛!?؟"
    plain_words = not number.digits and Decimal(9) < number.value < Decimal(100)
    if not closes or not (two or plain_words):
        return None
    return number.value / 100, CENTS_UNSAID, number.end


CENTS_UNSAID = "hundredths"


def _past_joiner(passage: Passage, at: int) -> int:
    """Step over a comma and a conjunction between two parts."""
    if at < len(passage.tokens) and passage.tokens[at].text in COMMAS:
        at += 1
    joiner = passage.at(at, "number-joiner")
    return joiner.end if joiner is not None else at


def _joined(passage: Passage, number: Number, language: Language) -> bool:
    match = passage.at(number.start, "number")
    return match is not None and bool(language.prefixes) and match.prefix.startswith(language.prefixes[0])


def whole_amount(
    passage: Passage, number: Number, unit: Match, end: int, numbers: Mapping[int, Number], language: Language
) -> tuple[Number, int]:
    """Take in what belongs to an amount behind its unit: a magnitude, smaller parts, "below zero"."""
    magnitude = passage.at(end, "number")
    if unit.start >= number.end and magnitude is not None and magnitude.entry.tag("kind") == "magnitude":
        worth = magnitude.entry.value or Decimal(1)
        if not number.magnitude and not magnitude.prefix and not magnitude.entry.tag("glued"):  # "75 USD million"
            number = _times(number, worth, f"number word {magnitude.entry.key}")
            end = magnitude.end
    if number.low is not None and number.low == number.high and number.kind in ("cardinal", "fraction"):
        parts = further_parts(passage, end, unit, numbers, language)
        if parts != NOTHING:
            value = number.value + parts.added
            number = replace(number, low=value, high=value, step=min(number.step, Decimal("0.01")), readings=(),
                             explain=(*number.explain, *parts.explain))  # fmt: skip
            end = max(end, parts.end)
    return number, end


def _times(number: Number, worth: Decimal, explain: str) -> Number:
    low = number.low * worth if number.low is not None else None
    high = number.high * worth if number.high is not None else None
    readings = tuple(reading * worth for reading in number.readings)
    return replace(number, low=low, high=high, readings=readings, step=number.step * worth, magnitude=worth,
                   explain=(*number.explain, explain))  # fmt: skip


def below_zero(passage: Passage, number: Number, end: int) -> tuple[Number, int]:
    """Take in "below zero" behind a number or its unit."""
    below = passage.at(end, "minus")
    if below is None or below.entry.tag("position") != "after" or number.low is None or number.value <= 0:
        return number, end
    low = -number.value
    return replace(number, low=low, high=low, explain=(*number.explain, "below zero")), below.end
