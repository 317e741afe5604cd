"""A file that was dropped on the page, of whatever format: its reports as text, and what its file says of them."""

from __future__ import annotations

from typing import Any

from factcheck.model.errors import UserError
from factcheck.model.report import Report
from factcheck.pipeline import reports_in
from factcheck.render.bidi import harmless

LONGEST_NAME = 200


def read_file(content: bytes, name: str) -> dict[str, Any]:
    """Read a file's bytes; nothing is written to the disk. Raises UserError where no report comes out of them."""
    place = harmless(name).replace("\\", "/").rpartition("/")[2][:LONGEST_NAME] or "file"
    reports, problems = reports_in(content, place)
    if not reports:
        raise UserError(*problems)
    return {
        "reports": [_report(report) for report in reports],
        "problems": [" ".join(str(problem).split()) for problem in problems],
    }


def _report(report: Report) -> dict[str, str]:
    """Give a report's text without the front matter above it, which the fields beside it tell."""
    first = min(block.span.start for block in report.blocks if block.span.field == "text")
    known = {
        "name": report.name,
        "language": report.language,
        "text": report.text[report.text.rfind("\n", 0, first) + 1 :],
        "title": report.title,
        "byline": report.byline,
        "published": report.published.isoformat() if report.published else None,
        "source": report.source,
    }
    return {field: value for field, value in known.items() if value is not None}
