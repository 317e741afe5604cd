"""Two claims that may speak of the same thing, and what came of comparing them."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

Verdict = Literal["agree", "conflict", "silent", "not comparable"]


class Step(Struct, frozen=True):
    """One step of a ladder: its name, whether it was passed, and the values it was decided on.

    The sentence a reader sees is in the interface messages (`steps.<name>`), filled in with `values`.
    """

    name: str
    passed: bool
    values: tuple[tuple[str, str], ...] = ()


class Ref(Struct, frozen=True):
    """A claim of one of the reports compared: the report's number from 0, and the claim's id in it."""

    report: int
    claim: str


class Pair(Struct, frozen=True):
    """Two claims of different reports matched as speaking of one thing.

    `score` is 0 to 1 and never looks at the two values; `signals` says what it is made of. `verdict` and `steps`
    come from the ladders; `level` is the rung of the value ladder that decided.
    """

    a: Ref
    b: Ref
    score: float
    signals: tuple[tuple[str, float], ...]
    verdict: Verdict = "not comparable"
    level: str = ""
    steps: tuple[Step, ...] = ()
