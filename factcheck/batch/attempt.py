"""One item of work, tried: whatever goes wrong with it is its own answer, and ends nothing else."""

from __future__ import annotations

import contextlib
import signal
import sys
import traceback
from collections.abc import Callable, Iterator
from types import FrameType
from typing import TypeVar

from msgspec import Struct

from factcheck.model.errors import UserError

Item = TypeVar("Item")
Answer = TypeVar("Answer")


class Lost(Struct, frozen=True):
    """An item without an answer, and why, in words for the user."""

    why: str


class OutOfTime(BaseException):
    """The time of an item is over. No Exception, so that nothing on the way takes it for an error it knows."""


def attempt(work: Callable[[Item], Answer], item: Item, limit: float) -> Answer | Lost:
    """Work on an item for `limit` seconds at most (0 is no limit); a bug's traceback goes to standard error."""
    try:
        with within(limit):
            return work(item)
    except OutOfTime:
        return out_of_time(limit)
    except MemoryError:
        return Lost("needs more memory than there is")
    except UserError as error:  # beyond the limits: the item's own fault, and its own line
        return Lost("; ".join(problem.message for problem in error.problems))
    except Exception as error:  # noqa: BLE001  # a bug, which must not take the rest of the batch with it
        traceback.print_exc()
        return Lost(f"met a bug in factcheck ({type(error).__name__}: {error}); please report it")


def out_of_time(limit: float) -> Lost:
    """Say that an item was given up."""
    return Lost(f"took longer than {limit:g} s and was given up; --time-limit allows more")


@contextlib.contextmanager
def within(limit: float) -> Iterator[None]:
    """Raise OutOfTime in what is done here after so many seconds; 0 is no limit."""
    if not limit or sys.platform == "win32":  # Windows has no such timer
        yield
        return
    before = signal.signal(signal.SIGALRM, _over)
    signal.setitimer(signal.ITIMER_REAL, limit)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _over(number: int, frame: FrameType | None) -> None:
    raise OutOfTime
