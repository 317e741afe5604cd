"""Many pairs in one command: pairs a second and core, one worker against two, and memory."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator

from tests.bench.articles import pairs
from tests.bench.commands import FACTCHECK, Run, run
from tests.bench.measures import Asked, Measure

PAIRS = 1560
JOBS = (1, 2)
MEMORY = 400.0


def batch(asked: Asked) -> Iterator[Measure]:
    """Measure `compare --jsonl` on pairs of the shipped reports, about 150 words each."""
    sent = requests(PAIRS)
    plain = [FACTCHECK, "compare", "--jsonl"]
    known = _knows_jobs()
    runs: dict[int, list[Run]] = {jobs: [] for jobs in (JOBS if known else JOBS[:1])}
    for _ in range(max(2, asked.rounds - 1)):
        for jobs, done in runs.items():
            done.append(run([*plain, "--jobs", str(jobs)] if known else plain, sent))
    behind = {str(jobs): [one._asdict() for one in done] for jobs, done in runs.items()}
    least = min(one.processor for one in runs[1])
    yield Measure("batch", f"{PAIRS} pairs, a second and core", PAIRS / least, unit="pairs", bar=120, behind=behind)
    if not known:
        yield Measure("batch", "two workers beside one", None, bar=1.8, note="compare has no --jobs")
        return
    clock = {jobs: min(one.clock for one in done) for jobs, done in runs.items()}
    yield Measure("batch", "two workers beside one, by the clock", clock[1] / clock[2], bar=1.8, behind=behind)
    memory = min(one.memory for one in runs[2])
    yield Measure("batch", "peak memory, two workers", memory, unit="MB", bar=MEMORY, most=True, behind=behind)


def requests(count: int) -> bytes:
    """Give so many lines for `compare --jsonl`."""
    lines = (
        {"id": str(number), "reports": [{"text": one.text, "language": one.language} for one in pair]}
        for number, pair in enumerate(pairs(count))
    )
    return "".join(json.dumps(line) + "\n" for line in lines).encode()


def _knows_jobs() -> bool:
    told = subprocess.run([FACTCHECK, "compare", "--help"], capture_output=True, check=True, text=True)
    return "--jobs" in told.stdout
