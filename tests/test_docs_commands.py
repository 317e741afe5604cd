"""What a page of docs/ shows of commands is what they print, in the order of the page.

A code block named behind its language (toml factcheck.toml) is a file of that name; in a block of the language console
stands a command after a dollar sign, and below it what it prints. `pytest --update-golden` writes that anew.
"""

from __future__ import annotations

import re
import shlex
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

DOCS = Path(__file__).parents[1] / "docs"
BLOCK = re.compile(r"^```(\w+)(?: (\S+))?\n(.*?)^```$", re.DOTALL | re.MULTILINE)
PAGES = [path for path in sorted(DOCS.glob("*.md")) if "```console\n" in path.read_text("utf-8")]


def printed(command: Callable[..., Result], line: str) -> str:
    """Run a line of the page: `factcheck ...`, perhaps `| grep ...` behind it."""
    words = shlex.split(line)
    assert words[0] == "factcheck", line
    asked, _, piped = line.partition(" | ")
    lines = command(*shlex.split(asked)[1:]).output.splitlines()
    if piped:
        tool, flag, pattern = shlex.split(piped)
        assert (tool, flag) == ("grep", "-E")
        lines = [line for line in lines if re.search(pattern, line)]
    return "".join(f"{line.rstrip()}\n" for line in lines)


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
