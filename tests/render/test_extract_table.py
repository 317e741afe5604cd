"""The list of what was read in one report."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from rich.cells import cell_len

from factcheck.data.messages import Messages
from factcheck.model.claim import Name, Reading
from factcheck.model.comparison import Comparison
from factcheck.model.date import Date
from factcheck.model.figure import Figure
from factcheck.render.bidi import FSI, PDI
from factcheck.render.extract_table import render_extract


@pytest.mark.parametrize("width", [40, 60, 80, 120])
@pytest.mark.parametrize("explain", [False, True])
def test_the_list_fits_the_page_and_arabic_stands_last(
    comparison: Comparison, messages: Messages, width: int, explain: bool
) -> None:
    for reading in comparison.readings:
        lines = render_extract(reading, messages, width=width, color=False, explain=explain).splitlines()
        assert [line for line in lines if cell_len(line) > width] == []
        assert all(line.count(FSI) == line.count(PDI) for line in lines)
        if messages.language == "en":
            assert not any(re.search(r"[A-Za-z0-9]", line.rpartition(PDI)[2]) for line in lines if PDI in line)
        assert "\x1b" not in "".join(lines)


def test_claims_stand_under_their_sentence(english_comparison: Comparison, english: Messages) -> None:
    text = render_extract(english_comparison.readings[0], english, width=80, color=False)
    assert text.replace(FSI, "").replace(PDI, "") == (
        "factcheck · report-a.txt\n"
        "Arabic · 35 words · 4 claims\n"
        "\n"
        "2:1  «قتل 14 شخصا وأصيب 27 آخرون في زلزال ضرب بلدة السهل فجر الأحد، بحسب مدير…»\n"
        "    source  person  مدير المستشفى سالم العلي\n"
        "  2:5   figure  14        dead      14 شخصا\n"
        "  2:19  figure  27        injured   27 آخرون\n"
        "\n"
        "3:1  «ونزح نحو 12 ألف ساكن عن بيوتهم في أشد هزة منذ 1994.»\n"
        "  3:6   figure  ≈ 12,000  resident  نحو 12 ألف ساكن\n"
        "  3:47  date    1994                1994\n"
    )


def test_explaining_says_how_each_was_read(english_comparison: Comparison, english: Messages) -> None:
    text = render_extract(english_comparison.readings[0], english, width=80, color=False, explain=True)
    assert f"    read  numeral · counts {FSI}شيئا{PDI}\n          (noun after)\n" in text


def test_every_kind_of_claim(
    messages: Messages, make_reading: Callable[..., Reading], make_number: Callable[..., Figure]
) -> None:
    reading = make_reading(
        "On 1 Muharram Dr Amal Said of Page 12 said \x1b[1m no more than 40 percent.",
        [
            ("1 Muharram", Date("2026-06-16", "hijri", "1 Muharram")),
            ("Dr Amal Said", Name("person", "amal said")),
            ("Page 12", make_number("12", role="locator")),
            ("no more than 40 percent", make_number(None, "40", unit="%", form="percent")),
            ("said", None),
        ],
        language="en",
    )
    text = render_extract(reading, messages, width=100, color=False)
    assert "2026-06-16" in text
    assert "≤ 40 %" in text
    assert messages.text("calendar.hijri") in text
    assert messages.text("role.locator") in text
    assert messages.text("name-type.person") in text
    assert "␛[1m" in text


def test_nothing_read(make_reading: Callable[..., Reading], english: Messages) -> None:
    assert render_extract(make_reading("", language="en", name="a.txt"), english, width=80, color=False) == (
        "factcheck · a.txt\nEnglish · 0 words · 0 claims\n"
    )
