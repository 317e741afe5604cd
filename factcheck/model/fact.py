"""A desk's own knowledge, and the figures of reports that speak of it."""

from __future__ import annotations

from msgspec import Struct

from factcheck.model.figure import Figure
from factcheck.model.span import Span


class Fact(Struct, frozen=True):
    """One thing a desk knows: a quantity of a subject, as somebody gives it for some time.

    `subject` and `quantity` are the words reports have for them, in whatever language; `keys` what the lexicons know
    the subject by. `as_of` is EDTF: a day, month, year, or two of them with a slash between; None for what does not
    change. `value` is as it was written, `figure` as it is read. `path` and `line` tell where it stands.
    """

    subject: tuple[str, ...]
    quantity: tuple[str, ...]
    value: str
    figure: Figure
    source: str
    as_of: str | None = None
    keys: frozenset[str] = frozenset()
    path: str = ""
    line: int = 0


class FactMeeting(Struct, frozen=True):
    """A figure whose sentence names a fact's subject and quantity, and where.

    `told` says that nothing but plain words links the three, so that the figure is told of just that quantity of just
    that subject; `between` is the first word that may make it something else, empty where there is none.
    `named_only` tells that what sounds like a forecast is the quantity's own name, `part_of_time` that the sentences
    before speak of a part of a year. `quarter` tells that the figure's own sentence names the fact's quarter or half.
    """

    claim: str
    fact: Fact
    subject: Span
    quantity: Span
    between: str = ""
    named_only: bool = False
    part_of_time: bool = False
    quarter: bool = False

    @property
    def told(self) -> bool:
        """Whether the figure is told of the fact's quantity and of nothing else."""
        return not self.between
