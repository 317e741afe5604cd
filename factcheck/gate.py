"""Stop or go for incoming copy: each report by itself, and against what it is to be held against."""

from __future__ import annotations

import os
import pathlib
from collections.abc import Sequence

from factcheck.judge.rules import Rule
from factcheck.model.allowance import Notice
from factcheck.model.comparison import Comparison
from factcheck.model.errors import UserError
from factcheck.model.fact import Fact
from factcheck.model.finding import SEVERITIES, Finding
from factcheck.model.report import Report
from factcheck.pipeline import compare_reports

SUFFIXES = frozenset({".md", ".markdown", ".text", ".txt"})
"""What is taken for copy inside a folder."""


def copy_files(paths: Sequence[str]) -> list[str]:
    """Give the files to check: those named, and the text files of folders named, in sorted order, hidden ones left out.

    Raises UserError for a folder that holds none.
    """
    names: list[str] = []
    for path in paths:
        folder = pathlib.Path(path)
        if path == "-" or not folder.is_dir():
            names.append(path)
            continue
        found = sorted(str(file) for file in folder.rglob("*") if _is_copy(file, folder))
        if not found:
            raise UserError.at(path, f"holds no copy; expected files ending in {', '.join(sorted(SUFFIXES))}")
        names += found
    return names


def judge_copy(
    report: Report, against: Sequence[Report], rules: Sequence[Rule], messages: str, facts: Sequence[Fact] = ()
) -> Comparison:
    """Check one report, the first of the comparison, by itself and against others.

    A folder of wires may hold the report as well: it is not held against itself.
    """
    path = os.path.realpath(report.name)
    others = [other for other in against if os.path.realpath(other.name) != path]
    return compare_reports([report, *others], rules, messages, facts)


def fails(findings: Sequence[Finding | Notice], fail_on: str) -> bool:
    """Tell whether any finding is at least as severe as `fail_on`; `never` fails nothing.

    A waiver that is off counts as one; a baseline's entry that is gone is good news, and fails nothing.
    """
    if fail_on == "never":
        return False
    worst = SEVERITIES[: SEVERITIES.index(fail_on) + 1]
    return any(f.severity in worst for f in findings if isinstance(f, Finding) or f.problem != "baseline-gone")


def _is_copy(file: pathlib.Path, folder: pathlib.Path) -> bool:
    hidden = any(part.startswith(".") for part in file.relative_to(folder).parts)
    return not hidden and file.suffix.lower() in SUFFIXES and file.is_file()
