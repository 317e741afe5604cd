"""A stranger's rule file, with the word lists in it: it loads and runs, or every mistake in it is told."""

from __future__ import annotations

import re
from pathlib import Path

from factcheck.judge.rules import load_rules, shipped_rules
from factcheck.model.errors import UserError
from factcheck.pipeline import compare_readings
from factcheck.rule_examples import run_examples
from tests.fuzz.oracles import check_comparison
from tests.fuzz.seeds import shipped_comparison

_ID = re.compile(rb"^id:[ \t]*([a-z][a-z0-9-]{0,40})[ \t]*$", re.MULTILINE)


def seeds() -> list[bytes]:
    found = [item.read_bytes() for pack in shipped_rules().iterdir() if pack.is_dir() for item in pack.iterdir()]
    return sorted(re.sub(rb"^id: ", b"id: fuzzed-", text, flags=re.MULTILINE) for text in found)


def check(data: bytes, folder: Path) -> None:
    name = _ID.search(data)
    file = folder / f"{name[1].decode() if name else 'rule'}.yaml"
    file.write_bytes(data)
    try:
        found = load_rules([folder])
    finally:
        file.unlink()
    own = [rule for rule in found.rules if rule.pack == ""]
    assert own or found.problems
    for problem in found.problems:
        assert "\n" not in str(problem)
    for rule in own:
        try:
            list(run_examples(rule))
        except UserError:
            continue
        for event in ("ferry-fire", "dam-talks"):
            comparison = shipped_comparison(event)
            check_comparison(compare_readings(comparison.readings, [rule]))
