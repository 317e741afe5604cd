"""What a watcher says of a report that came in: the gate's lines, and under them every finding at its places."""

from __future__ import annotations

from rich.text import Text

from factcheck.data.messages import Messages
from factcheck.render.bidi import isolate
from factcheck.render.outcome import Look
from factcheck.render.remarks import Place, found_in
from factcheck.render.sheet import SEVERITY_STYLES

MOST_PLACES = 4
"""Places of a finding that are shown; the first ones say most."""


def finding_lines(look: Look, messages: Messages) -> list[Text]:
    """Say what was found in a report, a line a finding and one for each place: `file:line:column  «the words»`."""
    lines = []
    for remark in found_in(look, messages, "isolate"):
        line = Text("    ")
        line.append(messages.text(f"severity.{remark.severity}"), style=SEVERITY_STYLES[remark.severity])
        lines.append(line.append(f"  {remark.rule}: {remark.message}"))
        lines += [Text(f"      {_where(place)}  {_words(place)}") for place in remark.places[:MOST_PLACES]]
    return lines


def _where(place: Place) -> str:
    return f"{place.path}:{place.line}:{place.column}" if place.exact else place.path


def _words(place: Place) -> str:
    return isolate(f"«{place.text}»", "isolate") + (f"  {place.label}" if place.label else "")
