"""What the README shows is what the program prints, and every command it names is one."""

from __future__ import annotations

import pathlib
import re
import subprocess
import sys

import pytest
from click.testing import CliRunner

from factcheck.cli import main
from factcheck.cli_errors import COMMANDS
from factcheck.data.messages import load_messages
from factcheck.pipeline import compare_reports, load_report
from factcheck.render.terminal import render_terminal

ROOT = pathlib.Path(__file__).parents[1]
README = ROOT / "README.md"
EVENT = ROOT / "fixtures" / "events" / "minister-talks"
SHOWN = re.compile(r"(What `make demo` shows:\n\n```\n)(.*?)(\n```\n)", re.DOTALL)


def test_readme_shows_what_the_demo_prints(request: pytest.FixtureRequest) -> None:
    reports = [load_report(str(EVENT / f"report-{letter}.txt"), name=f"r{n}") for n, letter in enumerate("ab")]
    comparison = compare_reports(reports)
    printed = render_terminal(comparison, load_messages("en"), width=100, color=False).rstrip("\n")
    text = README.read_text("utf-8")
    if request.config.getoption("--update-golden"):
        README.write_text(SHOWN.sub(lambda m: m[1] + printed + m[3], text), "utf-8")
        return
    shown = SHOWN.search(text)
    assert shown is not None, "the README no longer shows the demo"
    assert shown[2] == printed, "run pytest --update-golden to refresh the README"


@pytest.mark.parametrize("command", sorted(set(re.findall(r"factcheck ([a-z]+)", README.read_text("utf-8")))))
def test_commands_the_readme_names_exist(command: str) -> None:
    if command in COMMANDS:  # the prose says "factcheck checks", "factcheck invents" too
        assert CliRunner().invoke(main, [command, "--help"]).exit_code == 0


def test_every_command_is_in_the_readme() -> None:
    named = set(re.findall(r"factcheck ([a-z]+)", README.read_text("utf-8")))
    assert {"compare", "extract", "checklist", "gate", "rules"} <= named


def test_the_page_of_commands_is_fresh() -> None:
    script = ROOT / "scripts" / "generate_cli_doc.py"
    answer = subprocess.run([sys.executable, script, "--check"], capture_output=True, text=True, check=False)
    assert (answer.returncode, answer.stderr) == (0, "")
