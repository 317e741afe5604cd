"""Fuzz one target: `make fuzz TARGET=figures SECONDS=1200`. Needs atheris (`pip install atheris`).

What was found to be new stays in `.fuzz/<target>/corpus`, what failed in `.fuzz/<target>/`, and how long each ran in
`.fuzz/log.tsv`. `--once FILE` runs a target on one input, without atheris.
"""

from __future__ import annotations

import argparse
import datetime
import importlib
import pkgutil
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
PLACE = ROOT / ".fuzz"
LIMIT = 3.0
"""Seconds of processor time an input may take (of a few thousand bytes, and with every branch counted)."""
HANG = 300
"""Seconds by the clock on the wall, however busy the machine, after which libFuzzer ends an input."""
SIZE, MEMORY = 4096, 2000
"""Bytes of the largest input, megabytes of memory."""


def targets() -> list[str]:
    """Name all targets."""
    return [module.name for module in pkgutil.iter_modules([str(Path(__file__).parent / "targets")])]


def check(target: Any, data: bytes, folder: Path) -> None:
    """Run a target on an input; raises AssertionError where it takes too long, and whatever else is wrong."""
    start = time.process_time()
    try:
        target.check(data, folder)
    except BaseException:
        (PLACE / "failed").write_bytes(data)
        raise
    took = time.process_time() - start
    assert took < getattr(target, "LIMIT", LIMIT), f"took {took:.1f} s"


def main() -> int:
    """Run a target for some time, in a process of its own, and write down how long."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("target", choices=targets())
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--once", type=Path, help="run on this input alone")
    parser.add_argument("--inside", action="store_true", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.once:
        with tempfile.TemporaryDirectory() as folder:
            check(importlib.import_module(f"tests.fuzz.targets.{given.target}"), given.once.read_bytes(), Path(folder))
        return 0
    if given.inside:
        _fuzz(given.target, given.seconds)
        return 0
    start = time.monotonic()
    command = [sys.executable, "-m", "tests.fuzz.run", given.target, "--seconds", str(given.seconds), "--inside"]
    place = PLACE / given.target
    place.mkdir(parents=True, exist_ok=True)
    with (place / "output").open("w", encoding="utf-8") as output:
        status = subprocess.run(command, cwd=ROOT, stdout=output, stderr=output, check=False).returncode
    minutes = (time.monotonic() - start) / 60
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
    now = datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")
    line = f"{now}\t{given.target}\t{minutes:.1f} min\t{peak} MB\t{'passed' if status == 0 else f'status {status}'}\n"
    with (PLACE / "log.tsv").open("a", encoding="utf-8") as log:
        log.write(line)
    sys.stdout.write(line)
    if status:
        sys.stdout.write("".join((place / "output").read_text("utf-8", "replace").splitlines(keepends=True)[-40:]))
    return status


def _fuzz(name: str, seconds: int) -> None:
    import atheris  # type: ignore[import-untyped,import-not-found,unused-ignore]  # no part of the environment

    with atheris.instrument_imports(include=["factcheck"]):
        target = importlib.import_module(f"tests.fuzz.targets.{name}")
        from tests.fuzz.seeds import words
    from tests.fuzz.mutate import mutator

    place = PLACE / name
    for folder in ("seeds", "corpus"):
        (place / folder).mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(target.seeds()):
        (place / "seeds" / f"{number:04}").write_bytes(seed[:SIZE])
    told = [*words(), *getattr(target, "WORDS", ())]
    with tempfile.TemporaryDirectory() as folder:
        atheris.Setup(
            [
                name,
                f"-max_total_time={seconds}",
                f"-timeout={HANG}",
                f"-rss_limit_mb={MEMORY}",
                f"-max_len={SIZE}",
                f"-artifact_prefix={place}/",
                "-print_final_stats=1",
                str(place / "corpus"),
                str(place / "seeds"),
            ],
            lambda data: check(target, data, Path(folder)),
            custom_mutator=mutator(told, lambda *given: atheris.Mutate(*given)),  # noqa: PLW0108  # atheris replaces it later
        )
        atheris.Fuzz()


if __name__ == "__main__":
    sys.exit(main())
