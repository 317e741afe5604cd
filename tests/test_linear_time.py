"""A text made to hurt (digits, marks, brackets) costs what its length says: four times the text, four times the work.

Work is counted in lines of the package that run, which are the same on every machine.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import FrameType
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import factcheck
from factcheck.model.claim import Reading
from factcheck.model.language import Language
from factcheck.pipeline import compare_reports, extract_claims, read_report
from factcheck.text.segment import segment
from factcheck.text.tokens import tokenize

PACKAGE = str(Path(factcheck.__file__).parent)
HOSTILE = {
    "numerals": "12,3.4(5)-6%٧ ",
    "cells": "|1",
    "times": "10:30:",
    "brackets": "([{«",
    "initials": "u.s.",
    "clitics": "وبال",
    "quotes": '" a ',
    "lines": "1\n",
    "sums": "3 million and 4 ",
    "ranges": "between 3 and 4 ",
    "speech": "قال مصدر إن ",
    "points": "1.",
    "dates": "until 3 May and ",
    "digits": "7",
    "lists": "1,2,",
    "points in words": "one point two ",
    "parts": "3 and a half ",
    "feet": "5 ft 2 in ",
    "shares": "one in five ",
    "changes": "rose from 3 to ",
    "bounds": "no less than its value ",
    "ordinals": "hundred and fifth ",
    "addresses": "http://a.b/?1%2",
    "calls": "call 123 ",
}


def read_claims(text: str) -> Reading:
    return extract_claims(read_report(text, id="r0", language="en"))


def steps(work: Callable[[], Any]) -> int:
    """Count the lines of the package that run: the same number on every machine."""
    count = 0

    def trace(frame: FrameType, event: str, _: object) -> Any:
        nonlocal count
        if not frame.f_code.co_filename.startswith(PACKAGE):
            return None
        count += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        work()
    finally:
        sys.settrace(before)
    return count


def grows_in_step(work: Callable[[str], Any], pattern: str, size: int, factor: float) -> None:
    texts: Sequence[str] = [(pattern * size * 4)[: size * times] for times in (1, 4)]
    for text in texts:
        work(text)  # what is cached is cached
    small, large = (steps(lambda text=text: work(text)) for text in texts)  # type: ignore[misc]
    assert large <= factor * max(small, 1000), (
        f"{small} steps for {len(texts[0])} characters, {large} for four times that"
    )


@pytest.mark.parametrize("name", HOSTILE)
def test_cutting_into_sentences_takes_linear_time(name: str, tongues: Mapping[str, Language]) -> None:
    def work(text: str) -> None:
        segment(read_report(text, id="r0", language="ar"), tongues["ar"])

    grows_in_step(work, HOSTILE[name], 2000, 8)


@pytest.mark.parametrize("name", HOSTILE)
def test_reading_claims_takes_linear_time(name: str) -> None:
    grows_in_step(read_claims, HOSTILE[name], 80, 8)


def test_comparing_a_sentence_without_an_end_takes_no_square_of_its_figures() -> None:
    other = read_report("The mayor spoke on Monday.", id="r1", language="en")

    def work(text: str) -> None:
        compare_reports([read_report(text, id="r0", language="en"), other])

    grows_in_step(work, "police said 12 people were killed in 5 towns and ", 4000, 8)


HOSTILE_LETTERS = "17٣٤.,،٫٬ر'’-–/:%()«»\u200f½ \u00a0aبو"


@pytest.mark.slow
@settings(max_examples=15, derandomize=True)
@given(st.text(alphabet=HOSTILE_LETTERS, min_size=1, max_size=8))
def test_no_pattern_backtracks_on_a_hundred_kilobytes(tongues: Mapping[str, Language], piece: str) -> None:
    def seconds(size: int) -> float:
        text, taken = (piece * size)[:size], []
        for _ in range(3):
            begin = time.process_time()
            tokenize(text, tongues["ar"])
            taken.append(time.process_time() - begin)
        return min(taken)

    # Four times the text: a pattern that backtracks takes sixteen times the time and more.
    assert seconds(100_000) <= 10 * seconds(25_000) + 0.1


def test_a_run_of_digits_longer_than_a_number_can_be_is_read() -> None:
    assert [c for c in read_claims("7" * 5000).claims if c.figure is not None] == []
