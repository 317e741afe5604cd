"""A baseline accepts what was there before: by what is said, not by lines; it shrinks, and grows only when asked."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from tests.baseline.incoming import READ, SHRINK, WRITE, A, B, change

Command = Callable[..., Result]


def entries() -> list[dict[str, str]]:
    return [json.loads(line) for line in Path("known.jsonl").read_text("utf-8").splitlines()]


def copies(command: Command, *asked: str) -> dict[str, Any]:
    answer = command("gate", "incoming", "--format", "json", *asked)
    return {copy["report"]: copy for copy in json.loads(answer.stdout)}


def test_what_is_written_is_accepted_from_then_on(command: Command) -> None:
    before = command("gate", "incoming")
    assert before.exit_code == 1
    written = command("gate", "incoming", *WRITE)
    many = len(entries())
    assert many > 3
    said = f"factcheck: known.jsonl: {many} accepted, {many} of them new; 0 dropped\n"
    assert (written.exit_code, written.stderr) == (0, said)
    after = command("gate", "incoming", *READ)
    assert (after.exit_code, after.stderr, after.stdout) == (0, "", written.stdout)
    assert f"{many} accepted by the baseline" in after.stdout
    copy = copies(command, *READ)[B]
    assert (copy["stop"], copy["findings"], len(copy["accepted"])) == (False, [], many)


def test_a_reviewer_can_read_it(command: Command) -> None:
    command("gate", "incoming", *WRITE)
    found = entries()
    assert {tuple(entry) for entry in found} == {("report", "rule", "fingerprint", "text")}
    assert found == sorted(found, key=lambda entry: list(entry.values()))
    assert (B, "unnamed-source", "مصادر مطلعة") in {(one["report"], one["rule"], one["text"]) for one in found}
    assert Path("known.jsonl").read_bytes().endswith(b'"}\n')


def test_edits_around_a_finding_do_not_matter(command: Command) -> None:
    command("gate", "incoming", *WRITE)
    text = Path(B).read_text("utf-8")
    head, _, body = text.partition("\n---\n")
    Path(B).write_text(f"{head}\n---\nوصل الوفد صباحا إلى المطار.\n\n{body}\nوغادر الوفد مساء.\n", "utf-8")
    change("٤٠٠", "400")
    assert command("gate", "incoming", *READ).exit_code == 0


def test_a_new_finding_stops_and_a_gone_one_is_told(command: Command) -> None:
    command("gate", "incoming", *WRITE)
    many = len(entries())
    change("٤٠٠ مليون", "٤٥٠ مليون")
    answer = command("gate", "incoming", *READ)
    assert answer.exit_code == 1
    assert f"1 warning: unsupported-figure · {many - 1} accepted" in answer.stdout
    assert "٤٠٠ مليون" in answer.stdout.splitlines()[-1]
    assert "--update-baseline" in answer.stdout.splitlines()[-1]
    notices = copies(command, *READ)["known.jsonl"]["notices"]
    assert [(one["problem"], one["severity"]) for one in notices] == [("baseline-gone", "note")]
    assert "٤٠٠" in Path("known.jsonl").read_text("utf-8").splitlines()[notices[0]["line"] - 1]


def test_it_shrinks_and_never_grows_unasked(command: Command) -> None:
    command("gate", "incoming", *WRITE)
    before = entries()
    change("٤٠٠ مليون", "٤٥٠ مليون")
    untouched = Path("known.jsonl").read_bytes()
    command("gate", "incoming", *READ)
    assert Path("known.jsonl").read_bytes() == untouched, "reading writes nothing"
    shrunk = command("gate", "incoming", *READ, SHRINK)
    said = f"factcheck: known.jsonl: {len(before) - 1} accepted, 0 of them new; 1 dropped\n"
    assert (shrunk.exit_code, shrunk.stderr) == (1, said)
    assert [entry for entry in before if entry not in entries()] == [e for e in before if "٤٠٠" in e["text"]]
    assert len(entries()) == len(before) - 1
    change("٤٥٠ مليون", "٤٠٠ مليون")
    assert command("gate", "incoming", *READ).exit_code == 1, "what came back is new"
    assert command("gate", "incoming", *WRITE).exit_code == 0
    assert entries() == before


def test_a_gone_finding_never_stops_the_gate(command: Command) -> None:
    command("gate", "incoming", *WRITE)
    many = len(entries())
    Path(B).write_text("سافر الوفد.\n", "utf-8")
    answer = command("gate", "incoming", *READ, "--fail-on", "note")
    assert answer.exit_code == 0
    assert answer.stdout.count("known.jsonl:") == many


def test_one_finding_in_two_reports_is_two_entries(command: Command) -> None:
    shutil.copy(B, "incoming/report-c.txt")
    command("gate", B, *WRITE)
    one = entries()
    assert command("gate", B, *READ).exit_code == 0
    stopped = command("gate", "incoming", *READ)
    assert stopped.exit_code == 1, "accepted in one report is not accepted in another"
    command("gate", "incoming", *WRITE)
    assert len(entries()) == 2 * len(one)
    assert {e["fingerprint"] for e in entries()} == {e["fingerprint"] for e in one}
    Path(B).write_text("سافر الوفد.\n", "utf-8")
    assert command("gate", "incoming", *READ, SHRINK).exit_code == 0
    assert {e["report"] for e in entries()} == {"incoming/report-c.txt"}


def test_what_was_not_looked_at_stays(command: Command) -> None:
    command("gate", "incoming", *WRITE)
    before = entries()
    answer = command("gate", A, *READ, SHRINK)
    assert (answer.exit_code, len(answer.stdout.splitlines())) == (0, 1)
    assert command("gate", A, *WRITE).exit_code == 0
    assert entries() == before
    Path("off.toml").write_text('[severity]\nunnamed-source = "off"\n')
    command("gate", "incoming", *READ, SHRINK, "--config", "off.toml")
    assert entries() == before, "a rule that is off has not looked"


def test_findings_between_reports_are_judged_only_beside_others(command: Command) -> None:
    wires = ("--against", A)
    assert command("gate", B, *wires).exit_code == 1
    command("gate", B, *wires, *WRITE)
    before = entries()
    assert "missing-figure" in {entry["rule"] for entry in before}
    assert command("gate", B, *READ, SHRINK).exit_code == 0
    assert entries() == before
    assert command("gate", B, *READ, *wires).exit_code == 0


def test_a_report_that_moved_takes_its_entries_along(command: Command) -> None:
    command("gate", "incoming", *WRITE)
    Path("archive").mkdir()
    Path(B).rename("archive/port-talks.txt")
    assert command("gate", "archive", *READ).exit_code == 0
    command("gate", "archive", *READ, SHRINK)
    assert {entry["report"] for entry in entries()} == {"archive/port-talks.txt"}
    Path("archive/port-talks.txt").unlink()
    answer = command("gate", "incoming", *READ, SHRINK)
    assert answer.exit_code == 0
    assert entries() == []


def test_an_entry_of_a_rule_that_is_no_more_is_gone(command: Command) -> None:
    command("gate", "incoming", *WRITE)
    many = len(entries())
    change('"unattributed-superlative"', '"former-superlative"', "known.jsonl")
    answer = command("gate", A, *READ, SHRINK)
    assert f"{many - 1} accepted, 0 of them new; 1 dropped" in answer.stderr


def test_it_matters_not_where_one_stands(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    command("gate", "incoming", *WRITE)
    assert command("gate", Path("incoming").resolve(), "--baseline", "./incoming/../known.jsonl").exit_code == 0
    monkeypatch.chdir("incoming")
    assert command("gate", "report-b.txt", "--baseline", "../known.jsonl").exit_code == 0


def test_compare_accepts_too_in_either_order(command: Command) -> None:
    found = json.loads(command("compare", A, B, "--format", "json").stdout)["findings"]
    assert command("compare", A, B, *WRITE).exit_code == 0
    for order in ((A, B), (B, A)):
        answer = command("compare", *order, *READ, "--format", "json", "--fail-on", "note")
        assert answer.exit_code == 0
        after = json.loads(answer.stdout)
        assert (after["findings"], len(after["accepted"])) == ([], len(found))
    page = command("compare", A, B, *READ).stdout
    assert f"{len(found)} accepted by the baseline" in page


def test_the_configuration_names_it(command: Command) -> None:
    Path("factcheck.toml").write_text('baseline = "known.jsonl"\n')
    answer = command("gate", "incoming")
    assert (answer.exit_code, answer.stdout) == (2, "")
    assert answer.stderr.startswith("factcheck: known.jsonl: no such baseline")
    command("gate", "incoming", *WRITE)
    assert command("gate", "incoming").exit_code == 0
    assert command("gate", "incoming", SHRINK).exit_code == 0


def test_what_is_waived_is_not_recorded(command: Command) -> None:
    waiver = "- {rule: unnamed-source, report: report-b.txt, by: Mona, expires: 2999-01-01, reason: known}\n"
    Path("waivers.yaml").write_text(waiver)
    command("gate", "incoming", *WRITE, "--waivers", "waivers.yaml")
    assert "unnamed-source" not in {entry["rule"] for entry in entries()}
    assert command("gate", "incoming", *READ, "--waivers", "waivers.yaml").exit_code == 0
    assert command("gate", "incoming", *READ).exit_code == 1
