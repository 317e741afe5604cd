"""Waivers: what a desk writes down of a finding that may stand, for a time and with a name under it."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from pathlib import PurePath, PurePosixPath
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, model_validator

from factcheck.data.document import Document
from factcheck.data.suggestion import advice
from factcheck.judge.schema import RuleId, Text
from factcheck.load.front_matter import parse_day
from factcheck.model.allowance import Waiver, Written
from factcheck.model.errors import Problem
from factcheck.model.finding import Finding
from factcheck.model.report import Report

Fingerprint = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{16}$")]


def _day(value: Any) -> datetime.date:
    """Take a day as TOML has it, or as text."""
    if isinstance(value, datetime.date) and not isinstance(value, datetime.datetime):
        return value
    day = parse_day(value) if isinstance(value, str) else None
    if day is None:
        raise ValueError("must be a date such as 2026-01-31")
    return day


class WaiverFile(BaseModel):
    """A waiver: whose findings (a rule's in a report, or one by its fingerprint), by whom, until when, and why."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    rule: RuleId | None = Field(default=None, description="id of the rule")
    report: Annotated[str, StringConstraints(pattern=r"[^./]", max_length=200)] | None = Field(
        default=None, description="file name of the report, with * and ? for what may vary, and folders if that matters"
    )
    fingerprint: Fingerprint | None = Field(default=None, description="fingerprint of the finding, as JSON has it")
    by: Text = Field(description="who answers for it")
    expires: Annotated[datetime.date, BeforeValidator(_day)] = Field(description="last day on which it counts")
    reason: Text = Field(description="why the finding may stand")

    @model_validator(mode="after")
    def _narrow(self) -> WaiverFile:
        if self.fingerprint is None and (self.rule is None or self.report is None):
            raise ValueError("name a fingerprint, or a rule and a report: a waiver is for something known")
        return self


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
