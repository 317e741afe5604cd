"""Workflow commands of GitHub Actions: annotations at the lines of a pull request.

After GitHub's documentation, "Workflow commands for GitHub Actions", and `command.ts` of its toolkit, which says what
is escaped. A step shows ten annotations of a type and drops the rest without a word: where there are more, the tenth
says how many, and all of them stand below as plain lines of the log.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from factcheck.data.messages import Messages
from factcheck.model.finding import SEVERITIES, Severity
from factcheck.render.outcome import Outcome
from factcheck.render.remarks import Remark, remarks

MOST = 10
"""Annotations of one type that a step shows."""
COMMAND: dict[Severity, str] = {"error": "error", "warning": "warning", "note": "notice"}


def render_github(outcome: Outcome, messages: Messages) -> str:
    """Give the commands, the errors first, as a step prints them on standard output."""
    return "".join(f"{line}\n" for line in _lines(remarks(outcome, messages), messages))


def _lines(found: Sequence[Remark], messages: Messages) -> Iterator[str]:
    left: list[Remark] = []
    for severity in SEVERITIES:
        alike = [remark for remark in found if remark.severity == severity]
        shown = alike if len(alike) <= MOST else alike[: MOST - 1]
        yield from (_annotation(remark) for remark in shown)
        if rest := alike[len(shown) :]:
            rules = Counter(remark.rule for remark in rest)
            told = ", ".join(f"{rule} {count}" for rule, count in sorted(rules.items()))
            more = messages.text("terminal.more", count=len(rest), what=told)
            yield f"::{COMMAND[severity]} title=factcheck::{data(more)}"
            left += rest
    if left:
        yield f"::group::factcheck: {len(left)}"
        yield from (_plain(remark) for remark in left)
        yield "::endgroup::"


def _annotation(remark: Remark) -> str:
    place = remark.place
    known: dict[str, object] = {"file": place.path}
    if place.exact:
        known |= {"line": place.line, "endLine": place.end_line}
    if place.exact and place.line == place.end_line:  # GitHub takes columns within one line only
        known |= {"col": place.column, "endColumn": place.end_column}
    known["title"] = f"factcheck {remark.rule}"
    properties = ",".join(f"{name}={property_of(str(value))}" for name, value in known.items())
    return f"::{COMMAND[remark.severity]} {properties}::{data(remark.told)}"


def _plain(remark: Remark) -> str:
    """Set a line of the log. The runner also takes `##[...]` anywhere in a line for a command: it is broken up."""
    place = remark.place
    told = f"{place.path}:{place.line}:{place.column}: {remark.severity}: {remark.rule}: {remark.message}"
    return f"- {told.replace('##[', '## [')}"


def data(text: str) -> str:
    """Escape a command's message."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def property_of(text: str) -> str:
    """Escape the value of a command's property."""
    return data(text).replace(":", "%3A").replace(",", "%2C")
