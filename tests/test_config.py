"""The configuration: what it sets, where each value comes from, and all that is wrong with it, with its places."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from factcheck.judge.rules import load_rules

Command = Callable[..., Result]

ROOT = Path(__file__).parents[1]
TALKS = ROOT / "fixtures" / "events" / "minister-talks"
A, B = TALKS / "report-a.txt", TALKS / "report-b.txt"


def configured(text: str, name: str = "factcheck.toml") -> None:
    Path(name).write_text(text, "utf-8")


def severities(command: Command, *asked: str) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for finding in json.loads(command("compare", A, B, "--format", "json", *asked).stdout)["findings"]:
        found.setdefault(finding["rule"], set()).add(finding["severity"])
    return found


def test_severities_are_the_desk_s(command: Command) -> None:
    before = severities(command)
    assert {"unsupported-figure", "unnamed-source", "missing-figure"} <= set(before)
    configured('[severity]\nunsupported-figure = "off"\nunnamed-source = "error"\n')
    after = severities(command)
    assert "unsupported-figure" not in after
    assert after["unnamed-source"] == {"error"}
    assert after["missing-figure"] == before["missing-figure"]


def test_packs_are_switched_on_in_the_file_and_on_the_command_line(command: Command) -> None:
    assert "loaded-verb" not in command("rules", "list").stdout
    assert "loaded-verb" in command("rules", "list", "--pack", "style").stdout
    configured('packs = ["style"]\n')
    listed = command("rules", "list").stdout
    assert "loaded-verb" in listed
    assert "unsupported-figure" not in listed
    assert "unsupported-figure" in command("rules", "list", "--pack", "core").stdout
    assert severities(command) == {}


def test_all_rules_are_listed_with_their_packs_and_whether_they_are_on(command: Command) -> None:
    configured('[severity]\nunsupported-figure = "off"\nloaded-verb = "error"\n')
    rows = [line.split() for line in command("rules", "list", "--all").stdout.splitlines()]
    assert [row[1] for row in rows] == [rule.file.id for rule in load_rules().rules]
    by_id = {row[1]: (row[0], row[3], row[-1]) for row in rows}
    assert by_id["unsupported-figure"] == ("off", "warning/note", "core")
    assert by_id["loaded-verb"] == ("on", "error", "style")
    assert by_id["unnamed-source"] == ("on", "warning/note", "core")


def test_examples_are_tested_as_the_rules_ship(command: Command) -> None:
    configured('[severity]\nunsupported-figure = "error"\n')
    assert command("rules", "test", "unsupported-figure", "loaded-verb").exit_code == 0


def test_everything_wrong_is_told_at_once_each_with_its_place(command: Command) -> None:
    configured(
        'packs = ["core", "styel"]\n'
        'fail_on = "note"\n'
        'messages = "fr"\n'
        "languages = [\n"
        '  "en",\n'
        '  "de",\n'
        "]\n"
        "[severity]\n"
        'unnamed-souce = "error"\n'
        'unsupported-figure = "warnin"\n'
        'missing-figure = {left-owt = "error"}\n'
        "[options.loaded-verb]\n"
        "word = 3\n"
    )
    for asked in (("compare", A, B), ("extract", A), ("config", "show"), ("rules", "list")):
        answer = command(*asked)
        assert answer.exit_code == 2
        lines = answer.stderr.splitlines()
        told = [
            ("1:18", "no pack 'styel'; did you mean 'style'?"),
            ("2:1", "unknown key fail_on; did you mean 'fail-on'?"),
            ("3:12", "messages must be 'en' or 'ar', not 'fr'"),
            ("6:3", "'de' is no language factcheck reads; choose ar or en"),
            ("9:1", "no rule 'unnamed-souce'; did you mean 'unnamed-source'?"),
            ("10:22", "not 'warnin'; did you mean 'warning'?"),
            ("11:19", "no level 'left-owt'; did you mean 'left-out'?"),
            ("13:1", "unknown key word; did you mean 'words'?"),
        ]
        assert len(lines) == len(told)
        for line, (place, says) in zip(lines, told, strict=True):
            assert line.startswith(f"factcheck: factcheck.toml:{place}: ")
            assert says in line


@pytest.mark.parametrize(
    "text",
    [
        '[tool.factcheck]\nfail-on = "note"\n',
        '\ufeff[tool.factcheck]\nfail-on = "note"\n',
        '[project]\nname = "x"\n[ tool . "factcheck" ]\nfail-on = "note"\n',
        'tool.factcheck.fail-on = "note"\n',
        '[tool]\nfactcheck = {fail-on = "note"}\n',
        'tool = {factcheck = {fail-on = "note"}}\n',
    ],
)
def test_a_projects_table_is_found_however_it_is_written(command: Command, text: str) -> None:
    configured(text, "pyproject.toml")
    assert command("compare", A, B).exit_code == 1


def test_a_projects_file_without_our_table_is_left_to_others(command: Command) -> None:
    configured("[tool.other]\nx = = 1\n", "pyproject.toml")
    assert command("compare", A, B).exit_code == 0


def test_places_are_those_of_the_whole_file_in_pyproject(command: Command) -> None:
    configured('[tool.other]\nx = 1\n\n[tool.factcheck]\npack = ["core"]\n', "pyproject.toml")
    answer = command("compare", A, B)
    assert (answer.exit_code, answer.stderr) == (
        2,
        "factcheck: pyproject.toml:5:1: unknown key pack; did you mean 'packs'?\n",
    )


def test_a_pack_of_the_command_line_that_is_none(command: Command) -> None:
    answer = command("compare", A, B, "--pack", "stile")
    assert (answer.exit_code, answer.stderr) == (2, "factcheck: --pack: no pack 'stile'; did you mean 'style'?\n")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('packs = "core"\n', "1:9: packs must be a list"),
        ("severity = 5\n", "1:12: severity must be a mapping"),
        ('[severity]\nunnamed-source = ["off"]\n', "2:18: severity.unnamed-source must be"),
        ('[severity.unnamed-source]\nbare = "on"\n', "2:8: severity.unnamed-source.bare must be"),
        ("[options]\nunnamed-source = 5\n", "2:18: options.unnamed-source must be a mapping"),
        ("[options.loaded-verb]\nwords = 5\n", "2:9: words must be"),
        ('baseline = ""\n', "1:12: baseline"),
        ("waivers = 2026-01-01\n", "1:11: waivers must be text"),
    ],
)
def test_a_wrong_value(command: Command, text: str, told: str) -> None:
    configured(text)
    answer = command("config", "show")
    assert answer.exit_code == 2
    assert f"factcheck.toml:{told}" in answer.stderr
    assert len(answer.stderr.splitlines()) == 1


def test_show_names_the_origin_of_each_value(command: Command) -> None:
    Path("house").mkdir()
    configured('rules = ["house"]\n\n[severity]\nloaded-verb = "on"\nmissing-figure = {left-out = "note"}\n')
    answer = command("config", "show", "--pack", "style", "--fail-on", "error")
    lines = dict(line.split("  # ", 1) for line in answer.stdout.splitlines() if "  # " in line)
    origins = {key.strip(): origin for key, origin in lines.items()}
    assert origins == {
        'rules = ["house"]': "factcheck.toml:1",
        'packs = ["core", "style"]': "default, --pack",
        'fail-on = "error"': "--fail-on",
        'messages = "en"': "default",
        "# language is not set": "default: what each report says, else what its letters say",
        'languages = ["ar", "en"]': "default",
        "ignore = []": "default",
        "facts = []": "default",
        "# waivers is not set": "default",
        "# baseline is not set": "default",
        'loaded-verb = "on"': "factcheck.toml:4",
        'missing-figure = {left-out = "note"}': "factcheck.toml:5",
        "report-bytes = 5000000": "default",
        "nesting = 200": "default",
        "claims = 10000": "default",
        "seconds = 60.0": "default",
    }


def test_what_is_shown_is_a_configuration_that_does_the_same(command: Command) -> None:
    configured('packs = ["style"]\n[severity]\nunnamed-source = "on"\n[options.loaded-verb.words]\nen = ["\\"so\\""]\n')
    shown = command("config", "show", "--messages", "ar", "--format", "json").stdout
    configured(command("config", "show", "--messages", "ar").stdout, "again.toml")
    again = command("config", "show", "--config", "again.toml", "--format", "json").stdout

    def values(text: str) -> dict[str, object]:
        return {key: item["value"] for key, item in json.loads(text).items()}

    assert values(shown) == values(again)
    assert json.loads(shown)["packs"] == {"value": ["style"], "from": ["factcheck.toml:1"]}
    assert json.loads(shown)["severity.unnamed-source"] == {"value": "on", "from": ["factcheck.toml:3"]}


def test_where_there_are_facts_their_rules_are_in_force(command: Command) -> None:
    def shown(*asked: str) -> dict[str, dict[str, object]]:
        found: dict[str, dict[str, object]] = json.loads(command("config", "show", "--format", "json", *asked).stdout)
        return {key: found[key] for key in ("packs", "facts")}

    assert shown()["packs"] == {"value": ["core"], "from": ["default"]}
    assert shown("--facts", "desk", "--pack", "style") == {
        "packs": {"value": ["core", "style", "facts"], "from": ["default", "--pack", "for there are facts"]},
        "facts": {"value": ["desk"], "from": ["--facts"]},
    }
    configured('facts = ["desk"]\npacks = ["facts", "style"]\n')
    assert shown("--pack", "style") == {
        "packs": {"value": ["facts", "style"], "from": ["factcheck.toml:2"]},
        "facts": {"value": ["desk"], "from": ["factcheck.toml:1"]},
    }


def test_folders_are_seen_from_the_file(command: Command) -> None:
    Path("desk/house").mkdir(parents=True)
    configured('rules = ["house"]\nbaseline = "known.jsonl"\n', "desk/factcheck.toml")
    shown = json.loads(command("config", "show", "--config", "desk/factcheck.toml", "--format", "json").stdout)
    assert shown["rules"]["value"] == [str(Path("desk/house"))]
    assert shown["baseline"]["value"] == str(Path("desk/known.jsonl"))


def test_languages_to_choose_from(command: Command) -> None:
    def language() -> object:
        return json.loads(command("extract", A, "--format", "json").stdout)["language"]

    assert language() == "ar"
    configured('languages = ["en"]\n')
    assert language() == "en"


def test_the_schema_describes_every_key(command: Command) -> None:
    schema = json.loads(command("schema", "config").stdout)
    assert {"rules", "packs", "severity", "options", "fail-on", "waivers", "baseline"} <= set(schema["properties"])
    assert all(part.get("description") for part in schema["properties"].values())
    assert schema["additionalProperties"] is False
    assert "document" not in schema["properties"]
