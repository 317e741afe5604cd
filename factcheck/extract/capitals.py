"""People and words told by their capitals."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from factcheck.extract.found_names import LONGEST_NAME
from factcheck.text.passage import Passage


def read_capitals(passage: Passage, index: int, surface: str) -> tuple[int, int, str] | None:
    """Read a person behind a title or by a first name: the range of the name, and why."""
    title = passage.at(index, "title")
    start = title.end if title is not None else index
    while (more := passage.at(start, "title", "rank")) is not None:
        start = more.end
    given = passage.at(start, "given-name")
    if not capital(passage, start, surface):
        return None
    if given is None and title is None:
        end = _aged(passage, start, surface)
        return (start, end, "age: told beside it") if end else None
    end = start
    while end < len(passage.tokens) and end - start < LONGEST_NAME and _part(passage, end, start, surface):
        end += 1
    while end > start and passage.at(end - 1, "particle") and not passage.at(end - 1, "given-name"):
        end -= 1
    if end == start:
        return None
    return start, end, f"title {title.entry.key}" if title else f"first name {given.entry.key}" if given else ""


def aged_from(passage: Passage, surface: str) -> Iterator[int]:
    """Give where a name may begin that an age tells: behind the words of one, or before a number between commas."""
    yield from (m.end for m in passage.matches("age") if m.end < len(passage.tokens))
    for at in passage.numerals:
        if at > FEWEST_AGED and passage.tokens[at - 1].text == ",":
            begins = [
                n for n in range(max(0, at - 1 - LONGEST_AGED), at - FEWEST_AGED) if _unknown(passage, n, surface)
            ]
            yield from begins[:1]


def _aged(passage: Passage, start: int, surface: str) -> int:
    """Give where two or three words with capitals end before or behind which an age is told; 0 where none is."""
    end = start
    while end < len(passage.tokens) and end - start < LONGEST_AGED and _unknown(passage, end, surface):
        end += 1
    if end - start < FEWEST_AGED or capital(passage, end, surface):
        return 0
    before = (passage.at(at, "age") for at in range(max(0, start - LONGEST_WORD), start))
    if any(match is not None and match.end == start for match in before):
        return end
    led = passage.at(start - 1, "stop") if start else None
    if led is not None and led.entry.tag("form") == "place":
        return 0  # "in Baton Rouge, 12, ..."
    marks = [passage.tokens[at].text if at < len(passage.tokens) else "" for at in (end, end + 2)]
    number = end + 1 < len(passage.tokens) and passage.tokens[end + 1].text.isdigit() and marks == [",", ","]
    return end if number and len(passage.tokens[end + 1].text) == AGE_DIGITS else 0


FEWEST_AGED, LONGEST_AGED = 2, 3
"""Words of a name that nothing but an age tells."""
LONGEST_WORD, AGE_DIGITS = 5, 2
"""Tokens of a word of an age ("-year-old"), and digits of an age that stands between commas."""


def _unknown(passage: Passage, at: int, surface: str) -> bool:
    return capital(passage, at, surface) and at not in passage.found


def _part(passage: Passage, at: int, start: int, surface: str) -> bool:
    """Tell whether a token goes on a person's name."""
    token = passage.tokens[at]
    last = passage.at(at - 1, "given-name") if at > start else None
    if last is not None and last.entry.key == "surname":
        return False
    if token.kind != "word":
        return token.text == "-" and at > start and passage.tokens[at - 1].end == token.start
    if at > start and passage.at(at, "complementiser", "stop", "speech", "cue") is not None:
        return False
    if passage.at(at, "given-name", "particle"):
        return True
    return capital(passage, at, surface) and not passage.at(at, "month", "weekday", "role")


def capital(passage: Passage, at: int, surface: str) -> bool:
    """Tell whether a token is a word with a capital."""
    return at in capitals(passage, surface)


@lru_cache(maxsize=64)
def capitals(passage: Passage, surface: str) -> frozenset[int]:
    """Give the tokens that are words with a capital."""
    first = passage.tokens[0].start if passage.tokens else 0
    return frozenset(
        [
            at
            for at, token in enumerate(passage.tokens)
            if token.kind == "word" and surface[token.start - first : token.start - first + 1].isupper()
        ]
    )


def unknown_capitals(passage: Passage, surface: str) -> dict[int, str]:
    """Map the tokens that are names by their capital alone to their folded text: no lexicon holds them.

    None where most words have one (a headline in title case), nor at the beginning of a sentence.
    """
    words = [at for at, token in enumerate(passage.tokens) if token.kind == "word"]
    upper = sorted(capitals(passage, surface))
    if not upper or 2 * len(upper) > len(words):
        return {}
    return {
        at: passage.tokens[at].text
        for at in upper
        if at > words[0]
        and at not in passage.found
        and passage.tokens[at - 1].kind == "word"
        and len(passage.tokens[at].text) > 1
    }
