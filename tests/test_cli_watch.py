"""`factcheck watch`, as a process of its own: copy comes in, is gated once it is whole, and Ctrl-C ends it."""

from __future__ import annotations

import json
import queue
import shlex
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

EVENTS = Path(__file__).parents[1] / "fixtures" / "events"
CLEAN = "The bridge at Marbeck reopened on Monday, the mayor said.\n"
FAULTY = "Sources said the repair of the bridge at Marbeck cost 40 million pounds.\n"
FIRE = "A fire at the Kasra textile mill killed {n} workers on Monday night, the civil defence said.\n"
PATIENCE = 60
"""Seconds to wait for a line on a machine that has other work."""

pytestmark = pytest.mark.slow


class Watcher:
    """A running `factcheck watch`, whose lines can be waited for."""

    def __init__(self, folder: Path, *options: str, wait: str = "0.3") -> None:
        words = [sys.executable, "-m", "factcheck", "watch", "in", "--wait", wait, *options]
        self.process = subprocess.Popen(
            words, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8"
        )
        self.lines: queue.Queue[str] = queue.Queue()
        for pipe in (self.process.stdout, self.process.stderr):
            threading.Thread(target=self._listen, args=(pipe,), daemon=True).start()
        self.next("factcheck: watching in")

    def _listen(self, pipe: Iterator[str]) -> None:
        for line in pipe:
            self.lines.put(line.rstrip("\n"))

    def next(self, start: str = "") -> str:
        """Give the next line, which has to begin so."""
        line = self.lines.get(timeout=PATIENCE)
        assert line.startswith(start), line
        return line

    def quiet(self, seconds: float) -> None:
        """Demand that nothing is said for a while."""
        time.sleep(seconds)
        assert self.lines.empty(), self.lines.get()

    def end(self, sign: signal.Signals = signal.SIGINT) -> int:
        self.process.send_signal(sign)
        return self.process.wait(PATIENCE)


Start = Callable[..., Watcher]


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    (tmp_path / "in").mkdir()
    return tmp_path


@pytest.fixture
def watch(desk: Path) -> Iterator[Start]:
    started: list[Watcher] = []

    def start(*options: str, wait: str = "0.3") -> Watcher:
        started.append(Watcher(desk, *options, wait=wait))
        return started[-1]

    yield start
    for one in started:
        one.process.kill()
        one.process.wait(PATIENCE)
        for pipe in (one.process.stdout, one.process.stderr):
            if pipe is not None:
                pipe.close()


def test_copy_is_gated_as_it_comes_and_as_it_changes(desk: Path, watch: Start) -> None:
    (desk / "in" / "there.txt").write_text(CLEAN, "utf-8")
    running = watch()
    running.next("go    in/there.txt  nothing found")
    (desk / "in" / "new.txt").write_text(FAULTY, "utf-8")
    running.next("stop  in/new.txt  2 warnings: unsupported-figure, unnamed-source")
    running.next("    warning  unsupported-figure: ")
    running.next("      in/new.txt:1:55  «40 million pounds»")
    running.next("    warning  unnamed-source: ")
    running.next("      in/new.txt:1:1  «Sources»")
    running.next("      in/new.txt:1:14  «")
    (desk / "in" / "new.txt").write_text(CLEAN, "utf-8")
    while (line := running.next()).startswith("      in/new.txt:1:"):
        pass
    assert line == "go    in/new.txt  nothing found"
    (desk / "in" / "photo.jpg").write_bytes(b"\xff\xd8\xff")
    (desk / "in" / "there.txt").unlink()
    running.quiet(1)
    assert running.end() == 0
    assert running.lines.empty()


def test_what_is_still_being_written_waits(desk: Path, watch: Start) -> None:
    running = watch(wait="1.5")
    with (desk / "in" / "slow.txt").open("w", encoding="utf-8") as file:
        for word in FAULTY.split():
            file.write(f"{word} ")
            file.flush()
            time.sleep(0.25)
            assert running.lines.empty(), "a part of a report was judged"
    running.next("stop  in/slow.txt  2 warnings")
    assert running.end() == 0


def test_a_broken_file_has_one_line_and_the_next_is_judged(desk: Path, watch: Start) -> None:
    running = watch()
    (desk / "in" / "broken.json").write_text('{"uri": "http://wire.example/17", "headline": "Lar', "utf-8")
    running.next("factcheck: in/broken.json:1:")
    running.quiet(1)
    (desk / "in" / "a.txt").write_text(CLEAN, "utf-8")
    running.next("go    in/a.txt")
    (desk / "in" / "broken.json").write_text(json.dumps({"text": CLEAN}), "utf-8")
    running.next("go    in/broken.json")
    assert running.end(signal.SIGTERM) == 0


