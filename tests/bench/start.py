"""Cold start: `compare` on two small reports against the bare imports it cannot do without."""

from __future__ import annotations

import sys
from collections.abc import Iterator

from tests.bench.articles import FIXTURES
from tests.bench.commands import FACTCHECK, run
from tests.bench.measures import Asked, Measure

EVENT = FIXTURES / "events" / "minister-talks"
BARE = "import click, rich.console, rich.table; from rapidfuzz import fuzz"
RUNS = 5
"""Runs a round: a start is short, and the least time of many is what it needs."""


def start(asked: Asked) -> Iterator[Measure]:
    """Measure both in turn, once warm: files in memory, compiled data in the cache."""
    commands = {
        "compare": [FACTCHECK, "compare", *(str(EVENT / f"report-{name}.txt") for name in "ab")],
        "imports": [sys.executable, "-c", BARE],
    }
    runs = {name: [run(command)] for name, command in commands.items()}
    for _ in range(RUNS * asked.rounds):
        for name, command in commands.items():
            runs[name].append(run(command))
    processor, clock = (
        {name: min(taken[field] for taken in all_[1:]) for name, all_ in runs.items()} for field in (1, 0)
    )
    behind = {"processor": processor, "clock": clock}
    yield Measure(
        "start",
        "compare beside its bare imports",
        processor["compare"] / processor["imports"],
        bar=2.5,
        most=True,
        note=f"{1000 * clock['compare']:.0f} ms by the clock",
        behind=behind,
    )
    memory = min(taken.memory for taken in runs["compare"][1:])
    yield Measure("start", "peak memory of compare, two small reports", memory, unit="MB", behind=behind)
