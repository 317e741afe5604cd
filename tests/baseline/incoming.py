"""The copy these tests judge, the options they give, and how they change a file."""

from __future__ import annotations

from pathlib import Path

TALKS = Path(__file__).parents[2] / "fixtures" / "events" / "minister-talks"
A, B = "incoming/report-a.txt", "incoming/report-b.txt"
WRITE, READ, SHRINK = ("--write-baseline", "known.jsonl"), ("--baseline", "known.jsonl"), "--update-baseline"


def change(old: str, new: str, name: str = B) -> None:
    """Put other words into a file, in place of words that it holds."""
    text = Path(name).read_text("utf-8")
    assert old in text
    Path(name).write_text(text.replace(old, new), "utf-8")
