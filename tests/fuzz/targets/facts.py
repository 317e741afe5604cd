"""A desk's facts, as YAML and as CSV: they load and are held against reports, or every mistake is told."""

from __future__ import annotations

from pathlib import Path

from factcheck.facts.load import load_facts
from factcheck.model.errors import UserError
from factcheck.pipeline import compare_readings
from tests.fuzz.oracles import check_comparison, check_told
from tests.fuzz.seeds import ROOT, shipped_comparison

FACTS = ROOT / "fixtures" / "facts"


def seeds() -> list[bytes]:
    return [path.read_bytes() for path in sorted(FACTS.glob("*/*"))]


def check(data: bytes, folder: Path) -> None:
    for suffix in (".csv", ".yaml"):
        file = folder / f"facts{suffix}"
        file.write_bytes(data)
        try:
            facts = load_facts([file])
        except UserError as error:
            check_told(error)
            continue
        assert len(facts) < 10_000
        check_comparison(compare_readings(shipped_comparison().readings, facts=facts))
