"""A stream without end through `compare --jsonl`: `python -m tests.bench.stream`, a measurement, not a test.

Requests are made on the fly, each of words and numbers nobody has seen; now and then a line is broken or a worker is
killed. Looked at: every line is answered in its order, those of killed workers with an error, and the memory of all
processes together (pages that several share count once: Pss of smaps_rollup, so this runs on Linux only). Exit status 1
where that is not so.
"""

from __future__ import annotations

import argparse
import contextlib
import itertools
import json
import os
import random
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

BROKEN = 997
"""One line of so many is no JSON."""
SYLLABLES = {
    "en": [
        "ba",
        "den",
        "kor",
        "lim",
        "mas",
        "nor",
        "pel",
        "rin",
        "sal",
        "tor",
        "vek",
        "wil",
        "zan",
        "dor",
        "fen",
        "gal",
    ],
    "ar": ["با", "دن", "كور", "لم", "ماس", "نور", "بل", "رين", "سال", "تور", "وك", "ويل", "زان", "دور", "فن"],
}
SENTENCES = {
    "en": (
        "At least {n} people were killed and {m} injured when a ferry sank off {place} on {day} January, police said.",
        "{name}, the governor of {place}, said {n} rescuers were looking for survivors.",
        "The ministry of transport put the damage at ${m} million.",
        '"We had {n} boats at sea within {few} hours," {name} told reporters.',
        "Witnesses in {place} spoke of more than {m} passengers on board.",
        "Trade with {place} rose by {few}.5% to {n} million tonnes last year, according to {name}.",
        "{name} did not say why the port of {place} was closed.",
        "Some {few} of the wounded were taken to {place}, where {name} heads the hospital.",
    ),
    "ar": (
        "قتل {n} شخصا على الأقل وأصيب {m} آخرون في غرق عبارة قبالة {place} يوم {day} يناير 2026، وفق ما أعلنت الشرطة.",
        "وقال محافظ {place} {name} إن {n} من رجال الإنقاذ يبحثون عن ناجين.",
        "وقدرت وزارة النقل الأضرار بنحو {m} مليون دولار.",
        "وأضاف {name}: «كان لدينا {n} قاربا في البحر خلال {few} ساعات».",
        "وتحدث شهود في {place} عن أكثر من {m} راكب على متنها.",
        "وارتفعت التجارة مع {place} بنسبة {few}.5 في المئة إلى {n} مليون طن العام الماضي، بحسب {name}.",
        "ولم يذكر {name} سبب إغلاق ميناء {place}.",
        "ونقل {few} من الجرحى إلى {place} حيث يدير {name} المستشفى.",
    ),
}


def requests(seed: int, lines: int) -> Iterator[bytes]:
    """Give lines for `compare --jsonl`: two reports of an event, in Arabic, English, or one of each."""
    chance = random.Random(seed)  # noqa: S311  # texts to be timed, no secret
    for number in range(lines):
        if number % BROKEN == BROKEN - 1:
            yield b'{"id": \n'
            continue
        kept = {"n": chance.randint(11, 4000), "few": chance.randint(3, 10), "day": chance.randint(1, 31)}
        reports = [{"text": _report(chance.choice(("ar", "en")), chance, kept)} for _ in range(2)]
        yield json.dumps({"id": str(number), "reports": reports}, ensure_ascii=False).encode() + b"\n"


def _report(language: str, chance: random.Random, kept: dict[str, int]) -> str:
    def word() -> str:
        made = "".join(chance.choices(SYLLABLES[language], k=chance.randint(2, 4)))
        return made.capitalize()

    chosen = chance.sample(SENTENCES[language], chance.randint(3, len(SENTENCES[language])))
    place = word()
    filled = [
        sentence.format(**kept, m=chance.randint(11, 99_999), name=f"{word()} {word()}", place=place)
        for sentence in chosen
    ]
    return "\n\n".join(filled)


def memory(process: int) -> float:
    """Give the memory in MB of a process and its children."""
    total = 0
    for one in (process, *children(process)):
        with contextlib.suppress(OSError):
            rows = Path(f"/proc/{one}/smaps_rollup").read_text().splitlines()
            total += sum(int(row.split()[1]) for row in rows if row.startswith("Pss:"))
    return total / 1024


def processor(process: int) -> float:
    """Give the seconds of the processor that a process and its children took, those that have ended included."""
    ticks = 0
    for one in (process, *children(process)):
        with contextlib.suppress(OSError):
            values = Path(f"/proc/{one}/stat").read_text().rpartition(")")[2].split()
            ticks += sum(map(int, values[11:15] if one == process else values[11:13]))
    return ticks / os.sysconf("SC_CLK_TCK")


