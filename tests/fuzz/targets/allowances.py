"""Baselines and files of waivers: they count, or every mistake in them is told."""

from __future__ import annotations

import json
from pathlib import Path

from msgspec.structs import replace

from factcheck.cli_allowances import _read_waivers
from factcheck.judge.allowances import Allowances, allow
from factcheck.judge.baseline import Baseline, baseline_text, read_baseline
from factcheck.judge.rules import load_rules
from factcheck.model.errors import UserError
from tests.fuzz.oracles import check_comparison, check_told
from tests.fuzz.seeds import DAY, shipped_comparison

WORDS = [
    b'"report":',
    b'"rule":',
    b'"fingerprint":',
    b'"text":',
    b"- fingerprint: ",
    b"  by: x\n",
    b"  expires: 2027-01-01\n",
]


def seeds() -> list[bytes]:
    prints = [finding.fingerprint for finding in shipped_comparison().findings]
    lines = [{"report": "a.txt", "rule": "figure-conflict", "fingerprint": one, "text": "12"} for one in prints]
    waiver = "- {{fingerprint: {}, by: desk, expires: 2027-01-01, reason: known}}\n"
    named = "- rule: figure-conflict\n  report: '*.txt'\n  by: desk\n  expires: 2027-01-01\n  reason: known\n"
    written = ["".join(f"{json.dumps(line)}\n" for line in lines), "".join(map(waiver.format, prints)), named]
    return [text.encode() for text in written]


def check(data: bytes, folder: Path) -> None:
    file = folder / "allowed"
    file.write_bytes(data)
    known = [rule.file.id for rule in load_rules().rules]
    allowances = Allowances((), DAY, None, ())
    try:
        baseline = read_baseline(str(file), known)
        allowances = replace(allowances, baseline=baseline)
        again = folder / "again"
        again.write_bytes(baseline_text(baseline.entries).encode())
        assert {_plain(e) for e in read_baseline(str(again), known).entries} == {_plain(e) for e in baseline.entries}
    except UserError as error:
        check_told(error)
    try:
        allowances = replace(allowances, waivers=_read_waivers(str(file)))
    except UserError as error:
        check_told(error)
    if allowances.waivers or isinstance(allowances.baseline, Baseline):
        check_comparison(allow(shipped_comparison(), allowances))


def _plain(entry: object) -> object:
    return (entry.report, entry.rule, entry.fingerprint, entry.text)  # type: ignore[attr-defined]
