"""Quantities against recognizers-text (English) and quantulum3 (Arabic): in reports, and in labelled sentences."""

from __future__ import annotations

from collections.abc import Iterator

from tests.bench.articles import USUAL, rows, text
from tests.bench.measures import Asked, Measure
from tests.bench.race import Task, race

PEER = {"en": ("recognizers-text", 40.0), "ar": ("quantulum3", 25.0)}
"""The peer that reads a language, and how many times faster than it figures are to be read."""
OWN = ("factcheck figures", "factcheck extract")
REPORTS = 5


def quantities(asked: Asked) -> Iterator[Measure]:
    """Measure seconds and recall; `extract` does far more than the peer, so its line has no bar."""
    for language, (peer, bar) in PEER.items():
        labelled = [Task((row.text,), language, (row.value,)) for row in rows(language, "value", "numbers", "units")]
        whole = [Task((text(USUAL, seed, language),), language) for seed in range(REPORTS)]
        for what, tasks in (("a labelled sentence", labelled), (f"a report of {USUAL} words", whole)):
            laps = race((*OWN, peer), tasks, asked.peers, asked.rounds)
            for name in OWN:
                own, other = laps[name], laps[peer]
                recall = f"recall {own.recall:.2f}, theirs {other.recall:.2f}" if tasks is labelled else ""
                yield Measure(
                    "quantities",
                    f"{language}: {name}, {what}, beside {peer}",
                    other.seconds / own.seconds,
                    bar=bar if name == OWN[0] and own.recall >= other.recall else None,
                    note=recall,
                    behind={"tasks": len(tasks), name: own._asdict(), peer: other._asdict()},
                )
