"""A page that was ticked, signed and saved is read back like any other list."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Command = Callable[..., Result]
DAY, NAME = "2026-03-12", "Mona Adel"


def filled(command: Command, copy: Path, messages: str = "en", note: str = "") -> str:
    """Make a page and fill it in as its own script does: in the markup."""
    command("checklist", copy, "--format", "html", "--messages", messages, "--output", "list.html")
    page = Path("list.html").read_text("utf-8").replace('value="confirmed"', 'value="confirmed" checked=""')
    page = re.sub(r'(data-field="by"[^>]*) value=""', rf'\1 value="{NAME}"', page)
    page = re.sub(r'(data-field="date"[^>]*) value=""', rf'\1 value="{DAY}"', page)
    return page.replace("></textarea>", f">{note}</textarea>")


@pytest.mark.parametrize("messages", ["en", "ar"])
def test_a_page_goes_out_and_comes_back(command: Command, copy: Path, messages: str) -> None:
    page = filled(command, copy, messages, "seen &lt;b&gt; &amp; “filed”\nshelf 3")
    assert command("gate", copy, "--signed", "list.html").exit_code == 1, "nobody signed"
    Path("list.html").write_text(page, "utf-8")
    green = command("gate", copy, "--signed", "list.html", "--format", "json")
    assert (green.exit_code, green.stderr) == (0, "")
    (gate,) = json.loads(green.stdout)
    assert len(gate["settled"]) == 6
    assert {(s["signed"]["by"], s["signed"]["note"]) for s in gate["settled"]} == {
        (NAME, "seen <b> & “filed”\nshelf 3")
    }
    copy.write_text(copy.read_text("utf-8").replace("٤٠٠ مليون", "٤٥٠ مليون"), "utf-8")
    (red,) = json.loads(command("gate", copy, "--signed", "list.html", "--format", "json").stdout)
    assert [(f["rule"], "٤٥٠" in f["evidence"][0]["text"]) for f in red["findings"]] == [("unsupported-figure", True)]


def test_a_page_makes_the_next_one(command: Command, copy: Path) -> None:
    Path("list.html").write_text(filled(command, copy), "utf-8")
    again = command("checklist", copy, "--signed", "list.html", "--format", "html", "--output", "next.html")
    assert (again.exit_code, again.stderr) == (0, "")
    page = Path("next.html").read_text("utf-8")
    assert page.count('value="confirmed" checked=""') == 5
    assert f"confirmed by {NAME} on {DAY}" in page
    assert command("gate", copy, "--signed", "next.html").exit_code == 0


def test_what_is_no_answer_names_its_item(command: Command, copy: Path) -> None:
    page = filled(command, copy).replace(f'value="{NAME}"', 'value=""', 1)
    Path("list.html").write_text(page, "utf-8")
    answer = command("gate", copy, "--signed", "list.html")
    assert answer.exit_code == 2
    assert (
        answer.stderr
        == "factcheck: list.html:1:1: item 1 is ticked, but nobody signed it: put a name behind `Checked by`\n"
    )


@pytest.mark.parametrize("page", ["<!doctype html><p>a", "<html data-factcheck", "<!DOCTYPE html>" + "<a " * 9999])
def test_a_page_that_is_no_checklist_is_one_line(command: Command, copy: Path, page: str) -> None:
    Path("list.html").write_text(page, "utf-8")
    answer = command("gate", copy, "--signed", "list.html")
    assert answer.exit_code == 2
    assert answer.stderr == (
        "factcheck: list.html: is a page without a checklist: save the one `checklist --format html` made\n"
    )
