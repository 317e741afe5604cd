"""The value ladder, from the same value down to values that cannot both hold."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from msgspec.structs import replace

from factcheck.judge.values import agrees, compare_values
from factcheck.model.figure import Figure

Fig = Callable[..., Figure]
MILLION, BILLION = Decimal(10**6), Decimal(10**9)


def level(a: Figure, b: Figure) -> str:
    found, step = compare_values(a, b)
    assert compare_values(b, a)[0] == found, "the ladder is not the same from both sides"
    assert step.passed == agrees(found)
    return found


@pytest.mark.parametrize(
    ("a", "b", "wanted"),
    [
        ("12", "12", "same-value"),
        ("12", "12.0", "same-value"),
        (">12", ">12", "same-value"),
        ("10..12", "10..12", "same-value"),
        ("12", "13", "disjoint"),
        ("12.4", "12", "within-precision"),
        ("12.5", "13", "within-precision"),
        ("12.5", "12", "within-precision"),
        ("12.6", "12", "within-precision"),
        ("12.4", "13", "disjoint"),
        ("37.6", "38", "within-precision"),
        ("~50", "52", "within-precision"),
        ("~50", "65", "disjoint"),
        ("~12", "13", "disjoint"),
        ("~1800", "1830", "within-precision"),
        (">65", "70", "refines"),
        (">65", "60", "disjoint"),
        (">65", "65", "refines"),
        (">=65", "65", "refines"),
        ("<=40", "35", "refines"),
        ("<=40", "41", "disjoint"),
        ("10..12", "11", "refines"),
        ("10..12", "13", "disjoint"),
        ("10..12", "12..14", "bounds-overlap"),
        (">10", "<20", "bounds-overlap"),
        (">20", "<10", "disjoint"),
        (">48000", "~36000", "disjoint"),
        ("600", "601", "rounded"),
        ("1200", "1187", "rounded"),
        ("600", "640", "disjoint"),
        ("60", "61", "disjoint"),
        (">2", ">6", "bounds-apart"),
        ("<20", "<50", "bounds-apart"),
        (">120", ">130", "refines"),
    ],
)
def test_levels(a: str, b: str, wanted: str, fig: Fig) -> None:
    assert level(fig(a), fig(b)) == wanted


@pytest.mark.parametrize(("a", "b"), [("<130", ">130"), ("<=40", ">40")])
def test_bounds_that_face_away_from_one_number_cannot_both_hold(a: str, b: str, fig: Fig) -> None:
    assert level(fig(a), fig(b)) == "disjoint"


def billions(written: str, fig: Fig, **fields: Any) -> Figure:
    one = fig(written)
    assert one.low is not None
    return replace(one, low=one.low * BILLION, high=one.low * BILLION, step=one.step * BILLION, **fields)


@pytest.mark.parametrize(
    ("a", "b", "fits"),
    [
        ("1.375", "1.4", True),
        ("3.5", "3.6", False),
        ("8.42", "8.24", False),
        ("8.42", "8.4", True),
        ("1.24", "1.2", True),
        ("1", "1.4", True),
        ("2", "1.4", False),
        ("1.49", "1.4", True),
        ("1.25", "1.3", True),
    ],
)
def test_billions_agree_within_what_was_stated(a: str, b: str, fits: bool, fig: Fig) -> None:
    assert agrees(compare_values(billions(a, fig), billions(b, fig))[0]) == fits


def test_a_count_in_full_agrees_with_its_rounding(fig: Fig) -> None:
    rounded = Figure(14 * MILLION, 14 * MILLION, fig("1").number, step=MILLION)
    assert level(fig("14200000"), rounded) == "within-precision"
    assert level(fig("15200000"), rounded) == "disjoint"


def test_a_second_reading_of_the_writing_may_agree(fig: Fig) -> None:
    assert level(fig("236.19", readings=(Decimal(236190),)), fig("236190")) == "another-reading"


def test_an_open_interval_does_not_touch_its_end(fig: Fig) -> None:
    assert level(fig("10..12", high_inclusive=False), fig("12..14")) == "disjoint"
    assert level(fig("10..12"), fig("12..14")) == "bounds-overlap"


def test_units_of_one_dimension_are_laid_on_one_scale(fig: Fig) -> None:
    hours = fig("1.5", form="measure", unit="h")
    assert level(hours, fig("90", form="measure", unit="min")) == "same-value"
    assert level(hours, fig("100", form="measure", unit="min")) == "disjoint"
    assert level(fig("300", form="measure", unit="mm"), fig("12", form="measure", unit="[in_i]")) == "within-precision"


def test_an_hour_of_the_evening_has_two_numbers(fig: Fig) -> None:
    assert level(fig("17.5", role="time"), fig("5.5", role="time")) == "another-reading"
    assert level(fig("17.5", role="time"), fig("9.5", role="time")) == "disjoint"
    assert level(fig("2.5", role="time"), fig("14.45", role="time")) == "rounded"
