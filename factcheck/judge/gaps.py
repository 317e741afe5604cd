"""What stands between two things of a sentence."""

from __future__ import annotations

import unicodedata

from factcheck.model.report import Report
from factcheck.model.span import Span


def gap(report: Report, first: Span, second: Span) -> str:
    """Give what stands between two spans of one field, in whichever order; empty where they touch or overlap."""
    left, right = sorted((first, second), key=lambda span: span.order)
    return report.surface(Span(left.end, max(left.end, right.start), left.field))


def is_blank(text: str) -> bool:
    """Tell whether a text is white space and marks no reader sees, or nothing."""
    return all(letter.isspace() or unicodedata.category(letter) == "Cf" for letter in text)
