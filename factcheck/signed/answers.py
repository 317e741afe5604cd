"""What an editor wrote beside an item, and what it says: who answered, when, and how."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from factcheck.data.messages import load_messages, message_languages
from factcheck.load.front_matter import parse_day
from factcheck.model.allowance import ANSWERS, Answer, Signed, Written
from factcheck.model.errors import Problem

FIELDS = ("by", "date", "note")
"""What an answer is signed with."""


@dataclass(frozen=True, slots=True)
class Filled:
    """An item as it was filled in: its fingerprints, the boxes ticked, and what stands in its fields."""

    fingerprints: tuple[str, ...]
    ticked: tuple[str, ...]
    fields: Mapping[str, str]
    written: Written


@lru_cache(maxsize=1)
def words() -> Mapping[str, str]:
    """Map what boxes and fields are called, in every language of messages and in the program's own, to their names."""
    told = {name: name for name in (*ANSWERS, *FIELDS, "answer")}
    for code in message_languages():
        texts = load_messages(code)
        told |= {texts.text(f"checklist.{name}").casefold(): name for name in (*ANSWERS, *FIELDS, "answer")}
    return told


def answered(items: list[Filled]) -> tuple[list[Signed], list[Problem]]:
    """Give the answers, one for each fingerprint, and what is wrong with those that are none.

    An item nobody touched is no answer. One that is ticked needs one box, a name and a day.
    """
    signed: list[Signed] = []
    problems: list[Problem] = []
    for item in items:
        by, day, note = (item.fields.get(name, "").strip() for name in FIELDS)
        if not item.ticked and not by:
            continue
        wrong = list(_wrong(item, by, day))
        on = parse_day(day)
        if wrong or on is None:
            problems += [Problem(item.written.path, message, *item.written.place) for message in wrong]
            continue
        answer: Answer = next(name for name in ANSWERS if name == item.ticked[0])
        signed += [Signed(by, on, answer, note, fingerprint, item.written) for fingerprint in item.fingerprints]
    return signed, problems


def _wrong(item: Filled, by: str, day: str) -> Iterator[str]:
    if not item.fingerprints:
        yield "the item has lost its fingerprints: leave the line `factcheck: ...` below it as it was printed"
    if len(item.ticked) != 1:
        yield f"{'no box' if not item.ticked else 'more than one box'} is ticked: tick one"
    if not by:
        yield "is ticked, but nobody signed it: put a name behind `by`"
    if parse_day(day) is None:
        yield f"signed on {day!r}, which is no date: write it as 2026-01-31" if day else "is signed without a date"
