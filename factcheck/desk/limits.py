"""How much the desk takes at once: far above any event, far below what would hang the machine."""

from __future__ import annotations

from msgspec import Struct

from factcheck.load.decode import MAX_ARCHIVE


class Limits(Struct, frozen=True):
    """Bytes of a request and of a file to read, seconds an answer may take, and requests that may wait for theirs."""

    request: int = 10_000_000
    file: int = MAX_ARCHIVE
    seconds: float = 60.0
    waiting: int = 16


DROPPED = 200_000_000
"""Bytes of a body that is too large which are still read, and dropped: who sends them hears why it was refused."""
