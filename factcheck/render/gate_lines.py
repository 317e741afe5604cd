"""The gate's answer: one line a report, or JSON."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from factcheck.data.messages import Messages
from factcheck.model.finding import SEVERITIES, Finding
from factcheck.render.bidi import harmless
from factcheck.render.json_objects import finding_object


def gate_line(name: str, findings: Sequence[Finding], stop: bool, messages: Messages) -> str:
    """Say stop or go for one report, and why: `stop  desk/a.txt  2 warnings: unsupported-figure, unnamed-source`."""
    word = messages.text("gate.stop" if stop else "gate.go")
    counts = Counter(finding.severity for finding in findings)
    parts = [messages.text(f"severity.count.{s}", count=counts[s]) for s in SEVERITIES if counts[s]]
    told = ", ".join(parts) or messages.text("gate.nothing")
    rules = ", ".join(dict.fromkeys(finding.rule.id for finding in findings))
    return f"{word}  {harmless(name)}  {told}" + (f": {rules}" if rules else "")


def gate_object(name: str, findings: Sequence[Finding], stop: bool, messages: Messages) -> dict[str, Any]:
    """Give the same for a program, with the findings."""
    return {"report": name, "stop": stop, "findings": [finding_object(finding, messages) for finding in findings]}
