"""What the reports are called where they stand side by side: A, B, C, and the names of their files."""

from __future__ import annotations

import re
from collections.abc import Sequence

from factcheck.data.messages import Messages
from factcheck.model.report import Report
from factcheck.model.span import Span
from factcheck.render.bidi import harmless

_ALPHABET = 26


def letter(report: int) -> str:
    """Give a report's letter: A to Z, then AA, AB ..."""
    higher, last = divmod(report, _ALPHABET)
    return (letter(higher - 1) if higher else "") + chr(ord("A") + last)


def letters(reports: Sequence[int]) -> str:
    """Give several reports' letters, in order."""
    return ", ".join(letter(report) for report in sorted(reports))


def names(reports: Sequence[Report], messages: Messages) -> tuple[str, ...]:
    """Give every report a name to be shown: the end of its path, with as many folders as tell it from the others."""
    paths = [[harmless(part) for part in re.split(r"[/\\]", report.name) if part] for report in reports]
    return tuple(_name(index, paths, report, messages) for index, report in enumerate(reports))


def _name(index: int, paths: Sequence[Sequence[str]], report: Report, messages: Messages) -> str:
    own = paths[index]
    if not own:
        return harmless(report.title or "") or harmless(report.id)
    if report.name == "-":
        return messages.text("place.stdin")
    others = [path for path in paths if path != own]
    size = next((n for n in range(1, len(own)) if all(path[-n:] != own[-n:] for path in others)), len(own))
    return "/".join(own[-size:])


def place(report: Report, span: Span, messages: Messages) -> str:
    """Give line and column of a span, `3:158`; a title that stands apart from the text has a column only."""
    line, column = report.place(span)
    return f"{line}:{column}" if span.field == "text" else messages.text("place.title", column=column)
