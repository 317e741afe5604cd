"""Processes that do the desk's work: the page stays quick beside them, and what takes too long is ended."""

from __future__ import annotations

import multiprocessing
import signal
import sys
import traceback
from collections.abc import Callable, Mapping
from multiprocessing.connection import Connection
from typing import Any, NamedTuple

from factcheck.desk.answer import Answer, refusal

JOIN = 5
"""Seconds a process that was told to end has for it."""


class Job(NamedTuple):
    """What is asked: the task by its name, what stands in the address behind `?`, and the body."""

    task: str
    query: Mapping[str, str]
    body: bytes


Work = Callable[[Job], Answer]
Prepare = Callable[[], Work]
"""What makes a process ready; it is sent to it, so it is a function of a module, or a `partial` of one."""


class Worker:
    """One process that does one job after another. It is not for two threads at once.

    The process starts with the first job, or with `start`, and anew after one that had to be ended.
    """

    def __init__(self, prepare: Prepare) -> None:
        self._prepare = prepare
        self._running: tuple[Any, Connection] | None = None

    def start(self) -> Connection:
        """Start the process, unless it runs, and give the pipe to it."""
        if self._running is None:
            context = multiprocessing.get_context("spawn")  # threads run here, so this process cannot be copied
            here, there = context.Pipe()
            process = context.Process(target=_serve, args=(there, self._prepare), daemon=True)
            process.start()
            there.close()
            self._running = (process, here)
        return self._running[1]

    def ask(self, job: Job, seconds: float) -> Answer:
        """Do a job. One that takes longer than that, or whose process dies, is answered with an error."""
        try:
            pipe = self.start()
            pipe.send(job)
            if not pipe.poll(seconds):
                self.end()
                return refusal(504, f"no answer within {seconds:g} seconds; give shorter reports, or fewer")
            answer: Answer = pipe.recv()
        except (EOFError, OSError):
            self.end()
            return refusal(500, "the work on this request broke off; it may need more memory than there is")
        return answer

    def end(self) -> None:
        """End the process, whatever it does."""
        if self._running is not None:
            process, pipe = self._running
            self._running = None
            process.kill()
            process.join(JOIN)
            pipe.close()


def _serve(pipe: Connection, prepare: Prepare) -> None:
    """Do jobs until nobody asks any more; a bug is told here in full, and to who asked only that there is one."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # a key pressed reaches every process: the desk itself ends this one
    work = prepare()
    while True:
        try:
            job = pipe.recv()
        except (EOFError, OSError):
            return
        try:
            answer = work(job)
        except Exception:  # noqa: BLE001  # the next job is not to blame
            traceback.print_exc(file=sys.stderr)
            answer = refusal(500, "a bug of factcheck's; the terminal the desk runs in shows where")
        pipe.send(answer)
