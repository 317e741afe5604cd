"""However a list was filled in and saved, in whatever editor or spreadsheet, it is read back."""

from __future__ import annotations

import csv
import datetime
import io
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Command = Callable[..., Result]
Tick = Callable[[Path, str], None]
openpyxl = pytest.importorskip("openpyxl", reason="the extra xlsx is not installed")
DAY, NAME = "2026-03-12", "Mona Adel"


Hands = Callable[[str], str | bytes]


def in_excel(table: str) -> bytes:
    """Save a table as a spreadsheet does: a mark, semicolons, CRLF, a title above, columns moved, every cell quoted."""
    head, *rows = csv.reader(io.StringIO(table), delimiter=";")
    order = [head.index(name) for name in reversed(head)]
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n", quoting=csv.QUOTE_ALL)
    writer.writerow(["Desk list, March"])
    writer.writerow([""] * len(head))
    writer.writerows([f" {row[at]} " if at else row[at] for at in order] for row in [head, *rows])
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def as_unicode_text(table: str) -> bytes:
    rows = list(csv.reader(io.StringIO(table), delimiter=";"))
    out = io.StringIO()
    csv.writer(out, delimiter="\t", lineterminator="\r\n").writerows(rows)
    return out.getvalue().encode("utf-16")


@pytest.mark.parametrize(
    ("form", "hands"),
    [
        ("csv", in_excel),
        ("csv", as_unicode_text),
        ("csv", lambda text: f"sep=;\n{text}"),
        ("csv", lambda text: text.replace("confirmed", "Confirmed ")),
        ("csv", lambda text: text.replace(DAY, "13.3.2026")),
        ("csv", lambda text: text.replace(DAY, "3/13/2026")),
        ("csv", lambda text: text.replace(NAME, "“Mona” Adel")),
        ("markdown", lambda text: "\ufeff" + text.replace("\n", "\r\n")),
        ("markdown", lambda text: text.replace("[x]", "[X]").replace("- [X] confirmed", "*  [ X ]  Confirmed.  ")),
        ("markdown", lambda text: text.replace("- [x]", "- [✓]").replace("- [ ]", "- []")),
        ("markdown", lambda text: text.replace("- [x]", r"- \[x\]").replace("- [ ]", r"- \[ \]")),
        ("markdown", lambda text: text.replace("Checked by:", "**Checked by:**").replace("Date:", "__date__ :")),
        ("markdown", lambda text: text.replace(DAY, "٢٠٢٦-٠٣-١٢")),
        ("markdown", lambda text: text.replace(DAY, "٢٠٢٦/٣/١٢ \u200f")),
        ("markdown", lambda text: text.replace("Note:", "Note: “seen”, 12:30 — archive [4411]  ")),
        ("markdown", lambda text: re.sub(r"^(#|\*|A ).*\n", "", text, flags=re.MULTILINE)),
    ],
)
def test_however_a_list_was_saved_it_is_read_back(
    command: Command, copy: Path, tick: Tick, form: str, hands: Hands
) -> None:
    filed = Path("list").with_suffix(".md" if form == "markdown" else ".csv")
    command("checklist", copy, "--format", form, "--output", filed)
    tick(filed, "en")
    filled = hands(filed.read_text("utf-8"))
    filed.write_bytes(filled if isinstance(filled, bytes) else filled.encode())
    green = command("gate", copy, "--signed", filed)
    assert (green.exit_code, green.stderr) == (0, ""), green.output
    assert "6 settled" in green.stdout


def test_a_word_without_its_vowel_signs_is_an_answer(command: Command, copy: Path, tick: Tick) -> None:
    command("checklist", copy, "--format", "csv", "--messages", "ar", "--output", "list.csv")
    tick(Path("list.csv"), "ar")
    text = Path("list.csv").read_text("utf-8").replace("مؤكد", "مصحح")
    Path("list.csv").write_text(text, "utf-8")
    answer = command("gate", copy, "--signed", "list.csv")
    assert answer.exit_code == 1
    assert "that it was mended or taken out, and it still stands" in answer.stdout


def test_a_workbook_is_read_back_from_other_hands(command: Command, copy: Path) -> None:
    command("checklist", copy, "--format", "xlsx", "--output", "list.xlsx")
    book = openpyxl.load_workbook("list.xlsx")
    sheet = book["factcheck"]
    sheet.move_range(f"A1:M{sheet.max_row}", rows=2, cols=3)  # a title and columns of the desk's own
    sheet["A1"] = "Desk list"
    names = {cell.value: cell.column for cell in sheet[3]}
    for row in range(4, sheet.max_row + 1):
        sheet.cell(row, names["Answer"]).value = "CONFIRMED"
        sheet.cell(row, names["Checked by"]).value = f" {NAME}\u00a0"
        sheet.cell(row, names["Date"]).value = datetime.datetime(2026, 3, 12, 14, 30)  # noqa: DTZ001 - as Excel has it
    book.create_sheet("Notes", 0)["A1"] = "ask Mona"
    book.save("list.xlsx")
    green = command("gate", copy, "--signed", "list.xlsx")
    assert (green.exit_code, green.stderr) == (0, ""), green.output


def test_one_checklist_is_the_same_workbook_every_time(command: Command, copy: Path) -> None:
    for name in ("a.xlsx", "b.xlsx"):
        command("checklist", copy, "--format", "xlsx", "--output", name)
    assert Path("a.xlsx").read_bytes() == Path("b.xlsx").read_bytes()


def test_no_spreadsheet_takes_a_fingerprint_for_a_number(command: Command, copy: Path) -> None:
    table = command("checklist", copy, "--format", "csv").stdout.removeprefix("\ufeff")
    assert all(re.fullmatch(r"\[[0-9a-f ]+\]", row["factcheck"]) for row in csv.DictReader(io.StringIO(table)))
