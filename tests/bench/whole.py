"""The whole check of a pair of usual length against the stack a user would otherwise assemble."""

from __future__ import annotations

from collections.abc import Iterator

from tests.bench.articles import USUAL, text
from tests.bench.measures import Asked, Measure
from tests.bench.race import Task, race

BARS = {"en": 25.0, "ar": 10.0}
PAIRS = 3


def whole(asked: Asked) -> Iterator[Measure]:
    """Measure both forms of the stack; the bar is for the one that keeps quantities and dates by sentence."""
    for language, bar in BARS.items():
        tasks = [Task((text(USUAL, 2 * n, language), text(USUAL, 2 * n + 1, language)), language) for n in range(PAIRS)]
        laps = race(("factcheck", "stack", "stack at once"), tasks, asked.peers, asked.rounds)
        for peer in ("stack", "stack at once"):
            yield Measure(
                "whole",
                f"{language}: a pair of {USUAL} words, beside the {peer}",
                laps[peer].seconds / laps["factcheck"].seconds,
                bar=bar if peer == "stack" else None,
                behind={"pairs": PAIRS, **{name: lap.seconds / PAIRS for name, lap in laps.items()}},
            )
