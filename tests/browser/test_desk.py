"""The desk in a browser: the whole round trip, and what it does with what is too much, broken or from elsewhere."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

COPY = "Twelve people were killed in the fire in Larnis on Monday, the governor Elias Karam said."
WIRE = "Fourteen people were killed in the fire in Larnis on Monday, the governor Elias Karam said."

pytestmark = pytest.mark.xdist_group("browser")


@pytest.fixture
def at_desk(opened: Any, desk: str) -> Callable[..., Any]:
    """Give what opens the desk with reports typed in."""

    def page(*texts: str, **how: Any) -> Any:
        seen = opened(desk, **how)
        seen.page.set_default_timeout(30_000)
        for number, text in enumerate(texts):
            if number > 1:
                seen.page.click("#add")
            seen.page.locator(".card textarea").nth(number).fill(text)
        return seen

    return page


def compared(page: Any) -> Any:
    """Press the button, and give what is in the frame."""
    page.click("#compare")
    frame = page.frame_locator("#frame iframe")
    frame.locator("#findings").wait_for(timeout=30_000)
    return frame


def dismissed(page: Any, frame: Any, by: str = "R. Haddad", reason: str = "two days apart") -> None:
    card = frame.locator(".card").first
    if not card.locator(".dismiss").is_visible():
        card.locator(".head").click()
    card.locator(".dismiss").click()
    card.locator("input[name=by]").fill(by)
    card.locator("input[name=reason]").fill(reason)
    card.locator(".dismissal button").click()
    page.locator("#state", has_text=": 1").wait_for(timeout=30_000)


def taken(page: Any, name: str, folder: Path) -> Path:
    """Take something away from the menu."""
    if not page.locator("#take .sheet").is_visible():
        page.click("#take summary")
    with page.expect_download() as coming:
        page.click(f"[data-take='{name}']")
    assert coming.value.suggested_filename == f"factcheck-{name}"
    target = folder / name
    coming.value.save_as(target)
    return target


def test_from_two_pasted_reports_to_the_gate_and_back(
    at_desk: Callable[..., Any], command: Callable[..., Result], tmp_path: Path
) -> None:
    for name, text in (("copy.txt", COPY), ("wire.txt", WIRE)):
        (tmp_path / name).write_text(text, "utf-8")
    gate = ("gate", "copy.txt", "--against", "wire.txt")
    assert command(*gate).exit_code == 1
    page = at_desk(COPY, WIRE).page
    frame = compared(page)
    assert frame.locator(".card .message").first.inner_text() != ""
    dismissed(page, frame)
    for name in ("checklist.md", "checklist.csv", "checklist.xlsx", "checklist.json", "checklist.html"):
        signed = taken(page, name, tmp_path)
        result = command(*gate, "--signed", signed)
        assert result.exit_code == 0, (name, result.output)
        assert "1 settled" in result.output, name
        assert "R. Haddad" in command(*gate, "--signed", signed, "--format", "json").output, name
    assert command(*gate, "--waivers", taken(page, "waivers.yaml", tmp_path)).exit_code == 0
    (tmp_path / "wire.txt").write_text(WIRE.replace("Fourteen", "Fifteen"), "utf-8")
    assert command(*gate, "--signed", tmp_path / "checklist.md").exit_code == 1, "another figure is not what was signed"


def test_the_report_is_taken_away_as_a_page_and_as_json(
    at_desk: Callable[..., Any], opened: Any, tmp_path: Path
) -> None:
    page = at_desk(COPY, WIRE).page
    compared(page)
    told = json.loads(taken(page, "report.json", tmp_path).read_text("utf-8"))
    assert [finding["rule"] for finding in told["findings"]] == ["figure-conflict"]
    saved = opened(taken(page, "report.html", tmp_path))
    assert saved.page.locator(".card").count() == 1
    assert saved.told == []


def test_what_was_decided_stays_so_until_the_copy_changes(at_desk: Callable[..., Any], tmp_path: Path) -> None:
    page = at_desk(COPY, WIRE).page
    dismissed(page, compared(page))
    page.click("#back")
    assert page.locator(".card textarea").first.input_value() == COPY
    again = compared(page)
    again.locator(".card.settled").wait_for()
    assert "R. Haddad: two days apart" in again.locator(".card .state").inner_text()
    page.click("#take summary")
    assert page.locator("#stands li").all_inner_texts() == ["R. Haddad: two days apart"]
    page.click("#take summary")
    page.click("#back")
    page.locator(".card textarea").first.fill(COPY.replace("Twelve", "Eleven"))
    changed = compared(page)
    assert changed.locator(".card").count() == 1
    assert changed.locator(".card.settled").count() == 0
    page.locator("#state:empty").wait_for(state="attached")


def test_what_was_dismissed_can_be_taken_back(at_desk: Callable[..., Any], tmp_path: Path) -> None:
    page = at_desk(COPY, WIRE).page
    frame = compared(page)
    dismissed(page, frame)
    frame.locator(".card .dismiss").first.click()
    page.locator("#state:empty").wait_for(state="attached")
    told = json.loads(taken(page, "checklist.json", tmp_path).read_text("utf-8"))
    assert [item["signed"]["by"] for item in told["items"]] == [""]


def test_files_of_any_format_become_text_with_what_they_say_of_themselves(
    opened: Any, desk: str, tmp_path: Path
) -> None:
    story = "".join(f"<p>{WIRE}</p>" for _ in range(3))
    web = tmp_path / "wire.html"
    web.write_text(f"<!doctype html><html><head><title>Fire in Larnis</title></head><body><article>{story}", "utf-8")
    ninjs = tmp_path / "copy.json"
    ninjs.write_text(json.dumps({"uri": "x:1", "type": "text", "language": "en", "headline": "Fire kills twelve",
                                 "versioncreated": "2026-03-11T10:00:00Z", "body_text": COPY}), "utf-8")  # fmt: skip
    page = opened(desk).page
    page.set_default_timeout(30_000)
    page.set_input_files("#files", [ninjs, web])
    page.locator(".card .read").nth(1).wait_for(timeout=30_000)
    first = page.locator(".card").first
    assert first.locator("textarea").input_value().strip() == COPY
    assert first.locator(".title").input_value() == "Fire kills twelve"
    assert first.locator(".published").input_value() == "2026-03-11"
    assert "<p>" not in page.locator(".card textarea").nth(1).input_value()
    assert page.locator(".card").count() == 2
    assert compared(page).locator(".card").count() >= 1


def test_a_broken_file_is_told_and_the_others_are_read(opened: Any, desk: str, tmp_path: Path) -> None:
    (tmp_path / "wire.txt").write_text(WIRE, "utf-8")
    (tmp_path / "scan.pdf").write_bytes(b"%PDF-1.7 \0\0")
    (tmp_path / "broken.docx").write_bytes(b"PK\x03\x04 nothing")
    page = opened(desk).page
    page.set_default_timeout(30_000)
    page.set_input_files("#files", [tmp_path / name for name in ("scan.pdf", "broken.docx", "wire.txt")])
    page.locator(".card .read").first.wait_for(timeout=30_000)
    page.locator("#trouble li").nth(1).wait_for(timeout=30_000)
    told = page.locator("#trouble li").all_inner_texts()
    assert [line.partition(":")[0] for line in told] == ["scan.pdf", "broken.docx"]
    assert page.locator(".card textarea").first.input_value() == WIRE
    page.click("#heard")
    assert not page.locator("#trouble").is_visible()


PASTE = """(text) => {
  const data = new DataTransfer();
  data.setData("text/plain", text);
  const area = document.querySelector(".card textarea");
  return area.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
}"""


def test_twenty_megabytes_are_refused_in_words_and_nothing_is_lost(at_desk: Callable[..., Any]) -> None:
    page = at_desk("", WIRE).page
    assert page.evaluate(f"({PASTE})('twelve people died. '.repeat(1000000))") is False
    assert "20 MB is too much; at most 10 MB" in page.locator("#trouble").inner_text()
    page.click("#heard")
    said = page.evaluate("ask('/v1/compare', ' '.repeat(11e6)).catch((error) => error.message)")
    assert said.startswith("larger than 10,000,000 bytes")
    page.locator(".card textarea").first.fill(COPY)
    assert compared(page).locator(".card").count() == 1


def test_copy_pasted_in_its_wrapping_is_unwrapped_and_can_be_put_back(at_desk: Callable[..., Any]) -> None:
    page = at_desk().page
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    header = "From: desk@wire.example\nTo: all@paper.example\nSubject: Fire in Larnis\n"
    wrapped = f"{header}Date: Wed, 11 Mar 2026 10:00:00 +0000\n\n{WIRE}\n"
    page.evaluate("(text) => navigator.clipboard.writeText(text)", wrapped)
    page.locator(".card textarea").first.focus()
    page.keyboard.press("Control+V")
    page.locator(".card .read").first.wait_for(timeout=30_000)
    assert page.locator(".card textarea").first.input_value().strip() == WIRE
    assert page.locator(".card .title").first.input_value() == "Fire in Larnis"
    page.locator(".undo").first.click()
    assert page.locator(".card textarea").first.input_value() == wrapped


def test_the_draft_is_spoken_to(at_desk: Callable[..., Any]) -> None:
    seen = at_desk(WIRE, COPY)
    seen.page.locator(".draft").nth(1).click()
    with seen.page.expect_request("**/page") as asked:
        compared(seen.page)
    assert asked.value.post_data_json["draft"] == 1


def test_another_language_keeps_what_was_typed(at_desk: Callable[..., Any]) -> None:
    page = at_desk(COPY, WIRE).page
    page.click("#tongue")
    assert page.evaluate("[document.documentElement.lang, document.documentElement.dir]") == ["ar", "rtl"]
    assert page.locator(".card textarea").first.input_value() == COPY
    assert "قارن" in page.locator("#compare").inner_text()
    frame = compared(page)
    assert frame.locator("html").get_attribute("dir") == "rtl"


def test_by_keyboard_alone(opened: Any, desk: str) -> None:
    page = opened(desk).page
    page.set_default_timeout(30_000)
    press = page.keyboard.press
    page.keyboard.insert_text(COPY)
    while not page.evaluate("document.activeElement.matches('.card:nth-child(2) textarea')"):
        press("Tab")
    page.keyboard.insert_text(WIRE)
    press("Control+Enter")
    page.frame_locator("#frame iframe").locator("#findings").wait_for(timeout=30_000)
    while not page.evaluate("document.activeElement.matches('#take summary')"):
        press("Tab")
    press("Enter")
    assert page.locator("#take .sheet").is_visible()
    press("Escape")
    assert not page.locator("#take .sheet").is_visible()
    assert page.evaluate("document.activeElement.matches('#take summary')")


@pytest.mark.parametrize(
    ("language", "width", "dark"), [("ar", 1400, True), ("ar", 390, False), ("en", 1400, False), ("en", 390, True)]
)
def test_it_is_silent_asks_only_itself_and_has_no_serious_barrier(
    opened: Any, desk: str, language: str, width: int, dark: bool
) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    seen = opened(f"{desk}?messages={language}", width, dark=dark)
    page = seen.page
    page.set_default_timeout(30_000)
    for number, text in enumerate((COPY, WIRE)):
        page.locator(".card textarea").nth(number).fill(text)
    assert barriers(axe, page) == []
    compared(page)
    page.click("#take summary")
    assert barriers(axe, page) == []
    assert seen.told == []
    assert {address.split("/")[2] for address in seen.asked} == {desk.split("/")[2]}
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), "the page is wider than the window"


def barriers(axe: Any, page: Any) -> list[str]:
    found = axe.run(page, options={"iframes": False}).response["violations"]
    serious = [one for one in found if one["impact"] in ("serious", "critical")]
    return [f"{one['id']}: {[node['html'][:160] for node in one['nodes']][:3]}" for one in serious]


def test_words_of_reports_cannot_become_part_of_the_desk(at_desk: Callable[..., Any]) -> None:
    nasty = "<img src=x onerror=\"top.document.title='owned'\"><script>top.document.title='owned'</script>"
    seen = at_desk(f"{nasty} {COPY}", WIRE)
    seen.page.locator(".card .title").first.fill(nasty)
    seen.page.locator(".card .source").first.fill("</title><script>top.document.title='owned'</script>")
    frame = compared(seen.page)
    dismissed(seen.page, frame, nasty, "<b>because</b>")
    seen.page.click("#take summary")
    assert seen.page.locator("#stands b, #stands img").count() == 0
    assert seen.page.title() == "factcheck · desk"
    assert (
        frame.locator("body").evaluate("() => { try { return parent.document.title } catch (e) { return e.name } }")
        == "SecurityError"
    )


def test_a_page_of_elsewhere_cannot_use_the_desk(opened: Any, desk: str) -> None:
    seen = opened("about:blank")
    page = seen.page
    page.route("http://evil.example/", lambda route: route.fulfill(body="<p>hello</p>", content_type="text/html"))
    page.goto("http://evil.example/")
    ask = """async ([address, mode, kind]) => {
      try {
        const r = await fetch(address, { method: "POST", mode, headers: { "Content-Type": kind }, body: "{}" });
        return [r.type, r.status, await r.text()];
      } catch (error) { return error.name; }
    }"""
    assert page.evaluate(ask, [f"{desk}v1/compare", "cors", "application/json"]) == "TypeError"
    assert page.evaluate(ask, [f"{desk}v1/compare", "cors", "text/plain"]) == "TypeError"
    assert page.evaluate(ask, [f"{desk}v1/compare", "no-cors", "text/plain"]) in ("TypeError", ["opaque", 0, ""])
    page.evaluate(f"document.body.innerHTML = '<iframe src=\"{desk}\"></iframe>'")
    page.wait_for_timeout(500)
    assert not any(frame.url == desk and frame.locator("#cards").count() for frame in page.frames)
