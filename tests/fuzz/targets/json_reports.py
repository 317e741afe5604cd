"""ninjs, lists of reports, JSON Lines, and requests of the machine interface."""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path

from factcheck.jsonl import answer_line, compare_answer, extract_answer
from factcheck.judge.allowances import NOTHING
from factcheck.load.json_reports import read_json_lines, read_json_reports
from factcheck.model.errors import UserError
from factcheck.pipeline import default_rules
from tests.fuzz.oracles import check_stories, check_told
from tests.fuzz.seeds import input_seeds

WORDS = [b'"text":', b'"title":', b'"published":', b'"body_xhtml":', b'"bodies":[', b'"headline":', b"null", b"\\ud800"]
WORDS += [b'"reports":[', b'"id":', b"1e999", b"NaN", b"\\u202e", b"[[[[[[[[", b'{"a":{"a":{"a":']


def seeds() -> list[bytes]:
    text = "Twelve people died on Monday, the ministry said."
    asked = [
        {"id": "a", "text": text},
        {"id": "b", "reports": [{"text": text}, {"text": text.replace("Twelve", "13")}]},
    ]
    return [*input_seeds("*.json", "*.jsonl"), *(json.dumps(one).encode() for one in asked)]


def check(data: bytes, folder: Path) -> None:
    for read in (read_json_reports, read_json_lines):
        try:
            check_stories(read(data, "json"))
        except UserError as error:
            check_told(error)
    lines = data.split(b"\n")
    for answer in (extract_answer, partial(compare_answer, default_rules(), "en", NOTHING, ())):
        for line in lines:
            said = answer_line(answer, line).line
            said.encode()
            assert isinstance(json.loads(said), dict)
