"""SARIF 2.1.0, which code hosts and editors read: results with their places, and the rules with their help.

After the OASIS standard "Static Analysis Results Interchange Format (SARIF) Version 2.1.0"; the sections meant stand
beside what follows them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import quote

from factcheck.data.messages import Messages
from factcheck.model.finding import RuleInfo
from factcheck.render.checklist_markdown import escaped
from factcheck.render.json_text import json_text
from factcheck.render.outcome import Outcome
from factcheck.render.remarks import Place, Remark, beside, found_in, let_stand

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
FINGERPRINT = "factcheck/v1"
"""The name of our fingerprint, with its version (section 3.27.17)."""
ROOT = "%SRCROOT%"

_BRACE = re.compile(r"[{}]")
_BRACKET = re.compile(r"[\\\[\]]")


def render_sarif(outcome: Outcome, messages: Messages) -> str:
    """Give the log of one run. What a desk let stand is a suppressed result, or one unchanged since the baseline."""
    remarks = [remark for look in outcome.looks for remark in (*found_in(look, messages), *let_stand(look, messages))]
    told = list(beside(outcome, messages))
    fired = {remark.rule for remark in remarks}
    rules = sorted((info for info in outcome.rules if info.id in fired), key=lambda info: info.id)
    index = {info.id: number for number, info in enumerate(rules)}
    page = {"informationUri": outcome.docs} if outcome.docs else {}
    driver = {"name": "factcheck", "semanticVersion": outcome.version, **page, "rules": [*map(_rule(outcome), rules)]}
    run = {
        "tool": {"driver": driver},
        "invocations": [
            {
                "executionSuccessful": not outcome.unread,
                "toolExecutionNotifications": [_notification(remark) for remark in told],
            }
        ],
        "columnKind": "unicodeCodePoints",
        "results": [_result(remark, index) for remark in remarks],
    }
    return json_text({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def _rule(outcome: Outcome) -> Any:
    def rule(info: RuleInfo) -> dict[str, Any]:
        page = outcome.page_of(info.id)
        return {
            "id": info.id,
            "shortDescription": {"text": info.why},
            "fullDescription": {"text": info.why},
            "help": {
                "text": f"{info.why}\n\nOrigin: {info.origin}",
                "markdown": f"{escaped(info.why)}\n\nOrigin: {escaped(info.origin)}",
            },
            **({"helpUri": page} if page else {}),
            "properties": {"tags": [info.category]},
        }

    return rule


def _result(remark: Remark, index: Mapping[str, int]) -> dict[str, Any]:
    out: dict[str, Any] = {
        "ruleId": remark.rule,
        "ruleIndex": index[remark.rule],
        "level": remark.severity,
        "message": {"text": message(remark.told)},
        "locations": [{"physicalLocation": _physical(remark.place)}],
        "partialFingerprints": {FINGERPRINT: remark.fingerprint},
    }
    if remark.places[1:]:
        out["relatedLocations"] = list(_related(remark))
    if remark.accepted:
        out["baselineState"] = "unchanged"
    elif remark.excuse:
        out["suppressions"] = [{"kind": "external", "status": "accepted", "justification": remark.excuse}]
    return out


def _related(remark: Remark) -> Iterator[dict[str, Any]]:
    for number, place in enumerate(remark.places[1:], start=1):
        said = ": ".join(filter(None, [place.label, f"«{place.text}»"]))
        yield {"id": number, "physicalLocation": _physical(place), "message": {"text": message(said)}}


def _notification(remark: Remark) -> dict[str, Any]:
    return {
        "descriptor": {"id": remark.rule},
        "level": remark.severity,
        "message": {"text": message(remark.message)},
        "locations": [{"physicalLocation": _physical(remark.place)}],
    }


def _physical(place: Place) -> dict[str, Any]:
    """Give a place in a file; the file itself where nothing in it is meant."""
    region: dict[str, Any] = {"startLine": place.line, "startColumn": place.column}
    if place.text:
        region |= {"endLine": place.end_line, "endColumn": place.end_column, "snippet": {"text": place.text}}
    return {"artifactLocation": _artifact(place.path), **({"region": region} if place.exact else {})}


def _artifact(path: str) -> dict[str, str]:
    """Name a file by its URI (section 3.4.3): within the repository, or by its whole path."""
    if path.startswith("/"):
        return {"uri": f"file://{quote(path)}"}
    return {"uri": quote(path), "uriBaseId": ROOT}


def message(text: str) -> str:
    """Take the meaning of placeholders and links from a message (sections 3.11.5 and 3.11.6)."""
    plain = _BRACE.sub(lambda found: found[0] * 2, text)
    return _BRACKET.sub(lambda found: f"\\{found[0]}", plain) if "](" in plain else plain
