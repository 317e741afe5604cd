"""Everything that is written of a comparison: each output can be read back by what reads its format."""

from __future__ import annotations

import csv
import io
import json
import unicodedata
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterable
from pathlib import Path

from factcheck.data.messages import load_messages
from factcheck.render.checklist import checklist_items
from factcheck.render.checklist_json import checklist_object
from factcheck.render.checklist_markdown import render_checklist_markdown
from factcheck.render.checklist_table import render_checklist_csv
from factcheck.render.extract_table import render_extract
from factcheck.render.outcome import Look, Outcome
from factcheck.render.outputs import COMPARED, render_output
from factcheck.render.terminal import render_terminal
from factcheck.signed.answers import Filled
from factcheck.signed.markdown import read_markdown
from factcheck.signed.objects import read_json
from factcheck.signed.table import read_csv
from tests.fuzz.oracles import text_of
from tests.fuzz.seeds import compared
from tests.fuzz.seeds import pair_seeds as seeds

__all__ = ["check", "seeds"]
READERS: dict[str, Callable[[str], object]] = {
    "sarif": json.loads,
    "gitlab": json.loads,
    "rdjson": json.loads,
    "junit": ET.fromstring,
    "csv": lambda text: list(csv.reader(io.StringIO(text, newline=""), strict=True)),
}


def check(data: bytes, folder: Path) -> None:
    comparison = compared(text_of(data))
    items = [item.fingerprints for item in checklist_items(comparison)]
    for code in ("ar", "en"):
        messages = load_messages(code)
        rules = tuple({finding.rule.id: finding.rule for finding in comparison.findings}.values())
        outcome = Outcome((Look(comparison, (0, 1)),), rules, "0")
        for name in COMPARED:
            read = READERS.get(name)
            said = render_output(name, outcome, messages)
            assert read is None or read(said) is not None
        pages = [render_terminal(comparison, messages, width=80, color=False, explain=True)]
        pages += [render_extract(reading, messages, width=80, color=False) for reading in comparison.readings]
        for page in pages:
            assert not {char for char in page if unicodedata.category(char) == "Cc"} - {"\n"}
        assert _prints(read_markdown(render_checklist_markdown(comparison, messages), "")) == items
        assert _prints(read_csv(render_checklist_csv(comparison, messages), "")) == items
        assert _prints(read_json(json.dumps(checklist_object(comparison, messages)), "")) == items


def _prints(filled: Iterable[Filled]) -> list[tuple[str, ...]]:
    return [item.fingerprints for item in filled]
