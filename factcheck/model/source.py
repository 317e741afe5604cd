"""Who says what."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from factcheck.model.span import Span

SourceKind = Literal["person", "role", "organisation", "document", "media", "unnamed"]
Rung = Literal["bare", "described", "placed", "reasoned"]
Mode = Literal["direct", "indirect", "mixed"]


class Source(Struct, frozen=True):
    """Somebody or something credited with a statement.

    `rung` grades an unnamed source: bare ("sources"), described ("a security source"), placed ("an official at
    the ministry"), reasoned (placed, with why the name is withheld); None for every other kind. `key` joins the
    mentions of one source. Where `span` is a pronoun ("he added"), `name` is where the one it stands for was named.
    """

    span: Span
    kind: SourceKind
    rung: Rung | None = None
    key: str = ""
    name: Span | None = None

    @property
    def named(self) -> Span:
        """Where to read who it is: the words themselves, or those that a pronoun stands for."""
        return self.name or self.span


class Attribution(Struct, frozen=True):
    """One act of saying: a source (None where nobody fits), the cue that shows it, and what was said."""

    source: Source | None
    cue: Span | None
    content: Span
    mode: Mode = "indirect"
    explain: tuple[str, ...] = ()
