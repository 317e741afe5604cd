"""How the comparison of reports grows: `python -m tests.bench.scaling`, one process a line, the best of some runs.

Texts are put together from paragraphs of the fixtures, the same at every run. A measurement, not a test.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import resource
import subprocess
import sys
import time
from collections.abc import Sequence

from factcheck.model.report import Report
from factcheck.pipeline import compare_reports, read_report
from tests.bench.articles import fixtures

LENGTHS = (1_000, 5_000, 25_000, 50_000)
COUNTS = (2, 4, 8, 16, 32)
USUAL = 600
"""Words of a usual report."""


def text(words: int, seed: int, language: str) -> str:
    """Put together a text of so many words from paragraphs of the fixtures."""
    given = [paragraph for a in fixtures() if a.language == language for paragraph in a.text.split("\n\n")]
    chance = random.Random(seed)  # noqa: S311 - a text to be timed, no secret
    chosen: list[str] = []
    length = 0
    while length < words:
        chosen.append(given[chance.randrange(len(given))])
        length += len(chosen[-1].split())
    return "\n\n".join(chosen)


def reports(words: int, count: int, language: str) -> list[Report]:
    """Give so many reports of so many words."""
    return [read_report(text(words, n, language), language=language, id=f"r{n}") for n in range(count)]


def measure(words: int, count: int, language: str, runs: int) -> tuple[float, float]:
    """Compare in this process: the best seconds of some runs after a first one, and the peak of memory in MB."""
    given = reports(words, count, language)
    compare_reports(reports(100, 2, language))
    best = math.inf
    for _ in range(runs):
        begin = time.perf_counter()
        compare_reports(given)
        best = min(best, time.perf_counter() - begin)
    return best, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def apart(words: int, count: int, language: str, runs: int) -> tuple[float, float]:
    """Measure in a process of its own, so that memory is that of the one comparison."""
    given = ["--one", json.dumps([words, count, language, runs])]
    answer = subprocess.run([sys.executable, "-m", "tests.bench.scaling", *given], capture_output=True, check=True)
    seconds, memory = json.loads(answer.stdout)
    return seconds, memory


def exponent(points: Sequence[tuple[float, float]]) -> float:
    """Give the power with which the second value grows over the first, from the first point to the last."""
    (x, y), (last_x, last_y) = points[0], points[-1]
    return math.log(last_y / y) / math.log(last_x / x)


def main() -> None:
    """Print seconds and memory by length and by number of reports, and how both grow."""
    options = argparse.ArgumentParser(prog="python -m tests.bench.scaling", description=__doc__)
    options.add_argument("--language", default="ar")
    options.add_argument("--runs", type=int, default=3)
    options.add_argument("--one", help=argparse.SUPPRESS)
    asked = options.parse_args()
    if asked.one:
        print(json.dumps(measure(*json.loads(asked.one))))
        return
    seconds, memory = apart(USUAL, 2, asked.language, max(asked.runs, 5))
    print(f"two reports of {USUAL} words: {1000 * seconds:.0f} ms, {memory:.0f} MB")
    points = []
    for words in LENGTHS:
        seconds, memory = apart(words, 2, asked.language, asked.runs)
        points.append((float(words), seconds))
        print(f"two reports of {words} words: {seconds:.2f} s, {memory:.0f} MB")
    print(f"growth in length: exponent {exponent(points):.2f}")
    points = []
    for count in COUNTS:
        seconds, memory = apart(USUAL, count, asked.language, asked.runs)
        points.append((float(count), seconds))
        print(f"{count} reports of {USUAL} words: {seconds:.2f} s, {memory:.0f} MB")
    print(f"growth in reports: exponent {exponent(points):.2f}")


if __name__ == "__main__":
    main()
