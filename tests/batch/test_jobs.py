"""Many requests and one command as others run it: all cores, one order, whatever becomes of a worker."""

from __future__ import annotations

import contextlib
import json
import os
import pty
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from factcheck.batch.pool import Listed, ordered

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="looks for workers where Linux lists processes")

ROOT = Path(__file__).parents[2]
EVENTS = sorted((ROOT / "fixtures" / "events").iterdir())[:12]
FACTCHECK = (sys.executable, "-m", "factcheck")
BROKEN = ("{", "[]", '{"id": "b", "reports": []}', '{"id": 7, "reports": [{"text": "x", "language": "xx"}]}')


def requests() -> bytes:
    """Give events of all lengths, broken lines among them."""
    lines = []
    for number, event in enumerate(EVENTS):
        reports = [{"text": path.read_text()} for path in sorted(event.glob("report-*.txt"))]
        lines += [json.dumps({"id": event.name, "reports": reports}), BROKEN[number % len(BROKEN)], ""]
    return "".join(f"{line}\n" for line in lines).encode()


def ran(*arguments: str, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    return subprocess.run((*FACTCHECK, *arguments), input=stdin, capture_output=True, check=False, cwd=ROOT)


@contextlib.contextmanager
def talking(*arguments: str) -> Iterator[subprocess.Popen[bytes]]:
    """Run a command whose input stays open, in a group of its own."""
    process = subprocess.Popen(
        (*FACTCHECK, *arguments),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=ROOT,
        start_new_session=True,
    )
    try:
        with process:
            yield process
    finally:
        process.kill()


def say(process: subprocess.Popen[bytes], name: str, text: str = "Ten people died on Sunday, police said.") -> None:
    assert process.stdin is not None
    process.stdin.write(json.dumps({"id": name, "text": text}).encode() + b"\n")
    process.stdin.flush()


def hear(process: subprocess.Popen[bytes]) -> dict[str, Any]:
    assert process.stdout is not None
    return dict(json.loads(process.stdout.readline()))


def workers(process: subprocess.Popen[bytes]) -> list[int]:
    return [int(one) for one in Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()]


def until(true: Callable[[], bool]) -> None:
    """Wait for what must come."""
    for _ in range(600):
        if true():
            return
        time.sleep(0.05)
    pytest.fail("it did not come in half a minute")


def test_every_number_of_jobs_gives_the_same_bytes_in_the_same_order() -> None:
    alone, *others = [ran("compare", "--jsonl", "--jobs", jobs, stdin=requests()) for jobs in ("1", "2", "4")]
    answers = [json.loads(line) for line in alone.stdout.splitlines()]
    assert [answer["id"] for answer in answers][::2] == [event.name for event in EVENTS]
    assert [answer["id"] for answer in answers][1:9:2] == [None, None, "b", 7]
    assert all("error" in answer for answer in answers[1::2])
    assert alone.returncode == 2
    for other in others:
        assert (other.stdout, other.stderr, other.returncode) == (alone.stdout, b"", 2)


def test_a_line_is_answered_while_the_input_stays_open() -> None:
    with talking("extract", "--jsonl", "--jobs", "2") as process:
        for name in ("a", "b", "c"):
            say(process, name)
            assert hear(process)["id"] == name
        assert len(workers(process)) == 1  # nobody asked for two things at a time


def here(item: str) -> int:
    return os.getpid()


def test_a_single_item_needs_no_worker() -> None:
    assert list(ordered(Listed(["a"]), here, jobs=4, limit=0)) == [("a", os.getpid())]


def test_the_item_of_a_killed_worker_is_answered_with_an_error_and_the_rest_go_on() -> None:
    with talking("extract", "--jsonl", "--jobs", "2") as process:
        assert process.stdin is not None
        say(process, "before")
        assert hear(process)["id"] == "before"
        (worker,) = workers(process)
        os.kill(worker, signal.SIGSTOP)  # it cannot answer before it is killed
        say(process, "struck")
        say(process, "after")
        until(lambda: len(workers(process)) == 2)  # both are under way, in a worker each
        os.kill(worker, signal.SIGKILL)
        answers = [hear(process), hear(process)]
        say(process, "later")
        answers.append(hear(process))
        process.stdin.close()
        assert process.wait(20) == 2
    assert [answer["id"] for answer in answers] == ["struck", "after", "later"]
    assert ["error" in answer for answer in answers] == [True, False, False]
    assert "was killed (signal 9)" in answers[0]["error"]["message"]


def ended(worker: int) -> bool:
    """Tell whether a process is over, its ends of all pipes closed: gone, or a zombie nobody has asked about."""
    try:
        return Path(f"/proc/{worker}/stat").read_text("ascii").rpartition(")")[2].split()[0] in {"Z", "X"}
    except (FileNotFoundError, ProcessLookupError):  # buried before it was opened, or before it was read
        return True


def test_a_worker_killed_while_idle_is_replaced() -> None:
    with talking("extract", "--jsonl", "--jobs", "2") as process:
        say(process, "a")
        assert hear(process)["id"] == "a"
        (worker,) = workers(process)
        os.kill(worker, signal.SIGKILL)
        until(lambda: ended(worker))
        say(process, "b")
        assert "claims" in hear(process)
        assert worker not in workers(process)


def test_a_worker_that_hangs_is_ended_and_its_item_answered() -> None:
    with talking("extract", "--jsonl", "--jobs", "2", "--time-limit", "3") as process:
        say(process, "a")
        assert hear(process)["id"] == "a"
        (worker,) = workers(process)
        os.kill(worker, signal.SIGSTOP)  # as if it hung where Python cannot interrupt it
        say(process, "struck")
        assert "took longer than 3 s" in hear(process)["error"]["message"]
        say(process, "b")
        assert "claims" in hear(process)
        assert worker not in workers(process)


SLOW_FIRST = """
import time
from factcheck.batch.pool import WINDOW, Listed, ordered

class Counted(Listed):
    taken = 0

    def take(self):
        self.taken += 1
        return super().take()

def work(number):
    time.sleep(1.0 if number == 0 else 0.0)
    return number

source = Counted(range(1000))
answers = ordered(source, work, jobs=2, limit=0)
assert next(answers) == (0, 0)
assert WINDOW <= source.taken <= 2 * WINDOW, source.taken
assert list(answers) == [(number, number) for number in range(1, 1000)]
"""


SPAWNED = """
import sys
from factcheck.batch import pool
from factcheck.cli import main

if __name__ == "__main__":
    pool.FORKED = False
    main()
"""


def test_workers_that_are_no_copies_say_the_same(tmp_path: Path) -> None:
    (tmp_path / "spawned.py").write_text(SPAWNED)
    call = (sys.executable, str(tmp_path / "spawned.py"), "compare", "--jsonl", "--jobs", "2")
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(call, input=requests(), capture_output=True, check=False, cwd=ROOT, env=environment)
    alone = ran("compare", "--jsonl", "--jobs", "1", stdin=requests())
    assert (done.stdout, done.stderr, done.returncode) == (alone.stdout, b"", 2)


def test_no_more_is_taken_than_may_wait_for_a_slow_item() -> None:
    subprocess.run((sys.executable, "-W", "error", "-c", SLOW_FIRST), check=True, cwd=ROOT)


def test_a_terminal_shows_how_many_are_done_how_fast_and_how_much_longer(tmp_path: Path) -> None:
    (tmp_path / "requests").write_bytes(requests() * 3)
    ours, theirs = pty.openpty()
    call = (*FACTCHECK, "compare", "--jsonl", "--jobs", "2")
    environment = {**os.environ, "TERM": "xterm", "COLUMNS": "100"}
    with (tmp_path / "requests").open("rb") as asked, (tmp_path / "answers").open("wb") as answers:
        process = subprocess.Popen(call, stdin=asked, stdout=answers, stderr=theirs, cwd=ROOT, env=environment)
    os.close(theirs)
    shown = b""
    with process, contextlib.suppress(OSError):  # Linux says so when the other side has closed
        while part := os.read(ours, 1 << 16):
            shown += part
    os.close(ours)
    assert len((tmp_path / "answers").read_bytes().splitlines()) == 6 * len(EVENTS)
    assert re.search(r"[0-9] · [0-9]+\.[0-9]/s .*0:00:0", shown.decode())


def test_ctrl_c_ends_workers_and_leaves_whole_lines() -> None:
    with talking("compare", "--jsonl", "--jobs", "2") as process:
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdin.write(requests())
        process.stdin.flush()
        first = process.stdout.readline()
        there = workers(process)
        os.killpg(process.pid, signal.SIGINT)
        rest = process.stdout.read()
        assert process.stderr.read() == b"\n"  # so that the prompt does not stand behind ^C
        assert process.wait(20) == 130
    for line in (first, *rest.splitlines(keepends=True)):
        assert line.endswith(b"\n")
        json.loads(line)
    assert there
    assert not any(Path(f"/proc/{worker}").exists() for worker in there)


def test_workers_end_with_the_one_who_began_them() -> None:
    with talking("extract", "--jsonl", "--jobs", "2") as process:
        say(process, "a")
        hear(process)
        (worker,) = workers(process)
        process.kill()
        until(lambda: not Path(f"/proc/{worker}/exe").exists())  # nor has one that nobody has buried


def test_a_first_line_is_all_that_head_wants() -> None:
    call = f'"{sys.executable}" -m factcheck compare --jsonl --jobs 2 | head -n 1'
    done = subprocess.run(("/bin/sh", "-c", call), input=requests(), capture_output=True, check=False, cwd=ROOT)
    assert (len(done.stdout.splitlines()), done.stderr) == (1, b"")


def test_the_gate_says_the_same_with_any_number_of_jobs() -> None:
    folders = [str(event) for event in EVENTS]
    asked = ("gate", "--together", "--format", "json", *folders, str(ROOT / "nowhere.txt"), "--jobs")
    alone, both = (ran(*asked, jobs) for jobs in ("1", "2"))
    assert len(json.loads(alone.stdout)) == sum(len(list(event.glob("report-*.txt"))) for event in EVENTS)
    assert alone.returncode == 2
    assert b"nowhere.txt: no such file" in alone.stderr
    assert (both.stdout, both.stderr, both.returncode) == (alone.stdout, alone.stderr, 2)


def test_the_gate_tells_of_each_file_it_gave_up() -> None:
    folders = [str(event) for event in EVENTS[:4]]
    done = ran("gate", "--jobs", "2", "--time-limit", "0.0001", *folders)
    assert done.returncode == 2
    lines = done.stderr.decode().splitlines()
    assert len(lines) == sum(len(list(Path(folder).glob("report-*.txt"))) for folder in folders)
    assert all("took longer than 0.0001 s" in line for line in lines)
