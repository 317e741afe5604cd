"""What the engines read: reports of the fixtures or of a file, rows with the values wanted, long texts made of both."""

from __future__ import annotations

import itertools
import json
from collections.abc import Iterator, Sequence
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import NamedTuple

from factcheck.pipeline import load_report

EVENTS = Path(__file__).parents[2] / "fixtures" / "events"


class Article(NamedTuple):
    """A text, the code of its language, and the values a reader must find in it (rows of a specification only)."""

    text: str
    language: str
    wanted: tuple[str, ...] = ()


def fixtures() -> list[Article]:
    """Give the reports of every event of the fixtures."""
    reports = [load_report(str(path)) for path in sorted(EVENTS.glob("*/report-*"))]
    return [Article(report.text, report.language) for report in reports]


def articles(path: Path) -> list[Article]:
    """Read articles from JSON Lines: `text` and `language` of each."""
    return [Article(row["text"], row["language"]) for row in _rows(path)]


def specifications(path: Path) -> list[Article]:
    """Read rows from JSON Lines: `id`, `text`, `lang` and `values`, the plain numbers to be found."""
    return [Article(row["text"], row["lang"], tuple(map(str, row["values"]))) for row in _rows(path)]


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines if line.strip())


def pieces(given: Sequence[Article], words: int, times: int) -> list[str]:
    """Make `times` texts of at least `words` words each out of the articles' lines, over and over."""
    lines = itertools.cycle([line for article in given for line in article.text.splitlines() if line.strip()])
    made = []
    for _ in range(times):
        piece, count = list[str](), 0
        while count < words:
            piece.append(next(lines))
            count += len(piece[-1].split())
        made.append("\n\n".join(piece))
    return made


def holds(found: Sequence[str], wanted: str) -> bool:
    """Tell whether a value is among those found, within what a binary fraction loses."""
    value = _decimal(wanted)
    return value is not None and any(
        (other := _decimal(text)) is not None and abs(other - value) <= max(abs(value), Decimal(1)) * Decimal("1e-9")
        for text in found
    )


def _decimal(text: str) -> Decimal | None:
    try:
        number = Decimal(text)
    except InvalidOperation:
        return None
    return number if number.is_finite() else None
