"""From bytes of any kind to reports, under every suffix."""

from __future__ import annotations

import zlib
from pathlib import Path

from factcheck.load.formats import SUFFIXES
from factcheck.pipeline import load_reports
from tests.fuzz.oracles import check_report
from tests.fuzz.seeds import input_seeds, text_seeds

_SUFFIXES = sorted(SUFFIXES)


def seeds() -> list[bytes]:
    texts = text_seeds()[:40]
    other = [
        text.decode("utf-8", "ignore").encode(code, "ignore") for text in texts[:6] for code in ("utf-16", "cp1256")
    ]
    return [*input_seeds("*"), *texts, *other]


def check(data: bytes, folder: Path) -> None:
    file = folder / f"report{_SUFFIXES[zlib.crc32(data) % len(_SUFFIXES)]}"
    file.write_bytes(data)
    loaded = load_reports(str(file))
    assert loaded.reports or loaded.problems
    for problem in loaded.problems:
        assert "\n" not in str(problem)
    for report in loaded.reports:
        check_report(report)
