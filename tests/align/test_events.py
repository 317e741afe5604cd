"""Which of several reports tell one event, and which copy one another."""

from __future__ import annotations

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
OTHER = (
    "The harbour council of Genoa voted on Friday to widen the eastern pier. Fishermen protested outside the hall. "
    "The works begin next spring."
)


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
