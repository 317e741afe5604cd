"""One engine in a process of its own: reads texts as JSON Lines, answers each with the seconds it took.

`python -m tests.bench.worker ENGINE`; asked `{"texts", "language"}`, it answers `{"seconds", "values"}`. Seconds are
of the processor, so that what else runs on the machine counts little.
"""

from __future__ import annotations

import gc
import json
import sys
import time

from tests.bench.engines import OWN
from tests.bench.peers import PEERS


def main() -> None:
    """Make the engine, then answer line by line until the input ends; only its own work is timed."""
    engine = {**OWN, **PEERS}[sys.argv[1]]()
    gc.set_threshold(1_000_000)  # as the command does
    gc.freeze()
    answers, sys.stdout = sys.stdout, sys.stderr  # what an engine prints is no answer
    for line in sys.stdin:
        asked = json.loads(line)
        begin = time.process_time()
        found = engine.read(asked["texts"], asked["language"])
        seconds = time.process_time() - begin
        answers.write(json.dumps({"seconds": seconds, "values": engine.values(found)}) + "\n")
        answers.flush()


if __name__ == "__main__":
    main()
