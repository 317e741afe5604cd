"""A number as it was read: its value, the tokens it is written in, and what kind of number it is."""

from __future__ import annotations

from decimal import Decimal

from msgspec import Struct

from factcheck.text.passage import Passage

COMMAS = frozenset(",،")
"""Marks that set off what is told beside a name, and the parts of one amount."""


class Number(Struct, frozen=True):
    """A number and the half-open range of tokens it is written in.

    `low` and `high` differ for vague words ("dozens") only; `step` is the worth of the last stated place. `weak` says
    where alone the word counts at all (empty: everywhere): see the lexicon's tag. `definite` says that an article
    stands on it, `magnitude` what the word for a thousand, a million ... that closes it is worth (zero without one).
    """

    start: int
    end: int
    low: Decimal | None
    high: Decimal | None
    step: Decimal = Decimal(1)
    readings: tuple[Decimal, ...] = ()
    kind: str = "cardinal"
    weak: str = ""
    digits: bool = False
    definite: bool = False
    magnitude: Decimal = Decimal(0)
    explain: tuple[str, ...] = ()

    @property
    def value(self) -> Decimal:
        """The number itself; zero for a vague word."""
        return self.low if self.low is not None and self.low == self.high else Decimal(0)


def in_brackets(passage: Passage, start: int, end: int) -> bool:
    """Tell whether brackets stand right around tokens `start:end`: some papers print every numeral like this."""
    inside = start > 0 and end < len(passage.tokens)
    return inside and passage.tokens[start - 1].text == "(" and passage.tokens[end].text == ")"


PAIRS = ("()", "«»", "“”", '""')
"""Marks that papers print around a numeral."""


def set_off(passage: Passage, start: int, end: int) -> bool:
    """Tell whether brackets or quotation marks stand right around tokens `start:end`."""
    inside = start > 0 and end < len(passage.tokens)
    return inside and passage.tokens[start - 1].text + passage.tokens[end].text in PAIRS


def stands_alone(passage: Passage, start: int, end: int) -> bool:
    """Tell whether tokens `start:end` have nothing but marks and an article beside them in their sentence or cell."""
    tokens, cells = passage.tokens, passage.sentence.cells
    cell = next((c for c in cells if c.start <= tokens[start].start < c.end), passage.sentence.span)
    return not any(
        cell.start <= tokens[at].start < cell.end and tokens[at].kind != "mark" and not _article(passage, at)
        for at in (*range(max(0, start - NEAR), start), *range(end, min(len(tokens), end + NEAR)))
    )


NEAR = 4
"""Tokens to either side that are looked at: a number that stands alone has fewer, or marks only."""


def _article(passage: Passage, at: int) -> bool:
    stop = passage.at(at, "stop")
    return stop is not None and stop.entry.tag("class") == "article"
