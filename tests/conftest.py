"""What tests of every folder share."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import settings

from factcheck.cli import main
from factcheck.languages.loader import load_languages
from factcheck.model.language import Language

# The same examples in every run and on every machine: a red build is a change's doing, never a draw's.
settings.register_profile("steady", derandomize=True, deadline=None, database=None)
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
def tongues() -> Mapping[str, Language]:
    """Give the shipped languages by code."""
    return load_languages()
