"""What fuzzing starts from: shipped reports, files of every format, and the words of the lexicons."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from factcheck.languages.loader import load_languages
from factcheck.model.comparison import Comparison
from factcheck.model.lexicon import Node
from factcheck.pipeline import compare_reports, load_report, read_report
from tests.fuzz.oracles import BETWEEN

ROOT = Path(__file__).parents[2]
EVENTS = ROOT / "fixtures" / "events"
INPUTS = ROOT / "fixtures" / "inputs"
DAY = datetime.date(2026, 1, 4)
"""A day of publication for every text that has none of its own."""
SIGNS = (
    *("\u202e", "\u202d", "\u202c", "\u2066", "\u2067", "\u2068", "\u2069", "\u200e", "\u200f", "\u061c"),
    *("\u200b", "\u200c", "\u200d", "\u2060", "\ufeff", "\u00ad", "\u0640", "\u0651", "\u0301", "\ufe0f", "\u0001"),
    *(
        "%",
        "٪",
        "٫",
        "٬",
        "،",
        "؛",
        "؟",
        "«",
        "»",
        "“",
        "”",
        '"',
        "'",
        "½",
        "²",
        "ﷺ",
        "№",
        "$",
        "€",
        "–",
        "—",
        "…",
        "|",
    ),
    *(
        "\n\n",
        "\n- ",
        "\n# ",
        "\n---\n",
        "\n| a | b |\n|---|---|\n",
        "\u2028",
        "\x85",
        "1,000",
        "١٢٫٥",
        "5ر47",
        "12.",
        "0",
    ),
)
SIZE = 4000
"""Bytes of the largest text seed."""


def texts() -> list[str]:
    """Give the bodies of the shipped reports, each cut to a size that runs often."""
    paths = sorted(EVENTS.glob("*/*.txt"))
    return [path.read_text("utf-8")[:1500] for path in paths]


def text_seeds() -> list[bytes]:
    """Give the shipped reports, and each of their paragraphs."""
    whole = texts()
    parts = [part for text in whole for part in text.split("\n\n") if len(part) > 40]
    return [text.encode()[:SIZE] for text in (*whole, *parts)]


def pair_seeds() -> list[bytes]:
    """Give the first two reports of every shipped event, as one input each."""
    pairs = []
    for folder in sorted(EVENTS.iterdir()):
        reports = [path.read_text("utf-8")[:900] for path in sorted(folder.glob("*.txt"))[:2]]
        pairs.append(BETWEEN.join(reports).encode()[:SIZE])
    return pairs


def input_seeds(*patterns: str) -> list[bytes]:
    """Give the shipped files of input formats whose names fit."""
    return [path.read_bytes() for pattern in patterns for path in sorted(INPUTS.glob(f"*/{pattern}"))]


def compared(text: str) -> Comparison:
    """Compare the two texts of an input."""
    first, _, second = text.partition(BETWEEN)
    return compare_reports(
        [
            read_report(first, id="r0", name="a.txt", published=DAY),
            read_report(second or first, id="r1", name="b.txt", published=DAY),
        ]
    )


@lru_cache(maxsize=8)
def shipped_comparison(event: str = "ferry-fire") -> Comparison:
    """Compare the reports of a shipped event."""
    paths = sorted((EVENTS / event).glob("*.txt"))
    return compare_reports([load_report(str(path), name=f"r{number}") for number, path in enumerate(paths)])


def words(most: int = 1500) -> list[bytes]:
    """Give words and phrases of the lexicons, evenly taken, and signs that have a meaning."""
    found: list[bytes] = []
    for language in load_languages().values():
        every = sorted(_phrases(language.lexicon.root))
        step = max(1, len(every) // (most // 2))
        found += [phrase.encode() for phrase in every[::step]]
    return [*found, *(sign.encode() for sign in SIGNS)]


def _phrases(node: Node, before: str = "") -> Iterator[str]:
    for word, child in node.next.items():
        phrase = f"{before} {word}" if before else word
        if child.forms:
            yield phrase
        yield from _phrases(child, phrase)
