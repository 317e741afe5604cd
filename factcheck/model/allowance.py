"""What a desk lets stand: findings answered for, findings that were there before, and what is off with either."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Literal

from msgspec import Struct

from factcheck.model.finding import SEVERITIES, Finding, Severity
from factcheck.model.report import Report


class Written(Struct, frozen=True):
    """Where in a file something stands; line and column count from 1."""

    path: str
    line: int = 1
    column: int = 1

    @property
    def place(self) -> tuple[int, int]:
        """Give line and column."""
        return self.line, self.column

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


class Waiver(Struct, frozen=True):
    """Somebody's word that findings may stand, until the end of a day. Whatever is named must fit; empty fits all.

    `report` is a pattern of file names (`*`, `?`), of as many folders as it names.
    """

    by: str
    expires: datetime.date
    reason: str
    written: Written
    rule: str = ""
    report: str = ""
    fingerprint: str = ""


class Waived(Struct, frozen=True):
    """A finding that is set aside, and on whose word."""

    finding: Finding
    waiver: Waiver


Answer = Literal["confirmed", "corrected", "cut"]
ANSWERS: tuple[Answer, ...] = ("confirmed", "corrected", "cut")
"""What an editor may answer to an item of the checklist: it is right as it stands, it was mended, it was taken out."""


class Signed(Struct, frozen=True):
    """Somebody's answer to a finding, given on a checklist. Only what was confirmed may stand as it is."""

    by: str
    on: datetime.date
    answer: Answer
    note: str
    fingerprint: str
    written: Written


class Settled(Struct, frozen=True):
    """A finding that somebody settled, and the answer."""

    finding: Finding
    signed: Signed


class Entry(Struct, frozen=True):
    """A finding that a baseline accepts; `report` is its file as seen from the baseline's folder.

    `gone` tells that nothing of the kind can come up there again: the file or the rule is no more.
    """

    fingerprint: str
    rule: str
    report: str
    text: str
    written: Written = Written("")
    gone: bool = False


class Notice(Struct, frozen=True):
    """Something off with a waiver or a baseline; `values` fill the slots of the message `notice.<problem>`."""

    problem: Literal["waiver-unused", "waiver-expired", "baseline-gone", "signed-stands"]
    severity: Severity
    written: Written
    values: tuple[tuple[str, str], ...]


class Looked(Struct, frozen=True):
    """What came of one look: the reports it read, which of them it judged, and the findings of those."""

    reports: tuple[Report, ...]
    judged: tuple[int, ...]
    findings: tuple[Finding, ...]
    waived: tuple[Waived, ...]
    accepted: tuple[Finding, ...]
    settled: tuple[Settled, ...] = ()
    same_event: bool = True

    @property
    def everything(self) -> tuple[Finding, ...]:
        """Give all that was found."""
        return (
            *self.findings,
            *(item.finding for item in self.settled),
            *(item.finding for item in self.waived),
            *self.accepted,
        )


def fails(findings: Sequence[Finding | Notice], fail_on: str) -> bool:
    """Tell whether any finding is at least as severe as `fail_on`; `never` fails nothing.

    A waiver that is off counts as one; a baseline's entry that is gone is good news, and fails nothing.
    """
    if fail_on == "never":
        return False
    worst = SEVERITIES[: SEVERITIES.index(fail_on) + 1]
    return any(f.severity in worst for f in findings if isinstance(f, Finding) or f.problem != "baseline-gone")
