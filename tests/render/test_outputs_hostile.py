"""Nothing in a report, nor the name of its file, can do anything through an output that other tools read."""

from __future__ import annotations

import csv
import io
import json
import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from lxml import etree

from factcheck.data.messages import load_messages
from factcheck.model.errors import Problem
from factcheck.pipeline import compare_reports, default_rules, read_report
from factcheck.render import github
from factcheck.render.matrix_csv import plain_cell
from factcheck.render.outcome import Look, Outcome
from factcheck.render.outputs import render_output

Command = Callable[..., Result]

FORMS = ("markdown", "sarif", "junit", "github", "gitlab", "rdjson", "csv")
B = "شبّ حريق في المصنع.\nأصيب 15 عاملا في حريق مصنع أسوان للنسيج. ويرى مراقبون أن «السلامة» غابت عن المصنع.\n"
BIDI = re.compile("[\u202a-\u202e\u200e\u200f\u061c]")


# Each of these would do something, somewhere, if it came through as it stands.
HOSTILE = (
    "::error file=x::pwned",
    "%0A::warning::pwned",
    "##[error]pwned",
    '=HYPERLINK("http://evil.example","12")',
    "]]></failure><injected/>",
    "|evil|cell|",
    "[click](http://evil.example)",
    "{0}",
    "<script>alert(1)</script>",
    "`rm -rf`",
    "\u202egnp.exe\u202c",
    "\u0007\u001b[31m",
    "\ufffe",
)


@pytest.fixture(params=HOSTILE, ids=range(len(HOSTILE)))
def hostile(request: pytest.FixtureRequest) -> Callable[[str], str]:
    """Compare reports that carry it in name, title and text, where findings quote it; gives what renders an output.

    Files of some of these are refused; what other programs hand over is not.
    """
    evil = request.param
    texts = [
        f"A fire at the mill killed {killed} workers, {evil} observers said.\n\n{evil} Observers said: "
        f"“{evil} is the biggest fire ever {evil}”. The biggest fire {evil} ever seen.\n"
        for killed in (12, 15)
    ]
    reports = [
        read_report(text, id=f"r{n}", title=f"Fire {evil}", language="en", source=evil, name=f"{evil}{n}.txt")
        for n, text in enumerate(texts)
    ]
    rules = default_rules()
    look = Look(compare_reports(reports, rules), (0, 1))
    assert any(evil in item.text for finding in look.comparison.findings for item in finding.evidence)
    problem = Problem(evil, f"cannot be read: {evil}")
    outcome = Outcome((look,), tuple(rule.info for rule in rules), "1.0", unread=(problem,))
    return lambda form: render_output(form, outcome, load_messages("en"))


@pytest.mark.parametrize("form", FORMS)
def test_no_control_character_comes_through(hostile: Callable[[str], str], form: str) -> None:
    text = hostile(form)
    assert not BIDI.search(text)
    assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]", text)


def test_nothing_in_a_report_is_a_workflow_command(hostile: Callable[[str], str]) -> None:
    lines = hostile("github").splitlines()
    assert lines
    for line in lines:
        assert line.startswith("::")
        command, _, message = line.removeprefix("::").partition("::")
        kind, _, properties = command.partition(" ")
        assert kind in ("error", "warning", "notice")
        known = {"file", "line", "endLine", "col", "endColumn", "title"}
        assert {part.partition("=")[0] for part in properties.split(",")} <= known
        assert not re.search(r"%(?!25|0A|0D)", message)


def test_plain_lines_of_the_log_are_no_commands(hostile: Callable[[str], str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(github, "MOST", 1)
    lines = hostile("github").splitlines()
    plain = [line for line in lines if not line.startswith("::")]
    assert plain
    assert all(line.startswith("- ") and "##[" not in line for line in plain)


def test_nothing_in_a_report_is_an_element(hostile: Callable[[str], str]) -> None:
    root = etree.fromstring(hostile("junit").encode())
    known = {"testsuites", "testsuite", "testcase", "failure", "error", "system-out"}
    assert {element.tag for element in root.iter()} <= known


def test_nothing_in_a_report_is_a_formula_or_breaks_a_row(hostile: Callable[[str], str]) -> None:
    text = hostile("csv").removeprefix("\ufeff")
    rows = list(csv.reader(io.StringIO(text, newline="")))
    assert len(rows) > 1
    assert len({len(row) for row in rows}) == 1
    assert not [cell for row in rows for cell in row if re.match(r"[=+@\t\r]|-\D", cell)]


@pytest.mark.parametrize(
    "text", ["=1+1", "+1+1", "-1+1", "@SUM(A1)", "\t=1+1", " =1+1", "\u202e=1", "＝1+1", "-cmd|' /C calc'!A0"]
)
def test_a_formula_is_text(text: str) -> None:
    assert plain_cell(text).startswith("'")


@pytest.mark.parametrize("text", ["-5", "+5", "1,800", "–", "12 = 9 + 3", "-0.5"])
def test_a_number_stays_one(text: str) -> None:
    assert plain_cell(text) == text


def test_nothing_in_a_report_marks_up_markdown(hostile: Callable[[str], str]) -> None:
    bare = re.sub(r"\\.", "", hostile("markdown"))
    assert "<" not in bare
    assert "](" not in bare
    table = [line for line in bare.splitlines() if line.startswith("|")]
    assert len(table) > 2
    assert len({line.count("|") for line in table}) == 1


def test_nothing_in_a_report_is_a_link_or_placeholder_in_sarif(hostile: Callable[[str], str]) -> None:
    results = json.loads(hostile("sarif"))["runs"][0]["results"]
    assert results
    for result in results:
        message = result["message"]["text"]
        assert not re.search(r"(?<!\\)\]\(", message)
        assert not re.search(r"(?<!\{)\{\d", message)


@pytest.mark.parametrize(
    "name", ["a b.txt", "100%.txt", "a,b:c.txt", "::error::x.txt", "=1+1.txt", "خبر.txt", "|x|.txt"]
)
def test_file_names_are_escaped(command: Command, tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text(B, "utf-8")
    given = f"./{name}"
    (run,) = json.loads(command("gate", given, "--format", "sarif").stdout)["runs"]
    uri = run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert re.fullmatch(r"[A-Za-z0-9_.~%-]+", uri)
    first = command("gate", given, "--format", "github").stdout.splitlines()[0]
    file = re.match(r"::\w+ file=([^,:]*),line=", first)
    assert file is not None
    assert file[1].replace("%3A", ":").replace("%2C", ",").replace("%25", "%") == name
    assert json.loads(command("gate", given, "--format", "gitlab").stdout)[0]["location"]["path"] == name


@pytest.mark.skipif(os.name == "nt", reason="no such names there")
def test_a_name_of_control_characters_comes_through_nowhere(command: Command, tmp_path: Path) -> None:
    name = "a\n::error::\u202ex\x07.txt"
    (tmp_path / name).write_text(B, "utf-8")
    for form in FORMS[:-1]:
        text = command("gate", name, "--format", form).stdout
        assert not re.search("[\u202e\x07]", text)
        assert not re.search(r"^::error::", text, re.MULTILINE)
