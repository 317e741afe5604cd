"""Commands timed from outside: seconds by the clock, seconds of the processor, and the peak of memory."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Sequence
from pathlib import Path
from typing import IO, NamedTuple

FACTCHECK = str(Path(sys.executable).with_name("factcheck"))
PAGE = os.sysconf("SC_PAGE_SIZE") / 1e6 if hasattr(os, "sysconf") else 0.0


class Run(NamedTuple):
    """What one run took; `memory` is in MB, of the process and of all it started, together."""

    clock: float
    processor: float
    memory: float


def run(command: Sequence[str], sent: bytes = b"") -> Run:
    """Run a command, what it prints thrown away; raises RuntimeError with its last words where it fails."""
    with tempfile.TemporaryFile() as given, tempfile.TemporaryFile() as said:
        given.write(sent)
        given.seek(0)
        peaks, ended = [0.0], threading.Event()
        begin, before = time.perf_counter(), _processor()
        process = _start(command, given, said)
        watch = threading.Thread(target=_watch, args=(process.pid, peaks, ended))
        watch.start()
        status = process.wait()
        clock, processor = time.perf_counter() - begin, _processor() - before
        ended.set()
        watch.join()
        if status:
            said.seek(0)
            raise RuntimeError(f"{command!r} ended with {status}: {said.read().decode(errors='replace')[-300:]}")
    return Run(clock, processor, max(peaks))


def _processor() -> float:
    """Give the seconds of the processor that all ended processes of ours took, those they started included."""
    taken = resource.getrusage(resource.RUSAGE_CHILDREN)
    return taken.ru_utime + taken.ru_stime


def _start(command: Sequence[str], given: IO[bytes], said: IO[bytes]) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        command, stdin=given, stdout=subprocess.DEVNULL, stderr=said, start_new_session=True, restore_signals=True
    )


def _watch(group: int, peaks: list[float], ended: threading.Event) -> None:
    """Look now and then at the memory of a group of processes; where there is no /proc, nothing is seen."""
    while not ended.wait(0.05):
        peaks.append(sum(map(_resident, _members(group))))


def _members(group: int) -> list[Path]:
    members = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text("utf-8", "replace").rpartition(")")[2].split()
        except OSError:
            continue  # it has ended since
        if int(fields[2]) == group:
            members.append(stat.parent)
    return members


def _resident(process: Path) -> float:
    try:
        return int((process / "statm").read_text("utf-8").split()[1]) * PAGE
    except OSError:
        return 0.0
