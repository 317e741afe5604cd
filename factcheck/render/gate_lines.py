"""The gate's answer: one line a report, or JSON."""

from __future__ import annotations

from collections import Counter
from typing import Any

from factcheck.data.messages import Messages
from factcheck.model.allowance import Looked
from factcheck.model.finding import SEVERITIES
from factcheck.render.bidi import harmless
from factcheck.render.json_objects import finding_object, stood_objects

SHOWN = 3
"""Names of other reports that stand on a line; more of them are in the JSON."""


def gate_line(look: Looked, stop: bool, messages: Messages) -> str:
    """Say stop or go for one report, and why: `stop  desk/a.txt  2 warnings: unsupported-figure, unnamed-source`."""
    word = messages.text("gate.stop" if stop else "gate.go")
    counts = Counter(finding.severity for finding in look.findings)
    parts = [messages.text(f"severity.count.{s}", count=counts[s]) for s in SEVERITIES if counts[s]]
    told = ", ".join(parts) or messages.text("gate.nothing")
    rules = ", ".join(dict.fromkeys(finding.rule.id for finding in look.findings))
    stood = (("settled", len(look.settled)), ("waived", len(look.waived)), ("accepted", len(look.accepted)))
    let_stand = "".join(f" · {messages.text(f'allowed.{how}', count=count)}" for how, count in stood if count)
    others = _beside(look)
    shown = ", ".join(others[:SHOWN]) + (" ..." if len(others) > SHOWN else "")
    beside = (
        f" · {messages.text('gate.beside' if look.same_event else 'gate.apart', names=harmless(shown))}"
        if others
        else ""
    )
    return f"{word}  {harmless(_name(look))}  {told}" + (f": {rules}" if rules else "") + let_stand + beside


def gate_object(look: Looked, stop: bool, messages: Messages) -> dict[str, Any]:
    """Give the same for a program, with the findings."""
    findings = [finding_object(finding, messages) for finding in look.findings]
    return {
        "report": _name(look),
        "beside": _beside(look),
        "stop": stop,
        "findings": findings,
        **stood_objects(look, messages),
    }


def _beside(look: Looked) -> list[str]:
    """Name the reports of the same event that this one was held against."""
    return [report.name for number, report in enumerate(look.reports) if number not in look.judged]


def _name(look: Looked) -> str:
    return look.reports[look.judged[0]].name
