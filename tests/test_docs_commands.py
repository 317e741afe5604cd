"""What a page of docs/ shows of commands is what they print, in the order of the page.

A code block named behind its language (toml factcheck.toml) is a file of that name; in a block of the language console
stands a command after a dollar sign, and below it what it prints. `pytest --update-golden` writes that anew.
"""

from __future__ import annotations

import os
import re
import shlex
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

DOCS = Path(__file__).parents[1] / "docs"
BLOCK = re.compile(r"^```(\w+)(?: (\S+))?\n(.*?)^```$", re.DOTALL | re.MULTILINE)
SOMEBODY = {
    **{f"GIT_{who}_{what}": "a@b" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")},
    **{f"GIT_CONFIG_{which}": os.devnull for which in ("GLOBAL", "SYSTEM")},
}
PATIENCE = 90
"""Seconds to wait for what a command says, on a machine that has other work."""
PAGES = [path for path in sorted(DOCS.glob("*.md")) if "```console\n" in path.read_text("utf-8")]


def printed(command: Callable[..., Result], line: str) -> str:
    """Run a line of the page: `factcheck ...`, perhaps `< FILE` or `| grep ...` behind it, or a quiet `git ...`."""
    words = shlex.split(line)
    if words[0] == "git":
        subprocess.run(words, check=True, capture_output=True, env={**os.environ, **SOMEBODY})
        return ""
    assert words[0] == "factcheck", line
    if words[1] == "watch":
        return watched(words)
    asked, _, piped = line.partition(" | ")
    asked, _, file = asked.partition(" < ")
    stdin = Path(file.strip()).read_bytes() if file else None
    lines = command(*shlex.split(asked)[1:], stdin=stdin).output.splitlines()
    if piped:
        tool, flag, pattern = shlex.split(piped)
        assert (tool, flag) == ("grep", "-E")
        lines = [line for line in lines if re.search(pattern, line)]
    return "".join(f"{line.rstrip()}\n" for line in lines)


def watched(words: list[str]) -> str:
    """Run a command that goes on until it is interrupted, and give what it says until it has no more to say."""
    with Path("said.txt").open("wb") as out:
        process = subprocess.Popen([sys.executable, "-m", *words, "--wait", "0.1"], stdout=out, stderr=out)
    said = Path("said.txt")
    copy, quiet, before, end = len(list(Path(words[2]).iterdir())), 0, b"", time.monotonic() + PATIENCE
    try:
        while quiet < 8 or len(re.findall(rb"^(?:stop|go) ", before, re.MULTILINE)) < copy:
            assert (process.poll(), time.monotonic() < end) == (None, True), said.read_text("utf-8")
            time.sleep(0.25)
            now = said.read_bytes()
            quiet, before = (quiet + 1 if now == before else 0), now
        process.send_signal(signal.SIGINT)
        assert process.wait(PATIENCE) == 0
    finally:
        process.kill()
        process.wait()
    return said.read_text("utf-8")


@pytest.mark.parametrize("page", PAGES, ids=[page.name for page in PAGES])
def test_commands_print_what_the_page_shows(
    command: Callable[..., Result], page: Path, request: pytest.FixtureRequest
) -> None:
    def run(found: re.Match[str]) -> str:
        kind, name, body = found.groups()
        if name:
            Path(name).parent.mkdir(parents=True, exist_ok=True)
            Path(name).write_text(body, "utf-8")
        if kind != "console":
            return found[0]
        said = [f"$ {line}\n{printed(command, line)}" for line in re.findall(r"^\$ (.*)", body, re.MULTILINE)]
        return f"```console\n{''.join(said)}```"

    text = page.read_text("utf-8")
    now = BLOCK.sub(run, text)
    if request.config.getoption("--update-golden"):
        page.write_text(now, "utf-8")
    else:
        assert now == text, f"run pytest --update-golden to refresh {page.name}"
