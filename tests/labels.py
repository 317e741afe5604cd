"""What a labelled event quotes of its reports, and where it stands: shared by the long events and the short cases."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import pytest
from pydantic import BaseModel, ConfigDict

from factcheck.model.comparison import Comparison
from factcheck.model.finding import Finding
from factcheck.model.span import Span


class Strict(BaseModel):
    """A part of a file of labels; a key nobody knows is a slip."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Piece(Strict):
    """Words of a report, quoted."""

    report: int
    text: str


def place(comparison: Comparison, piece: Piece) -> Span:
    """Find a quoted piece in its report's text, or else in its title."""
    report = comparison.readings[piece.report].report
    at = report.text.find(piece.text)
    if at >= 0:
        return Span(at, at + len(piece.text))
    at = (report.title or "").find(piece.text)
    assert at >= 0, f"report {piece.report} does not say «{piece.text}»"
    return Span(at, at + len(piece.text), "title")


def covers(comparison: Comparison, finding: Finding, pieces: Sequence[Piece]) -> bool:
    """Tell whether each piece overlaps some evidence of the finding in the same report."""
    return all(
        any(e.report == piece.report and e.span.overlaps(place(comparison, piece)) for e in finding.evidence)
        for piece in pieces
    )


def params(labelled: Iterable[tuple[str, Sequence[Any]]]) -> Iterator[Any]:
    """Give a test for each item (with `category` and `gap`) of each event; one with a gap must fail."""
    for name, items in labelled:
        for number, item in enumerate(items):
            marks = [pytest.mark.xfail(strict=True, raises=AssertionError, reason=item.gap)] if item.gap else []
            yield pytest.param(name, item, id=f"{name} {item.category} #{number}", marks=marks)
