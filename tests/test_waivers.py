"""Waivers: a finding may stand on somebody's word, for a time; one that has had its day, or waives nothing, is told."""

from __future__ import annotations

import ast
import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

Command = Callable[..., Result]

ROOT = Path(__file__).parents[1]
TALKS = ROOT / "fixtures" / "events" / "minister-talks"
A, B = "incoming/report-a.txt", "incoming/report-b.txt"
WAIVER = """\
- rule: unnamed-source
  report: report-b.txt
  by: Mona Adel
  expires: 2026-06-30
  reason: The desk knows the official.
"""
BEFORE, LAST, AFTER = (("--today", day) for day in ("2026-03-01", "2026-06-30", "2026-07-01"))


@pytest.fixture(autouse=True)
def _incoming(tmp_path: Path) -> None:
    (tmp_path / "incoming").mkdir()
    for name in ("report-a.txt", "report-b.txt"):
        shutil.copy(TALKS / name, tmp_path / "incoming" / name)


def waive(text: str = WAIVER, name: str = "waivers.yaml") -> tuple[str, str]:
    Path(name).write_text(text, "utf-8")
    return "--waivers", name


def compared(command: Command, *asked: str) -> dict[str, Any]:
    answer = command("compare", A, B, "--format", "json", *asked)
    assert answer.exit_code in {0, 1}, answer.output
    found: dict[str, Any] = json.loads(answer.stdout)
    return found


def rules(findings: list[dict[str, Any]]) -> set[str]:
    return {finding["rule"] for finding in findings}


def problems(answer: dict[str, Any]) -> list[tuple[str, str]]:
    return [(notice["problem"], notice["severity"]) for notice in answer.get("notices", [])]


def test_a_waived_finding_is_set_aside_and_not_lost(command: Command) -> None:
    before, after = compared(command), compared(command, *waive(), *BEFORE)
    gone = [finding for finding in before["findings"] if finding not in after["findings"]]
    assert rules(gone) == {"unnamed-source"}
    assert [{**finding, "waiver": None} for finding in after["waived"]] == [{**one, "waiver": None} for one in gone]
    assert after["waived"][0]["waiver"] == {
        "by": "Mona Adel",
        "expires": "2026-06-30",
        "reason": "The desk knows the official.",
        "written": "waivers.yaml:1:3",
    }
    assert problems(after) == []
    assert not {"waived", "accepted", "notices"} & set(before)


@pytest.mark.parametrize(
    ("messages", "said"),
    [("en", "waived by Mona Adel until 2026-06-30: The desk knows the official."), ("ar", "2026-06-30")],
)
def test_the_page_says_on_whose_word_until_when_and_why(command: Command, messages: str, said: str) -> None:
    page = command("compare", A, B, *waive(), *BEFORE, "--messages", messages).stdout
    flat = " ".join(page.split())
    assert said in flat
    assert "Mona Adel" in flat


def test_a_waiver_counts_through_its_last_day(command: Command) -> None:
    waivers = waive()
    assert "waived" in compared(command, *waivers, *LAST)
    answer = compared(command, *waivers, *AFTER)
    assert "waived" not in answer
    assert "unnamed-source" in rules(answer["findings"])
    assert problems(answer) == [("waiver-expired", "warning")]


def test_without_today_the_real_day_counts(command: Command) -> None:
    long_ago = WAIVER.replace("2026-06-30", "2020-01-01")
    far_ahead = WAIVER.replace("2026-06-30", "2999-12-31")
    assert problems(compared(command, *waive(long_ago))) == [("waiver-expired", "warning")]
    assert "waived" in compared(command, *waive(far_ahead))


