"""The matrix: which rows, in which order, and how they are put."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from msgspec.structs import replace

from factcheck.data.messages import Messages
from factcheck.model.claim import Reading
from factcheck.model.comparison import Comparison, Row
from factcheck.model.figure import Figure
from factcheck.model.finding import SetAside
from factcheck.render.bidi import FSI, PDI
from factcheck.render.matrix_plan import plan
from factcheck.render.sheet import Sheet
from factcheck.render.terminal_matrix import MOST_LINES, matrix_lines


def shown(comparison: Comparison, messages: Messages, width: int = 80, *, all_rows: bool = False) -> list[str]:
    lines = matrix_lines(Sheet(messages, width), comparison, all_rows=all_rows)
    return [line.plain.rstrip().replace(FSI, "").replace(PDI, "") for line in lines]


def test_rows_stand_in_the_order_an_editor_looks(english_comparison: Comparison, english: Messages) -> None:
    assert shown(english_comparison, english) == [
        "",
        "  A          B              verdict",
        "  27         37           ≠ conflict        14 شخصا وأصيب 27 آخرون",
        "  –          12             only in B       وشارك في الإنقاذ 12 مسعفا",
        "  –          9 + 3          adds up to 12   9 رجال + وثلاث نساء",
        "  14         14           = agree           قتل 14 شخصا",
        "  ≈ 12,000   –              only in A       ونزح نحو 12 ألف ساكن",
        "  1994       –              only in A       أشد هزة منذ 1994",
        "  –          > 65 M USD     only in B       وبلغت الخسائر أكثر من 65 مليون دولار",
    ]


def test_in_arabic_the_values_stand_first_as_well(comparison: Comparison, messages: Messages) -> None:
    rows = shown(comparison, messages)[2:]
    assert [row.split()[0] for row in rows] == ["27", "–", "–", "14", "≈", "1994", "–"]


def test_a_part_that_conflicts_stands_for_itself(english_comparison: Comparison, english: Messages) -> None:
    rows = list(english_comparison.matrix)
    cells = tuple(replace(cell, verdict="conflict") if cell.claims else cell for cell in rows[6].cells)
    rows[6] = replace(rows[6], cells=cells)
    values = [line.values for row in plan(replace(english_comparison, matrix=tuple(rows)), english) for line in row]
    assert ("–", "9 + 3") not in values
    assert ("–", "9") in values


def test_parts_without_a_known_total_are_rows_like_others(english_comparison: Comparison, english: Messages) -> None:
    lines = plan(replace(english_comparison, set_aside=()), english)
    assert {("–", "9"), ("–", "3")} < {row[0].values for row in lines}


def test_a_sum_whose_evidence_is_no_row_changes_nothing(english_comparison: Comparison, english: Messages) -> None:
    odd = SetAside("sum-holds", english_comparison.set_aside[0].evidence[1:2], (("terms", "9"), ("total", "9")))
    assert plan(replace(english_comparison, set_aside=(odd,)), english)


@pytest.fixture
def crowded(
    make_reading: Callable[..., Reading], make_row: Callable[..., Row], make_number: Callable[..., Figure]
) -> Comparison:
    """Twenty figures in one report, none in the other."""
    words = [f"{number} trucks" for number in range(21, 41)]
    first = make_reading(", ".join(words), [(word, make_number(word[:2])) for word in words], language="en", id="r0")
    second = make_reading("nothing", language="en", id="r1")
    rows = tuple(
        make_row(word, ([f"c{i}"], word[:2], "not comparable"), ((), "", "silent")) for i, word in enumerate(words)
    )
    return Comparison((first, second), True, (), (), (), (), rows)


def test_a_long_matrix_says_what_it_leaves_out(crowded: Comparison, english: Messages) -> None:
    lines = shown(crowded, english)
    assert len(lines) == MOST_LINES + 3
    assert lines[-1] == "  and 8 more: only in A 8"
    assert len(shown(crowded, english, all_rows=True)) == 22


def test_who_agrees_and_who_is_silent_among_three(
    english_comparison: Comparison, english: Messages, make_row: Callable[..., Row]
) -> None:
    a, b = english_comparison.readings
    rows = (
        make_row("14 شخصا", (["c0"], "14", "agree"), (["c0"], "14", "agree"), ((), "", "silent")),
        make_row("27 آخرون", (["c1"], "27", "conflict"), ((), "", "silent"), (["c1"], "37", "conflict")),
        make_row("1994", (["c3"], "1994", "not comparable"), (["c2"], "12", "not comparable"), ((), "", "silent")),
    )
    lines = plan(Comparison((a, b, b), True, (), (), (), (), rows), english)
    assert [(row[0].sign, row[0].verdict) for row in lines] == [
        ("≠", "conflict A, C"),
        ("=", "agree A, B"),
        ("", "not comparable"),
    ]


def test_a_narrow_page_puts_the_verdict_and_the_subject_below(
    english_comparison: Comparison, english: Messages
) -> None:
    lines = shown(english_comparison, english, 40)
    assert lines[2:4] == ["  27         37", "     ≠ conflict        وأصيب 27 آخرون"]
