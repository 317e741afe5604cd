"""Waivers: what a desk writes down of a finding that may stand, for a time and with a name under it."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from pathlib import PurePath, PurePosixPath
from typing import Annotated, Any

from msgspec import Meta, Struct

from factcheck.data.border import Before
from factcheck.data.document import Document
from factcheck.data.suggestion import advice
from factcheck.judge.schema import RuleId, Text
from factcheck.load.front_matter import parse_day
from factcheck.model.allowance import Waiver, Written
from factcheck.model.errors import Problem
from factcheck.model.finding import Finding
from factcheck.model.report import Report

Fingerprint = Annotated[str, Meta(pattern=r"^[0-9a-f]{16}$")]


def _day(value: Any) -> datetime.date:
    """Take a day as TOML has it, or as text."""
    if isinstance(value, datetime.date) and not isinstance(value, datetime.datetime):
        return value
    day = parse_day(value) if isinstance(value, str) else None
    if day is None:
        raise ValueError("must be a date such as 2026-01-31")
    return day


class WaiverFile(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, kw_only=True):
    """A waiver: whose findings (a rule's in a report, or one by its fingerprint), by whom, until when, and why."""

    rule: Annotated[RuleId | None, Meta(description="id of the rule")] = None
    report: Annotated[
        Annotated[str, Meta(pattern=r"[^./]", max_length=200)] | None,
        Meta(description="file name of the report, with * and ? for what may vary, and folders if that matters"),
    ] = None
    fingerprint: Annotated[Fingerprint | None, Meta(description="fingerprint of the finding, as JSON has it")] = None
    by: Annotated[Text, Meta(description="who answers for it")]
    expires: Annotated[datetime.date, Before(_day), Meta(description="last day on which it counts")]
    reason: Annotated[Text, Meta(description="why the finding may stand")]

    def __post_init__(self) -> None:
        if self.fingerprint is None and (self.rule is None or self.report is None):
            raise ValueError("name a fingerprint, or a rule and a report: a waiver is for something known")


def waivers_of(files: Sequence[WaiverFile], document: Document, path: str, *keys: str) -> tuple[Waiver, ...]:
    """Give the waivers that stand at `keys` of a file, with their places in it."""
    return tuple(
        Waiver(
            by=file.by,
            expires=file.expires,
            reason=file.reason,
            written=Written(path, *document.places.get((*keys, position), (1, 1))),
            rule=file.rule or "",
            report=file.report or "",
            fingerprint=file.fingerprint or "",
        )
        for position, file in enumerate(files)
    )


def unknown_rules(waivers: Iterable[Waiver], rules: Sequence[str]) -> list[Problem]:
    """Tell of waivers for a rule there is none of."""
    return [
        Problem(waiver.written.path, f"no rule {waiver.rule!r}{advice(waiver.rule, rules)}", *waiver.written.place)
        for waiver in waivers
        if waiver.rule and waiver.rule not in rules
    ]


def fits(waiver: Waiver, finding: Finding, reports: Sequence[Report]) -> bool:
    """Tell whether a waiver is for a finding; `reports` are those its evidence counts through."""
    if waiver.rule not in ("", finding.rule.id) or waiver.fingerprint not in ("", finding.fingerprint):
        return False
    return not waiver.report or any(named(waiver.report, reports[item.report]) for item in finding.evidence)


def named(pattern: str, report: Report) -> bool:
    """Tell whether a report's file name, or the id of one that has none, fits a pattern; folders count from the end."""
    return PurePosixPath(PurePath(report.name or report.id).as_posix()).match(pattern)
