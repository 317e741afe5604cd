"""What a thousand rules cost beside fifty, on one pair.

The rules are a desk's own: word lists, conditions on claims and on pairs, and rules that extend shipped ones. Loaded
once, they are run on a pair of usual length in turn; the whole command, which reads every file, is timed beside it.
"""

from __future__ import annotations

import pathlib
import random
import tempfile
import time
from collections.abc import Iterator

from factcheck.judge.rules import load_rules
from factcheck.pipeline import compare_reports, read_report
from tests.bench.articles import USUAL, text
from tests.bench.commands import FACTCHECK, run
from tests.bench.measures import Asked, Measure

FEW, MANY = 50, 1_000
RUNS = 4
"""Comparisons a round."""
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


def rules(asked: Asked) -> Iterator[Measure]:
    """Measure both numbers of rules, loaded and as files."""
    given = [read_report(text(USUAL, n, "en"), language="en", id=f"r{n}") for n in range(2)]
    best = dict.fromkeys((FEW, MANY), float("inf"))
    whole = dict(best)
    with tempfile.TemporaryDirectory() as place:
        root = pathlib.Path(place)
        papers = [root / f"{report.id}.txt" for report in given]
        for paper, report in zip(papers, given, strict=True):
            paper.write_text(report.text, "utf-8")
        loaded = {}
        for many in best:
            (folder := root / str(many)).mkdir()
            write(folder, many)
            loaded[many] = tuple(rule for rule in load_rules([folder]).require() if not rule.pack)
            compare_reports(given, loaded[many])
        for _ in range(asked.rounds):
            for many in [*best] * RUNS:
                begin = time.process_time()
                compare_reports(given, loaded[many])
                best[many] = min(best[many], time.process_time() - begin)
            for many in best:
                command = [FACTCHECK, "compare", *map(str, papers), "--rules", str(root / str(many))]
                whole[many] = min(whole[many], run(command).processor)
    what = f"en: {MANY:,} rules beside {FEW}, a pair of {USUAL} words"
    yield Measure("rules", what, best[MANY] / best[FEW], bar=1.4, most=True, behind={"seconds": best})
    what = "the whole command, which reads their files"
    yield Measure("rules", what, whole[MANY] / whole[FEW], behind={"seconds": whole})
