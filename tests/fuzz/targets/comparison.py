"""Two texts laid side by side: in either order, and each beside itself."""

from __future__ import annotations

from pathlib import Path

from factcheck.pipeline import extract_claims, read_report
from tests.fuzz.oracles import BETWEEN, check_alone, check_reading, check_turned, text_of
from tests.fuzz.seeds import DAY
from tests.fuzz.seeds import pair_seeds as seeds

__all__ = ["WORDS", "check", "seeds"]
WORDS = [BETWEEN.encode()]


def check(data: bytes, folder: Path) -> None:
    first, _, second = text_of(data).partition(BETWEEN)
    reports = [read_report(text, id=name, published=DAY) for name, text in (("r0", first), ("r1", second or first))]
    readings = [extract_claims(report) for report in reports]
    for reading in readings:
        check_reading(reading)
    check_alone(readings[0])
    check_turned(readings)
