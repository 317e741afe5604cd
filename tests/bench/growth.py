"""How a comparison grows with the length of reports and with their number, each size in a process of its own."""

from __future__ import annotations

import gc
import json
import math
import resource
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence

from factcheck.pipeline import compare_reports, read_report
from tests.bench.articles import USUAL, text
from tests.bench.measures import Asked, Measure

LENGTHS = (1_000, 5_000, 25_000)
COUNTS = (2, 8, 32)


def length(asked: Asked) -> Iterator[Measure]:
    """Measure two reports that grow."""
    for language in ("en", "ar"):
        sizes = [(words, 2) for words in LENGTHS]
        yield _grown(
            "length", f"{language}: 2 reports of {LENGTHS[0]:,} to {LENGTHS[-1]:,} words", sizes, language, asked
        )
    seconds, memory = _apart(USUAL, 2, "ar")
    yield Measure(
        "length", f"peak memory, two reports of {USUAL} words", memory, unit="MB", behind={"seconds": seconds}
    )


def count(asked: Asked) -> Iterator[Measure]:
    """Measure more and more reports of usual length: their pairs grow with the square."""
    sizes = [(USUAL, reports) for reports in COUNTS]
    yield _grown("reports", f"ar: {COUNTS[0]} to {COUNTS[-1]} reports of {USUAL} words", sizes, "ar", asked)


def _grown(bench: str, what: str, sizes: Sequence[tuple[int, int]], language: str, asked: Asked) -> Measure:
    """Take sizes in turn, and the best of each; what grows is the first or the second of a size."""
    best = dict.fromkeys(sizes, (math.inf, math.inf))
    for _ in range(asked.rounds):
        for size in sizes:
            best[size] = min(best[size], _apart(*size, language))
    small, large = sizes[0], sizes[-1]
    grown = max(large[0] / small[0], large[1] / small[1])
    exponent = math.log(best[large][0] / best[small][0]) / math.log(grown)
    behind = {f"{reports} of {words}": {"seconds": s, "memory": m} for (words, reports), (s, m) in best.items()}
    bar = 1.1 if bench == "length" else None
    return Measure(bench, what, exponent, unit="exponent", bar=bar, most=True, behind=behind)


def _apart(words: int, reports: int, language: str) -> tuple[float, float]:
    given = json.dumps([words, reports, language])
    command = [sys.executable, "-m", "tests.bench.growth", given]
    seconds, memory = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    return seconds, memory


def main() -> None:
    """Compare once, warm, and print the seconds of the processor and the peak of memory in MB."""
    words, reports, language = json.loads(sys.argv[1])
    warm, given = (
        [read_report(text(size, n, language), language=language, id=f"r{n}") for n in range(many)]
        for size, many in ((USUAL, 2), (words, reports))
    )
    compare_reports(warm)
    gc.set_threshold(1_000_000)  # as the command does
    gc.freeze()
    begin = time.process_time()
    compare_reports(given)
    seconds = time.process_time() - begin
    print(json.dumps([seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024]))


if __name__ == "__main__":
    main()
