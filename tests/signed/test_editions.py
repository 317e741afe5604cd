"""A list makes the next one: what is answered is carried over, what is let stand is not asked, what changed is open."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Command = Callable[..., Result]
Tick = Callable[[Path, str], None]
DAY, NAME = "2026-03-12", "Mona Adel"


@pytest.mark.parametrize("form", ["markdown", "csv", "xlsx", "json"])
def test_answers_are_carried_over_to_a_new_list(command: Command, copy: Path, tick: Tick, form: str) -> None:
    ending = {"markdown": ".md"}.get(form, f".{form}")
    first, second = f"first{ending}", f"second{ending}"
    command("checklist", copy, "--format", form, "--output", first)
    tick(Path(first), "en")
    copy.write_text(copy.read_text("utf-8").replace("٤٠٠ مليون", "٤٥٠ مليون"), "utf-8")
    out = command("checklist", copy, "--signed", first, "--format", form, "--output", second)
    assert (out.exit_code, out.stderr) == (0, "")
    (first_gate,) = json.loads(command("gate", copy, "--signed", first, "--format", "json").stdout)
    (second_gate,) = json.loads(command("gate", copy, "--signed", second, "--format", "json").stdout)
    assert [f["rule"] for f in second_gate["findings"]] == ["unsupported-figure"], "the new list stands for the old one"
    for gate in (first_gate, second_gate):
        for settled in gate["settled"]:
            assert settled["signed"].pop("written").startswith(("first", "second"))
    assert second_gate["settled"] == first_gate["settled"]
    (opened,) = [
        i
        for i in json.loads(command("checklist", copy, "--signed", second, "--format", "json").stdout)["items"]
        if "stands" not in i
    ]
    assert "٤٥٠" in opened["subject"]


def test_what_is_settled_is_shown_and_not_asked_again(command: Command, copy: Path, tick: Tick) -> None:
    command("checklist", copy, "--output", "list.md")
    tick(Path("list.md"), "en")
    again = command("checklist", copy, "--signed", "list.md").stdout
    assert again.startswith("# Checklist: 0 things to check")
    assert "Nothing to check.\n\n# Settled: 5\n" in again
    assert "**Ask**" not in again
    assert f"confirmed by {NAME} on {DAY}: –" in again


def test_waived_and_accepted_items_say_so_and_have_no_box(command: Command, copy: Path) -> None:
    items = json.loads(command("checklist", copy, "--format", "json").stdout)["items"]
    Path("waivers.yaml").write_text(
        f"- {{fingerprint: {items[0]['fingerprints'][0]}, by: Sami, expires: 2030-01-01, reason: 'seen the [paper]'}}\n"
    )
    command("gate", copy, "--write-baseline", "known.jsonl", "--waivers", "waivers.yaml", "--today", "2026-03-01")
    asked = ("checklist", copy, "--waivers", "waivers.yaml", "--baseline", "known.jsonl", "--today", "2026-03-01")
    page = command(*asked).stdout
    assert "waived by Sami until 2030-01-01: seen the \\[paper\\]" in page
    assert "accepted by the baseline" in page
    assert "- [" not in page
    table = command(*asked, "--format", "csv").stdout.removeprefix("\ufeff")
    notes = {row["Note"] for row in csv.DictReader(io.StringIO(table))}
    assert notes == {"waived by Sami until 2030-01-01: seen the [paper]", "accepted by the baseline"}
    Path("list.csv").write_text(table, "utf-8")
    unsigned = command("gate", copy, "--signed", "list.csv")
    assert (unsigned.exit_code, unsigned.stderr) == (1, ""), "a waiver on a list is nobody's signature"


def test_marks_in_a_note_come_through_editions(command: Command, copy: Path) -> None:
    note = r"=SUM(1) *not* [this] \ <b>"
    command("checklist", copy, "--format", "json", "--output", "list.json")
    filed = json.loads(Path("list.json").read_text("utf-8"))
    filed["items"][0]["boxes"]["confirmed"] = True
    filed["items"][0]["signed"] |= {"by": NAME, "date": DAY, "note": note}
    Path("list.json").write_text(json.dumps(filed), "utf-8")
    edition = "list.json"
    for name, form in (("a.md", "markdown"), ("b.csv", "csv"), ("c.xlsx", "xlsx"), ("d.md", "markdown")):
        command("checklist", copy, "--signed", edition, "--format", form, "--output", name)
        edition = name
    (gate,) = json.loads(command("gate", copy, "--signed", edition, "--format", "json").stdout)
    assert {settled["signed"]["note"] for settled in gate["settled"]} == {note}
