"""What programs send over the machine interface, right and wrong: every line is answered, in order, as it comes."""

from __future__ import annotations

import json
import select
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

Command = Callable[..., Result]
Ask = Callable[..., tuple[list[dict[str, Any]], int]]

TEXT = "Ten people died in Aden on 4 January 2026, the governor, Salim Omar, said. Sources blamed the driver."
GOOD = json.dumps({"id": "1", "text": TEXT})


def test_null_equals_absent_and_unknown_fields_are_ignored(ask: Ask) -> None:
    plain = {"id": "1", "text": TEXT}
    nulls = dict.fromkeys(("title", "language", "published", "source"))
    found, status = ask("extract", plain, {**plain, **nulls}, {**plain, "section": {"deep": [1]}, "kind": 5})
    assert status == 0
    assert found[0] == found[1] == found[2]
    reports = [{"text": TEXT}, {"text": TEXT.replace("Ten", "Eleven")}]
    padded = [{**report, **nulls, "id": None, "url": "x"} for report in reports]
    found, status = ask("compare", {"id": "1", "reports": reports}, {"id": "1", "reports": padded, "desk": None})
    assert status == 0
    assert found[0] == found[1]


def test_what_is_given_is_used(ask: Ask) -> None:
    asked = {"id": "1", "text": "She resigned yesterday, the ministry said.", "published": "2026-01-05"}
    found, _ = ask("extract", asked, {**asked, "language": "ar"}, {**asked, "title": "Nine dead in Aden"})
    assert [c["date"]["edtf"] for c in found[0]["claims"] if c["kind"] == "date"] == ["2026-01-04"]
    assert found[1]["language"] == "ar"
    assert any(claim["field"] == "title" and claim["text"].startswith("Nine") for claim in found[2]["claims"])


BAD = [
    ("not json at all", None, "JSON"),
    ('{"id": "b", "text": "x"', None, "JSON"),
    ("[1, 2]", None, "object"),
    ('"text"', None, "object"),
    ('{"id": NaN, "text": "x"}', None, "NaN"),
    ('{"id": "b", "text": Infinity}', None, "Infinity"),
    ('{"id": ' + "1" * 5000 + ', "text": "x"}', None, "digits"),
    ("[" * 100_000, None, "deep"),
    ({"id": "b"}, "b", "text"),
    ({"id": "b", "text": None}, "b", "text"),
    ({"id": "b", "text": 5}, "b", "text"),
    ({"id": "b", "text": ["x"]}, "b", "text"),
    ({"text": "x"}, None, "id"),
    ({"id": ["b"], "text": "x"}, None, "id"),
    ({"id": "b", "text": "x", "title": 5}, "b", "title"),
    ({"id": "b", "text": "x", "language": "fr"}, "b", "ar, en"),
    ({"id": "b", "text": "x", "language": 1}, "b", "language"),
    ({"id": "b", "text": "x", "published": "2026-02-30"}, "b", "published"),
    ({"id": "b", "text": "x", "published": "5 January"}, "b", "2026-01-31"),
    ({"id": "b", "text": "x", "published": "20260105"}, "b", "2026-01-31"),
    ({"id": "b", "text": "x", "published": "2026-01-05T10:00:00"}, "b", "2026-01-31"),
    ({"id": "b", "text": "x", "published": 1767571200}, "b", "2026-01-31"),
    ('{"id": "b", "text": "half \\ud800"}', "b", "Unicode"),
]
BAD_COMPARISONS = [
    ({"id": "b"}, "b", "reports"),
    ({"id": "b", "reports": []}, "b", "reports"),
    ({"id": "b", "reports": {"text": "x"}}, "b", "reports"),
    ({"id": "b", "reports": [{"text": "x"}, "y"]}, "b", "reports.1: must be a JSON object"),
    ({"id": "b", "reports": [{"text": "x"}, {"title": "y"}]}, "b", "reports.1.text"),
    ({"id": "b", "reports": [{"text": "x"}, {"text": "y", "language": "xx"}]}, "b", "ar, en"),
    ({"id": "b", "reports": [{"text": "x"}, {"text": "y", "published": "soon"}]}, "b", "reports.1.published"),
]


