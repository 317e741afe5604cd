"""A checklist goes out and comes back filled in: the gate turns green, and red again for what changed since alone."""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Command = Callable[..., Result]
EVENT = Path(__file__).parents[1] / "fixtures" / "events" / "minister-talks"
openpyxl = pytest.importorskip("openpyxl", reason="the extra xlsx is not installed")
DAY, NAME = "2026-03-12", "Mona Adel"
LABELS = {"en": ("confirmed", "Checked by", "Date"), "ar": ("مؤكد", "دققه", "التاريخ")}


@pytest.fixture
def copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    shutil.copy(EVENT / "report-b.txt", "copy.txt")
    return Path("copy.txt")


def tick(path: Path, messages: str) -> None:
    """Confirm every item and sign it, as a person does in an editor or a spreadsheet."""
    confirmed, by, day = LABELS[messages]
    if path.suffix == ".md":
        text = re.sub(rf"- \[ \] (\W?{confirmed})", r"- [x] \1", path.read_text("utf-8"))
        text = re.sub(rf"^(- \W?{by}\W?:)$", rf"\1 {NAME}", text, flags=re.MULTILINE)
        path.write_text(re.sub(rf"^(- \W?{day}\W?:)$", rf"\1 {DAY}", text, flags=re.MULTILINE), "utf-8")
    elif path.suffix == ".csv":
        head, *rows = csv.reader(io.StringIO(path.read_text("utf-8-sig")))
        at = {name: head.index(name) for name in (by, day, head[8])}
        for row in rows:
            row[at[by]], row[at[day]], row[8] = NAME, DAY, confirmed
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, delimiter=";").writerows([head, *rows])  # as a spreadsheet of many countries saves it
    elif path.suffix == ".xlsx":
        book = openpyxl.load_workbook(path)
        sheet = book["factcheck"]
        names = {cell.value: cell.column for cell in sheet[1]}
        for number in range(2, sheet.max_row + 1):
            for column, value in ((9, confirmed), (names[by], NAME), (names[day], DAY)):
                sheet.cell(number, column).value = value
        book.save(path)
    else:
        filed = json.loads(path.read_text("utf-8"))
        for item in filed["items"]:
            item["boxes"]["confirmed"] = True
            item["signed"] |= {"by": NAME, "date": DAY}
        path.write_text(json.dumps(filed), "utf-8")


@pytest.mark.parametrize("messages", LABELS)
@pytest.mark.parametrize("form", ["markdown", "csv", "xlsx", "json"])
def test_a_list_goes_out_and_comes_back(command: Command, copy: Path, form: str, messages: str) -> None:
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


def signed(command: Command, copy: Path, change: Callable[[str], str]) -> Result:
    command("checklist", copy, "--output", "list.md")
    tick(Path("list.md"), "en")
    Path("list.md").write_text(change(Path("list.md").read_text("utf-8")), "utf-8")
    return command("gate", copy, "--signed", "list.md")


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        (f"Date: {DAY}", "Date: 12/3/2026", "'12/3/2026', which is no date"),
        (f"Date: {DAY}", "Date:", "without a date"),
        (f"Checked by: {NAME}", "Checked by:", "nobody signed it"),
        ("- [ ] corrected", "- [x] corrected", "more than one box"),
        ("- [x] confirmed", "- [ ] confirmed", "no box is ticked"),
    ],
)
def test_what_is_no_answer_is_told_with_its_line(command: Command, copy: Path, old: str, new: str, says: str) -> None:
    answer = signed(command, copy, lambda text: text.replace(old, new, 1))
    assert answer.exit_code == 2
    assert re.match(r"factcheck: list\.md:\d+:1: .*", answer.stderr)
    assert says in answer.stderr
    assert len(answer.stderr.splitlines()) == 1


def test_what_was_to_be_mended_and_still_stands_is_told(command: Command, copy: Path) -> None:
    def mended(text: str) -> str:
        return text.replace("- [x] confirmed", "- [ ] confirmed", 1).replace("- [ ] cut", "- [x] cut", 1)

    answer = signed(command, copy, mended)
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
