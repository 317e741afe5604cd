"""The commands as people use them: what each prints, and the exit status a script can rely on."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import click
import pytest
from click.testing import CliRunner, Result
from rich.cells import cell_len

import factcheck
from factcheck.cli import main
from factcheck.data.strict_yaml import parse
from factcheck.judge.rules import load_rules
from factcheck.model.finding import SEVERITIES

Command = Callable[..., Result]

ROOT = Path(__file__).parents[1]
TALKS = ROOT / "fixtures" / "events" / "minister-talks"
A, B = TALKS / "report-a.txt", TALKS / "report-b.txt"
RESULTS = ROOT / "fixtures" / "events" / "company-results"
SCHEMAS = {"rule": "origin", "config": "fail-on", "report": "findings"}
SHIPPED = [rule.file.id for rule in load_rules().rules]


def rule_file(path: Path) -> dict[str, Any]:
    return dict(parse(path.read_text("utf-8"), path.name).value)


def own_rule(path: Path, like: str, **changes: object) -> None:
    """Write a rule as a desk may have it: like a shipped one, with an id of its own."""
    content = {**rule_file(ROOT / "rules" / "core" / f"{like}.yaml"), "id": path.stem, **changes}
    path.write_text(json.dumps(content, ensure_ascii=False), "utf-8")  # JSON is YAML


def commands(group: click.Group, *path: str) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    context = click.Context(group)
    for name in group.list_commands(context):  # not `commands`: a command's file is loaded when it is asked for
        one = group.get_command(context, name)
        assert one is not None
        yield (*path, name), one
        if isinstance(one, click.Group):
            yield from commands(one, *path, name)


ALL = dict(commands(main))


@pytest.mark.parametrize("path", ALL, ids=" ".join)
def test_every_command_says_what_it_does(command: Command, path: tuple[str, ...]) -> None:
    for flag in ("-h", "--help"):
        answer = command(*path, flag)
        assert answer.exit_code == 0
        assert str(ALL[path].help).split(maxsplit=1)[0] in answer.stdout


@pytest.mark.parametrize("path", ALL, ids=" ".join)
def test_every_option_is_explained(path: tuple[str, ...]) -> None:
    options = [option for option in ALL[path].params if isinstance(option, click.Option)]
    plain = {"--format"}  # its choices say all there is
    assert [one.name for one in options if not one.help and not plain & set(one.opts)] == []


def test_version(command: Command) -> None:
    answer = command("--version")
    assert answer.exit_code == 0
    assert factcheck.__version__ in answer.stdout


def test_no_command_shows_the_commands(command: Command) -> None:
    answer = command()
    assert answer.exit_code == 2
    assert all(name in answer.output for name in ("compare", "checklist", "gate", "extract", "rules", "schema"))


def test_compare_prints_a_report_and_ends_in_0_though_it_found_something(command: Command) -> None:
    answer = command("compare", A, B)
    assert (answer.exit_code, answer.stderr) == (0, "")
    assert "report-a.txt" in answer.stdout
    assert "unsupported-figure" in answer.stdout
    assert "\x1b" not in answer.stdout, "plain where nobody looks"


def test_compare_as_json(command: Command) -> None:
    answer = command("compare", A, B, "--format", "json")
    assert (answer.exit_code, answer.stderr) == (0, "")
    comparison = json.loads(answer.stdout)
    assert [report["language"] for report in comparison["reports"]] == ["ar", "ar"]
    assert {"same_event", "pairs", "findings", "matrix"} <= comparison.keys()


def test_compare_takes_more_than_two(command: Command) -> None:
    paths = sorted((ROOT / "fixtures" / "events" / "bus-accident").glob("report-*.txt"))
    answer = command("compare", *paths, "--format", "json")
    assert [report["id"] for report in json.loads(answer.stdout)["reports"]] == ["r0", "r1", "r2"]


def test_reports_of_two_events_are_compared_where_somebody_says_they_are_one(command: Command, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "The ferry to Moss sank on Monday. Nine sailors were saved, the coast guard said.", "utf-8"
    )
    (tmp_path / "b.txt").write_text(
        "Bakers in Lille want cheaper flour. The mill refused, a union official said.", "utf-8"
    )
    asked = command("compare", tmp_path / "a.txt", tmp_path / "b.txt")
    assert "not one event" in asked.stdout
    assert "--one-event" in asked.stdout
    told = command("compare", "--one-event", tmp_path / "a.txt", tmp_path / "b.txt")
    assert told.stdout.startswith("factcheck · 2 reports · one event")
    assert "--one-event" not in told.stdout


def test_standard_input_is_a_report_like_any_other(command: Command) -> None:
    from_file = command("compare", A, B, "--format", "json")
    assert command("compare", "-", B, "--format", "json", stdin=A.read_bytes()).stdout == from_file.stdout
    assert command("compare", A, "-", "--format", "json", stdin=B.read_bytes()).stdout == from_file.stdout


@pytest.mark.parametrize("form", ["json", "terminal"])
def test_output_goes_into_the_file_asked_for(command: Command, tmp_path: Path, form: str) -> None:
    shown = command("compare", A, B, "--format", form)
    answer = command("compare", A, B, "--format", form, "--output", tmp_path / "page")
    assert (answer.exit_code, answer.output) == (0, "")
    assert (tmp_path / "page").read_bytes().decode() == shown.stdout


@pytest.mark.parametrize("name", ["compare", "checklist"])
@pytest.mark.parametrize("least", [*SEVERITIES, "never"])
def test_fail_on_decides_the_exit_status(command: Command, name: str, least: str) -> None:
    findings = json.loads(command("compare", A, B, "--format", "json").stdout)["findings"]
    found = {finding["severity"] for finding in findings}
    worst = SEVERITIES[: SEVERITIES.index(least) + 1] if least != "never" else ()
    assert command(name, A, B, "--fail-on", least).exit_code == int(any(one in found for one in worst))


def test_configuration_sets_what_options_do_not(command: Command, tmp_path: Path) -> None:
    (tmp_path / "factcheck.toml").write_text('fail-on = "note"\nmessages = "ar"\n')
    answer = command("compare", A, B, "--format", "json")
    assert answer.exit_code == 1
    arabic = [finding["message"] for finding in json.loads(answer.stdout)["findings"]]
    assert command("compare", A, B, "--fail-on", "never").exit_code == 0, "an option wins over the file"
    answer = command("compare", A, B, "--format", "json", "--messages", "en")
    assert arabic != [finding["message"] for finding in json.loads(answer.stdout)["findings"]]


def test_configuration_is_found_in_pyproject_and_where_told(command: Command, tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text('[tool.other]\nfail-on = 1\n[tool.factcheck]\nfail-on = "note"\n')
    assert command("compare", A, B).exit_code == 1
    (tmp_path / "desk.toml").write_text('fail-on = "never"\n')
    assert command("compare", A, B, "--config", "desk.toml").exit_code == 0


@pytest.mark.parametrize("way", ["option", "configuration"])
def test_a_desk_s_own_rule_runs_beside_those_shipped(command: Command, tmp_path: Path, way: str) -> None:
    (tmp_path / "desk").mkdir()
    own_rule(tmp_path / "desk" / "house-figure.yaml", "unsupported-figure")
    (tmp_path / "desk.toml").write_text('rules = ["desk"]\n')
    asked = ("--rules", "desk") if way == "option" else ("--config", "desk.toml")
    findings = json.loads(command("compare", A, B, "--format", "json", *asked).stdout)["findings"]
    assert {"house-figure", "unsupported-figure"} <= {finding["rule"] for finding in findings}
    assert "house-figure" in command("rules", "list", *asked).stdout


def test_the_language_is_found_or_given(command: Command) -> None:
    def language(*given: str) -> object:
        return json.loads(command("extract", A, "--format", "json", *given).stdout)["language"]

    assert (language(), language("--language", "en")) == ("ar", "en")


def test_today_is_the_publication_date_or_unknown(command: Command, tmp_path: Path) -> None:
    def dates(text: str, *given: str) -> list[str]:
        (tmp_path / "report.txt").write_text(text)
        claims = json.loads(command("extract", "report.txt", "--format", "json", *given).stdout)["claims"]
        return [claim["date"]["edtf"] for claim in claims if claim["kind"] == "date"]

    text = "The minister resigned yesterday, her office said.\n"
    dated = f"---\npublished: 2026-03-02\n---\n{text}"
    assert dates(text) == []
    assert dates(text, "--published", "2026-01-05") == ["2026-01-04"]
    assert "2026-03-01" in dates(dated)
    assert "2026-01-04" in dates(dated, "--published", "2026-01-05"), "what is said on the command line wins"


def test_explain_shows_every_step_of_a_finding(command: Command) -> None:
    paths = (RESULTS / "report-a.txt", RESULTS / "report-b.txt")
    findings = json.loads(command("compare", *paths, "--format", "json").stdout)["findings"]
    steps = {" ".join(step.split()) for finding in findings for step in finding["explain"]}
    page = command("compare", *paths, "--explain", COLUMNS="900").stdout
    shown = " ".join("".join(char for char in page if char not in "\u2068\u2069").split())
    assert steps
    assert {step for step in steps if step not in shown} == set()


def test_arabic_is_isolated_unless_asked_not_to(command: Command) -> None:
    assert "\u2068" in command("compare", A, B).stdout
    assert "\u2068" not in command("compare", A, B, "--bidi", "plain").stdout


@pytest.mark.parametrize("columns", [60, 80, 120])
def test_no_line_is_wider_than_asked(command: Command, columns: int) -> None:
    widths = [cell_len(line) for line in command("compare", A, B, COLUMNS=str(columns)).stdout.splitlines()]
    assert max(widths) <= columns
    assert max(widths) > columns - 30, "the width is used"


@pytest.mark.parametrize("columns", ["", "wide", "0", "-5", "7", "99999999999999999999", "1e3", "٨٠"])
def test_an_odd_width_is_no_reason_to_fail(command: Command, columns: str) -> None:
    assert command("compare", A, B, COLUMNS=columns).exit_code == 0


def test_extract_shows_the_claims_of_one_report(command: Command) -> None:
    claims = json.loads(command("extract", B, "--format", "json").stdout)["claims"]
    page = command("extract", B, COLUMNS="200")
    assert (page.exit_code, page.stderr) == (0, "")
    assert len(page.stdout.splitlines()) > sum(claim["kind"] == "figure" for claim in claims) > 0
    assert len(command("extract", B, "--explain").stdout) > len(page.stdout)
    assert command("extract", B, "--fail-on", "note").exit_code == 0


def test_checklist_has_boxes_for_every_item(command: Command) -> None:
    answer = command("checklist", A, B)
    assert (answer.exit_code, answer.stderr) == (0, "")
    items = json.loads(command("checklist", A, B, "--format", "json").stdout)["items"]
    assert len(items) > 1
    assert answer.stdout.count("- [ ]") == 3 * len(items), "confirmed, corrected, cut"


def test_checklist_takes_one_report(command: Command) -> None:
    assert command("checklist", B).exit_code == 0


@pytest.mark.parametrize("what", SCHEMAS)
def test_schema_prints_a_json_schema(command: Command, what: str) -> None:
    answer = command("schema", what)
    assert answer.exit_code == 0
    schema = json.loads(answer.stdout)
    assert schema["$schema"].startswith("https://json-schema.org/")
    assert SCHEMAS[what] in schema["properties"]


def test_rules_list_names_every_rule_that_is_on(command: Command) -> None:
    answer = command("rules", "list")
    assert (answer.exit_code, answer.stderr) == (0, "")
    on = [rule.file.id for rule in load_rules().switched_on().rules]
    assert [line.split()[0] for line in answer.stdout.splitlines()] == on


@pytest.mark.parametrize("rule", SHIPPED)
def test_rules_show_tells_what_a_rule_is_for(command: Command, rule: str) -> None:
    answer = command("rules", "show", rule)
    page = " ".join(answer.stdout.split())
    (file,) = (one.file for one in load_rules().rules if one.file.id == rule)
    assert answer.exit_code == 0
    told = [
        file.why,
        file.origin,
        *(text.said(code) for text in (file.message, file.question) for code in ("en", "ar")),
    ]
    assert [text for text in (*told, *(e.name for e in file.examples)) if " ".join(text.split()) not in page] == []


def test_rules_test_runs_the_examples_of_the_rules_named(command: Command) -> None:
    one, all_rules = command("rules", "test", "sum-mismatch"), command("rules", "test")
    assert one.exit_code == all_rules.exit_code == 0, all_rules.stdout
    assert int(one.stdout.split()[0]) < int(all_rules.stdout.split()[0])


def test_rules_test_ends_in_1_and_names_the_example_that_fails(command: Command, tmp_path: Path) -> None:
    own_rule(tmp_path / "own-sum.yaml", "sum-mismatch")
    content = rule_file(tmp_path / "own-sum.yaml")
    firing = next(example for example in content["examples"] if example["finds"])
    wrong = [
        {**firing, "name": "said to be silent", "finds": []},
        {**firing, "name": "no such report", "finds": [{**firing["finds"][0], "report": 9}]},
        {**firing, "name": "no such day", "reports": [{"text": firing["reports"][0], "published": "2026-02-31"}]},
    ]
    own_rule(tmp_path / "own-sum.yaml", "sum-mismatch", examples=[*content["examples"], *wrong])
    answer = command("rules", "test", "own-sum", "--rules", tmp_path)
    assert answer.exit_code == 1
    assert all(f"own-sum: {example['name']}: " in answer.stdout for example in wrong)
    assert f"{len(wrong)} failed" in answer.stdout


@pytest.mark.parametrize("command", [[], ["rules"], ["config"]], ids=" ".join)
def test_a_group_alone_shows_what_it_holds(command: list[str]) -> None:
    told = CliRunner().invoke(main, command)
    assert told.exit_code == 2
    assert "Commands" in told.stdout
    assert len(told.stdout.splitlines()) > 8
    assert not told.stderr
