"""How much one report may ask for, and a clock that says when it has had its time.

What strangers send is bounded in size, so that the work is; the clock is for what is small and made to hurt.
"""

from __future__ import annotations

import time

from msgspec import Struct

from factcheck.model.errors import UserError


class Limits(Struct, frozen=True):
    """Bounds for one report: bytes of its file, elements inside one another in pages and XML, claims, seconds.

    `seconds` are of processor time, so that a busy machine refuses no report, and hold for each report of a comparison.
    """

    report_bytes: int = 5_000_000
    nesting: int = 200
    claims: int = 10_000
    seconds: float = 60.0


LIMITS = Limits()
"""What holds unless somebody says otherwise: far above any report, far below what would hang."""


class Clock:
    """Counts the processor time of the thread it is made in. `place` names in the error what is being read."""

    def __init__(self, place: str, seconds: float) -> None:
        self._place = place
        self._seconds = seconds
        self._end = time.thread_time() + seconds

    def check(self) -> None:
        """Raise UserError once the time is up."""
        if time.thread_time() > self._end:
            message = (
                f"takes more than {self._seconds:g} seconds; give the report's text alone, or raise limits.seconds"
            )
            raise UserError.at(self._place, message)


ENDLESS = Clock("", float("inf"))
"""A clock that never says anything."""
