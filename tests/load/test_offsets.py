"""Whatever the text, its blocks are in order and apart, trimmed, and found in linear time."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.load.blocks import Layout, split_blocks
from factcheck.load.datelines import dateline_length, is_dateline, is_day
from factcheck.load.decode import decode
from factcheck.load.front_matter import read_front_matter
from factcheck.model.errors import UserError
from factcheck.model.report import Block

LAYOUT = Layout(("related articles", "مقالات ذات صلة", "source :", "end"), str.casefold, ".!?؟…")

WORDS = st.sampled_from(
    [
        "أصيب",
        "شخصا",
        "الرياض",
        "Fire",
        "fire",
        "12",
        "١٢",
        "3.",
        "LONDON",
        "(Agency)",
        "-",
        ":",
        "—",
        "end",
        "“",
        "«",
        ".",
        "ـ",
    ]
)
PROSE = st.lists(WORDS, max_size=25).map(" ".join)
ROWS = st.lists(st.one_of(st.just("---"), st.just("\\"), PROSE), min_size=1, max_size=5).map("|".join)
MARKS = st.sampled_from(
    ["- ", "* ", "•", "1. ", "2- ", "# ", "## ", "> ", "**", "| ", "  ", "\t", "-", "\u200f", "---"]
)
LINES = st.one_of(
    PROSE,
    ROWS,
    st.tuples(MARKS, PROSE).map("".join),
    st.tuples(MARKS, ROWS, MARKS).map("".join),
    st.sampled_from(["Related articles", "مقالات ذات صلة:", "|---|---|", "+--+", "===", "---", "***", "15:42 ت م", ""]),
)
BREAKS = st.sampled_from(["\n", "\n\n", "\r\n", "\r", "\u2028", "\x0c", " \n ", "\n\t\n"])
TEXTS = st.one_of(st.lists(st.tuples(LINES, BREAKS).map("".join)).map("".join), st.text())


def check(text: str, blocks: tuple[Block, ...], start: int = 0) -> None:
    spans = [block.span for block in blocks]
    assert all(start <= span.start < span.end <= len(text) for span in spans)
    assert all(before.end <= after.start for before, after in pairwise(spans))
    for block in blocks:
        surface = text[block.span.start : block.span.end]
        assert surface == surface.strip()
        assert any(char.isalnum() for char in surface)
        assert bool(block.cells) == (block.kind in ("table-head", "table-row"))
        assert all(block.span.start <= cell.start <= cell.end <= block.span.end for cell in block.cells)
        assert all(before.end <= after.start for before, after in pairwise(block.cells))
        for cell in (*block.cells, *block.heads):
            assert text[cell.start : cell.end] == text[cell.start : cell.end].strip()
        assert not block.heads or block.heads in [other.cells for other in blocks if other.kind == "table-head"]


@given(TEXTS)
def test_blocks_are_in_order_and_apart(text: str) -> None:
    check(text, split_blocks(text, LAYOUT))


@given(TEXTS, st.integers(0, 40), st.none() | PROSE)
def test_from_any_start_and_with_any_title(text: str, start: int, title: str | None) -> None:
    check(text, split_blocks(text, LAYOUT, start, title), start)


@given(TEXTS)
def test_nothing_said_is_lost(text: str) -> None:
    covered = "".join(text[block.span.start : block.span.end] for block in split_blocks(text, LAYOUT))
    outside = text
    for block in reversed(split_blocks(text, LAYOUT)):
        outside = outside[: block.span.start] + outside[block.span.end :]
    letters = [char for char in outside if char.isalpha() and char != "ـ"]
    assert not letters, covered


@given(st.one_of(PROSE, st.text()))
def test_datelines_lie_inside_their_line(line: str) -> None:
    assert 0 <= dateline_length(line) <= min(60, len(line))
    is_dateline(line)
    is_day(line, 4)


@given(st.one_of(st.binary(), TEXTS.map(lambda text: text.encode("utf-16")), TEXTS.map(str.encode)))
def test_bytes_give_text_or_a_clear_line(data: bytes) -> None:
    problems, text = [], ""
    try:
        text = decode(data, "wire.txt", 10_000)
    except UserError as error:
        problems = [str(problem) for problem in error.problems]
    assert len(problems) == (0 if text.strip() else 1)
    assert "\n" not in "".join(problems)
    text.encode()


@given(st.one_of(TEXTS, st.tuples(TEXTS, TEXTS).map(lambda two: f"---\n{two[0]}\n---\n{two[1]}")))
def test_any_beginning_is_front_matter_or_a_clear_line(text: str) -> None:
    problems, body = [], 0
    try:
        body = read_front_matter(text, "wire.md", ("ar", "en")).body
    except UserError as error:
        problems = list(error.problems)
    assert 0 <= body <= len(text)
    assert all(problem.line for problem in problems)


def seconds(text: str) -> float:
    start = time.process_time()
    split_blocks(text, LAYOUT)
    return time.process_time() - start


LONG = {
    "words": "كلمة ",
    "letters": "a",
    "pipes": "|",
    "cells": "| a ",
    "rules": "|---",
    "backslashes": "\\|",
    "dashes": "- ",
    "stars": "*",
    "quotes": "“",
    "brackets": "(",
    "stops": "a.",
    "greater": ">",
    "hashes": "#",
    "spaces": "\u2003",
    "numbers": "1.",
    "colons": "a:",
    "tatweel": "ـ",
}
SHORT = {
    "words": "كلمة قصيرة\n",
    "wrapped": "a line that is broken by a mail program at a width of sixty-nine\n",
    "bullets": "- bullet\n",
    "rows": "| a | 1 |\n",
    "rules": "|---|---|\n",
    "labels": "Related articles\n",
    "headings": "## heading\n",
    "sections": "Word\n\n",
    "datelines": "Cairo - Agency\n",
    "days": "3 March 2026\n",
    "blank": "\n",
    "carriage": "a\r",
}


@pytest.mark.slow
@pytest.mark.parametrize("piece", LONG.values(), ids=LONG)
def test_a_line_of_two_megabytes(piece: str) -> None:
    short, long = (seconds(piece * (size // len(piece))) for size in (200_000, 2_000_000))
    assert long < 30 * short + 1


@pytest.mark.slow
@pytest.mark.parametrize("line", SHORT.values(), ids=SHORT)
def test_two_hundred_thousand_lines(line: str) -> None:
    few, many = (seconds(line * count) for count in (20_000, 200_000))
    assert many < 30 * few + 1


@pytest.mark.slow
@pytest.mark.parametrize("piece", ["<", "<a ", "<a b='", "</", "&lt;", "<!doctype "])
def test_html_is_told_in_linear_time(piece: str) -> None:
    start = time.process_time()
    decode(("word " + piece).encode() * (2_000_000 // (len(piece) + 5)), "wire.txt")
    assert time.process_time() - start < 5


@pytest.mark.slow
def test_front_matter_is_read_in_linear_time() -> None:
    for filler in ("# \n", "\n", "a", "--- ", "-\n", " \t"):
        text = "---\n" + filler * (1_000_000 // len(filler))
        start = time.process_time()
        read_front_matter(text, "wire.md", ("ar", "en"))
        assert time.process_time() - start < 3
