"""Arithmetic on stated figures: rounding accuses nobody, and what is left over is wrong."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest

from factcheck.judge.rates import ENDLESS, Reach, difference, reach, relative, share
from factcheck.model.figure import Figure

Fig = Callable[..., Figure]
MILLION = Decimal(10**6)


@pytest.mark.parametrize(
    ("written", "fields", "generous", "wanted"),
    [
        ("50", {}, False, ("50", "50")),
        ("50", {}, True, ("50", "50")),
        ("5000", {}, True, ("4500", "6000")),
        ("5000", {"form": "percent"}, True, ("4999.5", "5001")),
        ("20", {"form": "percent"}, False, ("19.5", "21")),
        ("2.5", {"form": "percent"}, False, ("2.45", "2.6")),
        ("50000000", {"step": MILLION, "form": "money"}, False, ("49500000", "51000000")),
        ("~50", {}, False, ("45", "60")),
        (">50", {}, False, ("50", "Infinity")),
        ("<50", {}, False, ("0", "50")),
    ],
)
def test_reach(written: str, fields: dict[str, object], generous: bool, wanted: tuple[str, str], fig: Fig) -> None:
    assert reach(fig(written, **fields), generous=generous) == Reach(*map(Decimal, wanted))


def point(value: int) -> Reach:
    return Reach(Decimal(value), Decimal(value))


def test_changes_and_shares() -> None:
    assert relative(point(50), point(80), up=True) == point(60)
    assert relative(point(80), point(50), up=False) == Reach(Decimal("37.5"), Decimal("37.5"))
    assert relative(point(80), point(50), up=True) == Reach(Decimal("-37.5"), Decimal("-37.5"))
    assert relative(point(0), point(50), up=True) is None
    assert difference(point(5), point(7), up=True) == point(2)
    assert difference(point(7), point(5), up=False) == point(2)
    assert share(point(30), point(120)) == point(25)
    assert share(point(30), point(0)) is None


def test_an_open_figure_leaves_the_rate_open() -> None:
    found = relative(point(50), Reach(Decimal(80), ENDLESS), up=True)
    assert found == Reach(Decimal(60), ENDLESS)
    assert found.meets(point(400))
    assert not found.meets(point(20))
