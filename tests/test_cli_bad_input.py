"""What people get wrong: one clear line each saying where, what, and what would be right; status 2; no traceback."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import click
import pytest
from click.testing import Result

from factcheck.cli import main
from factcheck.load.decode import MAX_BYTES

Command = Callable[..., Result]

ROOT = Path(__file__).parents[1]
TALKS = ROOT / "fixtures" / "events" / "minister-talks"
A, B = TALKS / "report-a.txt", TALKS / "report-b.txt"
RULE = (ROOT / "rules" / "core" / "unsupported-figure.yaml").read_text("utf-8")

BAD_FILES: dict[str, tuple[bytes | None, str]] = {
    "missing.txt": (None, "no such file"),
    "empty.txt": (b"", "empty"),
    "blank.txt": (b" \r\n\n\t", "empty"),
    "photo.png": (b"\x89PNG\r\n\x1a\n\x00\x00", "image"),
    "scan.pdf": (b"%PDF-1.7 ...", "PDF"),
    "program.bin": (b"\x7fELF\x00\x01\x02\x00\xff\xfe", "binary"),
    "latin.txt": ("Le maire a été élu à l'unanimité.".encode("latin-1"), "UTF-8"),
    "torn.txt": ("قال الوزير إن ".encode() + b"\xd9 \xd8", "UTF-8"),
    "large.txt": (b"x" * (MAX_BYTES + 1), "larger than"),
    "page.html": (b"<!doctype html><html><body><script>var dead = 10;</script></body></html>", "web page"),
    "story.docx": (b"PK\x03\x04 ...", "ZIP"),
    "feed.xml": (b"<?xml version='1.0'?><opml><body/></opml>", "<opml>"),
    "reports.jsonl": (b'{"text": ', "JSON"),
}
CHOICES = [
    (name, option.opts[0], option.type.choices)
    for name in main.list_commands(click.Context(main))
    for one in [main.get_command(click.Context(main), name)]
    if one is not None
    for option in one.params
    if isinstance(option, click.Option) and isinstance(option.type, click.Choice)
]


def refused(answer: Result, *told: str, lines: int = 1) -> str:
    """Check that nothing was printed but so many lines that hold all that is to be told; gives the lines."""
    assert answer.exit_code == 2
    assert answer.stdout == ""
    found = answer.stderr.splitlines()
    assert len(found) == lines, answer.stderr
    assert all(line.startswith("factcheck: ") for line in found)
    assert [text for text in told if text not in answer.stderr] == []
    return answer.stderr


@pytest.fixture
def bad_file(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    name = str(request.param)
    content = BAD_FILES[name][0]
    if content is not None:
        (tmp_path / name).write_bytes(content)
    return name


@pytest.mark.parametrize("bad_file", BAD_FILES, indirect=True)
@pytest.mark.parametrize("name", ["compare", "checklist", "extract"])
def test_a_file_that_is_no_report(command: Command, bad_file: str, name: str) -> None:
    paths = (bad_file,) if name == "extract" else (A, bad_file)
    refused(command(name, *paths), f"{bad_file}:", BAD_FILES[bad_file][1])


@pytest.mark.parametrize("name", ["a\nb.txt", "a\x1b[31mb.txt", "a\u202eb.txt"])
def test_a_name_cannot_draw_on_the_screen(command: Command, name: str) -> None:
    line = refused(command("extract", name), "no such file")
    assert not set("\x1b\u202e") & set(line)


@pytest.mark.parametrize("name", ["compare", "checklist", "extract"])
def test_a_folder_where_a_file_is_meant(command: Command, tmp_path: Path, name: str) -> None:
    (tmp_path / "folder").mkdir()
    paths = ("folder",) if name == "extract" else (A, "folder")
    refused(command(name, *paths), "folder: is a folder")


@pytest.mark.parametrize(("data", "told"), [(data, told) for data, told in BAD_FILES.values() if data is not None])
def test_standard_input_that_is_no_report(command: Command, data: bytes, told: str) -> None:
    refused(command("compare", "-", A, stdin=data), "-:", told)


def test_all_that_is_wrong_is_told_at_once(command: Command, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    refused(command("compare", "gone.txt", A, "empty.txt"), "gone.txt", "empty.txt", lines=2)


@pytest.mark.parametrize("names", [(), (A,)])
def test_fewer_than_two_reports(command: Command, names: tuple[Path, ...]) -> None:
    refused(command("compare", *names), "two reports", f"got {len(names)}")


@pytest.mark.parametrize("name", ["checklist", "extract", "gate"])
def test_no_report_at_all(command: Command, name: str) -> None:
    refused(command(name))


@pytest.mark.parametrize("arguments", [("compare", "-", "-"), ("checklist", "-", "-"), ("gate", "-", "--against", "-")])
def test_standard_input_twice(command: Command, arguments: tuple[str, ...]) -> None:
    refused(command(*arguments, stdin=A.read_bytes()), "-: standard input", "once")


@pytest.mark.parametrize("name", ["compare", "checklist"])
def test_the_same_file_twice_is_compared_with_a_warning(command: Command, tmp_path: Path, name: str) -> None:
    (tmp_path / "a.txt").write_bytes(B.read_bytes())
    for second in ("a.txt", "./a.txt", tmp_path / "a.txt"):
        answer = command(name, "a.txt", second, "--format", "json")
        assert answer.exit_code == 0
        assert re.fullmatch(r"factcheck: warning: .*a\.txt: given twice.*\n", answer.stderr)
        json.loads(answer.stdout)
    assert command("compare", A, B).stderr == ""


@pytest.mark.parametrize(("name", "option", "choices"), CHOICES)
def test_a_wrong_value_is_answered_with_the_right_ones(
    command: Command, name: str, option: str, choices: tuple[str, ...]
) -> None:
    refused(command(name, A, B, option, "nonsense"), option, "nonsense", *choices)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("compare", A, B, "--published", "2026-02-30"), ("--published", "2026-02-30", "2026-01-31")),
        (("gate", A, "--published", "yesterday"), ("--published", "yesterday")),
        (("compare", A, B, "--language", "fr"), ("--language", "fr", "ar or en")),
        (("compare", A, B, "--formt", "json"), ("--formt", "--format")),
        (("compare", A, B, "--output"), ("--output",)),
        (("compar", A, B), ("compar",)),
        (("extract", A, B), ("report-b.txt",)),
        (("schema", "reports"), ("reports", "report")),
        (("rules", "show", "figure-conflct"), ("figure-conflct", "'figure-conflict'")),
        (("rules", "test", "unrelated"), ("unrelated", "sum-mismatch")),
        (("compare", "--jsonl", A, B), ("--jsonl", "standard input", "report-a.txt")),
        (("extract", "--jsonl", "--language", "ar"), ("--jsonl", "--language")),
    ],
    ids=lambda value: " ".join(str(part) for part in value if isinstance(part, str)),
)
def test_a_wrong_argument(command: Command, arguments: tuple[str | Path, ...], told: tuple[str, ...]) -> None:
    refused(command(*arguments), *told)


@pytest.mark.parametrize(
    ("old", "new", "place", "told"),
    [
        ("category: ", "categry: ", "4:1", ("categry", "category")),
        ("severity: {material: warning", "severity: {material: wrning", "5:22", ("wrning", "warning")),
        ("check: unsupported\n", "check: unsuported\n", "2:", ("unsuported", "unsupported")),
        ("on: report", "on: reports", "3:5", ("reports", "report")),
        ("{figure}: no named", "{figur}: no named", "7:", ("{figur}", "{figure}")),
        ("id: unsupported-figure", "id: unsupported-figures", "1:", ("unsupported-figures",)),
        ("category: unsupported-figure\n", "category: unsupported-figure\non: report\n", "5:1", ("on",)),
        ("message:\n", "message: [\n", "", ()),
    ],
    ids=["key", "severity", "check", "value", "slot", "id", "twice", "syntax"],
)
def test_a_rule_file_with_a_typo(command: Command, old: str, new: str, place: str, told: tuple[str, ...]) -> None:
    path = Path("desk/unsupported-figure.yaml")
    path.parent.mkdir()
    path.write_text(RULE.replace(old, new, 1), "utf-8")
    answer = command("compare", A, B, "--rules", "desk")
    assert answer.exit_code == 2
    assert answer.stdout == ""
    (line, *more) = answer.stderr.splitlines()
    assert re.match(rf"factcheck: {re.escape(str(path))}:{place}", line), line
    assert [text for text in told if text not in answer.stderr] == []
    assert all(str(path) in one for one in more)


def test_every_broken_rule_is_told_and_the_others_are_listed(command: Command) -> None:
    Path("desk").mkdir()
    for name, typo in (("first", "severty: note"), ("second", "origins: nobody")):
        Path("desk", f"{name}.yaml").write_text(RULE.replace("unsupported-figure", name, 1) + f"{typo}\n", "utf-8")
    Path("desk", "third.yaml").write_text(RULE.replace("id: unsupported-figure", "id: third", 1), "utf-8")
    answer = command("rules", "list", "--rules", "desk")
    assert answer.exit_code == 2
    assert "third" in answer.stdout
    assert re.findall(r"^factcheck: desk/(\w+)\.yaml:\d+:1: ", answer.stderr, re.MULTILINE) == ["first", "second"]


def test_a_rule_that_shows_nothing_it_must_leave_alone_does_not_load(command: Command) -> None:
    Path("desk").mkdir()
    firing = RULE[: RULE.index("  - name: a named source")].replace("unsupported-figure", "one-sided", 1)
    Path("desk", "one-sided.yaml").write_text(firing, "utf-8")
    refused(command("compare", A, B, "--rules", "desk"), "one-sided.yaml", "silent")


def test_two_rules_of_one_name(command: Command) -> None:
    Path("desk").mkdir()
    Path("desk", "unsupported-figure.yaml").write_text(RULE, "utf-8")
    refused(command("compare", A, B, "--rules", "desk"), "desk/unsupported-figure.yaml:1:", "another id")


@pytest.mark.parametrize("folder", ["nowhere", "rule.yaml"])
def test_a_rules_folder_that_is_none(command: Command, folder: str) -> None:
    Path("rule.yaml").write_text(RULE, "utf-8")
    refused(command("compare", A, B, "--rules", folder), f"{folder}:", "folder")


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ('fail_on = "note"\n', ("factcheck.toml:1:1: ", "fail_on", "'fail-on'")),
        ('xyzzy = "note"\n', ("factcheck.toml:1:1: ", "xyzzy", "fail-on", "messages")),
        ('fail-on = "warnings"\n', ("factcheck.toml:1:11: ", "fail-on", "warnings", "'warning'")),
        ("rules = 5\n", ("rules", "list")),
        ('messages = "fr"\n', ("messages", "'fr'", "'ar'")),
        ('messages = "ar"\nrules = [\n', ("factcheck.toml:", "TOML")),
        ('language = "fr"\n', ("factcheck.toml:1:12: ", "'fr'", "ar or en")),
        ('rules = ["nowhere"]\n', ("nowhere", "folder")),
    ],
)
def test_a_wrong_configuration(command: Command, content: str, told: tuple[str, ...]) -> None:
    Path("factcheck.toml").write_text(content)
    refused(command("compare", A, B), *told)


def test_everything_wrong_in_a_configuration_is_told_at_once(command: Command) -> None:
    Path("factcheck.toml").write_text('fail-on = "maybe"\nmesages = "ar"\n')
    refused(command("compare", A, B), "maybe", "'messages'", lines=2)


def test_where_in_a_configuration_the_syntax_is_wrong(command: Command) -> None:
    Path("factcheck.toml").write_text('messages = "ar"\nfail_on == "note"\n')
    refused(command("compare", A, B), "factcheck.toml:2:10: ")


@pytest.mark.parametrize("content", ["tool = 1\n", "[tool]\nfactcheck = 1\n"])
def test_a_section_that_is_none(command: Command, content: str) -> None:
    Path("pyproject.toml").write_text(content)
    refused(command("compare", A, B), "pyproject.toml", "[tool.factcheck]")


@pytest.mark.parametrize(("path", "told"), [("nowhere.toml", "no such"), (".", "is a folder"), ("bytes", "UTF-8")])
def test_a_configuration_that_cannot_be_read(command: Command, path: str, told: str) -> None:
    Path("bytes").write_bytes(b"\xff\xfe\x00")
    refused(command("compare", A, B, "--config", path), f"{path}:", told)


@pytest.mark.parametrize("path", ["nowhere/page.txt", "."])
@pytest.mark.parametrize("arguments", [("compare", A, B), ("checklist", A, B), ("gate", A), ("extract", A)])
def test_output_that_cannot_be_written(command: Command, arguments: tuple[str | Path, ...], path: str) -> None:
    refused(command(*arguments, "--output", path), f"{path}: cannot be written")


def test_lines_of_json_cannot_be_written_either(command: Command) -> None:
    refused(command("extract", "--jsonl", "--output", "nowhere/answers", stdin='{"id": "1", "text": "x"}\n'), "nowhere")


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (("compar", "a.txt"), "No such command 'compar'; did you mean 'compare'? ("),
        (("rules", "tst"), "No such command 'tst'; did you mean 'test'? ("),
        (("--formatt",), "No such option"),  # the rest is click's, and differs between its versions
    ],
)
def test_a_slip_of_a_command(command: Command, asked: tuple[str, ...], told: str) -> None:
    result = command(*asked)
    assert result.exit_code == 2
    assert result.stderr.startswith(f"factcheck: {told}")
