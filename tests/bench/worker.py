"""One engine in a process of its own: reads articles as JSON Lines, answers each with the seconds its extraction took.

`python -m tests.bench.worker ENGINE`; an article is `{"text", "language"}`, an answer `{"seconds", "values"}`.
"""

from __future__ import annotations

import gc
import json
import sys
import time

from tests.bench.engines import ENGINES


def main() -> None:
    """Make the engine, then answer line by line until the input ends; only the extraction itself is timed."""
    engine = ENGINES[sys.argv[1]]()
    gc.set_threshold(1_000_000)  # as the command does
    gc.freeze()
    answers, sys.stdout = sys.stdout, sys.stderr  # what an engine prints is no answer
    for line in sys.stdin:
        article = json.loads(line)
        begin = time.perf_counter()
        found = engine.read(article["text"], article["language"])
        seconds = time.perf_counter() - begin
        answers.write(json.dumps({"seconds": seconds, "values": engine.values(found)}) + "\n")
        answers.flush()


if __name__ == "__main__":
    main()
