"""The checklist in a browser: nothing asked for, nothing complained of, answered by hand, saved and read back."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

Command = Callable[..., Result]
EVENTS = Path(__file__).parents[2] / "fixtures" / "events"

pytestmark = pytest.mark.xdist_group("browser")


@pytest.fixture
def listed(
    opened: Callable[..., Any], command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[..., Any]]:
    """Give what makes a page of an event and opens it; in the end nothing was complained of or asked for."""
    monkeypatch.chdir(tmp_path)
    pages = []

    def open_page(event: str, messages: str, name: str = "list.html", width: int = 1400, *, dark: bool = False) -> Any:
        path = tmp_path / name
        if not path.exists():
            copy = sorted((EVENTS / event).glob("report-*.txt"))
            done = command("checklist", *copy, "--format", "html", "--messages", messages, "--output", path)
            assert done.exit_code == 0, done.stderr
        pages.append(opened(path, width=width, dark=dark))
        return pages[-1].page

    yield open_page
    assert [told for page in pages for told in page.told] == []
    assert all(url.startswith(("file:", "blob:")) for page in pages for url in page.asked)


def saved(page: Any, what: str, path: Path) -> Path:
    with page.expect_download() as download:
        page.click(f"[data-do={what}]")
    download.value.save_as(path)
    return path


@pytest.mark.parametrize(("event", "messages"), [("minister-talks", "ar"), ("hill-landslide", "en")])
def test_page_is_answered_saved_and_read_back(
    listed: Callable[..., Any], command: Command, tmp_path: Path, event: str, messages: str
) -> None:
    page = listed(event, messages)
    count = page.locator("[data-factcheck]").count()
    page.fill("#by", 'Mona "M" <Adel>')
    page.fill("#date", "2026-03-12")
    for number in range(count):
        page.locator('input[value="confirmed"]').nth(number).check()
    page.locator('[data-field="note"]').first.fill("seen </textarea><b>\nshelf 3")
    assert str(count) in page.inner_text("#progress")
    copy = sorted((EVENTS / event).glob("report-*.txt"))
    notes = []
    for what in ("save", "json"):
        path = saved(page, what, tmp_path / f"answers-{what}")
        again = command("checklist", *copy, "--signed", path, "--format", "json")
        assert (again.exit_code, again.stderr) == (0, "")
        items = json.loads(again.stdout)["items"]
        assert {(item["stands"]["how"], item["stands"]["by"]) for item in items} == {("signed", 'Mona "M" <Adel>')}
        notes.append({item["signed"]["note"] for item in items})
    assert notes[0] == notes[1] == {"", "seen </textarea><b>\nshelf 3"}


def test_page_that_was_saved_opens_with_its_answers(listed: Callable[..., Any], tmp_path: Path) -> None:
    page = listed("minister-talks", "en")
    page.fill("#by", "Mona")
    page.locator('input[value="cut"]').first.check()
    saved(page, "save", tmp_path / "again.html")
    again = listed("minister-talks", "en", "again.html")
    assert again.locator('input[value="cut"]').first.is_checked()
    assert again.locator('[data-field="by"]').first.input_value() == "Mona"
    assert again.inner_text("#progress").startswith("1 of ")
    again.locator("[data-do=clear]").first.click()
    assert not again.locator('input[value="cut"]').first.is_checked()
    assert again.inner_text("#progress").startswith("0 of ")
    saved(again, "save", tmp_path / "third.html")  # or the browser would ask whether to leave


def test_page_works_by_keyboard_alone(listed: Callable[..., Any], tmp_path: Path) -> None:
    page = listed("hill-landslide", "en")
    for key in ("Tab", "Enter", "Tab", "Space", "ArrowDown", "Tab"):
        page.keyboard.press(key)
    page.keyboard.type("Mona")
    first = page.locator("[data-factcheck]").first
    assert first.locator("input:checked").get_attribute("value") == "corrected"
    assert first.locator('[data-field="by"]').input_value() == "Mona"
    saved(page, "save", tmp_path / "third.html")


@pytest.mark.parametrize("messages", ["ar", "en"])
@pytest.mark.parametrize("dark", [False, True])
def test_page_has_no_serious_barrier(listed: Callable[..., Any], messages: str, dark: bool) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    page = listed("minister-talks", messages, dark=dark)
    found = axe.run(page).response["violations"]
    serious = [violation for violation in found if violation["impact"] in ("serious", "critical")]
    assert [(v["id"], [node["html"] for node in v["nodes"]]) for v in serious] == []


@pytest.mark.parametrize("messages", ["ar", "en"])
@pytest.mark.parametrize("width", [390, 1400])
def test_page_fits_its_window_in_either_direction(listed: Callable[..., Any], messages: str, width: int) -> None:
    page = listed("ferry-translation", messages, width=width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    what, answer = (page.locator(part).first.bounding_box() for part in (".what", ".answer"))
    if width < 500:
        assert answer["y"] > what["y"]
    else:
        assert (answer["x"] < what["x"]) == (messages == "ar")


def test_printed_page_has_no_buttons(listed: Callable[..., Any]) -> None:
    page = listed("minister-talks", "ar")
    page.emulate_media(media="print")
    assert not page.locator(".bar").is_visible()
    assert page.locator(".answer").first.is_visible()
    assert page.pdf(format="A4").startswith(b"%PDF")
