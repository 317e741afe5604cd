"""How alike two runs of stems are, where a rare stem says more than a common one."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.align.likeness import likeness, rarity, weigh
from factcheck.pipeline import extract_claims, read_report

STEMS = st.lists(
    st.sampled_from(["حادث", "حافل", "قتيل", "accid", "accident", "bus", "coast", "power"]), max_size=6
).map(tuple)


@given(STEMS, STEMS)
def test_it_is_a_share_and_the_same_from_both_sides(a: tuple[str, ...], b: tuple[str, ...]) -> None:
    score = likeness(a, b, {})
    assert 0 <= score <= 1
    assert score == pytest.approx(likeness(b, a, {}))
    assert likeness(a, a, {}) == pytest.approx(1.0 if a else 0.0)


def test_order_and_repeats_say_nothing() -> None:
    assert likeness(("bus", "coast"), ("coast", "bus", "bus"), {}) == 1.0


def test_a_rare_stem_weighs_more() -> None:
    weights = {"bus": 0.1, "verandah": 3.0, "x": 1.0, "y": 1.0}
    assert likeness(("bus", "x"), ("bus", "y"), weights) < likeness(("verandah", "x"), ("verandah", "y"), weights)


def test_close_spellings_count_as_one_and_short_ones_do_not() -> None:
    assert likeness(("forum", "participat"), ("forum", "participate"), {}) > 0.9
    assert likeness(("forum", "cat"), ("forum", "car"), {}) == 0.5


def test_sets_with_no_stem_in_common_are_not_alike_whatever_their_spellings() -> None:
    assert likeness(("participat",), ("participate",), {}) == 0.0


def test_rarity_falls_with_every_sentence_that_holds_a_stem() -> None:
    text = "A bus fell.\n\nThe bus burned. The driver of the bus ran. A lorry stopped."
    weights = rarity([extract_claims(read_report(text, id="r0", language="en"))])
    assert weights["bus"] < weights["lorri"]


def test_what_stems_weigh_does_not_hang_on_their_order() -> None:
    weights = {"a": 1e16, "b": 1.0, "c": -1e16}
    assert {weigh(order, weights) for order in itertools.permutations("abc")} == {1.0}
