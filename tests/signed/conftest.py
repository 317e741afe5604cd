"""A report with things to check, and the hand that fills a checklist of it in."""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

EVENT = Path(__file__).parents[2] / "fixtures" / "events" / "minister-talks"
openpyxl = pytest.importorskip("openpyxl", reason="the extra xlsx is not installed")
DAY, NAME = "2026-03-12", "Mona Adel"
LABELS = {"en": ("confirmed", "Checked by", "Date"), "ar": ("مؤكد", "دققه", "التاريخ")}


@pytest.fixture
def copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    shutil.copy(EVENT / "report-b.txt", "copy.txt")
    return Path("copy.txt")


def ticked(path: Path, messages: str) -> None:
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


@pytest.fixture
def tick() -> Callable[[Path, str], None]:
    """Give what confirms and signs every item of a checklist, whatever its form."""
    return ticked
