"""Stop or go for incoming copy: each report by itself, and against what it is to be held against."""

from __future__ import annotations

import pathlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from factcheck.judge.rules import Rule
from factcheck.model.comparison import Comparison
from factcheck.model.errors import UserError
from factcheck.model.finding import SEVERITIES, Finding
from factcheck.model.report import Report
from factcheck.pipeline import compare_reports, load_report

SUFFIXES = frozenset({".md", ".markdown", ".text", ".txt"})
"""What is taken for copy inside a folder."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A report and what came of it: its own findings and those against the others."""

    name: str
    comparison: Comparison
    findings: tuple[Finding, ...]


def copy_files(paths: Sequence[str]) -> Iterator[str]:
    """Give the files to check: those named, and the text files of folders named, in sorted order."""
    for path in paths:
        folder = pathlib.Path(path)
        if path != "-" and folder.is_dir():
            found = sorted(
                str(file) for file in folder.rglob("*") if file.is_file() and file.suffix.lower() in SUFFIXES
            )
            if not found:
                raise UserError.at(path, f"holds no copy; expected files ending in {', '.join(sorted(SUFFIXES))}")
            yield from found
        else:
            yield path


def judge_copy(report: Report, against: Sequence[Report], rules: Sequence[Rule], messages: str) -> Judged:
    """Check one report by itself and against others; what only the others did wrong is not its fault."""
    comparison = compare_reports([report, *against], rules, messages)
    own = tuple(finding for finding in comparison.findings if any(e.report == 0 for e in finding.evidence))
    return Judged(report.name, comparison, own)


def load_all(paths: Sequence[str], language: str | None) -> tuple[list[Report], list[UserError]]:
    """Load every report that can be loaded, and keep what was wrong with the others."""
    reports, errors = [], []
    for path in paths:
        try:
            reports.append(load_report(path, language=language))
        except UserError as error:
            errors.append(error)
    return reports, errors


def fails(findings: Sequence[Finding], fail_on: str) -> bool:
    """Tell whether any finding is at least as severe as `fail_on`; `never` fails nothing."""
    if fail_on == "never":
        return False
    worst = SEVERITIES[: SEVERITIES.index(fail_on) + 1]
    return any(finding.severity in worst for finding in findings)
