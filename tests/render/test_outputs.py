"""What the outputs for other tools say, and that nothing in a report can say anything through them."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result
from lxml import etree

Command = Callable[..., Result]

FORMS = ("markdown", "sarif", "junit", "github", "gitlab", "rdjson", "csv")
A = "شبّ حريق في مصنع أسوان أمس.\nأصيب 12 عاملا في حريق مصنع أسوان للنسيج. ويرى مراقبون أن المصنع قديم.\n"
B = "شبّ حريق في المصنع.\nأصيب 15 عاملا في حريق مصنع أسوان للنسيج. ويرى مراقبون أن «السلامة» غابت عن المصنع.\n"
BIDI = re.compile("[\u202a-\u202e\u200e\u200f\u061c]")


@pytest.fixture
def reports(tmp_path: Path) -> tuple[str, str]:
    (tmp_path / "a.txt").write_text(A, "utf-8")
    (tmp_path / "b.txt").write_text(B, "utf-8")
    return "a.txt", "b.txt"


def parsed(answer: Result) -> Any:
    return json.loads(answer.stdout)


def sarif(command: Command, *arguments: str) -> dict[str, Any]:
    run: dict[str, Any] = parsed(command(*arguments, "--format", "sarif"))["runs"][0]
    return run


def covered(text: str, region: dict[str, int]) -> str:
    """Give what a SARIF region of one line covers, by its definition: columns are code points, the last exclusive."""
    line = text.split("\n")[region["startLine"] - 1]
    return line[region["startColumn"] - 1 : region["endColumn"] - 1]


def test_sarif_regions_cover_the_quoted_words(command: Command, reports: tuple[str, str]) -> None:
    run = sarif(command, "compare", *reports)
    texts = {"a.txt": A, "b.txt": B}
    assert run["columnKind"] == "unicodeCodePoints"
    places = [
        place for result in run["results"] for place in (*result["locations"], *result.get("relatedLocations", []))
    ]
    assert {place["physicalLocation"]["artifactLocation"]["uri"] for place in places} == {"a.txt", "b.txt"}
    for place in (place["physicalLocation"] for place in places):
        words = covered(texts[place["artifactLocation"]["uri"]], place["region"])
        assert words == place["region"]["snippet"]["text"]


def test_sarif_shows_both_reports_of_a_conflict_and_how_sure_it_is(command: Command, reports: tuple[str, str]) -> None:
    run = sarif(command, "compare", *reports)
    between = [result for result in run["results"] if result.get("relatedLocations")]
    assert between
    for result in run["results"]:
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["partialFingerprints"]["factcheck/v1"]
        assert result["level"] in ("error", "warning", "note")


def test_rules_are_told_with_help_and_linked_where_their_page_is_known(
    command: Command, reports: tuple[str, str]
) -> None:
    for rule in sarif(command, "compare", *reports)["tool"]["driver"]["rules"]:
        assert rule["help"]["text"]
        assert "helpUri" not in rule
    page = "https://example.org/docs/rules.md"
    for rule in sarif(command, "compare", *reports, "--docs-url", page)["tool"]["driver"]["rules"]:
        assert rule["helpUri"] == f"{page}#{rule['id']}"
    rules = Path(__file__).parents[2] / "docs" / "rules.md"
    named = re.findall(r"^### (.+)", rules.read_text("utf-8"), re.MULTILINE)
    assert {rule["id"] for rule in sarif(command, "compare", *reports)["tool"]["driver"]["rules"]} <= {*named}


def test_an_address_that_is_none_is_refused(command: Command, reports: tuple[str, str]) -> None:
    answer = command("compare", *reports, "--format", "sarif", "--docs-url", "javascript:alert(1)")
    assert answer.exit_code == 2
    assert "--docs-url" in answer.stderr


def test_what_a_desk_let_stand_is_suppressed_in_sarif_and_gone_elsewhere(command: Command, tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text(B, "utf-8")
    (tmp_path / "w.yaml").write_text(
        "- {rule: unnamed-source, report: '*b.txt', by: M. Desk, expires: 2030-01-01, reason: agreed}\n"
    )
    gate = ("gate", "b.txt", "--waivers", "w.yaml", "--today", "2026-01-01")
    waived = [r for r in sarif(command, *gate)["results"] if r["ruleId"] == "unnamed-source"]
    assert waived
    assert all("M. Desk" in r["suppressions"][0]["justification"] for r in waived)
    assert "unnamed-source" in command("gate", "b.txt", "--format", "github").stdout
    assert "unnamed-source" not in command(*gate, "--format", "github").stdout


def test_rdjson_counts_columns_in_bytes(command: Command, reports: tuple[str, str]) -> None:
    diagnostics = parsed(command("compare", *reports, "--format", "rdjson"))["diagnostics"]
    unnamed = next(
        d for d in diagnostics if d["code"]["value"] == "unnamed-source" and d["location"]["path"] == "b.txt"
    )
    where = unnamed["location"]["range"]
    line = B.split("\n")[where["start"]["line"] - 1].encode()
    assert line[where["start"]["column"] - 1 : where["end"]["column"] - 1].decode() == "مراقبون"


def test_the_gate_points_into_the_copy_it_judges(command: Command, reports: tuple[str, str]) -> None:
    a, b = reports
    for copy, wire in ((a, b), (b, a)):
        found = parsed(command("gate", copy, "--against", wire, "--format", "gitlab"))
        assert found
        assert {entry["location"]["path"] for entry in found} == {copy}


def test_gitlab_fingerprints_are_all_different_and_outlive_other_lines(command: Command, tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text(B, "utf-8")
    (tmp_path / "c.txt").write_text(B, "utf-8")
    found = [entry["fingerprint"] for entry in parsed(command("gate", "b.txt", "c.txt", "--format", "gitlab"))]
    assert found
    assert len(found) == len({*found})
    (tmp_path / "b.txt").write_text(f"عاد الهدوء إلى المدينة.\n\n{B}", "utf-8")
    again = [entry["fingerprint"] for entry in parsed(command("gate", "b.txt", "c.txt", "--format", "gitlab"))]
    assert again == found


def test_junit_fails_what_the_gate_fails(command: Command, reports: tuple[str, str]) -> None:
    for least, fails in (("warning", True), ("never", False)):
        answer = command("gate", "b.txt", "--format", "junit", "--fail-on", least)
        root = etree.fromstring(answer.stdout_bytes)
        failed = [case.get("name") for case in root.iter("testcase") if case.find("failure") is not None]
        assert bool(failed) is fails
        assert answer.exit_code == int(fails)
        assert root.get("failures") == str(len(failed))
        told = [case.get("name") for case in root.iter("testcase") if len(case)]
        assert "unnamed-source" in told


def test_junit_passes_a_baseline_whose_finding_is_gone(command: Command, reports: tuple[str, str]) -> None:
    command("gate", "b.txt", "--write-baseline", "known.jsonl", "--fail-on", "never")
    Path("b.txt").write_text("عاد الهدوء إلى المدينة.\n", "utf-8")
    answer = command("gate", "b.txt", "--baseline", "known.jsonl", "--format", "junit", "--fail-on", "note")
    root = etree.fromstring(answer.stdout_bytes)
    assert (answer.exit_code, root.get("failures")) == (0, "0")
    assert "baseline-gone" in [case.get("name") for case in root.iter("testcase") if len(case)]


def test_reports_of_two_events_are_said_not_to_be_compared(command: Command, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(A, "utf-8")
    (tmp_path / "z.txt").write_text("The library in Oslo bought 300 books about whales on Friday.\n", "utf-8")
    text = command("compare", "a.txt", "z.txt", "--format", "markdown").stdout
    assert "do not seem to tell one event" in text
    assert "|" not in text


def test_a_report_taken_out_of_another_file_is_shown_at_that_file_and_no_line(command: Command, tmp_path: Path) -> None:
    lines = [json.dumps({"text": text, "language": "ar"}, ensure_ascii=False) for text in (A, B)]
    (tmp_path / "wire.jsonl").write_text("\n".join(lines), "utf-8")
    found = command("gate", "wire.jsonl", "--format", "github").stdout.splitlines()
    assert found
    assert all(re.match(r"::\w+ file=wire.jsonl,title=", line) for line in found)
    (place,) = sarif(command, "gate", "wire.jsonl")["results"][0]["locations"]
    assert place == {"physicalLocation": {"artifactLocation": {"uri": "wire.jsonl", "uriBaseId": "%SRCROOT%"}}}


@pytest.mark.parametrize("form", FORMS)
def test_a_file_is_written_where_it_is_asked_for(command: Command, reports: tuple[str, str], form: str) -> None:
    shown = command("compare", *reports, "--format", form)
    written = command("compare", *reports, "--format", form, "--output", "out")
    assert (written.exit_code, written.stdout) == (0, "")
    assert Path("out").read_bytes() == shown.stdout_bytes


@pytest.mark.parametrize("form", FORMS)
def test_exit_status_is_that_of_the_findings(command: Command, reports: tuple[str, str], form: str) -> None:
    assert command("compare", *reports, "--format", form).exit_code == 0
    assert command("compare", *reports, "--format", form, "--fail-on", "note").exit_code == 1


def test_an_unreadable_file_is_told_in_the_output_too(command: Command, tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text(B, "utf-8")
    answer = command("gate", "b.txt", "gone.txt", "--format", "github")
    assert answer.exit_code == 2
    assert "::error file=gone.txt" in answer.stdout
    assert answer.stderr.startswith("factcheck: ")


def test_over_githubs_limit_ten_of_a_type_are_shown_and_the_rest_summed_up(command: Command, tmp_path: Path) -> None:
    for number in range(25):
        text = (
            f"Unnamed sources said the mill in town {number} would close. Observers said 4{number} people lost work.\n"
        )
        (tmp_path / f"r{number:02}.txt").write_text(text, "utf-8")
    lines = command("gate", *sorted(path.name for path in tmp_path.glob("r*.txt")), "--format", "github").stdout
    commands = [line for line in lines.splitlines() if line.startswith("::")]
    for kind in ("error", "warning", "notice"):
        assert sum(line.startswith(f"::{kind} ") for line in commands) <= 10
    warnings = [line for line in commands if line.startswith("::warning ")]
    assert len(warnings) == 10
    left = re.search(r"and (\d+) more: ", warnings[-1])
    assert left is not None
    found = parsed(command("gate", *sorted(path.name for path in tmp_path.glob("r*.txt")), "--format", "gitlab"))
    assert int(left[1]) == sum(entry["severity"] == "major" for entry in found) - 9
    assert sum(line.startswith("- ") for line in lines.splitlines()) >= int(left[1])


def test_stdin_has_a_name(command: Command) -> None:
    answer = command("gate", "-", "--format", "gitlab", stdin=B)
    assert {entry["location"]["path"] for entry in parsed(answer)} == {"stdin"}


@pytest.mark.parametrize("form", FORMS)
def test_the_same_reports_give_the_same_bytes(command: Command, reports: tuple[str, str], form: str) -> None:
    first, second = (command("compare", *reports, "--format", form).stdout_bytes for _ in range(2))
    assert first == second
