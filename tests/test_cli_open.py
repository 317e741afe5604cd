"""`compare --open`: the page is written, and a browser is asked to show it."""

from __future__ import annotations

import webbrowser
from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote, urlparse

import pytest
from click.testing import Result

Command = Callable[..., Result]


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[str]:
    """Give the addresses a browser was asked for."""
    (tmp_path / "a.txt").write_text("A blast killed 12 people in Sfax on Monday, police said.", encoding="utf-8")
    (tmp_path / "b.txt").write_text("A blast killed 15 people in Sfax on Monday, police said.", encoding="utf-8")
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr("tempfile.tempdir", None)
    asked: list[str] = []

    def opens(address: str) -> bool:
        asked.append(address)
        return True

    monkeypatch.setattr(webbrowser, "open", opens)
    return asked


def page(address: str) -> str:
    return Path(unquote(urlparse(address).path)).read_text(encoding="utf-8")


def test_a_page_without_a_name_goes_where_what_may_be_lost_is_kept(command: Command, shown: list[str]) -> None:
    assert command("compare", "a.txt", "b.txt", "--open").exit_code == 0
    assert "a.txt" in page(shown[0])
    assert Path(urlparse(shown[0]).path).name.startswith("factcheck-")


def test_a_page_with_a_name_is_written_there(command: Command, shown: list[str], tmp_path: Path) -> None:
    assert command("compare", "a.txt", "b.txt", "--open", "--output", "here.html").exit_code == 0
    assert shown == [(tmp_path / "here.html").as_uri()]


def test_without_a_browser_the_page_is_named(
    command: Command, shown: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(webbrowser, "open", lambda _: False)
    answer = command("compare", "a.txt", "b.txt", "--open", "--output", "here.html")
    assert answer.exit_code == 2
    assert (
        answer.stderr.strip() == "factcheck: --open: no browser could be started; the page is here.html, open it there"
    )