def children(process: int) -> list[int]:
    """Give the processes a process has begun."""
    with contextlib.suppress(OSError):
        return [int(one) for one in Path(f"/proc/{process}/task/{process}/children").read_text().split()]
    return []


class Feed(threading.Thread):
    """Writes requests as fast as they are taken, until time is over."""

    def __init__(self, process: subprocess.Popen[bytes], asked: argparse.Namespace) -> None:
        super().__init__(daemon=True)
        self.process, self.asked, self.sent = process, asked, 0
        self.over = threading.Event()

    def run(self) -> None:
        """Write."""
        assert self.process.stdin is not None
        with contextlib.suppress(BrokenPipeError), self.process.stdin as stdin:
            for line in requests(self.asked.seed, self.asked.lines):
                if self.over.is_set():
                    break
                stdin.write(line)
                self.sent += 1


class Trouble(threading.Thread):
    """Kills a worker now and then, and notes the memory, until time is over."""

    def __init__(self, process: subprocess.Popen[bytes], asked: argparse.Namespace, feed: Feed) -> None:
        super().__init__(daemon=True)
        self.process, self.asked, self.feed = process, asked, feed
        self.killed = 0
        self.curve: list[tuple[float, int, float, float]] = []
        self.answered = 0

    def run(self) -> None:
        """Look at the clock."""
        begun = time.monotonic()
        chance = random.Random(self.asked.seed)  # noqa: S311  # which worker is killed is no secret
        for tick in itertools.count(1):
            time.sleep(max(0.0, begun + tick - time.monotonic()))
            gone = time.monotonic() - begun
            pid = self.process.pid
            self.curve.append((gone, self.answered, memory(pid), processor(pid)))
            if gone >= self.asked.seconds or self.process.poll() is not None:
                self.feed.over.set()
                return
            workers = children(self.process.pid)
            if workers and tick % self.asked.kill_every == 0:
                os.kill(chance.choice(workers), signal.SIGKILL)
                self.killed += 1


def measured(asked: argparse.Namespace) -> dict[str, object]:
    """Run the stream; gives what came of it."""
    call = (sys.executable, "-m", "factcheck", "compare", "--jsonl", "--jobs", str(asked.jobs))
    wrong: list[str] = []
    lost = 0
    with subprocess.Popen(call, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        feed = Feed(process, asked)
        trouble = Trouble(process, asked, feed)
        feed.start()
        trouble.start()
        for number, line in enumerate(process.stdout):
            trouble.answered = number + 1
            head = line[:200].decode(errors="replace")
            broken = number % BROKEN == BROKEN - 1
            if not head.startswith('{"id":null,"error"' if broken else f'{{"id":"{number}",'):
                wrong.append(f"line {number}: {head[:80]}")
            elif '"error":{"message":"its worker was killed' in head:
                lost += 1
            elif not broken and '"error"' in head[:40]:
                wrong.append(f"line {number}: {head}")
        feed.over.set()
    if trouble.answered != feed.sent:
        wrong.append(f"{feed.sent} lines sent, {trouble.answered} answered")
    peak = max((mb for _, _, mb, _ in trouble.curve), default=0.0)
    seconds = trouble.curve[-1][0] if trouble.curve else 0.0
    return {
        "lines": trouble.answered,
        "seconds": round(seconds, 1),
        "per_second": round(trouble.answered / max(seconds, 1), 1),
        "killed": trouble.killed,
        "answered_lost": lost,
        "peak_mb": round(peak, 1),
        "exit": process.returncode,
        "wrong": wrong[:10],
        "curve": [(round(at), lines, round(mb, 1), round(cpu, 1)) for at, lines, mb, cpu in trouble.curve],
    }


def main() -> None:
    """Print how memory went and whether all was answered."""
    options = argparse.ArgumentParser(prog="python -m tests.bench.stream", description=__doc__)
    options.add_argument("--lines", type=int, default=1_000_000)
    options.add_argument("--seconds", type=float, default=600)
    options.add_argument("--jobs", type=int, default=2)
    options.add_argument("--kill-every", type=int, default=20, help="seconds")
    options.add_argument("--most", type=float, default=400, help="MB of all processes together")
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--json", type=Path, help="keep the result there")
    asked = options.parse_args()
    found = measured(asked)
    if asked.json:
        asked.json.write_text(json.dumps(found, indent=1) + "\n")
    curve = found.pop("curve")
    assert isinstance(curve, list)
    print("seconds   lines    MB  processor")
    for at, lines, mb, cpu in curve[:: max(1, len(curve) // 20)]:
        print(f"{at:7} {lines:7} {mb:5} {cpu:10}")
    for name, value in found.items():
        print(f"{name:14} {value}")
    sound = not found["wrong"] and float(str(found["peak_mb"])) <= asked.most
    sys.exit(0 if sound else 1)


if __name__ == "__main__":
    main()