@pytest.mark.parametrize(("bad", "identity", "told"), BAD, ids=lambda value: str(value)[:60])
def test_a_bad_line_is_answered_and_the_rest_go_on(ask: Ask, bad: object, identity: str | None, told: str) -> None:
    good = {"id": "good", "text": TEXT}
    found, status = ask("extract", good, bad, {**good, "id": "after"})
    assert status == 2
    assert [answer["id"] for answer in found] == ["good", identity, "after"]
    assert found[1].keys() == {"id", "error"}
    assert found[1]["error"].keys() == {"message"}
    assert told in found[1]["error"]["message"]
    assert "\n" not in found[1]["error"]["message"]
    assert found[2]["claims"] == found[0]["claims"] != []


@pytest.mark.parametrize(("bad", "identity", "told"), [*BAD[:4], *BAD_COMPARISONS], ids=lambda value: str(value)[:60])
def test_a_bad_comparison_is_answered_and_the_rest_go_on(
    ask: Ask, bad: object, identity: str | None, told: str
) -> None:
    good = {"id": "good", "reports": [{"text": TEXT}, {"text": TEXT}]}
    found, status = ask("compare", good, bad, {**good, "id": "after"})
    assert status == 2
    assert [answer["id"] for answer in found] == ["good", identity, "after"]
    assert told in found[1]["error"]["message"]
    assert found[2]["pairs"] == found[0]["pairs"] != []


def test_bytes_that_are_no_utf_8_are_a_bad_line(command: Command) -> None:
    good = f"{GOOD}\n".encode()
    result = command("extract", "--jsonl", stdin=good + b'{"id": "2", "text": "\xff"}\n' + good)
    assert result.exit_code == 2
    assert ["error" in json.loads(line) for line in result.stdout.splitlines()] == [False, True, False]


def test_any_id_comes_back_as_json_even_half_a_character(ask: Ask) -> None:
    found, status = ask("extract", '{"id": "\\ud800 \u2067", "text": "x"}', {"id": "", "text": ""})
    assert status == 0
    assert [answer["id"] for answer in found] == ["\ud800 \u2067", ""]


def test_nothing_in_nothing_out(command: Command) -> None:
    for text in ("", "\n \n"):
        result = command("compare", "--jsonl", stdin=text)
        assert (result.exit_code, result.output) == (0, "")


def test_answers_can_go_into_a_file(command: Command) -> None:
    result = command("extract", "--jsonl", "--output", "answers", stdin=f"{GOOD}\nbad\n")
    assert (result.exit_code, result.output) == (2, "")
    assert len(Path("answers").read_text("utf-8").splitlines()) == 2


@pytest.mark.parametrize(
    ("name", "request_"),
    [("extract", GOOD), ("compare", json.dumps({"id": "1", "reports": [{"text": TEXT}, {"text": TEXT}]}))],
    ids=["extract", "compare"],
)
def test_an_answer_comes_before_the_next_question(name: str, request_: str) -> None:
    call = (sys.executable, "-m", "factcheck", name, "--jsonl")
    with subprocess.Popen(call, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        for asked in (request_, "bad", request_):
            process.stdin.write(f"{asked}\n".encode())
            process.stdin.flush()
            ready, _, _ = select.select([process.stdout], [], [], 30)
            assert ready, "no answer while the input is open"
            assert json.loads(process.stdout.readline()).keys() > {"id"}
        process.stdin.close()
    assert process.returncode == 2


def test_a_speech_cue_with_nothing_after_it(ask: Ask) -> None:
    assert ask("extract", {"id": "1", "text": "source: ---\ntitle: Norvale winter\npublished:"})[1] == 0
