"""A date that the calendar contradicts: its weekday, or its twin in the other calendar."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, cast

from msgspec import Meta

from factcheck.judge.case import Case, Draft
from factcheck.judge.checks import Check, Options
from factcheck.judge.schema import When
from factcheck.judge.two_calendars import calendar_slips
from factcheck.judge.weekdays import weekday_slips


class CalendarOptions(Options, frozen=True, kw_only=True):
    """How far a Hijri date may be off the tables (Umm al-Qura): the moon may be sighted a day apart."""

    hijri_tolerance: Annotated[int, Meta(ge=0, le=3, description="days a Hijri date may be off, 0 to 3")] = 1


def run(case: Case, where: tuple[int, ...], when: When, options: Options) -> Iterator[Draft]:
    """Give a draft for each date with another weekday than the one printed, or with a twin that is another day.

    Levels: `weekday`, and `weekday-sighted` where a Hijri date is off by no more than the tolerance; `hijri`.
    """
    tolerance = cast("CalendarOptions", options).hijri_tolerance
    yield from weekday_slips(case, where, tolerance)
    yield from calendar_slips(case, where, tolerance)


WEEKDAY = frozenset({"date"})
CHECK = Check(
    "report",
    ("weekday", "weekday-sighted", "hijri"),
    frozenset(),
    CalendarOptions,
    run,
    turns={"right-weekday": ("weekday", "weekday-sighted"), "right-day": ("hijri",)},
    more_slots={"weekday": WEEKDAY, "weekday-sighted": WEEKDAY, "hijri": frozenset({"a", "b", "days"})},
)
