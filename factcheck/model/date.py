"""A day, month or year as a report gives it."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

Bound = Literal["", "from", "until", "before", "after"]


class Date(Struct, frozen=True):
    """A date as EDTF (ISO 8601-2) text, always Gregorian: `2026-01-04`, `2026-01`, `1994`, `XXXX-10-02`.

    `calendar` and `written` keep what the report used: a Hijri date holds its own text in `written` and may be
    a day off. `weekday` is 1 (Monday) to 7, if stated. `relative` marks dates resolved against the publication
    date, which may be a crawl date and never carries an error alone; `year_told` those whose day and month are printed,
    so that only the year was resolved. `corresponds` is the EDTF of the same day as the report tells it in the other
    calendar beside it. `bound` says what the date is to the thing dated: from, until, before, after.
    """

    edtf: str
    calendar: Literal["gregorian", "hijri"] = "gregorian"
    written: str = ""
    weekday: int | None = None
    relative: bool = False
    corresponds: str | None = None
    year_told: bool = False
    bound: Bound = ""
