"""The processes that work for the desk, and the requests that wait for one of them."""

from __future__ import annotations

import asyncio
import os

from factcheck.desk.answer import Answer, refusal
from factcheck.desk.limits import Limits
from factcheck.desk.worker import Job, Prepare, Worker

MOST_WORKERS = 2


class Crew:
    """A few workers; who asks gets the next that is free."""

    def __init__(self, prepare: Prepare, limits: Limits) -> None:
        self._workers = [Worker(prepare) for _ in range(min(MOST_WORKERS, os.cpu_count() or 1))]
        self._idle: asyncio.LifoQueue[Worker] = asyncio.LifoQueue()
        self._limits = limits
        self._asking = 0

    def start(self) -> None:
        """Start all processes."""
        for worker in self._workers:
            worker.start()
            self._idle.put_nowait(worker)

    def end(self) -> None:
        """End all processes."""
        for worker in self._workers:
            worker.end()

    async def ask(self, job: Job) -> Answer:
        """Have a job done, or say that too many wait already."""
        if self._asking >= self._limits.waiting + len(self._workers):
            return refusal(503, "too many requests at once; ask again when one is answered")
        self._asking += 1
        try:
            worker = await self._idle.get()
            try:
                return await asyncio.to_thread(worker.ask, job, self._limits.seconds)
            finally:
                self._idle.put_nowait(worker)
        finally:
            self._asking -= 1