def test_options_are_those_of_the_gate(desk: Path, watch: Start) -> None:
    (desk / "wire.txt").write_text(FIRE.format(n=12), "utf-8")
    (desk / "desk.toml").write_text('[severity]\nunnamed-source = "off"\n', "utf-8")
    running = watch("--against", "wire.txt", "--config", "desk.toml", "--format", "json", "--fail-on", "error")
    (desk / "in" / "a.txt").write_text(FIRE.format(n=21) + FAULTY, "utf-8")
    told = json.loads(running.next("{"))
    assert {finding["rule"] for finding in told["findings"]} >= {"figure-conflict", "unsupported-figure"}
    assert "unnamed-source" not in {finding["rule"] for finding in told["findings"]}
    assert (told["beside"], told["stop"]) == (["wire.txt"], True)
    (desk / "in" / "b.txt").write_text(FAULTY, "utf-8")
    assert json.loads(running.next("{"))["stop"] is False
    assert running.end() == 0


def test_what_is_let_stand_later_counts_from_then_on(desk: Path, watch: Start) -> None:
    waivers = desk / "waivers.yaml"
    waivers.write_text("[]\n", "utf-8")
    running = watch("--waivers", "waivers.yaml", "--today", "2026-03-01")
    waivers.write_text("- rule: no", "utf-8")
    (desk / "in" / "a.txt").write_text(CLEAN, "utf-8")
    running.next("factcheck: waivers.yaml:1:")
    while (line := running.next()).startswith("factcheck: waivers.yaml:1:"):
        pass
    assert line == "go    in/a.txt  nothing found"
    rules = ("unsupported-figure", "unnamed-source")
    waived = "".join(f"- {{rule: {r}, report: b.txt, by: M, expires: 2026-06-30, reason: known}}\n" for r in rules)
    waivers.write_text(waived, "utf-8")
    (desk / "in" / "b.txt").write_text(FAULTY, "utf-8")
    running.next("go    in/b.txt  nothing found · 2 waived")
    assert running.end() == 0


def test_what_comes_in_is_held_against_what_came_before(desk: Path, watch: Start) -> None:
    for letter in "ab":
        shutil.copy(EVENTS / "minister-talks" / f"report-{letter}.txt", desk)
    shutil.copy(desk / "report-a.txt", desk / "in")
    running = watch("--together", "--new")
    running.quiet(1)
    shutil.copy(desk / "report-b.txt", desk / "in")
    running.next("stop  1 of 2 reports  ")
    assert "beside in/report-a.txt" in running.next("  stop  in/report-b.txt  ")
    assert running.end() == 0


def test_a_folder_that_is_away_for_a_while_brings_nothing_new(desk: Path, watch: Start) -> None:
    (desk / "in" / "a.txt").write_text(CLEAN, "utf-8")
    running = watch()
    running.next("go    in/a.txt")
    (desk / "in").rename(desk / "away")
    running.quiet(1)
    (desk / "away").rename(desk / "in")
    running.quiet(1)
    assert running.end() == 0


def test_it_can_be_interrupted_in_the_background_too(desk: Path) -> None:
    script = f"trap '' INT; exec {shlex.quote(sys.executable)} -m factcheck watch in"
    process = subprocess.Popen(["/bin/sh", "-c", script], cwd=desk, stderr=subprocess.PIPE)
    try:
        assert process.stderr is not None
        assert process.stderr.readline().startswith(b"factcheck: watching in")
        process.send_signal(signal.SIGINT)
        assert process.wait(PATIENCE) == 0
    finally:
        process.kill()
        process.communicate()


def test_a_folder_that_is_none_is_told_at_once(desk: Path) -> None:
    for words, told in (
        (["gone"], "factcheck: gone: is no folder; name the one that copy comes into\n"),
        (["in", "--published", "soon"], "factcheck: --published: 'soon' is no date; write it as 2026-01-31\n"),
        (["in", "--baseline", "gone.jsonl"], "factcheck: gone.jsonl: no such baseline"),
    ):
        answer = subprocess.run(
            [sys.executable, "-m", "factcheck", "watch", *words], cwd=desk, capture_output=True, text=True, check=False
        )
        assert (answer.returncode, answer.stdout) == (2, "")
        assert answer.stderr.startswith(told)
