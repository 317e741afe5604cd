"""Waivers as a file: what somebody let stand, for the `--waivers` of the other commands."""

from __future__ import annotations

import datetime
import json

from factcheck.model.comparison import Comparison
from factcheck.render.bidi import visible


def render_waivers(comparison: Comparison, until: datetime.date) -> str:
    """Give what is settled in a comparison as a YAML file of waivers that count until the end of a day.

    What each is about stands above it as a comment. Who gave no reason is named as the reason: a waiver has one.
    """
    entries = []
    for settled in comparison.settled:
        signed = settled.signed
        about = " ".join(visible(f"{settled.finding.rule.id}: {settled.finding.message}").split())
        entries.append(
            f"# {about}\n"
            f"- fingerprint: {_text(signed.fingerprint)}\n"
            f"  by: {_text(signed.by)}\n"
            f"  expires: {until.isoformat()}\n"
            f"  reason: {_text(signed.note or signed.by)}\n"
        )
    return "\n".join(entries)


def _text(words: str) -> str:
    """Write a text as JSON does, which is YAML as well; what could turn a line around is escaped."""
    return json.dumps(words)
