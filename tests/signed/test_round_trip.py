"""A checklist goes out and comes back filled in: the gate turns green, and red again for what changed since alone."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Command = Callable[..., Result]
Tick = Callable[[Path, str], None]
DAY, NAME = "2026-03-12", "Mona Adel"


@pytest.mark.parametrize("messages", ["en", "ar"])
@pytest.mark.parametrize("form", ["markdown", "csv", "xlsx", "json"])
def test_a_list_goes_out_and_comes_back(command: Command, copy: Path, tick: Tick, form: str, messages: str) -> None:
    filed = Path("list").with_suffix({"markdown": ".md"}.get(form, f".{form}"))
    assert command("gate", copy).exit_code == 1
    out = command("checklist", copy, "--format", form, "--messages", messages, "--output", filed)
    assert out.exit_code == 0, out.output
    assert command("gate", copy, "--signed", filed).exit_code == 1, "nobody signed"
    tick(filed, messages)
    green = command("gate", copy, "--signed", filed)
    assert (green.exit_code, green.stderr) == (0, ""), green.output
    assert "6 settled" in green.stdout
    copy.write_text(copy.read_text("utf-8").replace("٤٠٠ مليون", "٤٥٠ مليون"), "utf-8")
    (red,) = json.loads(command("gate", copy, "--signed", filed, "--format", "json").stdout)
    assert [(f["rule"], "٤٥٠" in f["evidence"][0]["text"]) for f in red["findings"]] == [("unsupported-figure", True)]
    assert {settled["signed"]["by"] for settled in red["settled"]} == {NAME}


def signed(command: Command, copy: Path, tick: Tick, change: Callable[[str], str]) -> Result:
    command("checklist", copy, "--output", "list.md")
    tick(Path("list.md"), "en")
    Path("list.md").write_text(change(Path("list.md").read_text("utf-8")), "utf-8")
    return command("gate", copy, "--signed", "list.md")


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        (f"Date: {DAY}", "Date: 12/3/2026", "'12/3/2026', which is no one day: write it as 2026-01-31"),
        (f"Date: {DAY}", "Date: yesterday", "'yesterday', which is no one day"),
        (f"Date: {DAY}", "Date: 2026-02-30", "'2026-02-30', which is no one day"),
        (f"Date: {DAY}", "Date:", "without a day"),
        (f"Checked by: {NAME}", "Checked by:", "nobody signed it"),
        ("- [ ] corrected", "- [x] corrected", "has more than one box ticked"),
        ("- [x] confirmed", "- [ ] confirmed", "has no box ticked"),
    ],
)
def test_what_is_no_answer_is_told_with_its_line(
    command: Command, copy: Path, tick: Tick, old: str, new: str, says: str
) -> None:
    answer = signed(command, copy, tick, lambda text: text.replace(old, new, 1))
    assert answer.exit_code == 2
    assert re.match(r"factcheck: list\.md:\d+:1: .*", answer.stderr)
    assert says in answer.stderr
    assert len(answer.stderr.splitlines()) == 1


def test_what_was_to_be_mended_and_still_stands_is_told(command: Command, copy: Path, tick: Tick) -> None:
    def mended(text: str) -> str:
        return text.replace("- [x] confirmed", "- [ ] confirmed", 1).replace("- [ ] cut", "- [x] cut", 1)

    answer = signed(command, copy, tick, mended)
    assert answer.exit_code == 1
    assert f"{NAME} signed on {DAY} that it was mended or taken out, and it still stands" in answer.stdout


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("none.md", None, "cannot be read"),
        ("empty.csv", b"", ""),
        ("other.csv", b"a;b\n1;2\n", "is this a checklist?"),
        ("other.json", b'{"items": 3}', "is no checklist as JSON: items"),
        ("broken.xlsx", b"PK\x03\x04 and no more", "cannot be read as a workbook"),
        ("latin.md", b"\xe9\xff\xfe", "is not UTF-8"),
    ],
)
def test_a_file_that_is_no_checklist_is_one_line(
    command: Command, copy: Path, name: str, content: bytes | None, says: str
) -> None:
    if content is not None:
        Path(name).write_bytes(content)
    answer = command("gate", copy, "--signed", name)
    if says:
        assert answer.exit_code == 2
        assert len(answer.stderr.splitlines()) == 1
        assert says in answer.stderr
    else:
        assert answer.exit_code == 1, "an empty file settles nothing"


def test_no_cell_is_a_formula(command: Command, tmp_path: Path) -> None:
    report = tmp_path / "copy.txt"
    report.write_text("=HYPERLINK sources said 40 people were killed. @sources said so.", "utf-8")
    table = command("checklist", report, "--format", "csv").stdout.removeprefix("\ufeff")
    cells = [cell for row in csv.reader(io.StringIO(table)) for cell in row]
    assert [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))] == []


def test_a_workbook_needs_a_file(command: Command, copy: Path) -> None:
    answer = command("checklist", copy, "--format", "xlsx")
    assert (answer.exit_code, answer.stderr) == (
        2,
        "factcheck: --output: name a file: a workbook is not for a terminal\n",
    )
