"""Dates against dateparser.search: in whole reports, and in labelled sentences."""

from __future__ import annotations

from collections.abc import Iterator

from tests.bench.articles import USUAL, rows, text
from tests.bench.measures import Asked, Measure
from tests.bench.race import Task, race

OWN, PEER = "factcheck dates", "dateparser"
REPORTS = 5


def dates(asked: Asked) -> Iterator[Measure]:
    """Measure seconds, and how many whole days are found."""
    for language in ("en", "ar"):
        labelled = [Task((row.text,), language, (row.value,)) for row in rows(language, "edtf", "dates")]
        whole = [Task((text(USUAL, seed, language),), language) for seed in range(REPORTS)]
        for what, tasks in (("a labelled sentence", labelled), (f"a report of {USUAL} words", whole)):
            laps = race((OWN, PEER), tasks, asked.peers, asked.rounds)
            own, other = laps[OWN], laps[PEER]
            yield Measure(
                "dates",
                f"{language}: {OWN}, {what}, beside {PEER}",
                other.seconds / own.seconds,
                note=f"recall {own.recall:.2f}, theirs {other.recall:.2f}" if tasks is labelled else "",
                behind={"tasks": len(tasks), OWN: own._asdict(), PEER: other._asdict()},
            )
