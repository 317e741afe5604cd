"""Days as they are printed: nothing inferred, and the order of day and month not taken for granted."""

from __future__ import annotations

import datetime

import pytest

from factcheck.judge.days import days_apart, other_order, printed_day
from factcheck.model.date import Date


@pytest.mark.parametrize(
    ("date", "day"),
    [
        (Date("2026-01-05", written="5 january 2026"), "2026-01-05"),
        (Date("2026-01-05", written="5 january", relative=True), None),
        (Date("2026-01-05", written="5/1/26"), None),
        (Date("XXXX-01-05", written="5 january"), None),
        (Date("2026-01-05/2026-01-06", written="5-6 january 2026"), None),
        (Date("2026-01", written="january 2026"), None),
        (Date("1917-11-07", written="7 november 1917"), None),
    ],
)
def test_printed_day(date: Date, day: str | None) -> None:
    assert printed_day(date) == (datetime.date.fromisoformat(day) if day else None)


def test_other_order() -> None:
    assert other_order(Date("2026-03-04", written="4 / 3 / 2026")) == datetime.date(2026, 4, 3)
    assert other_order(Date("2026-03-04", written="4 march 2026")) is None
    assert other_order(Date("2026-03-24", written="24 / 3 / 2026")) is None


@pytest.mark.parametrize(
    ("one", "other", "days"),
    [
        ("2026-01-05", "2026-01-07", 2),
        ("2026-01-01", "XXXX-12-31", 1),
        ("XXXX-01-01", "XXXX-12-31", 1),
        ("2026-02-28", "XXXX-02-29", None),
        ("2024-02-28", "XXXX-02-29", 1),
        ("2026-01", "2026-01-07", None),
        ("2026-01-05", "2026-01", None),
    ],
)
def test_days_apart(one: str, other: str, days: int | None) -> None:
    assert days_apart(one, other) == days_apart(other, one) == days
