"""What docs/desk.md shows of the API is what a running desk answers; `--update-golden` writes it anew."""

from __future__ import annotations

import contextlib
import io
import re
import shlex
import shutil
import subprocess
from pathlib import Path

import pytest

PAGE = Path(__file__).parents[2] / "docs" / "desk.md"
SHOWN = "http://127.0.0.1:8765/"
BLOCK = re.compile(r"^```(\w+)(?: (\S+))?\n(.*?)^```$", re.DOTALL | re.MULTILINE)


@pytest.mark.skipif(shutil.which("curl") is None, reason="the page's commands are curl's, and it is not installed")
def test_the_page_shows_what_the_desk_answers(
    desk: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    monkeypatch.chdir(tmp_path)
    printed: list[str] = []

    def run(found: re.Match[str]) -> str:
        kind, name, body = found.groups()
        if name:
            Path(name).write_text(body, "utf-8")
        elif kind == "shell":
            command = body.partition("\n")[0].removeprefix("$ ")
            done = subprocess.run(shlex.split(command.replace(SHOWN, desk)), check=True, capture_output=True)
            return f"```shell\n$ {command}\n{done.stdout.decode().rstrip()}\n```"
        elif kind == "python":
            with contextlib.redirect_stdout(io.StringIO()) as out:
                exec(body.replace(SHOWN, desk), {})  # noqa: S102  # it is our own page's
            printed.append(out.getvalue())
        elif kind == "text":
            return f"```text\n{printed.pop()}```"
        return found[0]

    text = PAGE.read_text("utf-8")
    now = BLOCK.sub(run, text)
    if request.config.getoption("--update-golden"):
        PAGE.write_text(now, "utf-8")
    else:
        assert now == text, "run pytest --update-golden to refresh the page"


def test_the_page_names_every_option_and_every_address() -> None:
    from factcheck.desk.app import TASKS

    text = PAGE.read_text("utf-8")
    assert [task for task in TASKS if f"`POST /v1/{task}" not in text] == []
