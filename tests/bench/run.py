"""How fast factcheck is, beside what else a user could take: `make bench`.

Every ratio is measured side by side in this run, engines taking turns, in seconds of the processor where one process
does the work. The table is printed line by line; all figures behind it are kept as JSON. A measurement, not a test.
"""

from __future__ import annotations

import argparse
import json
import os
import tempfile
from pathlib import Path

from tests.bench.batch import batch
from tests.bench.dates import dates
from tests.bench.growth import count, length
from tests.bench.measures import HEAD, Asked, Bench, as_json, line
from tests.bench.quantities import quantities
from tests.bench.race import ROOT
from tests.bench.rules import rules
from tests.bench.start import start
from tests.bench.whole import whole

BENCHES: dict[str, Bench] = {
    "quantities": quantities,
    "dates": dates,
    "whole": whole,
    "start": start,
    "batch": batch,
    "length": length,
    "rules": rules,
    "reports": count,
}


def main() -> None:
    """Run the benches asked for, or all."""
    options = argparse.ArgumentParser(prog="make bench ARGS=...", description=__doc__)
    options.add_argument("benches", nargs="*", metavar="BENCH", help=f"which to run: {', '.join(BENCHES)} (all)")
    options.add_argument("--peers", type=Path, default=ROOT / ".bench-venv/bin/python", help="a Python with the peers")
    options.add_argument("--rounds", type=int, default=3, help="how often everything is repeated (3); the best counts")
    options.add_argument("--json", type=Path, default=ROOT / "build/bench.json", help="where figures are kept")
    asked = options.parse_args()
    if unknown := sorted(set(asked.benches) - set(BENCHES)):
        options.error(f"no such bench: {', '.join(unknown)}; choose of {', '.join(BENCHES)}")
    if asked.rounds < 1:
        options.error("--rounds: at least 1")
    measures = []
    print(HEAD)
    with tempfile.TemporaryDirectory() as cache:
        os.environ["FACTCHECK_CACHE_DIR"] = cache  # a cache of its own, which no other checkout fills and empties
        for name in asked.benches or BENCHES:
            for measure in BENCHES[name](Asked(asked.peers, asked.rounds)):
                print(line(measure), flush=True)
                measures.append(measure)
    asked.json.parent.mkdir(parents=True, exist_ok=True)
    asked.json.write_text(json.dumps(as_json(measures), indent=1) + "\n", "utf-8")
    print(f"\nfigures in {asked.json}")


if __name__ == "__main__":
    main()
