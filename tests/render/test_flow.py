"""Messages wrapped so that right-to-left words stand last on their lines."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from factcheck.render.bidi import FSI, PDI, harmless
from factcheck.render.flow import TIE, flow

WORDS = st.lists(
    st.sampled_from(
        ["figure", "12", "قتلى", "«٣٧", "آخرون»", "«two", "words»", "/", "a:", "المدير،", "(بيان)", "40%", "–"]
    ),
    max_size=30,
).map(" ".join)


def lines(text: str, width: int = 80, *, rtl: bool = False) -> list[str]:
    return [line.replace(FSI, "[").replace(PDI, "]") for line in flow(text, width, rtl=rtl, bidi="isolate")]


@pytest.mark.parametrize(
    ("text", "wrapped"),
    [
        ("no source one could call", ["no source one could call"]),
        ("said by سالم العلي", ["said by [سالم العلي]"]),
        ("سالم العلي alone says so", ["[سالم العلي]", "alone says so"]),
        ("«27 آخرون» here, «٣٧ آخرون»: both", ["[«27 آخرون»]", "here, [«٣٧ آخرون»]:", "both"]),
        ("same thing: 12 شخصا / شخص", ["same thing: [12 شخصا] / [شخص]"]),
        ("credited to (سالم العلي).", ["credited to ([سالم العلي])."]),
        ("3 calls to رائد ٣ times", ["3 calls to [رائد ٣]", "times"]),
    ],
)
def test_right_to_left_words_stand_last(text: str, wrapped: list[str]) -> None:
    assert lines(text) == wrapped


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("الرقم 12 بلا مصدر", "[الرقم 12 بلا مصدر]"),
        ("أمر واحد داخل B", "[أمر واحد داخل [B]]"),
        ("الجدول يوافق المتن: 12، > 65 M، 40 %", "[الجدول يوافق المتن: 12، [> 65 M]، [40 %]]"),
        ("المجموع 9 + 3 = 12 لا 13", "[المجموع [9 + 3 = 12] لا 13]"),
        ("«two dead» بلا مصدر", "[[«two dead»] بلا مصدر]"),
        ("«وزير» هنا و«Defence Minister» هناك", "[«وزير» هنا و[«Defence Minister»] هناك]"),
        ("«47 عاما» هنا و«74» هناك", "[«47 عاما» هنا و«74» هناك]"),
        ("منصبان: وزير / Defence Minister", "[منصبان: وزير / [Defence Minister]]"),
        ("report-a.txt", "report-a.txt"),
    ],
)
def test_what_a_right_to_left_message_holds_of_the_other_direction_is_isolated_within(text: str, line: str) -> None:
    assert lines(text, rtl=True) == [line]


def test_the_first_line_may_be_shorter_and_empty() -> None:
    assert flow("unattributed words", 20, rtl=False, bidi="plain", first=5) == ["", "unattributed words"]


def test_a_tie_holds_words_together() -> None:
    assert lines(f"about {TIE.join(['12', 'or', 'more'])}", 12) == ["about", "12 or more"]


def test_a_word_wider_than_the_line_is_broken() -> None:
    assert lines("x" * 25, 10) == ["x" * 10, "x" * 10, "x" * 5]


@given(WORDS, st.integers(min_value=8, max_value=60), st.booleans())
def test_nothing_is_lost_and_no_line_too_long(text: str, width: int, rtl: bool) -> None:
    wrapped = flow(text, width, rtl=rtl, bidi="isolate")
    assert [word for line in wrapped for word in harmless(line).split()] == text.split()
    assert all(cell_len(line) <= width for line in wrapped)
    assert all(line.count(FSI) == line.count(PDI) for line in wrapped)
    if not rtl:
        assert not any(re.search(r"[A-Za-z0-9]", line.rpartition(PDI)[2]) for line in wrapped if PDI in line)
