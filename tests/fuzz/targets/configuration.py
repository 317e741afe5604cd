"""factcheck.toml: the rules load as it says, or every mistake in it is told."""

from __future__ import annotations

from pathlib import Path

from factcheck.cli_streams import rules_for
from factcheck.config import load_config
from factcheck.model.errors import UserError
from tests.fuzz.oracles import check_told

WORDS = [
    b"[severity]\n",
    b"[options.",
    b"[[waiver]]\n",
    b"figure-conflict",
    b'"off"',
    b'"note"',
    b"packs = [",
    b'"core"',
    b"ignore = [",
]
WORDS += [
    b"fail-on = ",
    b"language = ",
    b'"""',
    b"'''",
    b"2026-01-31",
    b"\\u0000",
    b"1e999",
    b"inf",
    b"[limits]\n",
    b"claims = ",
]


def seeds() -> list[bytes]:
    whole = """
rules = []
packs = ["core", "strict"]
fail-on = "warning"
messages = "ar"
language = "ar"
languages = ["ar", "en"]
ignore = ["draft-*.docx"]
facts = ["facts"]
[severity]
figure-conflict = "warning"
unsupported-figure = {material = "error"}
[options.figure-conflict]
least = 3
[[waiver]]
rule = "figure-conflict"
report = "a.txt"
by = "desk"
expires = 2027-01-01
reason = "known"
"""
    parts = [f"{part}\n" for part in whole.strip().split("\n[")]
    return [whole.encode(), *(part.encode() for part in parts[:1]), *(f"[{part}".encode() for part in parts[1:])]


def check(data: bytes, folder: Path) -> None:
    file = folder / "factcheck.toml"
    file.write_bytes(data)
    try:
        config = load_config(str(file))
        rules = rules_for({"folders": (), "packs": (), "facts": ()}, config)
        assert rules
    except UserError as error:
        check_told(error)
