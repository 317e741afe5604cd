"""Everything that came of laying reports side by side."""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.model.claim import Reading
from factcheck.model.finding import Finding, SetAside
from factcheck.model.pair import Pair, Step, Verdict


@dataclass(frozen=True, slots=True)
class Cell:
    """What one report says of a subject: its claims (repeats included), the normalised value, and the verdict."""

    report: int
    claims: tuple[str, ...]
    value: str
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Row:
    """One subject over all reports. `parts` marks a row whose values add up to the row above it."""

    subject: str
    cells: tuple[Cell, ...]
    part: bool = False


@dataclass(frozen=True, slots=True)
class Comparison:
    """The result: the readings, how their claims met, and what a reader should look at."""

    readings: tuple[Reading, ...]
    same_event: bool
    event_steps: tuple[Step, ...]
    pairs: tuple[Pair, ...]
    findings: tuple[Finding, ...]
    set_aside: tuple[SetAside, ...]
    matrix: tuple[Row, ...]
