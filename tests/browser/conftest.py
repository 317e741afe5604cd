"""A real browser for the tests of pages: headless Chromium, where one is installed."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


@dataclass
class Opened:
    """A page, with what it wrote on the console and what it asked of anybody else."""

    page: Any
    told: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    """Give a running Chromium; without one the tests are left out, and say so.

    No longer than a module: as long as it runs, Playwright has an event loop running, and other tests start their own.
    """
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    path = next(filter(None, map(shutil.which, NAMES)), None)
    if path is None:
        pytest.skip("no Chromium is installed, so no page is opened")
    with playwright.sync_playwright() as started:
        browser = started.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def opened(chromium: Any) -> Iterator[Any]:
    """Give what opens a file or an address in a window of its own (`width`, `height`, `dark`)."""
    contexts = []

    def open_page(address: str | Path, width: int = 1400, height: int = 1000, *, dark: bool = False) -> Opened:
        look = "dark" if dark else "light"
        context = chromium.new_context(viewport={"width": width, "height": height}, color_scheme=look)
        contexts.append(context)
        out = Opened(context.new_page())
        out.page.set_default_timeout(5000)
        out.page.on("console", lambda message: out.told.append(message.text))
        out.page.on("pageerror", lambda error: out.told.append(str(error)))
        out.page.on("request", lambda request: out.asked.append(request.url))
        out.page.goto(address.as_uri() if isinstance(address, Path) else address)
        return out

    yield open_page
    for context in contexts:
        context.close()
