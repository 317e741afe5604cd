"""The gate as a pipeline uses it: stop or go by exit status, one line a report."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Command = Callable[..., Result]

EVENTS = Path(__file__).parents[1] / "fixtures" / "events"
CLEAN, FAULTY = EVENTS / "minister-talks" / "report-a.txt", EVENTS / "minister-talks" / "report-b.txt"


@pytest.fixture
def incoming(tmp_path: Path) -> Path:
    """Make a folder as wires fill it: copy, deeper copy, and what is none."""
    folder = tmp_path / "incoming"
    (folder / "desk").mkdir(parents=True)
    (folder / ".trash").mkdir()
    shutil.copy(CLEAN, folder / "b-clean.txt")
    shutil.copy(FAULTY, folder / "desk" / "faulty.md")
    shutil.copy(FAULTY, folder / "A-FAULTY.TXT")
    shutil.copy(FAULTY, folder / ".trash" / "old.txt")
    (folder / "photo.jpg").write_bytes(b"\xff\xd8\xff")
    return folder


def names(answer: Result) -> list[str]:
    return [Path(line.split()[1]).name for line in answer.stdout.splitlines()]


def test_clean_copy_goes(command: Command) -> None:
    answer = command("gate", CLEAN)
    assert (answer.exit_code, answer.stderr) == (0, "")
    assert answer.stdout.startswith("go ")
    assert len(answer.stdout.splitlines()) == 1


def test_faulty_copy_is_stopped_and_the_line_says_why(command: Command) -> None:
    answer = command("gate", FAULTY)
    assert (answer.exit_code, answer.stderr) == (1, "")
    assert answer.stdout.startswith("stop ")
    assert "warning" in answer.stdout
    assert "unsupported-figure" in answer.stdout


def test_a_folder_gives_a_line_for_each_report_in_it(command: Command, incoming: Path) -> None:
    answer = command("gate", incoming)
    assert (answer.exit_code, answer.stderr) == (1, "")
    assert names(answer) == ["A-FAULTY.TXT", "b-clean.txt", "faulty.md"]


@pytest.mark.parametrize(("least", "status"), [("error", 0), ("warning", 1), ("note", 1), ("never", 0)])
def test_fail_on_moves_the_bar(command: Command, least: str, status: int) -> None:
    assert command("gate", FAULTY, "--fail-on", least).exit_code == status


def test_configuration_moves_the_bar_too(command: Command, tmp_path: Path) -> None:
    (tmp_path / "factcheck.toml").write_text('fail-on = "error"\n')
    assert command("gate", FAULTY).exit_code == 0
    assert command("gate", FAULTY, "--fail-on", "warning").exit_code == 1


def test_as_json_it_holds_the_findings(command: Command, incoming: Path) -> None:
    answer = command("gate", incoming, "--format", "json")
    reports = json.loads(answer.stdout)
    assert [report["stop"] for report in reports] == [True, False, True]
    assert all(finding["evidence"][0]["report"] == 0 for report in reports for finding in report["findings"])


def test_standard_input_can_be_held_against_files(command: Command) -> None:
    bus = EVENTS / "bus-accident"
    text = (bus / "report-a.txt").read_bytes()
    alone = json.loads(command("gate", "-", "--format", "json", stdin=text).stdout)
    against = command("gate", "-", "--against", bus / "report-b.txt", "--format", "json", stdin=text)
    rules = {finding["rule"] for finding in json.loads(against.stdout)[0]["findings"]}
    assert rules - {finding["rule"] for finding in alone[0]["findings"]}, "the wire adds something"


def test_against_takes_every_name_up_to_the_next_option(command: Command) -> None:
    draft, *wires = sorted((EVENTS / "bus-accident").glob("report-*.txt"))
    each = [part for wire in wires for part in ("--against", wire)]
    answers = {
        command("gate", draft, "--against", *wires).stdout,
        command("gate", draft, *each).stdout,
        command("gate", "--against", *wires, "--fail-on", "warning", draft).stdout,
        command("gate", "--against", *wires, "--", draft).stdout,
    }
    assert len(answers) == 1
    assert len(answers.pop().splitlines()) == 1, "wires are not judged"


def test_what_only_a_wire_did_wrong_is_not_the_copy_s_fault(command: Command) -> None:
    bus = EVENTS / "bus-accident"
    answer = command("gate", bus / "report-a.txt", "--against", bus / "report-b.txt", "--format", "json")
    findings = json.loads(answer.stdout)[0]["findings"]
    assert all(any(one["report"] == 0 for one in finding["evidence"]) for finding in findings)


def test_a_report_is_not_held_against_itself(command: Command, incoming: Path) -> None:
    copy = incoming / "b-clean.txt"
    (incoming / "A-FAULTY.TXT").unlink()
    (incoming / "desk" / "faulty.md").unlink()
    assert command("gate", copy, "--against", incoming).stdout == command("gate", copy).stdout


def test_what_cannot_be_read_ends_in_2_and_the_rest_is_judged(command: Command, incoming: Path) -> None:
    (incoming / "c-empty.txt").write_bytes(b"")
    answer = command("gate", incoming, "--against", "gone.txt")
    assert answer.exit_code == 2
    assert names(answer) == ["A-FAULTY.TXT", "b-clean.txt", "faulty.md"]
    lines = answer.stderr.splitlines()
    assert len(lines) == 2
    assert [place in line for place, line in zip(("gone.txt", "c-empty.txt"), lines, strict=True)] == [True, True]


def test_a_folder_without_copy_is_told(command: Command, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    answer = command("gate", "empty")
    assert (answer.exit_code, answer.stdout) == (2, "")
    assert "empty" in answer.stderr
    assert ".txt" in answer.stderr


def test_the_line_speaks_the_reader_s_language(command: Command) -> None:
    assert command("gate", CLEAN, "--messages", "ar").stdout != command("gate", CLEAN).stdout


def test_reports_of_one_event_are_held_against_one_another_where_asked(command: Command, incoming: Path) -> None:
    other = EVENTS / "tram-crash" / "report-a.txt"
    shutil.copy(other, incoming / "tram.txt")
    alone = json.loads(command("gate", incoming, "--format", "json").stdout)
    assert all(copy["beside"] == [] for copy in alone)
    copies = json.loads(command("gate", incoming, "--together", "--format", "json").stdout)
    beside = {Path(copy["report"]).name: {Path(name).name for name in copy["beside"]} for copy in copies}
    assert beside["b-clean.txt"] == {"A-FAULTY.TXT", "faulty.md"}
    assert beside["tram.txt"] == set()
    clean = next(copy for copy in copies if copy["report"].endswith("b-clean.txt"))
    assert [finding["rule"] for finding in clean["findings"]] == ["missing-figure"], "no finding of the others' own"


def test_of_an_archive_only_the_reports_of_the_event_are_looked_at(command: Command, tmp_path: Path) -> None:
    archive = tmp_path / "archive"
    archive.mkdir()
    for file in sorted(EVENTS.glob("*/report-*.txt")):
        shutil.copy(file, archive / f"{file.parent.name}-{file.name}")
    (copy,) = json.loads(command("gate", CLEAN, "--against", archive, "--format", "json").stdout)
    assert {Path(name).name for name in copy["beside"]} == {
        "minister-talks-report-a.txt",
        "minister-talks-report-b.txt",
    }


def test_what_was_not_compared_is_not_called_clean(command: Command) -> None:
    other = EVENTS / "tram-crash" / "report-a.txt"
    answer = command("gate", CLEAN, "--against", other)
    assert "not compared, another event: " in answer.stdout
    assert "beside" not in answer.stdout


def test_no_rule_at_all_is_no_go(command: Command, tmp_path: Path) -> None:
    (tmp_path / "none.toml").write_text("packs = []\n", "utf-8")
    answer = command("gate", FAULTY, "--config", tmp_path / "none.toml")
    assert (answer.exit_code, answer.stdout) == (2, "")
    assert "no rule is on" in answer.stderr


def test_a_report_is_never_written_over(command: Command, incoming: Path) -> None:
    copy = incoming / "b-clean.txt"
    before = copy.read_bytes()
    answer = command("gate", copy, "--output", copy)
    assert answer.exit_code == 2
    assert "is one of the reports" in answer.stderr
    assert copy.read_bytes() == before
