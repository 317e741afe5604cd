"""Where somebody's age is told in brackets or in words for one: whoever it is of stands before."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.text.passage import Passage


def before_ages(passage: Passage) -> Iterator[int]:
    """Give where an age in brackets begins, or the words for one: whoever it is of stands before."""
    for match in passage.matches("age") if "age" in passage.groups else ():
        yield match.start - 1 if passage.tokens[match.start - 1].kind == "mark" else match.start
    for at, token in enumerate(passage.tokens if "unit" in passage.groups else ()):
        if token.text == "(" and any(_years(passage, end) for end in range(at + 2, at + LONGEST_AGE)):
            yield at


def _years(passage: Passage, at: int) -> bool:
    """Tell a unit of years right before a closing bracket."""
    unit = passage.at(at, "unit") if at < len(passage.tokens) else None
    closed = unit is not None and unit.end < len(passage.tokens) and passage.tokens[unit.end].text == ")"
    return unit is not None and closed and unit.entry.key == YEARS


YEARS, LONGEST_AGE = "a", 5
"""The key of years, and tokens from an opening bracket among which they stand."""
