"""How fast and how completely factcheck reads figures, beside two peers in one run: `make bench`.

Every engine runs in a process of its own, warm before anything counts; the rounds of the engines take turns, so that a
machine that slows down slows all of them. A measurement, not a test: pytest does not collect it.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import statistics
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import IO, Any

from tests.bench.articles import Article, articles, fixtures, holds, pieces, specifications
from tests.bench.engines import ENGINES, PEERS

ROOT = Path(__file__).parents[2]
OWN = [name for name in ENGINES if name not in PEERS.values()]


class Worker:
    """An engine's process; `read` gives its answer to one article."""

    def __init__(self, engine: str, python: str) -> None:
        command = [python, "-W", "ignore", "-m", "tests.bench.worker", engine]
        self.process = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def read(self, text: str, language: str) -> dict[str, Any]:
        """Have one text read; raises RuntimeError where the engine gave up (its own words stand above)."""
        sent, answers = _pipe(self.process.stdin), _pipe(self.process.stdout)
        sent.write(json.dumps({"text": text, "language": language}) + "\n")
        sent.flush()
        line = answers.readline()
        if not line:
            raise RuntimeError(f"{self.process.args!r} ended")
        answer: dict[str, Any] = json.loads(line)
        return answer

    def seconds(self, text: str, language: str) -> float:
        """Have one text read and give the seconds it took."""
        return float(self.read(text, language)["seconds"])


def _pipe(stream: IO[str] | None) -> IO[str]:
    if stream is None:
        raise RuntimeError("a worker has pipes on both sides")
    return stream


@contextlib.contextmanager
def working(engines: Sequence[str], peers: Path | None = None) -> Iterator[dict[str, Worker]]:
    """Start the engines; they end with the block."""
    workers = {name: Worker(name, str(peers) if name in PEERS.values() else sys.executable) for name in engines}
    try:
        yield workers
    finally:
        for worker in workers.values():
            worker.process.communicate()


def speed(given: Sequence[Article], language: str, peers: Path, rounds: int) -> None:
    """Print each engine's median seconds per article, how many times as long a peer takes, and characters a second."""
    chosen = [article for article in given if article.language == language]
    if not chosen:
        return
    with working([*OWN, PEERS[language]], peers) as workers:
        taken: dict[str, list[list[float]]] = {name: [] for name in workers}
        for number in range(rounds + 1):
            for name, worker in workers.items():
                once = [worker.seconds(article.text, language) for article in chosen]
                if number:  # the first round warms up: caches, models and imports made at the first call
                    taken[name].append(once)
    typical = {name: [statistics.median(times) for times in zip(*all_, strict=True)] for name, all_ in taken.items()}
    letters = sum(len(article.text) for article in chosen)
    print(f"\n{language}: {len(chosen)} articles, {letters // len(chosen)} characters each, median of {rounds} rounds")
    print(f"  {'':26} {'ms an article':>14} {'peer/factcheck':>15} {'characters/s':>13}")
    peer = statistics.median(typical[PEERS[language]])
    for name, times in typical.items():
        middle = statistics.median(times)
        ratio = "" if name in PEERS.values() else f"{peer / middle:.1f}"
        print(f"  {name:30} {middle * 1000:>14.3f} {ratio:>15} {letters / sum(times):>13,.0f}")


def recall(given: Sequence[Article], language: str, peers: Path) -> None:
    """Print how many rows have every wanted value found, and how many values are found, for each engine."""
    chosen = [row for row in given if row.language == language and row.wanted]
    if not chosen:
        return
    print(f"\n{language}: {len(chosen)} rows, {sum(len(row.wanted) for row in chosen)} values wanted")
    print(f"  {'':26} {'rows found':>14} {'values found':>15}")
    with working([*OWN, PEERS[language]], peers) as workers:
        for name, worker in workers.items():
            hits = []
            for row in chosen:
                found = worker.read(row.text, language)["values"]
                hits.append([holds(found, value) for value in row.wanted])
            values = [hit for row in hits for hit in row]
            rows, every = sum(map(all, hits)) / len(hits), sum(values) / len(values)
            print(f"  {name:30} {rows:>14.3f} {every:>15.3f}")


def growth(given: Sequence[Article], language: str, rounds: int) -> None:
    """Print how long 100,000 words take against the hundred texts of 1,000 words they are made of (1.0: linear)."""
    chosen = [article for article in given if article.language == language]
    if not chosen:
        return
    parts = pieces(chosen, 1000, 100)
    whole = "\n\n".join(parts)
    print(f"\n{language}: 100,000 words in one text against a hundred texts of 1,000 words")
    with working(OWN) as workers:
        for name, worker in workers.items():
            worker.seconds(whole, language)
            small, large = [], []
            for _ in range(rounds):
                small.append(sum(worker.seconds(part, language) for part in parts))
                large.append(worker.seconds(whole, language))
            before, after = statistics.median(small), statistics.median(large)
            print(f"  {name:30} {after:.2f} s against {before:.2f} s: {after / before:.3f}")


def main() -> None:
    """Read the options and print the tables asked for."""
    options = argparse.ArgumentParser(prog="make bench ARGS=...", description=__doc__)
    options.add_argument("--peers", type=Path, default=ROOT / ".bench-venv/bin/python", help="a Python with the peers")
    options.add_argument("--articles", type=Path, help='JSON Lines of {"text", "language"} instead of the fixtures')
    options.add_argument(
        "--specs", type=Path, help='recall instead: JSON Lines of {"id", "text", "lang", "values": ["12.5", ...]}'
    )
    options.add_argument("--growth", action="store_true", help="growth instead: 1,000 words against 100,000")
    options.add_argument("--rounds", type=int, default=5)
    asked = options.parse_args()
    rows = specifications(asked.specs) if asked.specs else articles(asked.articles) if asked.articles else fixtures()
    for language in PEERS:
        if asked.specs:
            recall(rows, language, asked.peers)
        elif asked.growth:
            growth(rows, language, asked.rounds)
        else:
            speed(rows, language, asked.peers, asked.rounds)


if __name__ == "__main__":
    main()
