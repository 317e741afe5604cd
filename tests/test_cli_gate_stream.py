"""`gate -`: reports on standard input, a line of JSON each, named by their ids."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Command = Callable[..., Result]

CLEAN = "The bridge at Marbeck reopened on Monday, the mayor said."
FAULTY = "Sources said the repair of the bridge at Marbeck cost 40 million pounds."


def lines(*reports: object) -> str:
    return "".join(f"{one if isinstance(one, str) else json.dumps(one, ensure_ascii=False)}\n" for one in reports)


def test_ids_name_the_reports(command: Command) -> None:
    sent = lines({"id": "cms-17", "text": FAULTY}, {"id": 18, "text": CLEAN}, {"text": CLEAN})
    answer = command("gate", "-", stdin=sent)
    assert (answer.exit_code, answer.stderr) == (1, "")
    assert [line.split()[:2] for line in answer.stdout.splitlines()] == [
        ["stop", "cms-17"],
        ["go", "18"],
        ["go", "-#3"],
    ]
    told = json.loads(command("gate", "-", "--format", "json", stdin=sent).stdout)
    assert [one["report"] for one in told] == ["cms-17", "18", "-#3"]


def test_one_line_is_a_stream_too(command: Command) -> None:
    assert command("gate", "-", stdin=lines({"id": "خبر-5", "text": CLEAN})).stdout == "go    خبر-5  nothing found\n"


def test_bad_lines_are_told_and_the_others_are_judged(command: Command) -> None:
    sent = lines(
        {"id": "a", "text": FAULTY}, "{not json", {"id": "b"}, "", {"id": "c", "text": ""}, [1],
        {"id": "d", "text": CLEAN, "published": "soon"}, {"id": ["e"], "text": CLEAN}, {"id": "a", "text": CLEAN},
        {"id": "\ud800", "text": CLEAN}, '{"id": "\\ud800", "text": "Ten boats."}', {"id": "z", "text": CLEAN},
    )  # fmt: skip
    answer = command("gate", "-", stdin=sent.encode("utf-8", "surrogatepass"))
    assert answer.exit_code == 2
    assert [line.split()[:2] for line in answer.stdout.splitlines()] == [["stop", "a"], ["go", "z"]]
    assert [line.split(": ")[1].split(":")[:2] for line in answer.stderr.splitlines()][:1] == [["-", "2"]]
    assert len(answer.stderr.splitlines()) == 9
    assert "-:9: `id` 'a' is on line 1 already; give each report its own" in answer.stderr


def test_reports_of_a_stream_meet_the_wires_and_one_another(command: Command) -> None:
    fire = "A fire at the Kasra textile mill killed {n} workers on Monday night, the civil defence said."
    Path("wire.txt").write_text(fire.format(n=12), "utf-8")
    sent = lines({"id": "a", "text": fire.format(n=21)}, {"id": "b", "text": fire.format(n=21)})
    against = json.loads(command("gate", "-", "--against", "wire.txt", "--format", "json", stdin=sent).stdout)
    assert [[one["beside"], one["stop"]] for one in against] == [[["wire.txt"], True]] * 2
    together = json.loads(command("gate", "-", "--together", "--format", "json", stdin=sent).stdout)
    assert [one["beside"] for one in together] == [["b"], ["a"]]


@pytest.mark.parametrize("form", ["sarif", "junit", "github", "gitlab", "rdjson", "markdown"])
def test_every_output_names_them(command: Command, form: str) -> None:
    sent = lines({"id": "cms/17", "text": FAULTY}, {"id": "cms/18", "text": FAULTY})
    answer = command("gate", "-", "--format", form, stdin=sent)
    assert answer.exit_code == 1
    assert "cms/17" in answer.stdout
    assert "cms/18" in answer.stdout


def test_ids_in_a_file_do_not_hide_where_a_report_stands(command: Command) -> None:
    Path("day.jsonl").write_text(lines({"id": "a", "text": CLEAN}, {"id": "a", "text": CLEAN}), "utf-8")
    answer = command("gate", "day.jsonl")
    assert [line.split()[1] for line in answer.stdout.splitlines()] == ["day.jsonl#1", "day.jsonl#2"]
