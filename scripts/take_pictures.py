"""Take the pictures of the documentation from the events that ship, in a real browser.

Needs the development set and a Chromium; which fonts the machine has decides how the pictures look, so they are looked
at before they are committed, and nothing checks that they are fresh.
"""

from __future__ import annotations

import io
import pathlib
import shutil
import subprocess
import sys
import tempfile

from playwright.sync_api import Browser, sync_playwright
from rich.console import Console
from rich.text import Text

ROOT = pathlib.Path(__file__).parents[1]
PICTURES = ROOT / "docs" / "pictures"
EVENTS = ROOT / "fixtures" / "events"
COLUMNS = 96
TERMINAL = """<!doctype html><meta charset="utf-8"><style>
body {{ margin: 0; background: #1b1d21; color: #e8e4dd; padding: 22px 26px; display: inline-block; }}
pre {{ margin: 0; font: 14px/1.45 "DejaVu Sans Mono", monospace; white-space: pre; }}
</style><pre>{code}</pre>"""


def factcheck(*arguments: str) -> str:
    """Run a command and give what it printed."""
    command = [sys.executable, "-m", "factcheck", *arguments]
    return subprocess.run(command, cwd=ROOT, check=True, capture_output=True, encoding="utf-8").stdout  # noqa: S603


def reports(event: str) -> list[str]:
    """Give the files of an event's reports."""
    return [str(path) for path in sorted((EVENTS / event).glob("report-*.txt"))]


def terminal(event: str, lines: int) -> str:
    """Give a page that looks as a terminal does after a comparison; of a long one, the first lines."""
    from factcheck.data.messages import load_messages
    from factcheck.pipeline import compare_reports, load_report
    from factcheck.render.terminal import render_terminal

    loaded = [load_report(path, name=f"r{number}") for number, path in enumerate(reports(event))]
    shown = render_terminal(compare_reports(loaded), load_messages("en"), width=COLUMNS, color=True, bidi="plain")
    console = Console(record=True, width=COLUMNS + 40, file=io.StringIO())
    for line in shown.splitlines()[:lines]:
        console.print(Text.from_ansi(line), soft_wrap=True)
    return console.export_html(inline_styles=True, code_format=TERMINAL)


def take(browser: Browser, page: str, name: str, width: int = 1400, *, dark: bool = False, whole: bool = False) -> None:
    """Show a page in a window and keep a picture of it; `whole` takes what it holds, not the window."""
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme="dark" if dark else "light")
    with tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder) / "page.html"
        file.write_text(page, encoding="utf-8")
        tab = context.new_page()
        tab.goto(file.as_uri())
        path = PICTURES / f"{name}.png"
        if whole:
            tab.locator("body").screenshot(path=path)
        else:
            tab.screenshot(path=path)
    context.close()
    print(f"docs/pictures/{name}.png")


def main() -> None:
    """Take them all."""
    path = next((found for name in ("chromium", "google-chrome") if (found := shutil.which(name))), None)
    if path is None:
        sys.exit("no Chromium is installed")
    PICTURES.mkdir(parents=True, exist_ok=True)
    four, floods = reports("crane-collapse"), reports("valley-flood")
    with sync_playwright() as started:
        browser = started.chromium.launch(executable_path=path, args=["--no-sandbox"])
        take(browser, factcheck("compare", *four, "--format", "html"), "page")
        take(browser, factcheck("compare", *floods, "--format", "html", "--messages", "ar"), "page-ar", dark=True)
        take(browser, factcheck("checklist", *floods, "--format", "html", "--messages", "ar"), "checklist-ar", 1000)
        take(browser, terminal("minister-talks", 36), "terminal", whole=True)
        browser.close()


if __name__ == "__main__":
    main()
