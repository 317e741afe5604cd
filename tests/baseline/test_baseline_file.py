"""A baseline's file: what is wrong in it is told by lines, it is written whole or not at all, and read as written."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from hypothesis import given
from hypothesis import strategies as st

from factcheck.judge.baseline import baseline_text
from factcheck.model.allowance import Entry
from tests.baseline.incoming import READ, SHRINK, WRITE, A, B, change

Command = Callable[..., Result]

GOOD = '{"report": "a.txt", "rule": "unnamed-source", "fingerprint": "0123456789abcdef", "text": "x"}\n'
BROKEN = {
    "no JSON": (f"{GOOD}{{\n", ["2:2: not a line of JSON"]),
    "a conflict": (f"<<<<<<< ours\n{GOOD}=======\n{GOOD}>>>>>>> theirs\n", ["1:1: not", "3:1: not", "5:1: not"]),
    "a list": ("[]\n", ["1:1: the file must be a mapping, not a list"]),
    "no fingerprint": (GOOD.replace("0123456789abcdef", "12"), ["1:1: fingerprint must match"]),
    "a key too many": (GOOD.replace('"text"', '"line": "3", "text"'), ["1:1: unknown key line"]),
    "a key too few": (GOOD.replace(', "text": "x"', ""), ["1:1: text is missing"]),
    "a number": (GOOD.replace('"x"', "5"), ["1:1: text must be text"]),
    "too deep": ("[" * 200_000, ["1:1: not a line of a baseline"]),
    "another kind of file": ("x\n" * 20, [*(f"{line}:1: not" for line in range(1, 6)), " is broken in 15 more"]),
    "bytes": (b"\xff\xfe", [" cannot be read as UTF-8"]),
}


@pytest.mark.parametrize("name", ["gate", "compare"])
@pytest.mark.parametrize(("text", "told"), BROKEN.values(), ids=BROKEN)
def test_a_broken_baseline_is_told_in_a_line(command: Command, name: str, text: str | bytes, told: list[str]) -> None:
    Path("known.jsonl").write_bytes(text if isinstance(text, bytes) else text.encode())
    for asked in (READ, WRITE, (*READ, SHRINK)):
        answer = command(name, A, B, *asked)
        assert (answer.exit_code, answer.stdout) == (2, "")
        for line, said in zip(answer.stderr.splitlines(), told, strict=True):
            assert line.startswith(f"factcheck: known.jsonl:{said}")
    assert Path("known.jsonl").read_bytes() == (text if isinstance(text, bytes) else text.encode())


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (("--baseline", "nowhere.yaml"), "nowhere.yaml: no such baseline"),
        (("--baseline", "incoming"), "incoming: is a folder"),
        (("--baseline", "x" * 5000), "no such baseline"),
        (("--write-baseline", "nowhere/known.jsonl"), "nowhere/known.jsonl: cannot be written"),
        (("--write-baseline", "incoming"), "incoming: is a folder"),
        (("--update-baseline",), "--update-baseline: which one?"),
        (("--write-baseline", "a", "--baseline", "b"), "--write-baseline: "),
        (("--write-baseline", "a", "--update-baseline"), "--write-baseline: "),
    ],
)
def test_what_cannot_be(command: Command, asked: tuple[str, ...], told: str) -> None:
    answer = command("gate", "incoming", *asked)
    assert answer.exit_code == 2
    (line,) = answer.stderr.splitlines()
    assert told in line
    assert sorted(path.name for path in Path().iterdir()) == ["incoming"], "nothing is left behind"


def test_lines_of_json_have_no_files_to_accept(command: Command) -> None:
    answer = command("compare", "--jsonl", "--baseline", "known.jsonl", stdin="")
    assert answer.exit_code == 2
    assert "leave out --baseline" in answer.stderr


def test_a_file_is_written_whole_or_not_at_all(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    command("gate", "incoming", *WRITE)
    before = Path("known.jsonl").read_bytes()
    Path("known.jsonl").chmod(0o640)
    change("٤٠٠ مليون", "٤٥٠ مليون")

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", full)
        answer = command("gate", "incoming", *READ, SHRINK)
    assert (answer.exit_code, "No space left" in answer.stderr) == (2, True)
    assert Path("known.jsonl").read_bytes() == before
    assert sorted(path.name for path in Path().iterdir()) == ["incoming", "known.jsonl"]
    assert command("gate", "incoming", *READ, SHRINK).exit_code == 1
    assert os.stat("known.jsonl").st_mode & 0o777 == 0o640  # noqa: PTH116


texts = st.text(st.characters(codec="utf-8"), min_size=1, max_size=20)


@given(st.lists(st.builds(Entry, st.just("0123456789abcdef"), st.just("a-rule"), texts, texts), max_size=4))
def test_whatever_is_written_is_read_again(written: list[Entry]) -> None:
    text = baseline_text(written)
    assert baseline_text(reversed(written)) == text
    lines = [json.loads(line) for line in text.split("\n") if line]
    found = {(e["fingerprint"], e["rule"], e["report"], e["text"]) for e in lines}
    assert found == {(e.fingerprint, e.rule, e.report, e.text) for e in written}
