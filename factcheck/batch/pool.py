"""Workers: processes that answer one item each at a time, begun when there is work and replaced when they die.

`concurrent.futures` gives up on all items when one worker is killed, and reads its input to the end before it gives
the first answer; hence a pool of our own. On Linux workers are forked, once all data is loaded and before there is any
thread: they begin within milliseconds and share what was loaded. Elsewhere system libraries do not bear that, and they
are spawned. A system that cannot wait for a pipe and a worker at a time (Windows) works in the one process.
"""

from __future__ import annotations

import contextlib
import gc
import math
import multiprocessing
import multiprocessing.connection
import os
import signal
import sys
import time
from collections import deque
from collections.abc import Callable, Generator, Iterator, Sequence
from typing import Any, Generic, Protocol, TypeVar

from factcheck.batch.attempt import Answer, Item, Lost, attempt, out_of_time
from factcheck.model.errors import UserError

WINDOW = 32
"""Items for each worker that may be under way: being worked on, or waiting for one before them."""
HELD = 4 << 20
"""Bytes of items that may be under way, or else one item: answers hold many times more than was asked."""
GRACE = 2.0
"""Seconds after which a worker is ended that has not given up an item by itself."""
FORKED = sys.platform == "linux"
"""Whether workers are copies of this process."""
OBJECTS = 1_000_000
"""So many new objects before a worker looks for cycles among them: what it makes holds next to none, and is much."""

Got_co = TypeVar("Got_co", covariant=True)


class Source(Protocol[Got_co]):
    """Where items come from."""

    def ended(self) -> bool:
        """Tell whether no item will come any more."""

    @property
    def pollable(self) -> bool:
        """Tell whether one can wait for it and for workers at a time."""

    def fileno(self) -> int:
        """Give what to wait for."""

    def take(self) -> Got_co | None:
        """Give the next item if it is there; never waits."""

    def wait(self) -> None:
        """Wait until something has come."""


class Listed(Generic[Item]):
    """Items that are all there."""

    pollable = True

    def __init__(self, items: Sequence[Item]) -> None:
        self._left = deque(items)

    def ended(self) -> bool:
        """Tell whether all are taken."""
        return not self._left

    def fileno(self) -> int:
        """Give nothing: nobody has to wait."""
        return -1

    def take(self) -> Item | None:
        """Give the next one."""
        return self._left.popleft() if self._left else None

    def wait(self) -> None:
        """Go on at once."""


class _Task:
    """An item under way, and what came of it."""

    def __init__(self, item: Any) -> None:
        self.item = item
        self.size = len(item) if isinstance(item, bytes) else 0
        self.answer: Any = None
        self.answered = False

    def end(self, answer: Any) -> None:
        self.answer, self.answered = answer, True


class _Worker:
    """A process that answers, and the task it has."""

    def __init__(self, work: Callable[[Any], Any], limit: float, others: Sequence[_Worker]) -> None:
        how = multiprocessing.get_context("fork" if FORKED else "spawn")
        self.line, theirs = how.Pipe()
        # A forked process has our ends of all lines as well, and with them open would never see that we are gone.
        ours = [self.line, *(other.line for other in others)] if FORKED else []
        self.process = how.Process(target=_serve, args=(theirs, ours, work, limit), daemon=True)  # type: ignore[attr-defined]
        self.task: _Task | None = None
        self.due = math.inf
        self.limit = limit
        try:
            with theirs, _interrupts_blocked():
                self.process.start()
        except OSError as error:
            raise UserError.at("--jobs", f"no worker can be begun ({error.strerror}); --jobs 1 does without") from None

    def give(self, task: _Task) -> None:
        """Begin with a task; a worker that has died is found out when its answer is asked for."""
        self.task = task
        self.due = time.monotonic() + self.limit + GRACE if self.limit else math.inf
        with contextlib.suppress(OSError):
            self.line.send(task.item)

    def collect(self) -> bool:
        """Take an answer that has come; tells whether the worker is still alive."""
        try:
            answer = self.line.recv()
        except (EOFError, OSError):
            self.end()
            if self.task is not None:
                late = time.monotonic() >= self.due
                self.task.end(out_of_time(self.limit) if late else Lost(_death(self.process.exitcode)))
            return False
        if self.task is not None:
            self.task.end(answer)
        self.task, self.due = None, math.inf
        return True

    def end(self) -> None:
        """End the process, whatever it is doing."""
        self.process.kill()
        self.process.join()
        self.line.close()


