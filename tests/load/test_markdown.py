"""Markdown's marks inside lines are no part of what a report says, in either language."""

from __future__ import annotations

import pytest

from factcheck.load.markdown import is_markdown
from factcheck.load.markdown_marks import without_marks


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("About **340** dock workers returned.", "About 340 dock workers returned."),
        ("عاد و**340** عاملا إلى _الميناء_.", "عاد و340 عاملا إلى الميناء."),
        ("The [port](https://wire.example/2026/03/02) reopened.", "The port reopened."),
        ("أعيد فتح [الميناء](https://wire.example/1_(2) 'x').", "أعيد فتح الميناء."),
        ("Ten died[^1].\n\n[^1]: The mayor said.", "Ten died.\n\nThe mayor said."),
        ("Ten ~~twelve~~ died.", "Ten  died."),
        ("Ten <!-- was 12 --> died.", "Ten  died."),
        ("![A pier](pier-1998.jpg) Ten died.", " Ten died."),
        ("It cost \\*3 million.", "It cost *3 million."),
        ("The `port` [reopened][1].\n\n[1]: https://wire.example/2026", "The port reopened.\n\n"),
    ],
)
def test_marks_are_taken_out(written: str, read: str) -> None:
    assert without_marks(written) == read
    assert without_marks(written).count("\n") == written.count("\n")


@pytest.mark.parametrize(
    "text",
    [
        "2 * 3 * 4 and snake_case_name",
        "* one\n* two\n",
        "**A heading of its own**",
        "| a | b |\n|---|---|\n| 1 | 2 |",
        "قال [المتحدث]: وصل 12 شخصا",
        "# Boats\n\n## Costs",
    ],
)
def test_what_is_no_mark_stays(text: str) -> None:
    assert without_marks(text) == text


def test_signs_of_markdown() -> None:
    assert is_markdown("Ten **dead**")
    assert is_markdown("[x](https://wire.example)")
    assert not is_markdown("2 ** 3 ** 4, and [sic] (so he said)")
