"""What a report says of a person beside the name: the offices held, and the age."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from factcheck.model.span import Span


@dataclass(frozen=True, slots=True)
class Office:
    """A post or a rank; `key` is the same in every language.

    `level` says how near to its head (deputy, assistant), `time` whether it is held (former, acting, coming ...),
    `fields` what it is over (foreign, defence), `of` the places and bodies named in it. `bars` are the posts that
    nobody holds beside this one. `moved` marks a sentence that tells of a change of office.
    """

    span: Span
    key: str
    level: str = ""
    time: str = ""
    fields: frozenset[str] = frozenset()
    of: frozenset[str] = frozenset()
    bars: frozenset[str] = frozenset()
    rank: bool = False
    moved: bool = False


@dataclass(frozen=True, slots=True)
class Age:
    """A person's age as the report gives it, in whole units (`a` years, `mo` months ...)."""

    span: Span
    value: Decimal
    unit: str
