"""A baseline accepts what was there before: by what is said, not by lines; it shrinks, and grows only when asked."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result
from hypothesis import given
from hypothesis import strategies as st

from factcheck.data.strict_yaml import parse
from factcheck.judge.baseline import baseline_text
from factcheck.model.allowance import Entry

Command = Callable[..., Result]

TALKS = Path(__file__).parents[1] / "fixtures" / "events" / "minister-talks"
A, B = "incoming/report-a.txt", "incoming/report-b.txt"
WRITE, READ, SHRINK = ("--write-baseline", "known.yaml"), ("--baseline", "known.yaml"), "--update-baseline"


@pytest.fixture(autouse=True)
def _incoming(tmp_path: Path) -> None:
    (tmp_path / "incoming").mkdir()
    for name in ("report-a.txt", "report-b.txt"):
        shutil.copy(TALKS / name, tmp_path / "incoming" / name)


def change(old: str, new: str, name: str = B) -> None:
    text = Path(name).read_text("utf-8")
    assert old in text
    Path(name).write_text(text.replace(old, new), "utf-8")


def entries() -> list[dict[str, str]]:
    found: list[dict[str, str]] = parse(Path("known.yaml").read_text("utf-8"), "known.yaml").value
    return found


def copies(command: Command, *asked: str) -> dict[str, Any]:
    answer = command("gate", "incoming", "--format", "json", *asked)
    return {copy["report"]: copy for copy in json.loads(answer.stdout)}


def test_what_is_written_is_accepted_from_then_on(command: Command) -> None:
    before = command("gate", "incoming")
    assert before.exit_code == 1
    written = command("gate", "incoming", *WRITE)
    assert (written.exit_code, written.stderr) == (0, "factcheck: known.yaml: 6 accepted, 6 of them new; 0 dropped\n")
    after = command("gate", "incoming", *READ)
    assert (after.exit_code, after.stderr, after.stdout) == (0, "", written.stdout)
    assert "6 accepted by the baseline" in after.stdout
    copy = copies(command, *READ)[B]
    assert (copy["stop"], copy["findings"], len(copy["accepted"])) == (False, [], 6)


def test_a_reviewer_can_read_it(command: Command) -> None:
    command("gate", "incoming", *WRITE)
    found = entries()
    assert [list(entry) for entry in found] == [["report", "rule", "text", "fingerprint"]] * 6
    assert found == sorted(found, key=lambda entry: list(entry.values()))
    assert {"report": B, "rule": "unnamed-source", "text": "مصادر مطلعة"}.items() <= found[3].items() | found[2].items()
    assert Path("known.yaml").read_bytes().endswith(b'"\n')


def test_edits_around_a_finding_do_not_matter(command: Command) -> None:
    command("gate", "incoming", *WRITE)
    text = Path(B).read_text("utf-8")
    head, _, body = text.partition("\n---\n")
    Path(B).write_text(f"{head}\n---\nوصل الوفد صباحا إلى المطار.\n\n{body}\nوغادر الوفد مساء.\n", "utf-8")
    change("٤٠٠", "400")
    assert command("gate", "incoming", *READ).exit_code == 0


def test_a_new_finding_stops_and_a_gone_one_is_told(command: Command) -> None:
    command("gate", "incoming", *WRITE)
    change("٤٠٠ مليون", "٤٥٠ مليون")
    answer = command("gate", "incoming", *READ)
    assert answer.exit_code == 1
    assert "1 warning: unsupported-figure · 5 accepted" in answer.stdout
    assert "٤٠٠ مليون" in answer.stdout.splitlines()[-1]
    assert "--update-baseline" in answer.stdout.splitlines()[-1]
    notices = copies(command, *READ)["known.yaml"]["notices"]
    assert [(one["problem"], one["severity"]) for one in notices] == [("baseline-gone", "note")]
    assert Path("known.yaml").read_text("utf-8").splitlines()[notices[0]["line"] - 1].startswith("- report")


def test_it_shrinks_and_never_grows_unasked(command: Command) -> None:
    command("gate", "incoming", *WRITE)
    before = entries()
    change("٤٠٠ مليون", "٤٥٠ مليون")
    untouched = Path("known.yaml").read_bytes()
    command("gate", "incoming", *READ)
    assert Path("known.yaml").read_bytes() == untouched, "reading writes nothing"
    shrunk = command("gate", "incoming", *READ, SHRINK)
    assert (shrunk.exit_code, shrunk.stderr) == (1, "factcheck: known.yaml: 5 accepted, 0 of them new; 1 dropped\n")
    assert [entry for entry in before if entry not in entries()] == [e for e in before if "٤٠٠" in e["text"]]
    assert len(entries()) == 5
    change("٤٥٠ مليون", "٤٠٠ مليون")
    assert command("gate", "incoming", *READ).exit_code == 1, "what came back is new"
    assert command("gate", "incoming", *WRITE).exit_code == 0
    assert entries() == before


def test_a_gone_finding_never_stops_the_gate(command: Command) -> None:
    command("gate", "incoming", *WRITE)
    Path(B).write_text("سافر الوفد.\n", "utf-8")
    answer = command("gate", "incoming", *READ, "--fail-on", "note")
    assert answer.exit_code == 0
    assert answer.stdout.count("known.yaml:") == 6


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
    change("unattributed-superlative", "superlative-alone", "known.yaml")
    answer = command("gate", A, *READ, SHRINK)
    assert "5 accepted, 0 of them new; 1 dropped" in answer.stderr


def test_it_matters_not_where_one_stands(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    command("gate", "incoming", *WRITE)
    assert command("gate", Path("incoming").resolve(), "--baseline", "./incoming/../known.yaml").exit_code == 0
    monkeypatch.chdir("incoming")
    assert command("gate", "report-b.txt", "--baseline", "../known.yaml").exit_code == 0


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
    Path("factcheck.toml").write_text('baseline = "known.yaml"\n')
    answer = command("gate", "incoming")
    assert (answer.exit_code, answer.stdout) == (2, "")
    assert answer.stderr.startswith("factcheck: known.yaml: no such baseline")
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


GOOD = '- {report: a.txt, rule: unnamed-source, text: x, fingerprint: "0123456789abcdef"}\n'
BROKEN = {
    "no YAML": ("- [\n", "known.yaml:"),
    "a conflict": (f"<<<<<<< ours\n{GOOD}", "known.yaml:"),
    "a mapping": ("report: x\n", "known.yaml:1:1: the file must be a list"),
    "no fingerprint": (GOOD.replace("0123456789abcdef", "12"), "known.yaml:1:63: [0].fingerprint"),
    "a key too many": (GOOD.replace("text: x", "text: x, line: 3"), "known.yaml:1:50: unknown key [0].line"),
    "a key too few": (GOOD.replace("text: x, ", ""), "known.yaml:1:3: [0].text is missing"),
    "bytes": (b"\xff\xfe", "known.yaml:1:1: byte 0xFF is not UTF-8"),
}


@pytest.mark.parametrize("name", ["gate", "compare"])
@pytest.mark.parametrize(("text", "told"), BROKEN.values(), ids=BROKEN)
def test_a_broken_baseline_is_one_line(command: Command, name: str, text: str | bytes, told: str) -> None:
    Path("known.yaml").write_bytes(text if isinstance(text, bytes) else text.encode())
    for asked in (READ, WRITE, (*READ, SHRINK)):
        answer = command(name, A, B, *asked)
        assert (answer.exit_code, answer.stdout) == (2, "")
        (line,) = answer.stderr.splitlines()
        assert line.startswith(f"factcheck: {told}")
    assert Path("known.yaml").read_bytes() == (text if isinstance(text, bytes) else text.encode())


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (("--baseline", "nowhere.yaml"), "nowhere.yaml: no such baseline"),
        (("--baseline", "incoming"), "incoming: is a folder"),
        (("--baseline", "x" * 5000), "no such baseline"),
        (("--write-baseline", "nowhere/known.yaml"), "nowhere/known.yaml: cannot be written"),
        (("--write-baseline", "incoming"), "incoming: is a folder"),
        (("--update-baseline",), "--update-baseline: which one?"),
        (("--write-baseline", "a", "--baseline", "b"), "--write-baseline: "),
        (("--write-baseline", "a", "--update-baseline"), "--write-baseline: "),
    ],
)
def test_what_cannot_be(command: Command, asked: tuple[str, ...], told: str) -> None:
    answer = command("gate", "incoming", *asked)
    assert answer.exit_code == 2
    (line,) = answer.stderr.splitlines()
    assert told in line
    assert sorted(path.name for path in Path().iterdir()) == ["incoming"], "nothing is left behind"


def test_lines_of_json_have_no_files_to_accept(command: Command) -> None:
    answer = command("compare", "--jsonl", "--baseline", "known.yaml", stdin="")
    assert answer.exit_code == 2
    assert "leave out --baseline" in answer.stderr


def test_a_file_is_written_whole_or_not_at_all(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    command("gate", "incoming", *WRITE)
    before = Path("known.yaml").read_bytes()
    Path("known.yaml").chmod(0o640)
    change("٤٠٠ مليون", "٤٥٠ مليون")

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", full)
        answer = command("gate", "incoming", *READ, SHRINK)
    assert (answer.exit_code, "No space left" in answer.stderr) == (2, True)
    assert Path("known.yaml").read_bytes() == before
    assert sorted(path.name for path in Path().iterdir()) == ["incoming", "known.yaml"]
    assert command("gate", "incoming", *READ, SHRINK).exit_code == 1
    assert os.stat("known.yaml").st_mode & 0o777 == 0o640  # noqa: PTH116


texts = st.text(st.characters(codec="utf-8"), min_size=1, max_size=20)


@given(st.lists(st.builds(Entry, st.just("0123456789abcdef"), st.just("a-rule"), texts, texts), max_size=4))
def test_whatever_is_written_is_read_again(written: list[Entry]) -> None:
    text = baseline_text(written)
    assert baseline_text(reversed(written)) == text
    found = {(e["fingerprint"], e["rule"], e["report"], e["text"]) for e in parse(text, "f").value}
    assert found == {(e.fingerprint, e.rule, e.report, e.text) for e in written}
