"""Engines side by side: every one in a warm process of its own, taking turns text by text.

A machine that slows down slows all of them, and the least time of some rounds is what an engine needs.
"""

from __future__ import annotations

import contextlib
import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import IO, Any, NamedTuple

from tests.bench.articles import holds
from tests.bench.engines import OWN

ROOT = Path(__file__).parents[2]


class Task(NamedTuple):
    """Texts to be read in one go, the code of their language, and the values a reader must find (labelled ones)."""

    texts: tuple[str, ...]
    language: str
    wanted: tuple[str, ...] = ()


class Lap(NamedTuple):
    """What an engine needed for all tasks in seconds of the processor, and the share of wanted values it found."""

    seconds: float
    recall: float


class _Worker:
    def __init__(self, engine: str, python: str) -> None:
        command = [python, "-W", "ignore", "-m", "tests.bench.worker", engine]
        self.process = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def read(self, task: Task) -> dict[str, Any]:
        """Have a task done; raises RuntimeError where the engine gave up (its own words stand above)."""
        asked, answers = _pipe(self.process.stdin), _pipe(self.process.stdout)
        asked.write(json.dumps({"texts": task.texts, "language": task.language}) + "\n")
        asked.flush()
        line = answers.readline()
        if not line:
            raise RuntimeError(f"{self.process.args!r} ended")
        answer: dict[str, Any] = json.loads(line)
        return answer


def _pipe(stream: IO[str] | None) -> IO[str]:
    if stream is None:
        raise RuntimeError("a worker has pipes on both sides")
    return stream


@contextlib.contextmanager
def _working(engines: Sequence[str], peers: Path) -> Iterator[dict[str, _Worker]]:
    workers = {name: _Worker(name, sys.executable if name in OWN else str(peers)) for name in engines}
    try:
        yield workers
    finally:
        for worker in workers.values():
            worker.process.communicate()


def race(engines: Sequence[str], tasks: Sequence[Task], peers: Path, rounds: int) -> dict[str, Lap]:
    """Have every engine do every task so many times; the best time of each task counts, the first round warms up."""
    best = {name: [float("inf")] * len(tasks) for name in engines}
    hits: dict[str, list[bool]] = {name: [] for name in engines}
    with _working(engines, peers) as workers:
        for turn in range(rounds + 1):
            for number, task in enumerate(tasks):
                for name, worker in workers.items():
                    answer = worker.read(task)
                    if turn:
                        best[name][number] = min(best[name][number], answer["seconds"])
                    else:
                        hits[name] += [holds(answer["values"], value) for value in task.wanted]
    return {name: Lap(sum(best[name]), sum(hits[name]) / max(1, len(hits[name]))) for name in engines}
