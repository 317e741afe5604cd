"""Whether two dates can be of one thing: what one leaves out it does not deny."""

from __future__ import annotations

import pytest

from factcheck.judge.date_ladder import basis, dates_hold
from factcheck.model.date import Date

YESTERDAY = Date("2026-01-05", relative=True)
MONDAY = Date("2026-01-05", weekday=1, relative=True)


@pytest.mark.parametrize(
    ("a", "b", "hold"),
    [
        (Date("2026-01-05"), Date("2026-01-05"), True),
        (Date("2026-01-05"), Date("2026-01-06"), False),
        (Date("2026-01-05"), Date("XXXX-01-05"), True),
        (Date("2026-01-05"), Date("XXXX-01-06"), False),
        (Date("2026-01-05"), Date("2026-01"), True),
        (Date("2026-01-05"), Date("2025"), False),
        (Date("2026-01-05"), Date("2025-01-05", relative=True, year_told=True), True),
        (Date("2026-01-05"), Date("2026-01-03/2026-01-09"), True),
        (Date("2026-01-05"), Date("2026-01-08/2026-01-09"), False),
        (Date("2026-01-05", "hijri"), Date("2026-01-06"), True),
        (Date("2026-01-05", "hijri"), Date("2026-01-07"), False),
        (YESTERDAY, Date("2026-01-06"), True),
        (YESTERDAY, Date("2026-01-07"), False),
        (MONDAY, Date("2026-01-12", weekday=1, relative=True), True),
        (MONDAY, Date("2026-01-06", weekday=2, relative=True), False),
    ],
)
def test_dates_hold(a: Date, b: Date, hold: bool) -> None:
    assert dates_hold(a, b) is dates_hold(b, a) is hold


def test_what_a_date_rests_on() -> None:
    assert [basis(date) for date in (Date("2026"), MONDAY, YESTERDAY)] == ["printed", "weekday", "told"]
    assert basis(Date("2026-01-05", relative=True, year_told=True)) == "printed"
