"""The diagnostic format of reviewdog, rdjson: comments on the lines of a change, on any code host.

After `reviewdog.proto`: lines and columns count from 1, columns in bytes of UTF-8, and a range ends before its end.
"""

from __future__ import annotations

from typing import Any

from factcheck.data.messages import Messages
from factcheck.model.finding import Severity
from factcheck.render.json_text import json_text
from factcheck.render.outcome import Outcome
from factcheck.render.remarks import Place, Remark, remarks

SEVERITY: dict[Severity, str] = {"error": "ERROR", "warning": "WARNING", "note": "INFO"}


def render_rdjson(outcome: Outcome, messages: Messages) -> str:
    """Give the diagnostics, as `reviewdog -f=rdjson` takes them."""
    diagnostics = [_diagnostic(remark, outcome) for remark in remarks(outcome, messages)]
    return json_text({"source": {"name": "factcheck"}, "diagnostics": diagnostics})


def _diagnostic(remark: Remark, outcome: Outcome) -> dict[str, Any]:
    page = outcome.page_of(remark.rule)
    out: dict[str, Any] = {
        "message": remark.told,
        "location": _location(remark.place),
        "severity": SEVERITY[remark.severity],
        "code": {"value": remark.rule, **({"url": page} if page else {})},
    }
    related = [
        {"message": ": ".join(filter(None, [place.label, f"«{place.text}»"])), "location": _location(place)}
        for place in remark.places[1:]
    ]
    return {**out, "related_locations": related} if related else out


def _location(place: Place) -> dict[str, Any]:
    if not place.exact:
        return {"path": place.path}
    start = {"line": place.line, "column": len(place.before.encode("utf-8", "replace")) + 1}
    end = {"line": place.end_line, "column": len(place.inside.encode("utf-8", "replace")) + 1}
    return {"path": place.path, "range": {"start": start, "end": end if place.inside else start}}
