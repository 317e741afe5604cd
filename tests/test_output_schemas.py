"""Every output is what the tools that read it expect, for every event, in both languages, from compare and gate."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from click.testing import Result
from lxml import etree

Command = Callable[..., Result]

ROOT = Path(__file__).parents[1]
SCHEMAS = ROOT / "tests" / "schemas"
EVENTS = sorted(path for path in (ROOT / "fixtures" / "events").iterdir() if path.is_dir())
JSON = {"sarif": "sarif-2.1.0", "rdjson": "rdjson", "gitlab": "gitlab-code-quality"}
BROKEN = "broken.txt"


def validator(name: str) -> Any:
    schema = json.loads((SCHEMAS / f"{JSON[name]}.schema.json").read_text("utf-8"))
    return jsonschema.validators.validator_for(schema, jsonschema.Draft7Validator)(schema)


def invalid(form: str, text: str) -> list[str]:
    """Say what is wrong with an output by its schema."""
    if form == "junit":
        schema = etree.XMLSchema(etree.parse(SCHEMAS / "junit-10.xsd"))
        schema.validate(etree.fromstring(text.encode()))
        return [str(error) for error in schema.error_log]
    # NaN and the like, which Python would read, are not JSON.
    return [error.message for error in validator(form).iter_errors(json.loads(text, parse_constant=pytest.fail))]


@pytest.mark.parametrize("form", [*JSON, "junit"])
@pytest.mark.parametrize("event", EVENTS, ids=[path.name for path in EVENTS])
def test_a_comparison_is_valid(command: Command, event: Path, form: str) -> None:
    reports = sorted(event.glob("report-*.txt"))
    for language in ("en", "ar"):
        answer = command("compare", *reports, "--format", form, "--messages", language)
        assert (answer.exit_code, answer.stderr) == (0, "")
        assert invalid(form, answer.stdout) == []


@pytest.mark.parametrize("form", [*JSON, "junit"])
def test_a_gate_with_all_there_can_be_is_valid(command: Command, form: str, tmp_path: Path) -> None:
    event = ROOT / "fixtures" / "events" / "minister-talks"
    (tmp_path / BROKEN).write_bytes(b"\x00\x01\x02")
    (tmp_path / "waivers.yaml").write_text(
        "- {rule: unnamed-source, report: '*b.txt', by: A. Desk, expires: 2030-01-01, reason: 'known, <b>to us</b>'}\n"
        "- {rule: sum-mismatch, report: '*b.txt', by: A. Desk, expires: 2020-01-01, reason: long ago}\n",
        "utf-8",
    )
    options = ("--against", event / "report-a.txt", "--waivers", "waivers.yaml", "--today", "2026-01-01")
    docs = ("--docs-url", "https://example.org/docs/rules.md")
    answer = command("gate", event / "report-b.txt", BROKEN, *options, "--format", form, *docs)
    assert answer.exit_code == 2
    assert answer.stderr.count("\n") == 1
    assert invalid(form, answer.stdout) == []
    assert BROKEN in answer.stdout
    assert "waivers.yaml" in answer.stdout


@pytest.mark.parametrize("form", [*JSON, "junit"])
def test_copy_with_nothing_to_say_of_it_is_valid(command: Command, form: str, tmp_path: Path) -> None:
    (tmp_path / "quiet.txt").write_text("The library opened its doors.\n", "utf-8")
    answer = command("gate", "quiet.txt", "--format", form)
    assert (answer.exit_code, answer.stderr) == (0, "")
    assert invalid(form, answer.stdout) == []


def test_the_schemas_refuse_what_is_wrong() -> None:
    assert invalid("sarif", '{"version": "2.1.0", "runs": [{"results": []}]}')
    assert invalid("gitlab", '[{"description": "x"}]')
    assert invalid("rdjson", '{"diagnostics": [{"message": "x"}]}')
    assert invalid("junit", '<testsuites><testsuite name="a"/></testsuites>')
