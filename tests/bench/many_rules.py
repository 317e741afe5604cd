"""What a thousand rules cost beside fifty, on one pair: `python -m tests.bench.many_rules`.

The rules are a desk's own: word lists, conditions on claims and on pairs, and rules that extend shipped ones. Loaded
once, they are run on a pair of 600 words (the median ratio of runs in turn); the whole command, which reads every
file, is timed beside it. A measurement, not a test.
"""

from __future__ import annotations

import pathlib
import random
import statistics
import subprocess
import sys
import tempfile
import time

from factcheck.judge.rules import Rule, load_rules
from factcheck.model.report import Report
from factcheck.pipeline import compare_reports
from tests.bench.scaling import USUAL, reports, text

FEW, MANY = 50, 1_000
RUNS = 15
COMMAND_RUNS = 5
PHRASES = 12
"""Phrases of a word list."""
HEAD = """\
category: wording
severity: note
message: {en: seen, ar: هنا}
question: {en: "What of it?", ar: "وماذا عنه؟"}
why: The desk wants to see it.
origin: the desk
examples:
  - {name: fires, reports: ["A"], finds: [{text: A}]}
  - {name: is silent, reports: ["B"], finds: []}
"""
EXTENDED = ("figure-conflict", "opposite-statement", "unsupported-figure", "unnamed-source", "sum-mismatch")


def rule(number: int, words: list[str], chance: random.Random) -> str:
    """Write the rule of this number: twelve of twenty are word lists, two extend shipped rules."""
    kind = number % 20
    head = f"id: desk-{number}\n"
    if kind < 12:
        phrases = sorted({" ".join(chance.sample(words, chance.choice((2, 2, 3)))) for _ in range(PHRASES)})
        return f"{head}check: wording\non: report\noptions: {{words: {{en: {phrases}}}}}\n{HEAD}"
    bound = chance.randrange(10, 10_000)
    if kind < 17:
        return (
            f"{head}check: any_claim\non: report\nwhen: {{claim: figure, source: [unnamed], at_least: {bound}}}\n{HEAD}"
        )
    if kind == 17:
        return f"{head}check: any_pair\non: pair\nwhen: {{claim: figure, verdict: agree, at_least: {bound}}}\n{HEAD}"
    return f"{head}extends: {chance.choice(EXTENDED)}\nwhen: {{at_least: {bound}}}\n"


def write(folder: pathlib.Path, count: int) -> None:
    """Write so many rules into a folder, the same at every run."""
    chance = random.Random(count)  # noqa: S311 - rules to be timed, no secret
    words = sorted({word for word in text(3_000, 1, "en").split() if word.isalpha()})
    for number in range(count):
        (folder / f"desk-{number}.yaml").write_text(rule(number, words, chance), "utf-8")


def seconds(given: list[Report], rules: tuple[Rule, ...]) -> float:
    """Time one comparison."""
    begin = time.perf_counter()
    compare_reports(given, rules)
    return time.perf_counter() - begin


def command(folder: pathlib.Path, papers: list[str]) -> float:
    """Time the whole command, the best of some runs."""
    times = []
    for _ in range(COMMAND_RUNS):
        begin = time.perf_counter()
        subprocess.run(
            [sys.executable, "-m", "factcheck", "compare", *papers, "--rules", str(folder)],
            check=True,
            stdout=subprocess.DEVNULL,
        )
        times.append(time.perf_counter() - begin)
    return min(times)


def main() -> None:
    """Print both ratios."""
    given = reports(USUAL, 2, "en")
    with tempfile.TemporaryDirectory() as place:
        root = pathlib.Path(place)
        papers = []
        for report in given:
            papers.append(str(root / f"{report.id}.txt"))
            pathlib.Path(papers[-1]).write_text(report.text, "utf-8")
        sets, whole = {}, {}
        for count in (FEW, MANY):
            folder = root / str(count)
            folder.mkdir()
            write(folder, count)
            sets[count] = tuple(rule for rule in load_rules([folder]).require() if not rule.pack)
            whole[count] = command(folder, papers)
        times = {count: [seconds(given, rules) for _ in range(2)][1:] for count, rules in sets.items()}
        for _ in range(RUNS):
            for count, rules in sets.items():
                times[count].append(seconds(given, rules))
    few, many = (1000 * statistics.median(times[count]) for count in (FEW, MANY))
    ratios = [b / a for a, b in zip(times[FEW], times[MANY], strict=True)]
    print(
        f"two reports of {USUAL} words: {FEW} rules {few:.0f} ms, {MANY} rules {many:.0f} ms, "
        f"ratio {statistics.median(ratios):.2f}"
    )
    print(f"the whole command: {whole[FEW]:.2f} s and {whole[MANY]:.2f} s, ratio {whole[MANY] / whole[FEW]:.2f}")


if __name__ == "__main__":
    main()