def ordered(
    source: Source[Item], work: Callable[[Item], Answer], *, jobs: int, limit: float
) -> Generator[tuple[Item, Answer | Lost], None, None]:
    """Give each item with its answer, in order and as soon as it and all before it are answered.

    Items are taken when there is room for them. With one job, and where there is but one item, the work is done in
    this process. `limit` is that of `attempt`; a worker that does not keep to it is ended.
    """
    first = source.take()
    if jobs == 1 or not source.pollable or source.ended():
        yield from _alone(source, work, limit, first)
        return
    workers: list[_Worker] = []
    tasks: deque[_Task] = deque()
    try:
        while True:
            idle = [worker for worker in workers if worker.task is None]
            hungry = False
            while (idle or len(workers) < jobs) and _room(tasks, jobs):
                item, first = (source.take() if first is None else first), None
                if item is None:
                    hungry = not source.ended()
                    break
                if not idle:
                    idle.append(_Worker(work, limit, workers))
                    workers += idle
                tasks.append(_Task(item))
                idle.pop().give(tasks[-1])
            if tasks and tasks[0].answered:
                task = tasks.popleft()
                yield task.item, task.answer
            elif tasks or hungry:
                workers = _look_after(workers, [source] if hungry else [])
            else:
                return
    finally:
        for worker in workers:
            worker.end()


def _alone(
    source: Source[Item], work: Callable[[Item], Answer], limit: float, first: Item | None
) -> Generator[tuple[Item, Answer | Lost], None, None]:
    item = first
    while item is not None or not source.ended():
        if item is None:
            source.wait()
        else:
            yield item, attempt(work, item, limit)
        item = source.take()


def _room(tasks: deque[_Task], jobs: int) -> bool:
    return not tasks or (len(tasks) < WINDOW * jobs and sum(task.size for task in tasks) < HELD)


def _look_after(workers: Sequence[_Worker], sources: Sequence[Any]) -> list[_Worker]:
    """Wait until something comes, take what workers answer, and end those that are late; gives those alive."""
    due = min((worker.due for worker in workers), default=math.inf)
    left = None if due == math.inf else max(0.0, due - time.monotonic())
    ready = multiprocessing.connection.wait([*(worker.line for worker in workers), *sources], left)
    alive = [worker for worker in workers if worker.line not in ready or worker.collect()]
    for worker in alive:
        if time.monotonic() >= worker.due:
            worker.process.kill()  # the next look finds its line closed
    return alive


def _serve(line: Any, ours: Sequence[Any], work: Callable[[Any], Any], limit: float) -> None:
    """Answer items until nobody sends any more, or takes the answers."""
    for other in ours:
        other.close()
    gc.set_threshold(OBJECTS)
    with contextlib.suppress(EOFError, OSError):
        while True:
            line.send(attempt(work, line.recv(), limit))


@contextlib.contextmanager
def _interrupts_blocked() -> Iterator[None]:
    """Begin workers that never see Ctrl-C: the first process alone ends the batch, and them."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _death(code: int | None) -> str:
    if code is not None and code < 0:
        return f"its worker was killed (signal {-code}), perhaps for want of memory; the rest went on"
    return f"its worker ended (exit status {code}); the rest went on"


def cores() -> int:
    """Give the number of cores this process may use."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1
