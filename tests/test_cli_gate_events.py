"""`gate --events`: a file says which reports tell one event; one line an event says what came of it."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result
from rich.cells import cell_len
from rich.text import Text

from factcheck.data.messages import Messages, load_messages
from factcheck.model.allowance import Looked
from factcheck.model.report import Report
from factcheck.render.bidi import FSI, PDI
from factcheck.render.gate_event import GateEvent
from factcheck.render.gate_lines import fitted, gate_page

Command = Callable[..., Result]

EVENTS = Path(__file__).parents[1] / "fixtures" / "events"
STATED = """\
- title: Talks of the ministers
  reports: [in/talks-a.txt, in/talks-b.txt]
- reports: [in/tram-a.txt]
"""


@pytest.fixture
def incoming(command: Command, tmp_path: Path) -> Path:
    """Fill a folder with two reports of two events each."""
    folder = tmp_path / "in"
    folder.mkdir()
    for short, event in (("talks", "minister-talks"), ("tram", "tram-crash")):
        for letter in "ab":
            shutil.copy(EVENTS / event / f"report-{letter}.txt", folder / f"{short}-{letter}.txt")
    return folder


@pytest.fixture
def messages() -> Messages:
    return load_messages("en")


def beside(answer: Result) -> dict[str, list[str]]:
    assert answer.exit_code in {0, 1}, answer.stderr
    return {Path(one["report"]).name: [Path(n).name for n in one["beside"]] for one in json.loads(answer.stdout)}


def gate(command: Command, stated: str, *more: str | Path) -> Result:
    Path("events.yaml").write_text(stated, "utf-8")
    return command("gate", "in", "--events", "events.yaml", *more)


def test_reports_of_a_stated_event_are_held_against_one_another(command: Command, incoming: Path) -> None:
    answer = beside(gate(command, STATED, "--format", "json"))
    assert answer == {
        "talks-a.txt": ["talks-b.txt"],
        "talks-b.txt": ["talks-a.txt"],
        "tram-a.txt": [],
        "tram-b.txt": [],
    }


def test_what_is_not_in_the_file_goes_by_what_it_tells(command: Command, incoming: Path) -> None:
    only = "- reports: [in/talks-a.txt, in/talks-b.txt]\n"
    answer = beside(gate(command, only, "--together", "--format", "json"))
    assert answer["tram-a.txt"] == ["tram-b.txt"]
    assert answer["talks-a.txt"] == ["talks-b.txt"]
    apart = beside(gate(command, STATED, "--together", "--format", "json"))
    assert apart["tram-b.txt"] == [], "tram-a was said to be of an event of its own"


def test_what_is_stated_counts_more_than_what_is_told(command: Command, incoming: Path) -> None:
    (incoming / "x.txt").write_text("Nine boats were launched, the coast guard said on Monday.", "utf-8")
    (incoming / "y.txt").write_text("Later in the week some orchards bore fruit.", "utf-8")
    guessed = command("gate", "in/x.txt", "--against", "in/y.txt")
    assert "not compared, another event" in guessed.stdout
    stated = gate(command, "- reports: [in/x.txt, in/y.txt]\n")
    assert "another event" not in stated.stdout
    assert "2 reports" in stated.stdout


def test_a_report_that_only_the_file_names_is_compared_with_and_not_judged(command: Command, incoming: Path) -> None:
    Path("archive").mkdir()
    shutil.move(incoming / "talks-b.txt", "archive")
    stated = "- reports: [in/talks-a.txt, archive/talks-b.txt]\n"
    answer = beside(gate(command, stated, "--format", "json"))
    assert answer["talks-a.txt"] == ["talks-b.txt"]
    assert "talks-b.txt" not in answer


def test_wires_of_the_archive_join_by_what_they_tell_or_by_the_file(command: Command, incoming: Path) -> None:
    archive = Path("archive")
    archive.mkdir()
    for file in EVENTS.glob("*/report-*.txt"):
        shutil.copy(file, archive / f"{file.parent.name}-{file.name}")
    first = "- reports: [in/talks-a.txt, archive/ferry-fire-report-a.txt]\n"
    stated = f"{first}- reports: [archive/minister-talks-report-b.txt]\n"
    answer = beside(gate(command, stated, "--against", "archive", "--format", "json"))
    assert answer["talks-a.txt"] == ["ferry-fire-report-a.txt", "minister-talks-report-a.txt"]
    assert answer["talks-b.txt"] == ["minister-talks-report-a.txt"]


def test_one_report_of_a_feed_can_be_named(command: Command, incoming: Path) -> None:
    lines = [{"text": "Ten boats sank off Mereham on Monday."}, {"text": "Twelve boats sank off Mereham on Monday."}]
    (incoming / "feed.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")
    answer = beside(gate(command, "- reports: ['in/feed.jsonl#1', in/tram-a.txt]\n", "--format", "json"))
    assert answer["feed.jsonl#1"] == ["tram-a.txt"]
    assert answer["feed.jsonl#2"] == []
    whole = beside(gate(command, "- reports: [in/feed.jsonl]\n", "--format", "json"))
    assert whole["feed.jsonl#1"] == ["feed.jsonl#2"]


def test_json_says_the_same(command: Command, incoming: Path) -> None:
    yaml = gate(command, STATED).stdout
    stated = [
        {"title": "Talks of the ministers", "reports": ["talks-a.txt", "talks-b.txt"]},
        {"reports": ["tram-a.txt"]},
    ]
    (incoming / "events.json").write_text(json.dumps(stated, indent=4), "utf-8")
    answer = command("gate", "in", "--events", "in/events.json")
    assert (answer.stdout, answer.stderr) == (yaml, ""), "the list itself is no copy"


@pytest.mark.parametrize(
    ("stated", "told"),
    [
        ("- {}\n", "events.yaml:1:3: [0].reports is missing; add it"),
        ("- reports: []\n", "events.yaml:1:12: [0].reports must have at least 1 item"),
        ("- report: [in/tram-a.txt]\n", "events.yaml:1:3: unknown key [0].report; did you mean 'reports'?"),
        ("- reports: in/tram-a.txt\n", "events.yaml:1:12: [0].reports must be a list"),
        ("- reports: [5]\n", "events.yaml:1:13: [0].reports[0] must be text, not 5"),
        ("reports: [in/tram-a.txt]\n", "events.yaml:1:1: the file must be a list"),
        ("", "events.yaml:1:1: the file must be a list"),
        (
            "- reports: [in/tram-a.txt, ./in/tram-a.txt]\n",
            "events.yaml:1:28: './in/tram-a.txt' is in this",
        ),
        ("- reports: [in]\n", "events.yaml:1:13: 'in' is a folder; name the files in it"),
        (
            "- reports: [in/tram-a.txt]\n- reports:\n  - in/tram-a.txt\n",
            "events.yaml:3:5: 'in/tram-a.txt' is in the event of line 1 already",
        ),
        ("- reports: [in/tram-a.txt\n", "events.yaml:"),
        ('- reports: ["a\\0b"]\n', "events.yaml:1:13: "),
    ],
)
def test_what_is_wrong_is_told_with_its_place_and_nothing_is_judged(
    command: Command, incoming: Path, stated: str, told: str
) -> None:
    answer = gate(command, stated)
    assert (answer.exit_code, answer.stdout) == (2, "")
    assert told in answer.stderr
    assert answer.stderr.startswith("factcheck: events.yaml:")


def test_a_missing_report_is_named_and_the_others_are_judged(command: Command, incoming: Path) -> None:
    answer = gate(command, "- reports:\n  - in/talks-a.txt\n  - in/gone.txt\n")
    assert answer.exit_code == 2
    assert answer.stderr == (
        "factcheck: events.yaml:3:5: no such report: 'in/gone.txt'; names are as seen from this file\n"
    )
    assert "talks-a.txt" in answer.stdout


def test_a_missing_list_is_told(command: Command, incoming: Path) -> None:
    answer = command("gate", "in", "--events", "gone.yaml")
    assert (answer.exit_code, answer.stderr) == (2, "factcheck: gone.yaml: no such file; check the name\n")


def test_an_event_has_one_line_and_its_reports_with_findings_stand_under_it(command: Command, incoming: Path) -> None:
    (incoming / "clean.txt").write_text("The mayor said the bridge would open.", "utf-8")
    stated = "- title: Talks\n  reports: [in/talks-a.txt, in/talks-b.txt, in/clean.txt]\n"
    lines = gate(command, stated).stdout.splitlines()
    talks = [line for line in lines if "Talks" in line]
    assert len(talks) == 1
    assert talks[0].startswith("stop  3 reports  ")
    under = [line for line in lines if line.startswith("  ")]
    assert any("talks-b.txt" in line for line in under)
    assert not any("clean.txt" in line for line in lines), "nothing is said where there is nothing to say"
    assert len(lines) == 2 + 1 + len(under), "two reports of no event, one event, and what stands under it"


def test_on_a_terminal_a_last_line_counts_them_all(messages: Messages) -> None:
    clean = Looked((Report("r0", "", "en", name="a.txt"),), (0,), (), (), ())
    events = [GateEvent({0: (clean, False), 2: (clean, True)}, "Fire", 2), GateEvent({1: (clean, False)})]
    page = gate_page(events, [], 1, messages, width=80).splitlines()
    assert page[-1] == "3 reports, 2 events: 1 stop, 2 go, 1 could not be read"
    assert gate_page(events, [], 1, messages).splitlines() == page[:-1]
    assert gate_page(events[1:], [], 0, messages, width=80).splitlines() == ["go    a.txt  nothing found"]


def test_what_stands_between_two_reports_is_counted_once(command: Command, incoming: Path) -> None:
    (incoming / "p.txt").write_text("The fire in Halden killed 12 people on Monday, police said.", "utf-8")
    (incoming / "q.txt").write_text("The fire in Halden killed 21 people on Monday, police said.", "utf-8")
    answer = gate(command, "- reports: [in/p.txt, in/q.txt]\n").stdout
    line = next(line for line in answer.splitlines() if "2 reports" in line)
    assert "1 error" in line


@pytest.mark.parametrize("width", [40, 80, 120])
def test_on_a_terminal_no_line_is_wider_than_it(width: int) -> None:
    line = Text(f"stop  3 reports  2 warnings  {FSI}{'حريق في مصنع النسيج ' * 9}{PDI}")
    kept = fitted(line, width).plain
    assert cell_len(kept) <= width
    assert kept.count(FSI) == kept.count(PDI)
    assert fitted(line, None) is line


def test_the_event_s_title_is_told_to_programs(command: Command, incoming: Path) -> None:
    told: list[dict[str, Any]] = json.loads(gate(command, STATED, "--format", "json").stdout)
    assert [one.get("event", "") for one in told][:2] == ["Talks of the ministers"] * 2
    assert "event" not in told[3]
