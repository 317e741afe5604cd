"""Everything that came of laying reports side by side."""

from __future__ import annotations

from msgspec import Struct

from factcheck.model.allowance import Notice, Settled, Waived
from factcheck.model.claim import Reading
from factcheck.model.finding import Evidence, Finding, SetAside
from factcheck.model.pair import Pair, Step, Verdict


class Cell(Struct, frozen=True):
    """What one report says of a subject: its claims (repeats included), the normalised value, and the verdict."""

    report: int
    claims: tuple[str, ...]
    value: str
    verdict: Verdict


class Row(Struct, frozen=True):
    """One subject over all reports. `part` marks a row whose values add up to the row above it.

    Where three or more reports give it: `voices` says how many of them speak for themselves (one that copies another,
    or names the same source for the value, does not), `majority` is the value most voices give, and `outliers` are the
    reports whose value cannot hold beside it. With as many voices for one value as for another there is no majority.
    """

    subject: str
    cells: tuple[Cell, ...]
    part: bool = False
    voices: int = 0
    majority: str = ""
    outliers: tuple[int, ...] = ()


class Comparison(Struct, frozen=True):
    """The result: the readings, how their claims met, and what a reader should look at.

    `apart` are reports that tell another event than the rest and are not compared, `voices` groups of reports that copy
    one another. `waived` and `accepted` are what a desk lets stand, by a waiver or a baseline, and no longer among the
    `findings`; `notices` tell what is off with those. `author` is the report whose author is spoken to, where it
    is a draft and the others are the wires it is held against; `in_no_wire` are its figures that none of them has.
    """

    readings: tuple[Reading, ...]
    same_event: bool
    event_steps: tuple[Step, ...]
    pairs: tuple[Pair, ...]
    findings: tuple[Finding, ...]
    set_aside: tuple[SetAside, ...]
    matrix: tuple[Row, ...]
    apart: tuple[int, ...] = ()
    voices: tuple[tuple[int, ...], ...] = ()
    waived: tuple[Waived, ...] = ()
    accepted: tuple[Finding, ...] = ()
    settled: tuple[Settled, ...] = ()
    notices: tuple[Notice, ...] = ()
    author: int | None = None
    in_no_wire: tuple[Evidence, ...] = ()

    def is_authors(self, finding: Finding) -> bool:
        """Tell whether a finding is the business of whoever is spoken to: what stands in wires alone is not."""
        return self.author is None or any(item.report == self.author for item in finding.evidence)
