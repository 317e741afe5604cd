"""What a repository of copy takes from this one: an action, a template, a hook. Their scripts run here as there."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import click
import pytest
import yaml
from click.testing import Result

from factcheck.cli import main
from factcheck.cli_errors import COMMANDS

ROOT = Path(__file__).parents[1]
ACTION, TEMPLATE, HOOKS = ROOT / "action.yml", ROOT / "gitlab" / "factcheck.yml", ROOT / ".pre-commit-hooks.yaml"
EVENT = ROOT / "fixtures" / "events" / "minister-talks"
FOUND = [main.get_command(click.Context(main), name) for name in COMMANDS]
OPTIONS = {option for command in FOUND if command for param in command.params for option in param.opts}
NEEDS_BASH = pytest.mark.skipif(shutil.which("bash") is None, reason="the scripts are for bash")


def content(path: Path) -> Any:
    return yaml.safe_load(path.read_text("utf-8"))


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """Make a repository of copy and wires, one of them with a name nobody should need to quote."""
    for folder, report, name in (("copy", "report-b", "b.txt"), ("wires", "report-a", "a; touch pwned $(x).txt")):
        (tmp_path / folder).mkdir()
        shutil.copy(EVENT / f"{report}.txt", tmp_path / folder / name)
    return tmp_path


def run(script: str, folder: Path, variables: Mapping[str, str]) -> subprocess.CompletedProcess[str]:
    """Run a script of a pipeline, with this environment's factcheck in its path."""
    home = folder / "factcheck" / "bin"
    home.mkdir(parents=True)
    (home / "factcheck").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m factcheck "$@"\n', "utf-8")
    (home / "factcheck").chmod(0o755)
    known = {"PATH": f"{home}:{os.environ['PATH']}", "PYTHONPATH": str(ROOT), "LANG": "C.UTF-8"}
    return subprocess.run(
        ["bash", "-e", "-o", "pipefail", "-c", script],  # noqa: S607  # as the runners do
        cwd=folder,
        env={**known, **variables},
        capture_output=True,
        text=True,
        check=False,
        encoding="utf-8",
    )


def judge_step() -> dict[str, Any]:
    step: dict[str, Any] = content(ACTION)["runs"]["steps"][-1]
    return step


def test_the_action_puts_no_input_into_its_scripts() -> None:
    action = content(ACTION)
    assert action["runs"]["using"] == "composite"
    named = set()
    for step in action["runs"]["steps"]:
        assert "${{" not in step.get("run", "")
        named |= {name for value in step.get("env", {}).values() for name in re.findall(r"inputs\.([\w-]+)", value)}
    assert named == set(action["inputs"])
    assert all(given["description"] for given in action["inputs"].values())


@NEEDS_BASH
def test_the_action_annotates_sums_up_and_fails(desk: Path) -> None:
    variables = dict.fromkeys(judge_step()["env"], "")
    variables |= {"COPY": "copy\n\n", "AGAINST": "wires\n", "FAIL_ON": "warning", "MESSAGES": "en"}
    variables |= {"SARIF": "out.sarif", "SOURCE_REPOSITORY": "desk/factcheck", "SOURCE_REF": "v1"}
    variables |= {"GITHUB_SERVER_URL": "https://example.org", "GITHUB_STEP_SUMMARY": str(desk / "summary.md")}
    ended = run(judge_step()["run"], desk, {**variables, "RUNNER_TEMP": str(desk)})
    assert (ended.returncode, ended.stderr) == (1, "")
    assert "::warning file=copy/b.txt,line=7," in ended.stdout
    assert "missing-figure" in (desk / "summary.md").read_text("utf-8")
    (result,) = json.loads((desk / "out.sarif").read_text("utf-8"))["runs"]
    assert result["tool"]["driver"]["rules"][0]["helpUri"].startswith(
        "https://example.org/desk/factcheck/blob/v1/docs/"
    )
    assert not (desk / "pwned").exists()


@NEEDS_BASH
def test_the_action_passes_what_is_clean_and_says_what_it_cannot_read(desk: Path) -> None:
    variables = dict.fromkeys(judge_step()["env"], "")
    variables |= {
        "FAIL_ON": "error",
        "MESSAGES": "ar",
        "GITHUB_STEP_SUMMARY": str(desk / "s"),
        "RUNNER_TEMP": str(desk),
    }
    assert run(judge_step()["run"], desk, {**variables, "COPY": "copy"}).returncode == 0
    shutil.rmtree(desk / "factcheck")
    ended = run(judge_step()["run"], desk, {**variables, "COPY": "copy\nnone.txt"})
    assert ended.returncode == 2
    assert ended.stderr.count("none.txt") == 1


@NEEDS_BASH
@pytest.mark.parametrize(("least", "status"), [("warning", 1), ("error", 0)])
def test_the_template_writes_both_reports_and_ends_as_the_gate_does(desk: Path, least: str, status: int) -> None:
    job = content(TEMPLATE)["factcheck"]
    variables = {
        **job["variables"],
        "FACTCHECK_PATHS": "copy",
        "FACTCHECK_AGAINST": "wires",
        "FACTCHECK_FAIL_ON": least,
    }
    (script,) = job["script"]
    ended = run(script, desk, variables)
    assert (ended.returncode, ended.stderr) == (status, "")
    assert ended.stdout.startswith(("go ", "stop ")[status])
    reports = job["artifacts"]["reports"]
    assert json.loads((desk / reports["codequality"]).read_text("utf-8"))
    assert (desk / reports["junit"]).read_text("utf-8").startswith("<?xml")


def test_the_hook_runs_on_the_names_it_is_given(command: Callable[..., Result]) -> None:
    (hook,) = content(HOOKS)
    program, *words = hook["entry"].split()
    assert program == "factcheck"
    assert command(*words, EVENT / "report-b.txt").exit_code == 1
    assert command(*words, EVENT / "report-a.txt").exit_code == 0
    wires = command(*words, "--against", EVENT / "report-a.txt", "--", EVENT / "report-b.txt")
    assert "missing-figure" in wires.stdout


@pytest.mark.parametrize("path", [ACTION, TEMPLATE, HOOKS, ROOT / "docs" / "outputs.md"], ids=lambda path: path.name)
def test_every_command_and_option_named_is_one(path: Path) -> None:
    lines = [line for line in path.read_text("utf-8").splitlines() if re.search(r"\bfactcheck [a-z]+ ", line)]
    named = {name for line in lines for name in re.findall(r"\bfactcheck ([a-z]+) .*--", line)}
    assert named <= set(COMMANDS)
    assert {option for line in lines for option in re.findall(r"(?<!\S)--[a-z-]+", line)} - {"--"} <= OPTIONS


def test_the_docs_use_inputs_and_variables_there_are() -> None:
    blocks = re.findall(r"```yaml\n(.*?)```", (ROOT / "docs" / "outputs.md").read_text("utf-8"), re.DOTALL)
    steps, jobs, hooks = map(yaml.safe_load, blocks)
    (used,) = (step["with"] for step in steps if "factcheck" in step["uses"])
    assert set(used) <= set(content(ACTION)["inputs"])
    assert set(jobs["factcheck"]["variables"]) <= set(content(TEMPLATE)["factcheck"]["variables"])
    assert hooks[0]["hooks"][0]["id"] == content(HOOKS)[0]["id"]
