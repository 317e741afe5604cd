"""Wording stretches a number into an interval; two numbers make one range."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest

from factcheck.model.claim import Reading
from factcheck.model.figure import Figure

Read = Callable[[str, str], Reading]


def figures(text: str, code: str, reading: Read) -> list[Figure]:
    return [claim.figure for claim in reading(text, code).claims if claim.figure is not None]


def bounds(figure: Figure) -> tuple[Decimal | None, Decimal | None, bool, bool, bool]:
    return figure.low, figure.high, figure.low_inclusive, figure.high_inclusive, figure.approximate


@pytest.mark.parametrize(
    ("text", "code", "wanted"),
    [
        ("more than 12 people came", "en", (12, None, False, True, False)),
        ("at least 12 people came", "en", (12, None, True, True, False)),
        ("fewer than 12 people came", "en", (None, 12, True, False, False)),
        ("up to 12 people came", "en", (None, 12, True, True, False)),
        ("about 12 people came", "en", (12, 12, True, True, True)),
        ("about a dozen people came", "en", (12, 12, True, True, True)),
        ("exactly 12 people came", "en", (12, 12, True, True, False)),
        ("12 people or more came", "en", (12, None, True, True, False)),
        ("12 people or so came", "en", (12, 12, True, True, True)),
        ("more than $12 was paid", "en", (12, None, False, True, False)),
        ("حضر أكثر من 12 شخصا", "ar", (12, None, False, True, False)),
        ("حضر ما لا يقل عن 12 شخصا", "ar", (12, None, True, True, False)),
        ("حضر 12 شخصا على الأقل", "ar", (12, None, True, True, False)),
        ("حضر 12 شخصا على الأكثر", "ar", (None, 12, True, True, False)),
        ("حضر نحو 12 شخصا", "ar", (12, 12, True, True, True)),
        ("حضر 12 شخصا بالضبط", "ar", (12, 12, True, True, False)),
        ("بين 10 و12 شخصا حضروا", "ar", (10, 12, True, True, False)),
        ("between 10 and 12 people came", "en", (10, 12, True, True, False)),
        ("between £33bn and £34bn", "en", (33 * 10**9, 34 * 10**9, True, True, False)),
        ("between 3 and 4 million people", "en", (3 * 10**6, 4 * 10**6, True, True, False)),
        ("10-12 people came", "en", (10, 12, True, True, False)),
    ],
)
def test_one_interval(text: str, code: str, wanted: tuple[object, ...], reading: Read) -> None:
    (figure,) = figures(f"{text}.", code, reading)
    assert bounds(figure) == wanted


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("300 homes and more than 20 schools burned.", [(300, 300), (20, None)]),
        ("300 people and over 20 dogs came.", [(300, 300), (20, None)]),
        ("12 people came, at least 3 of them late.", [(12, 12), (3, None)]),
    ],
)
def test_wording_stays_with_its_own_number(
    text: str, values: list[tuple[int | None, int | None]], reading: Read
) -> None:
    assert [(figure.low, figure.high) for figure in figures(text, "en", reading)] == values
