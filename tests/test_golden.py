"""Each event in each output, byte for byte. A change is read in the diff, never written by hand: --update-golden."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Command = Callable[..., Result]

ROOT = Path(__file__).parents[1]
GOLDEN = ROOT / "fixtures" / "golden"
EVENTS = {path.name: path for path in sorted((ROOT / "fixtures" / "events").iterdir()) if path.is_dir()}
OUTPUTS = {
    "terminal.txt": ("compare",),
    "comparison.json": ("compare", "--format", "json"),
    "checklist.md": ("checklist",),
    "checklist.json": ("checklist", "--format", "json"),
}
FORMATS = {
    "csv": "csv",
    "github": "txt",
    "gitlab": "json",
    "junit": "xml",
    "markdown": "md",
    "rdjson": "json",
    "sarif": "json",
}
SHOWN = ("ferry-translation", "hill-landslide", "minister-talks")
"""Events in the outputs other tools read: an Arabic report against an English one, three English, two Arabic."""
LISTS = {"csv": "csv", "json": "json", "markdown": "md", "xlsx": "xlsx"}
IN_BOTH: dict[str, tuple[str, ...]] = {
    f"{form}.{language}.{ending}": ("compare", "--format", form, "--messages", language)
    for form, ending in FORMATS.items()
    for language in ("ar", "en")
} | {
    f"{name}.{language}.{ending}": (*asked, "--messages", language)
    for name, ending, asked in (
        *(("checklist", ending, ("checklist", "--format", form)) for form, ending in LISTS.items()),
        ("draft", "txt", ("compare",)),
        ("draft-checklist", "md", ("checklist",)),
    )
    for language in ("ar", "en")
}
IN_BOTH["comparison.ar.json"] = ("compare", "--format", "json", "--messages", "ar")
IN_BOTH["terminal.ar.txt"] = ("compare", "--messages", "ar")
GATED = ("hill-landslide", "minister-talks")
"""Events as the gate tells of them: three English reports, two Arabic ones."""
GATES = {
    f"gate-{form}.{language}.{ending}": ("gate", "--together", "--format", form, "--messages", language)
    for form, ending in {"lines": "txt", "json": "json", **FORMATS}.items()
    for language in ("ar", "en")
    if form != "csv"
}
PAGES = {language: GOLDEN / "ferry-translation" / f"page.{language}.html" for language in ("ar", "en")}
CASES = [
    *((event, output) for event in EVENTS for output in OUTPUTS),
    *((e, output) for e in SHOWN for output in IN_BOTH),
    *((e, output) for e in GATED for output in GATES),
]


@pytest.mark.parametrize(("event", "output"), CASES)
def test_output_is_what_was_read_and_agreed_to(
    command: Command, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest, event: str, output: str
) -> None:
    monkeypatch.chdir(EVENTS[event])
    names = sorted(path.name for path in Path().glob("report-*.txt"))
    asked = {**OUTPUTS, **IN_BOTH, **GATES}[output]
    if output.startswith("draft"):
        names.insert(1, "--against")  # the first report is a draft, the others are its wires
    if output.endswith(".xlsx"):
        assert_workbook(command, (*asked, *names), GOLDEN / event / f"{output}.json", request)
        return
    answer = command(*asked, *names, COLUMNS="80")
    assert answer.stderr == ""
    assert answer.exit_code in ({0, 1} if output in GATES else {0})
    golden = GOLDEN / event / output
    if request.config.getoption("--update-golden"):
        golden.parent.mkdir(parents=True, exist_ok=True)
        golden.write_bytes(answer.stdout_bytes)
    assert golden.is_file(), "run pytest --update-golden, and read what it wrote"
    # Compared as lines, so that a failure shows the lines that differ.
    assert answer.stdout.splitlines() == golden.read_bytes().decode().splitlines()
    assert answer.stdout_bytes == golden.read_bytes()


def assert_workbook(command: Command, asked: tuple[str, ...], golden: Path, request: pytest.FixtureRequest) -> None:
    """Hold the cells of a workbook to those agreed to, and what a spreadsheet makes of its direction."""
    openpyxl = pytest.importorskip("openpyxl", reason="the extra xlsx is not installed")
    workbook = request.getfixturevalue("tmp_path") / "list.xlsx"
    answer = command(*asked, "--output", workbook)
    assert (answer.exit_code, answer.stderr) == (0, "")
    (sheet,) = openpyxl.load_workbook(workbook).worksheets
    made = {
        "right to left": bool(sheet.sheet_view.rightToLeft),
        "answers": [rule.formula1 for rule in sheet.data_validations.dataValidation],
        "rows": [list(row) for row in sheet.iter_rows(values_only=True)],
    }
    if request.config.getoption("--update-golden"):
        golden.write_text(json.dumps(made, ensure_ascii=False, indent=1) + "\n", "utf-8")
    assert made == json.loads(golden.read_text("utf-8"))


def test_no_golden_output_is_left_over(request: pytest.FixtureRequest) -> None:
    wanted = {GOLDEN / event / (f"{output}.json" if output.endswith(".xlsx") else output) for event, output in CASES}
    wanted |= set(PAGES.values())
    left_over = [path for path in sorted(GOLDEN.rglob("*")) if path.is_file() and path not in wanted]
    if request.config.getoption("--update-golden"):
        for path in left_over:
            path.unlink()
        return
    assert left_over == []


@pytest.mark.parametrize("language", PAGES)
def test_page_is_what_was_read_and_agreed_to(
    command: Command, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest, language: str
) -> None:
    """Of the page, what stands in it: its style, its script and their sums are files of their own."""
    golden = PAGES[language]
    monkeypatch.chdir(EVENTS[golden.parent.name])
    names = sorted(path.name for path in Path().glob("report-*.txt"))
    answer = command("compare", *names, "--format", "html", "--messages", language)
    body = re.search(r"<body>.*(?=<script>)", answer.stdout, re.DOTALL)
    assert body is not None
    if request.config.getoption("--update-golden"):
        golden.write_text(body[0], encoding="utf-8")
    assert body[0].splitlines() == golden.read_text(encoding="utf-8").splitlines()
