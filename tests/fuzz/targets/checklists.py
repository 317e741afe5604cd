"""Checklists filled in: Markdown, CSV and JSON as they are, and any XML as the sheet of a workbook."""

from __future__ import annotations

import io
import json
import zipfile
from functools import lru_cache
from pathlib import Path

from factcheck.data.messages import load_messages
from factcheck.model.allowance import ANSWERS
from factcheck.model.errors import UserError
from factcheck.render.checklist_json import checklist_object
from factcheck.render.checklist_markdown import render_checklist_markdown
from factcheck.render.checklist_table import render_checklist_csv, render_checklist_xlsx
from factcheck.signed.reading import read_signed
from tests.fuzz.oracles import check_told
from tests.fuzz.seeds import shipped_comparison

SHEET = "xl/worksheets/sheet1.xml"
WORDS = [
    b"[x]",
    b"[ ]",
    b"- by: ",
    b"2026-01-04",
    b"<!-- factcheck: 0123456789abcdef -->",
    b"confirmed",
    b"corrected",
    b"cut",
]


@lru_cache(maxsize=1)
def _parts() -> dict[str, bytes]:
    book = render_checklist_xlsx(shipped_comparison(), load_messages("ar"))
    with zipfile.ZipFile(io.BytesIO(book)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def seeds() -> list[bytes]:
    comparison = shipped_comparison()
    found = [json.dumps(checklist_object(comparison, load_messages("en"))).encode(), _parts()[SHEET]]
    for code in ("ar", "en"):
        messages = load_messages(code)
        page = render_checklist_markdown(comparison, messages)
        found += [
            page.encode(),
            page.replace("[ ]", "[x]", 1).encode(),
            render_checklist_csv(comparison, messages).encode(),
        ]
    item = {
        "fingerprints": ["0123456789abcdef"],
        "boxes": {"confirmed": True},
        "signed": {"by": "x", "date": "2026-01-04"},
    }
    found.append(json.dumps({"items": [item]}).encode())
    found.append(b"answer,by,date,note,factcheck\nconfirmed,x,2026-01-04,,0123456789abcdef\n")
    found.append(b"- [x] confirmed\n- by: x\n- date: 2026-01-04\n<!-- factcheck: 0123456789abcdef -->\n")
    return found


def check(data: bytes, folder: Path) -> None:
    file = folder / "list"
    if data.startswith(b"<"):
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in {**_parts(), SHEET: data}.items():
                archive.writestr(name, content)
    else:
        file.write_bytes(data)
    try:
        answers = read_signed(str(file))
    except UserError as error:
        check_told(error)
        return
    for answer in answers:
        assert answer.answer in ANSWERS
        assert answer.by.strip()
        assert answer.fingerprint
