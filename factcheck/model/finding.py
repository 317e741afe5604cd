"""Something a reader should look at, with its proof."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from factcheck.model.pair import Step
from factcheck.model.span import Span

Category = Literal[
    "contradiction", "unsupported-figure", "unnamed-source", "missing-figure", "arithmetic", "hyperbole",
    "attribution", "dates", "names", "polls", "wording",
]  # fmt: skip
ContradictionKind = Literal[
    "number", "unit", "date", "place", "name", "entity", "negation", "antonym", "quote", "attribution", "other"
]
Severity = Literal["error", "warning", "note"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "note")
Subject = Literal["report", "pair", "event"]


class RuleInfo(Struct, frozen=True):
    """What a reader may want to know of the rule behind a finding; `shipped` rules stand in the page of rules."""

    id: str
    on: Subject
    category: Category
    why: str
    origin: str
    shipped: bool = False


class Evidence(Struct, frozen=True):
    """A stretch of one of the reports that the finding rests on, with a short label for its part in it."""

    report: int
    span: Span
    text: str
    label: str = ""


class Finding(Struct, frozen=True):
    """One thing to look at. The first evidence is the primary one.

    `values` fill the slots of the rule's message and question, which are resolved into the reader's language
    when rendering. `claims` are the (report, claim id) it speaks of. `fingerprint` is built from the rule and the
    unordered set of (folded clause, normalised value), so it survives edits elsewhere and changes with the figure.

    To the author of a draft, one thing that several wires have is told once: `alike` is the same for findings that tell
    it, and a finding that speaks for others as well has their fingerprints in `also`.
    """

    rule: RuleInfo
    severity: Severity
    message: str
    question: str
    evidence: tuple[Evidence, ...]
    steps: tuple[Step, ...]
    fingerprint: str
    kind: ContradictionKind | None = None
    claims: tuple[tuple[int, str], ...] = ()
    alike: str = ""
    also: tuple[str, ...] = ()

    @property
    def fingerprints(self) -> tuple[str, ...]:
        """Give its fingerprint and those of the findings it speaks for."""
        return (self.fingerprint, *self.also)


class SetAside(Struct, frozen=True):
    """Something the program considered and let pass: restraint is part of the proof."""

    reason: str
    evidence: tuple[Evidence, ...]
    values: tuple[tuple[str, str], ...] = ()
