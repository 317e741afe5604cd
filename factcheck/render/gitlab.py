"""GitLab's code quality report: what a merge request shows beside the lines it changes.

The form is told in GitLab's documentation, "Code Quality report format": a JSON array, each entry with a fingerprint
of its own (of two that share one, GitLab shows the first), paths as seen from the repository's root.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from typing import Any

from factcheck.data.messages import Messages
from factcheck.model.finding import Severity
from factcheck.render.json_text import json_text
from factcheck.render.outcome import Outcome
from factcheck.render.remarks import Remark, remarks

SEVERITY: dict[Severity, str] = {"error": "critical", "warning": "major", "note": "info"}


def render_gitlab(outcome: Outcome, messages: Messages) -> str:
    """Give the report, as `artifacts:reports:codequality` takes it."""
    seen: Counter[str] = Counter()
    return json_text([_entry(remark, seen) for remark in remarks(outcome, messages)])


def _entry(remark: Remark, seen: Counter[str]) -> dict[str, Any]:
    place = remark.place
    key = "\0".join([remark.rule, place.path, remark.fingerprint or remark.message])
    seen[key] += 1  # one finding may stand in several reports, and twice in one
    return {
        "description": " · ".join(filter(None, [remark.message, remark.question])),
        "check_name": remark.rule,
        "fingerprint": hashlib.sha256(f"{key}\0{seen[key]}".encode()).hexdigest(),
        "severity": SEVERITY[remark.severity],
        "location": {"path": place.path, "lines": {"begin": place.line, "end": place.end_line}},
    }
