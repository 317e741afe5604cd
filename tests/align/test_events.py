"""Which of several reports tell one event, and which copy one another."""

from __future__ import annotations

from itertools import product

import pytest

from factcheck.align.events import joined, told_apart, voices
from factcheck.align.likeness import rarity
from factcheck.pipeline import compare_reports, extract_claims, read_report

FLASH = (
    "A fire broke out in a paper mill near Turku on Monday evening. Forty firemen fought the flames until dawn. "
    "The mill employs 300 people and makes paper for newspapers in nine countries."
)
AGAIN = (
    "A fire broke out in a paper mill near Turku on Monday evening. Forty firemen fought the flames until dawn. "
    "The owners of the mill gave no cause and promised a report within days."
)
BAKERS = (
    "Bakers of the northern chain opened their doors to reporters at dawn and spoke about flour, ovens and prices. "
    "Neighbours in Lille had once called for a boycott because lorries blocked the narrow lanes behind the church. "
    "A range of rye cakes with plum jam will reach forty shops, said the director, who grew up above a mill. "
    "Sales start on Wednesday after a tasting for teachers, nurses and drivers."
)
OTHER = (
    "The harbour council of Genoa voted on Friday to widen the eastern pier. Fishermen protested outside the hall. "
    "The works begin next spring."
)


@pytest.mark.parametrize(
    ("flash", "one"),
    [
        ("After a boycott in Lille the bakers start a range of rye cakes on Wednesday.", True),
        ("After a strike in Lille the painters start a row of bright walls on Wednesday.", False),
    ],
)
def test_a_flash_is_of_the_event_whose_long_report_holds_its_words(flash: str, one: bool) -> None:
    rest = ["".join(letters).capitalize() for letters in product("bdfglm", "aeio", "kprst")][:60]
    long = " ".join([BAKERS, *(f"{word}ward {word}pump {word}hose {word}gate {word}crew." for word in rest)])
    reports = [read_report(text, id=f"r{n}", language="en") for n, text in enumerate((flash, long))]
    assert compare_reports(reports).same_event is one


def test_a_chain_of_links_joins_reports() -> None:
    assert joined(4, [(0, 1), (1, 3)]) == [(0, 1, 3), (2,)]


@pytest.mark.parametrize(
    ("order", "linked", "apart"),
    [
        ((0, 1, 2), [(0, 1), (1, 2)], ()),
        ((0, 1, 2), [(0, 1)], (2,)),
        ((0, 1, 2), [], ()),
        ((0, 1, 2, 3), [(0, 1), (2, 3)], (2, 3)),
        ((3, 0, 1, 2), [(0, 1), (2, 3)], (0, 1)),
    ],
)
def test_the_event_most_reports_tell_is_compared(
    order: tuple[int, ...], linked: list[tuple[int, int]], apart: tuple[int, ...]
) -> None:
    assert told_apart(order, linked) == apart


def test_a_copied_report_is_no_second_voice() -> None:
    readings = [extract_claims(read_report(text, id="r", language="en")) for text in (FLASH, OTHER, AGAIN)]
    assert voices(readings, rarity(readings)) == ((0, 2),)


def test_the_order_of_reports_does_not_change_which_event_is_compared() -> None:
    texts = [FLASH, OTHER, AGAIN, OTHER.replace("Friday", "Thursday")]
    left_out = {
        frozenset(
            order[n] for n in compare_reports([read_report(texts[i], id="r", language="en") for i in order]).apart
        )
        for order in ((0, 1, 2, 3), (3, 2, 1, 0), (1, 0, 3, 2))
    }
    assert left_out in ({frozenset({1, 3})}, {frozenset({0, 2})})
