"""Quotes with as much of their sentence as fits."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from rich.cells import cell_len

from factcheck.model.claim import Reading
from factcheck.model.span import Span
from factcheck.render.quotation import phrase, quotation

Make = Callable[..., Reading]
TEXT = "قالت الوزارة إن 12 شخصا أصيبوا، و٥٠٠ متفرج نجوا في تدافع أمام الملعب القديم شرق المدينة.\nانتهى."


def at(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


@pytest.mark.parametrize("room", range(1, 90))
def test_a_quote_fits_its_room(make_reading: Make, room: int) -> None:
    for words in ("12 شخصا", "٥٠٠ متفرج", "انتهى"):
        said = quotation(make_reading(TEXT), at(words), room)
        assert cell_len(said.text) <= room
        assert words in said.text or said.text.endswith("…")


def test_context_stops_at_the_sentence(make_reading: Make) -> None:
    assert quotation(make_reading(TEXT), at("انتهى"), 80).text == "انتهى."


def test_ellipses_show_where_the_sentence_goes_on(make_reading: Make) -> None:
    assert quotation(make_reading(TEXT), at("12 شخصا"), 200, around=2).text == "… الوزارة إن 12 شخصا أصيبوا، و٥٠٠ …"
    assert quotation(make_reading(TEXT), at("قالت"), 200, around=1).text == "قالت الوزارة …"


def test_a_word_is_never_cut_from_what_it_is_written_with(make_reading: Make) -> None:
    said = quotation(make_reading(TEXT), at("٥٠٠ متفرج"), 200, around=0)
    assert (said.before, said.words, said.after) == ("و", "٥٠٠ متفرج", "")


def test_a_phrase_stops_at_a_comma(make_reading: Make) -> None:
    reading = make_reading(TEXT)
    assert phrase(reading, at("12 شخصا"), 80, 3, 1).text == "قالت الوزارة إن 12 شخصا أصيبوا"
    assert phrase(reading, at("٥٠٠ متفرج"), 80, 3, 0).text == "و٥٠٠ متفرج"
    assert phrase(reading, at("شرق المدينة"), 80, 2, 2).text == "الملعب القديم شرق المدينة"


def test_a_quote_is_harmless(make_reading: Make) -> None:
    reading = make_reading("a \x1b[31mred \u202e12 words\u202c here", language="en")
    assert quotation(reading, Span(reading.report.text.index("12"), reading.report.text.index("12") + 2), 80).text == (
        "a ␛[31mred 12 words here"
    )


def test_a_table_row_is_quoted_without_its_outer_bars(make_reading: Make) -> None:
    text = "| المصابون | 12 |"
    bare = make_reading(text)
    cells = (Span(2, 10), Span(13, 15))
    sentence = bare.sentences[0].__class__(0, 0, "table-row", Span(0, len(text)), cells)
    reading = Reading(bare.report, (sentence,), bare.claims, bare.attributions)
    assert quotation(reading, Span(13, 15), 80).text == "المصابون | 12"
