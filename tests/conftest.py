"""What tests of every folder share."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from hypothesis import HealthCheck, settings

from factcheck.cli import main
from factcheck.languages.loader import load_languages
from factcheck.model.language import Language

# A run in the background of a shell is born deaf to Ctrl-C, and so would be every process a test interrupts.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

# The same examples in every run and on every machine: a red build is a change's doing, and no draw's or busy machine's.
SLOW = [HealthCheck.too_slow]
settings.register_profile("steady", derandomize=True, deadline=None, database=None, suppress_health_check=SLOW)
settings.load_profile("steady")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write fixtures/golden anew from what comes out now")


@pytest.fixture
def command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """Give what runs factcheck inside this process, in an empty folder; a bug comes through as what was raised."""
    monkeypatch.chdir(tmp_path)
    for name in ("COLUMNS", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)

    def run(*arguments: str | Path, stdin: str | bytes | None = None, **environment: str) -> Result:
        result = CliRunner().invoke(main, [str(argument) for argument in arguments], input=stdin, env=environment)
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result

    return run


@pytest.fixture(scope="session")
def ask() -> Callable[..., tuple[list[dict[str, Any]], int]]:
    """Give what sends requests to `compare --jsonl` or `extract --jsonl` and gives the answers and the exit status.

    A request that is text is sent as it is.
    """

    def answers(name: str, *requests: object) -> tuple[list[dict[str, Any]], int]:
        lines = [one if isinstance(one, str) else json.dumps(one, ensure_ascii=False) for one in requests]
        result = CliRunner().invoke(main, [name, "--jsonl"], input="".join(f"{line}\n" for line in lines))
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            raise result.exception
        assert result.stderr == ""
        # NaN and the like, which Python would read, are not JSON.
        return [json.loads(line, parse_constant=pytest.fail) for line in result.stdout.splitlines()], result.exit_code

    return answers


@pytest.fixture(scope="session")
def tongues() -> Mapping[str, Language]:
    """Give the shipped languages by code."""
    return load_languages()


@pytest.fixture(scope="session")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Start the desk in an empty folder, and give its address."""
    folder = tmp_path_factory.mktemp("desk")
    command = (sys.executable, "-m", "factcheck", "desk", "--port", "0", "--log")
    environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
    with (
        (folder / "log").open("wb") as log,
        subprocess.Popen(command, cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=log) as running,
    ):
        assert running.stdout is not None
        yield running.stdout.readline().decode().strip()
        running.send_signal(signal.SIGINT)
        assert running.wait(20) == 130
    assert [path.name for path in folder.iterdir()] == ["log"], "the desk wrote something"
    told = (folder / "log").read_text("utf-8")
    assert "Traceback" not in told
    assert not any(word in told for word in ("Larnis", "Karam", "Haddad")), "the log tells the copy"
