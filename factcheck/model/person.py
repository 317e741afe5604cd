"""What a report says of a person beside the name: the offices held, and the age."""

from __future__ import annotations

from decimal import Decimal

from msgspec import Struct

from factcheck.model.span import Span


class NameWord(Struct, frozen=True):
    """A word of a name that tells people apart: folded, its skeleton, and whether the lexicon knows it for a name.

    Two `listed` names, first names of the language's own, are two names however alike they look (Hassan, Hussein);
    others may be one in two spellings.
    """

    text: str
    skeleton: str
    listed: bool = False
    known: bool = False


class Office(Struct, frozen=True):
    """A post or a rank; `key` is the same in every language.

    `level` says how near to its head (deputy, assistant), `time` whether it is held (former, acting, coming ...),
    `fields` what it is over (foreign, defence), `of` the places and bodies named in it, `words` what else it says (of a
    rank: shorter ranks its holder is called by).
    `bars` are the posts that nobody holds beside this one; of a post that is `one` nobody holds two. `moved` marks a
    sentence that tells of a change of office.
    """

    span: Span
    key: str
    level: str = ""
    time: str = ""
    fields: frozenset[str] = frozenset()
    of: frozenset[str] = frozenset()
    bars: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    one: bool = False
    rank: bool = False
    moved: bool = False


class Age(Struct, frozen=True):
    """A person's age as the report gives it, in whole units (`a` years, `mo` months ...)."""

    span: Span
    value: Decimal
    unit: str
