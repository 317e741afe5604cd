"""What an editor wrote beside an item, and what it says: who answered, when, and how."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from functools import lru_cache

from msgspec import Struct

from factcheck.data.messages import load_messages, message_languages
from factcheck.model.allowance import ANSWERS, Answer, Signed, Written
from factcheck.model.errors import Problem
from factcheck.signed.days import signed_day

FIELDS = ("by", "date", "note")
"""What an answer is signed with."""
JOINERS = "\u200c\u200d"
"""Format characters that shape letters."""
LONGEST = 40
"""Characters of what is no answer that are told."""


class Filled(Struct, frozen=True):
    """An item as it was filled in: its fingerprints, the boxes ticked, and what stands in its fields.

    `number` is the item's, where the place it is written at does not tell which one it is.
    """

    fingerprints: tuple[str, ...]
    ticked: tuple[str, ...]
    fields: Mapping[str, str]
    written: Written
    number: str = ""


def name_of(text: str) -> str:
    """Give the name of a box or a field by what it is called, in any language of messages; empty for anything else."""
    return _names().get(_plain(text), "")


@lru_cache(maxsize=1)
def _names() -> Mapping[str, str]:
    told = {name: name for name in (*ANSWERS, *FIELDS, "answer")}
    for code in message_languages():
        texts = load_messages(code)
        told |= {_plain(texts.text(f"checklist.{name}")): name for name in (*ANSWERS, *FIELDS, "answer")}
    return told


def _label(name: str) -> str:
    """Give what a field is called on the checklist, in the language of what is said of wrong ones."""
    return load_messages("en").text(f"checklist.{name}")


def _plain(text: str) -> str:
    """Take from a word what people and their programs add or leave out: capitals, vowel signs, marks, stars, a stop."""
    kept = "".join(char for char in text if unicodedata.category(char) not in ("Cf", "Mn"))
    return " ".join(kept.split()).strip(" *_.:").casefold()


def answered(items: list[Filled]) -> tuple[list[Signed], list[Problem]]:
    """Give the answers, one for each fingerprint, and what is wrong with those that are none.

    An item nobody touched is no answer. One that is ticked needs one box, a name and a day.
    """
    signed: list[Signed] = []
    problems: list[Problem] = []
    for item in items:
        by, day, note = (_written(item.fields.get(name, "")) for name in FIELDS)
        if not item.ticked and not by:
            continue
        wrong = list(_wrong(item, by, day))
        on = signed_day(day)
        if wrong or on is None:
            which = f"item {item.number} " if item.number else ""
            problems += [Problem(item.written.path, f"{which}{message}", *item.written.place) for message in wrong]
            continue
        answer: Answer = next(name for name in ANSWERS if name == item.ticked[0])
        signed += [Signed(by, on, answer, note, fingerprint, item.written) for fingerprint in item.fingerprints]
    return signed, problems


def _wrong(item: Filled, by: str, day: str) -> Iterator[str]:
    if not item.fingerprints:
        yield "has lost its fingerprints: leave the line `factcheck: ...` below it as it was printed"
    if len(item.ticked) != 1:
        yield f"has {'no box' if not item.ticked else 'more than one box'} ticked: tick one"
    elif item.ticked[0] not in ANSWERS:
        yield f"{item.ticked[0][:LONGEST]!r} is no answer: write one of {', '.join(ANSWERS)}"
    if not by:
        yield f"is ticked, but nobody signed it: put a name behind `{_label('by')}`"
    if not day:
        yield f"is signed without a day: put it behind `{_label('date')}`, as 2026-01-31"
    elif signed_day(day) is None:
        yield f"signed on {day!r}, which is no one day: write it as 2026-01-31"


def _written(text: str) -> str:
    """Give what somebody wrote in a field, without marks of direction and space around it."""
    return "".join(char for char in text if unicodedata.category(char) != "Cf" or char in JOINERS).strip()
