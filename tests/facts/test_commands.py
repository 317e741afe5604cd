"""`--facts` and the configuration's `facts`, as people and programs use them."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from factcheck import compare_reports, load_facts, load_report

Command = Callable[..., Result]
ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "fixtures" / "facts"
DESK, DRAFT, ARABIC = FOLDER / "desk", FOLDER / "draft.txt", FOLDER / "draft-ar.txt"
RULES = ["fact-contradicted", "fact-contradicted", "fact-out-of-date"]


def test_the_page_on_facts_shows_what_the_program_prints(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    page = (ROOT / "docs" / "facts.md").read_text("utf-8")
    (line,) = re.findall(r"`factcheck (compare fixtures/facts/[^`]*)`", page)
    shown = re.search(r"says, among others:\n\n```\n(.*?)```", page, re.DOTALL)
    monkeypatch.chdir(ROOT)
    assert shown is not None
    assert shown[1] in command(*line.split()).stdout


@pytest.mark.parametrize("draft", [DRAFT, ARABIC], ids=["en", "ar"])
def test_a_draft_is_held_to_the_desks_facts(draft: Path) -> None:
    comparison = compare_reports([load_report(str(draft))], facts=load_facts([DESK]))
    assert [f.rule.id for f in comparison.findings if "fact" in f.rule.id] == RULES
    assert [item.reason for item in comparison.set_aside].count("fact-agrees") == 2


@pytest.mark.parametrize("name", ["gate", "checklist", "compare"])
def test_every_command_that_judges_takes_facts(command: Command, name: str) -> None:
    given = [name, DRAFT, *([ARABIC] if name == "compare" else []), "--published", "2025-03-01"]
    assert "fact-contradicted" in command(*given, "--facts", DESK).stdout
    assert "fact-contradicted" not in command(*given).stdout


def test_facts_may_stand_in_the_configuration(command: Command, tmp_path: Path) -> None:
    (tmp_path / "desk.yaml").write_text(
        "- {subject: Lantern Bridge, quantity: long, value: 2140 metres, source: us}", "utf-8"
    )
    (tmp_path / "factcheck.toml").write_text('facts = ["desk.yaml"]', "utf-8")
    answer = command("gate", DRAFT)
    assert "fact-contradicted" in answer.stdout
    assert answer.exit_code == 1


def test_jsonl_holds_every_request_to_the_facts(command: Command) -> None:
    text = "The Lantern Bridge is 2,410 metres long."
    line = json.dumps({"id": "a", "reports": [{"text": text}, {"text": "Nothing of it."}]})
    answer = command("compare", "--jsonl", "--facts", DESK, stdin=line + "\n")
    (finding,) = [one for one in json.loads(answer.stdout)["findings"] if one["rule"] == "fact-contradicted"]
    assert finding["severity"] == "error"
    assert {text[e["start"] : e["end"]] for e in finding["evidence"]} == {"2,410 metres", "Lantern Bridge", "long"}
    assert any("2,140 metres" in step and "harbours.yaml:20" in step for step in finding["explain"])


def test_broken_facts_stop_the_work_with_every_problem(command: Command, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("- {subject: A, quantity: b, value: soon}", "utf-8")
    answer = command("gate", DRAFT, "--facts", tmp_path)
    assert answer.exit_code == 2
    assert answer.stderr.count("a.yaml:1:") == 2
    assert "Traceback" not in answer.stderr


def test_editors_are_told_what_a_fact_may_hold(command: Command) -> None:
    schema = json.loads(command("schema", "facts").stdout)
    assert schema["items"]["$ref"].endswith("FactEntry")
    assert schema["$defs"]["FactEntry"]["required"] == ["subject", "quantity", "value", "source"]
    assert "as-of" in schema["$defs"]["FactEntry"]["properties"]
