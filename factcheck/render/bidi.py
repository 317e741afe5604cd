"""Text of the reports made fit to stand in a line of ours: harmless characters, and right-to-left words in isolates."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import Literal, TypeAlias

Bidi: TypeAlias = Literal["isolate", "plain"]
"""Whether right-to-left words are wrapped in isolates, or left bare for a terminal that shows isolates as boxes."""

FSI, PDI = "\u2068", "\u2069"
JOINERS = "\u200c\u200d"
"""Format characters that shape letters and turn nothing around."""
DIRECTION_MARKS = "\u200e\u200f\u061c\u00ad"
"""Left-to-right, right-to-left and Arabic letter mark, and the soft hyphen: harmless where they stand."""
REPLACEMENT = "\ufffd"
MOST_MARKS = 4
"""So many marks may stand on one letter; more is an attack on the lines above and below."""


def harmless(text: str) -> str:
    """Make text of a report safe to print on one line: `visible`, and white space becomes single spaces."""
    return " ".join(visible(text).split())


def visible(text: str) -> str:
    """Make text of a report safe to show; its lines stay.

    Control characters become visible signs, what turns the direction of text or stands invisibly is dropped. Offsets
    into the result mean nothing.
    """
    if all(map(_shown_as_it_is, set(text))):  # as nearly every text is, of few letters many times
        return text
    kept: list[str] = []
    marks = 0
    for character in text:
        category = unicodedata.category(character)
        marks = marks + 1 if category in ("Mn", "Me") else 0
        if marks <= MOST_MARKS:
            kept.append(_shown(character, category))
    return "".join(kept)


def seen(character: str) -> str | None:
    """Give how a character is shown where a text stands as it is, None for one that would hide or turn its neighbours.

    The marks that only say a direction stay: papers write them beside numbers, and they move nothing else.
    """
    if character in JOINERS or character in DIRECTION_MARKS or character.isspace():
        return character
    return _shown(character, unicodedata.category(character)) or None


@lru_cache(maxsize=4096)
def _shown_as_it_is(character: str) -> bool:
    """Tell a character that is shown as it is, wherever it stands."""
    category = unicodedata.category(character)
    return category not in ("Mn", "Me") and _shown(character, category) == character


def _shown(character: str, category: str) -> str:
    if character == "\n":
        return character
    if character.isspace():
        return " "
    if category == "Cc":
        code = ord(character)
        return chr(0x2400 + code) if code < 0x20 else "\u2421" if code == 0x7F else REPLACEMENT
    if category == "Cf":
        # The signs of Arabic numbers are format characters too, but stand visibly.
        return character if character in JOINERS or unicodedata.bidirectional(character) == "AN" else ""
    return REPLACEMENT if category in ("Cs", "Co", "Cn") else character


def is_rtl(text: str) -> bool:
    """Tell whether any character is written from right to left, the digits of Arabic texts included."""
    return any(unicodedata.bidirectional(character) in ("R", "AL", "AN") for character in text)


def is_ltr(text: str) -> bool:
    """Tell whether any character is a letter written from left to right, or a European digit."""
    return any(unicodedata.bidirectional(character) in ("L", "EN") for character in text)


def isolate(text: str, bidi: Bidi) -> str:
    """Wrap text that holds right-to-left characters, so that it turns nothing around it."""
    return f"{FSI}{text}{PDI}" if bidi == "isolate" and is_rtl(text) else text


def inset(text: str, bidi: Bidi) -> str:
    """Wrap text of any direction that stands inside right-to-left text."""
    return f"{FSI}{text}{PDI}" if bidi == "isolate" else text