def calling(names: set[str]) -> set[str]:
    """Give the files of the program that call something by one of these names."""
    return {
        path.relative_to(ROOT / "factcheck").as_posix()
        for path in sorted((ROOT / "factcheck").rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in names
    }


def test_the_clock_is_read_in_one_place() -> None:
    assert calling({"today", "now", "utcnow", "time", "time_ns", "localtime", "gmtime"}) == {"cli_allowances.py"}


def test_time_is_stopped_only_where_work_is_waited_for() -> None:
    assert calling({"monotonic", "perf_counter"}) == {"batch/pool.py", "cli_progress.py", "cli_watch.py"}


@pytest.mark.parametrize(
    ("report", "fits"),
    [
        ("report-b.txt", True),
        ("report-?.txt", True),
        ("incoming/report-b.txt", True),
        ("*/report-b.txt", True),
        ("report-a.txt", False),
        ("desk/report-b.txt", False),
        ("*.md", False),
    ],
)
def test_reports_are_named_by_patterns(command: Command, report: str, fits: bool) -> None:
    answer = compared(command, *waive(WAIVER.replace("report-b.txt", f'"{report}"')), *BEFORE)
    assert ("waived" in answer) == fits


def test_a_fingerprint_waives_one_finding(command: Command) -> None:
    sources = [f for f in compared(command)["findings"] if f["rule"] == "unnamed-source"]
    assert len(sources) == 3
    one = f"- {{fingerprint: '{sources[0]['fingerprint']}', by: Mona, expires: 2026-06-30, reason: known}}\n"
    answer = compared(command, *waive(one), *BEFORE)
    assert [f["fingerprint"] for f in answer["waived"]] == [sources[0]["fingerprint"]]
    elsewhere = one.replace("{fingerprint", "{report: report-a.txt, fingerprint")
    assert "waived" not in compared(command, *waive(elsewhere), *BEFORE)


def test_a_waiver_that_waives_nothing_is_told(command: Command) -> None:
    unused = WAIVER.replace("unnamed-source", "sum-mismatch")
    answer = compared(command, *waive(unused), *BEFORE)
    assert problems(answer) == [("waiver-unused", "warning")]
    assert (answer["notices"][0]["path"], answer["notices"][0]["line"]) == ("waivers.yaml", 1)
    page = command("compare", A, B, "--waivers", "waivers.yaml", *BEFORE).stdout
    assert "waivers.yaml:1:3: the waiver of Mona Adel for sum-mismatch" in page


def test_a_waiver_for_what_was_not_looked_at_is_not_called_unused(command: Command) -> None:
    other = waive(WAIVER.replace("report-b.txt", "another.txt"))
    assert problems(compared(command, *other, *BEFORE)) == []
    assert problems(compared(command, *other, *AFTER)) == [("waiver-expired", "note")], "it has expired all the same"
    pair = waive(WAIVER.replace("unnamed-source", "quote-altered"))
    assert problems(compared(command, *pair, *BEFORE)) == [("waiver-unused", "warning")]
    alone = json.loads(command("gate", B, *pair, *BEFORE, "--format", "json").stdout)
    assert problems(alone[-1]) == [("waiver-unused", "note")], "one report alone says nothing of a rule about two"


def test_the_gate_stops_for_a_waiver_that_is_off(command: Command) -> None:
    allowed = WAIVER + WAIVER.replace("unnamed-source", "unsupported-figure").replace("report-b.txt", '"report-*"')
    allowed += WAIVER.replace("unnamed-source", "unattributed-superlative")
    going = command("gate", "incoming", *waive(allowed), *BEFORE)
    assert going.exit_code == 0, going.output
    assert " waived" in going.stdout
    late = command("gate", "incoming", "--waivers", "waivers.yaml", *AFTER)
    assert late.exit_code == 1
    assert [line.split()[:2] for line in late.stdout.splitlines()[2:]] == [
        ["stop", f"waivers.yaml:{line}:3"] for line in (1, 6, 11)
    ]
    unused = command("gate", A, *waive(WAIVER.replace("report-b", "report-a")), *BEFORE)
    assert (unused.exit_code, unused.stdout.splitlines()[1].split()[0]) == (1, "stop")
    assert command("gate", A, "--waivers", "waivers.yaml", *BEFORE, "--fail-on", "error").exit_code == 0


def test_the_gate_tells_programs_too(command: Command) -> None:
    copies = json.loads(command("gate", "incoming", *waive(), *BEFORE, "--format", "json").stdout)
    assert [copy["report"] for copy in copies] == [A, B]
    assert rules(copies[1]["waived"]) == {"unnamed-source"}
    *_, paper = json.loads(command("gate", "incoming", "--waivers", "waivers.yaml", *AFTER, "--format", "json").stdout)
    assert (paper["report"], paper["stop"], paper["findings"]) == ("waivers.yaml", True, [])
    assert problems(paper) == [("waiver-expired", "warning")]


def test_waivers_stand_in_the_configuration_or_in_a_file_it_names(command: Command) -> None:
    table = (
        '[[{}waiver]]\nrule = "unnamed-source"\nreport = "report-b.txt"\n'
        'by = "Mona"\nexpires = 2026-06-30\nreason = "known"\n'
    )
    Path("factcheck.toml").write_text("\n" + table.format(""))
    answer = compared(command, *BEFORE)
    assert answer["waived"][0]["waiver"]["written"] == "factcheck.toml:2:3"
    shown = json.loads(command("config", "show", "--format", "json").stdout)["waiver"]
    assert (shown["value"][0]["expires"], shown["from"]) == ("2026-06-30", ["factcheck.toml:2"])
    Path("factcheck.toml").unlink()
    Path("pyproject.toml").write_text(table.format("tool.factcheck."))
    assert compared(command, *BEFORE)["waived"][0]["waiver"]["written"] == "pyproject.toml:1:18"
    Path("pyproject.toml").write_text('[tool.factcheck]\nwaivers = "waivers.yaml"\n')
    waive()
    assert "waived" in compared(command, *BEFORE)


def test_waivers_count_for_lines_of_json(command: Command, ask: Callable[..., Any]) -> None:
    text = "About 340 people came on Friday, sources said."
    reports = [{"text": text, "id": "port"}, {"text": text, "id": "other"}]
    waive(WAIVER.replace("report-b.txt", "port"))
    Path("factcheck.toml").write_text('waivers = "waivers.yaml"\n')
    waive(WAIVER.replace("report-b.txt", "port").replace("2026", "2999"))
    ((answer,), status) = ask("compare", {"id": "1", "reports": reports})
    assert status == 0
    assert rules(answer["waived"]) == {"unnamed-source"}


BROKEN = {
    "no reason": (WAIVER.replace("  reason: The desk knows the official.\n", ""), "1:3: [0].reason is missing"),
    "no name": (WAIVER.replace("  by: Mona Adel\n", ""), "1:3: [0].by is missing"),
    "no expiry": (WAIVER.replace("  expires: 2026-06-30\n", ""), "1:3: [0].expires is missing"),
    "no date": (WAIVER.replace("06-30", "06-31"), "4:12: [0].expires: must be a date such as 2026-01-31"),
    "empty reason": (WAIVER.replace("The desk knows the official.", '" "'), "5:11: [0].reason"),
    "no rule": (WAIVER.replace("unnamed-source", "unnamed-sorce"), "1:3: no rule 'unnamed-sorce'; did you mean"),
    "wrong key": (WAIVER.replace("report:", "raport:"), "2:3: unknown key [0].raport; did you mean 'report'?"),
    "all reports": (WAIVER.replace("  report: report-b.txt\n", ""), "1:3: [0]: name a fingerprint, or a rule and"),
    "no pattern": (WAIVER.replace("report-b.txt", "."), "2:11: [0].report"),
    "no fingerprint": ("- {fingerprint: 12, by: a, expires: 2026-01-01, reason: b}\n", "1:17: [0].fingerprint must be"),
    "no list": ("rule: x\n", "1:1: the file must be a list, not a mapping"),
    "no YAML": ("- [\n", "2:1: did not find"),
}


@pytest.mark.parametrize(("text", "told"), BROKEN.values(), ids=BROKEN)
def test_a_broken_waiver_is_one_line(command: Command, text: str, told: str) -> None:
    answer = command("gate", "incoming", *waive(text), *BEFORE)
    assert answer.exit_code == 2
    assert answer.stdout == ""
    (line,) = answer.stderr.splitlines()
    assert line.startswith("factcheck: waivers.yaml:")
    assert told in line


def test_everything_wrong_with_waivers_is_told_at_once(command: Command) -> None:
    text = WAIVER.replace("unnamed-source", "qqq") + WAIVER.replace("by:", "bye:")
    waive(WAIVER.replace("unnamed-source", "zzz"), "second.yaml")
    answer = command("compare", A, B, *waive(text), "--waivers", "second.yaml", *BEFORE)
    assert answer.exit_code == 2
    assert len(answer.stderr.splitlines()) == 2


def test_an_empty_file_waives_nothing(command: Command) -> None:
    assert compared(command, *waive("# nothing yet\n")) == compared(command)


@pytest.mark.parametrize(("asked", "told"), [("2026-02-30", "--today: "), ("tomorrow", "--today: ")])
def test_a_today_that_is_no_day(command: Command, asked: str, told: str) -> None:
    answer = command("gate", "incoming", *waive(), "--today", asked)
    assert answer.exit_code == 2
    assert told in answer.stderr
