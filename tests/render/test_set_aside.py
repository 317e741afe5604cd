"""What was let pass, said briefly."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from factcheck.data.messages import Messages, load_messages
from factcheck.model.comparison import Comparison
from factcheck.model.finding import SetAside
from factcheck.pipeline import compare_reports, read_report
from factcheck.render.flow import TIE
from factcheck.render.sheet import Sheet
from factcheck.render.terminal_set_aside import MOST_ITEMS, set_aside_items, set_aside_lines

REASONS = (
    "sum-holds", "table-agrees", "role-name-part", "role-locator", "plain-year", "past-year", "agree-another-reading",
    "agree-within-precision", "agree-refines", "agree-bounds-overlap", "apart-same-dimension", "apart-same-thing",
    "apart-same-scope", "apart-same-moment", "apart-same-modality", "apart-same-statement", "apart-same-voice",
    "apart-said-elsewhere", "apart-added-up", "apart-met-by-value", "apart-part-of-whole", "apart-not-when-said",
)  # fmt: skip


def items(comparison: Comparison, messages: Messages) -> list[str]:
    return [item.replace(TIE, " ") for item in set_aside_items(comparison, messages)]


def test_items_of_one_reason_share_a_line(english_comparison: Comparison, english: Messages) -> None:
    assert items(english_comparison, english) == [
        "9 + 3 = 12",
        "plain year: 1994, 2030",
        "≈ 12,000 and 65 M USD: another moment",
    ]


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("reason", REASONS)
def test_every_reason_has_words(english_comparison: Comparison, reason: str, language: str) -> None:
    aside = SetAside(reason, (), (("a", "1"), ("b", "2"), ("value", "3"), ("terms", "4"), ("total", "5")))
    (text,) = items(replace(english_comparison, set_aside=(aside,)), load_messages(language))
    assert reason not in text


def test_a_long_list_is_cut_and_says_so(english_comparison: Comparison, english: Messages) -> None:
    many = tuple(SetAside("apart-same-thing", (), (("a", str(n)), ("b", "2"))) for n in range(30))
    comparison = replace(english_comparison, set_aside=(*many, many[0]))
    text = " ".join(line.plain for line in set_aside_lines(Sheet(english, 80), comparison))
    assert text.count("other things counted") == MOST_ITEMS
    assert text.endswith("and 20 more")
    assert "more" not in " ".join(line.plain for line in set_aside_lines(Sheet(english, 80, explain=True), comparison))


def test_nothing_set_aside_is_nothing_said(english_comparison: Comparison, english: Messages) -> None:
    assert set_aside_lines(Sheet(english, 80), replace(english_comparison, set_aside=())) == []


SLOW = """Astronomers with a telescope have detected a star that spins so slowly that it should be silent, a study said.

The object, about 4,200 light years from Earth, turns once every 54 minutes, compared with seconds for most of its kind.
"""
FAST = """Astronomers found a star that turns just once every 54 seconds, so slowly that it should be silent.
They go on next year."""


def test_one_number_of_two_units_is_no_equal_figure(english: Messages) -> None:
    reports = [read_report(text, id=f"r{n}", name="x", language="en") for n, text in enumerate((SLOW, FAST))]
    comparison = compare_reports(reports, one_event=True)
    assert not any("equal" in dict(pair.signals) and pair.verdict == "agree" for pair in comparison.pairs)
    assert all("54" not in item for item in items(comparison, english))
