"""Everything read in a text that is taken to be in "ar"."""

from __future__ import annotations

from pathlib import Path

from factcheck.pipeline import extract_claims, read_report
from tests.fuzz.oracles import check_reading, text_of
from tests.fuzz.seeds import DAY
from tests.fuzz.seeds import text_seeds as seeds

__all__ = ["check", "seeds"]


def check(data: bytes, folder: Path) -> None:
    text = text_of(data)
    check_reading(extract_claims(read_report(text, id="r0", language="ar", title=text[:60], published=DAY)))
