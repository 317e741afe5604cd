"""What is read: reports of the shipped events, their pairs, texts of any length made of them, labelled spellings."""

from __future__ import annotations

import itertools
import random
import re
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from factcheck.data.strict_yaml import read
from factcheck.pipeline import load_report

FIXTURES = Path(__file__).parents[2] / "fixtures"
USUAL = 600
"""Words of a usual report."""


class Article(NamedTuple):
    """A text and the code of its language."""

    text: str
    language: str


class Row(NamedTuple):
    """A sentence, and the value its writer gave it."""

    text: str
    value: str


@cache
def events() -> list[list[Article]]:
    """Give the reports of every shipped event."""
    found: dict[Path, list[Article]] = {}
    for path in sorted((FIXTURES / "events").glob("*/report-*")):
        report = load_report(str(path))
        found.setdefault(path.parent, []).append(Article(report.text, report.language))
    return list(found.values())


def reports(language: str) -> list[str]:
    """Give the texts of all shipped reports in a language."""
    return [article.text for event in events() for article in event if article.language == language]


def pairs(count: int) -> Iterator[tuple[Article, Article]]:
    """Give so many pairs of the events' reports: the same ones over and over, each time with other digits."""
    given = [pair for event in events() for pair in itertools.combinations(event, 2)]
    for number in range(count):
        turn, which = divmod(number, len(given))
        yield given[which] if not turn else _with_other_digits(given[which], turn)


def _with_other_digits(pair: tuple[Article, Article], seed: int) -> tuple[Article, Article]:
    """Change the digits of both texts alike, so that what was equal stays equal and nothing is read twice."""
    digits = list(range(1, 10))
    random.Random(seed).shuffle(digits)  # noqa: S311 - a text to be timed, no secret
    table = {ord(zero) + n: ord(zero) + m for zero in "0٠" for n, m in enumerate(digits, 1)}
    first, second = (article._replace(text=article.text.translate(table)) for article in pair)
    return first, second


def text(words: int, seed: int, language: str) -> str:
    """Put together a text of at least so many words from paragraphs of the shipped reports, the same at every run."""
    given = [paragraph for report in reports(language) for paragraph in report.split("\n\n")]
    chance = random.Random(seed)  # noqa: S311 - a text to be timed, no secret
    chosen: list[str] = []
    length = 0
    while length < words:
        chosen.append(given[chance.randrange(len(given))])
        length += len(chosen[-1].split())
    return "\n\n".join(chosen)


def rows(language: str, field: str, *files: str) -> list[Row]:
    """Give the labelled spellings whose value is one plain number, or with `field` edtf one whole day."""
    plain = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}" if field == "edtf" else r"[0-9]+(\.[0-9]+)?")
    found = []
    for name in files:
        given: dict[str, Any] = read(FIXTURES / "corpus" / language / f"{name}.yaml").value
        for entry in given["entries"]:
            value = str(entry.get(field))
            told_otherwise = entry.keys() & {"gap", "published", "relative"} or entry.get("unit") == "bp"
            if told_otherwise or not plain.fullmatch(value):
                continue
            for spelling in entry["spellings"]:
                known = spelling if isinstance(spelling, dict) else {"text": str(spelling)}
                frame = known.get("frame") or entry.get("frame") or given.get("frame") or "{}"
                found.append(Row(frame.replace("{}", known["text"]), value))
    return found


def holds(found: list[str], wanted: str) -> bool:
    """Tell whether a value is among those found; a number within what a binary fraction loses."""
    value = _decimal(wanted)
    if value is None:
        return wanted in found
    return any(
        (other := _decimal(one)) is not None and abs(other - value) <= max(abs(value), Decimal(1)) * Decimal("1e-9")
        for one in found
    )


def _decimal(given: str) -> Decimal | None:
    try:
        number = Decimal(given)
    except InvalidOperation:
        return None
    return number if number.is_finite() else None
