"""The report as a page, in a browser: what an editor sees and does, and what the page must never do."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

ROOT = Path(__file__).parents[2]
FOUR = sorted((ROOT / "fixtures/events/crane-collapse").glob("report-*.txt"))
TWO = sorted((ROOT / "fixtures/events/minister-talks").glob("report-*.txt"))

pytestmark = pytest.mark.xdist_group("browser")


@pytest.fixture
def made(command: Callable[..., Result], tmp_path: Path) -> Callable[..., Path]:
    """Give what writes the page of reports."""

    def page(*paths: Path, messages: str = "en") -> Path:
        target = tmp_path / f"{messages}.html"
        result = command("compare", *paths, "--messages", messages, "--format", "html", "--output", target)
        assert result.exit_code == 0, result.stderr
        return target

    return page


@pytest.mark.parametrize("messages", ["ar", "en"])
@pytest.mark.parametrize("width", [1400, 390])
@pytest.mark.parametrize("dark", [False, True])
def test_it_opens_silently_asks_nobody_and_has_no_serious_barrier(
    made: Callable[..., Path], opened: Any, messages: str, width: int, dark: bool
) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    target = made(*FOUR, messages=messages)
    seen = opened(target, width, dark=dark)
    assert seen.asked == [target.as_uri()]
    found = axe.run(seen.page).response["violations"]
    serious = [
        f"{v['id']}: {[n['html'][:120] for n in v['nodes']][:3]}"
        for v in found
        if v["impact"] in ("serious", "critical")
    ]
    assert serious == []
    assert seen.told == []
    assert seen.page.evaluate("document.documentElement.scrollWidth <= innerWidth"), "the page is wider than the window"


def test_one_finding_is_open_and_its_words_are_lit_in_both_reports(made: Callable[..., Path], opened: Any) -> None:
    page = opened(made(*TWO)).page
    assert page.locator(".card.open").count() == 1
    lit = page.locator(".c.active")
    assert {lit.nth(i).locator("xpath=ancestor::article").get_attribute("data-letter") for i in range(lit.count())} == {
        "A",
        "B",
    }
    page.locator("#f2 .head").click()
    assert page.locator(".card.open").get_attribute("id") == "f2"
    assert page.locator("#f1 .proof").is_hidden()


def test_a_number_in_the_text_opens_its_finding(made: Callable[..., Path], opened: Any) -> None:
    page = opened(made(*TWO)).page
    page.locator(".report a.to[href='#f4']").first.click()
    assert page.locator("#f4 .proof").is_visible()


def test_a_value_of_the_matrix_leads_to_its_words(made: Callable[..., Path], opened: Any) -> None:
    page = opened(made(*TWO)).page
    page.locator(".matrix td[data-report='1'] a").first.click()
    assert page.locator(".report[data-letter='B'] .c.met").first.is_visible()
    assert "18" in page.locator("p.met").inner_text()


def test_findings_are_filtered_by_severity_kind_and_report(made: Callable[..., Path], opened: Any) -> None:
    page = opened(made(*FOUR)).page
    shown = page.locator(".card:visible")
    whole = shown.count()
    page.locator(".chip.note").click()
    assert 0 < shown.count() < whole
    assert page.locator(".tally").inner_text() == f"{shown.count()} of {whole} shown"
    page.locator(".chip.note").click()
    page.locator("#by-category").select_option("unnamed-source")
    assert {shown.nth(i).get_attribute("data-category") for i in range(shown.count())} == {"unnamed-source"}
    page.locator("#by-category").select_option("")
    page.locator("#by-report").select_option("3")
    assert all("3" in (shown.nth(i).get_attribute("data-reports") or "") for i in range(shown.count()))


def test_all_of_it_works_by_keyboard(made: Callable[..., Path], opened: Any) -> None:
    page = opened(made(*FOUR)).page
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.getAttribute('aria-controls')") == "f2-proof"
    page.keyboard.press("Enter")
    assert page.locator("#f2 .proof").is_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert "report" in page.evaluate("document.activeElement.className")


def test_the_question_is_copied(made: Callable[..., Path], opened: Any) -> None:
    page = opened(made(*TWO)).page
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.locator("#f1 .copy").click()
    assert page.evaluate("navigator.clipboard.readText()") == page.locator("#f1 .question").inner_text()


def test_of_four_reports_any_two_stand_side_by_side_and_the_draft_first(made: Callable[..., Path], opened: Any) -> None:
    page = opened(made(*FOUR)).page

    def letters() -> list[str]:
        shown = page.locator(".report:visible").all()
        return [one.get_attribute("data-letter") for one in sorted(shown, key=lambda one: one.bounding_box()["x"])]

    page.locator(".draft[data-letter='D']").click()
    assert letters()[0] == "D"
    assert page.locator(".matrix thead th").nth(1).inner_text().startswith("D")
    page.locator(".report[data-letter='A'] .pick").select_option("2")
    assert letters() == ["D", "C"]


def test_a_draft_held_against_wires_stands_first_with_what_no_wire_has(
    command: Callable[..., Result], opened: Any, tmp_path: Path
) -> None:
    target = tmp_path / "draft.html"
    wires = [FOUR[0], *FOUR[2:]]
    command("compare", FOUR[1], "--against", *wires, "--messages", "en", "--format", "html", "--output", target)
    page = opened(target).page
    assert page.locator(".draft[aria-pressed='true']").get_attribute("data-letter") == "A"
    assert "in your draft" in page.locator("#f1 .message").inner_text()
    assert page.locator(".is-draft").first.is_visible()


def test_an_outlier_and_the_majority_are_named(made: Callable[..., Path], opened: Any) -> None:
    page = opened(made(*FOUR)).page
    row = page.locator(".matrix tr", has_text="14 others")
    assert row.locator("td.outlier").inner_text() == "41"
    assert "most: 14" in row.locator(".verdict").inner_text()


def test_what_is_ticked_or_dismissed_is_counted_and_told_to_a_page_around_it(
    made: Callable[..., Path], opened: Any, tmp_path: Path
) -> None:
    target = made(*TWO)
    around = tmp_path / "around.html"
    listening = "<script>addEventListener('message', event => { window.last = event.data })</script>"
    around.write_text(f"{listening}<iframe src='{target.name}' width=1300 height=900></iframe>")
    page = opened(around).page
    inner = page.frame_locator("iframe")
    inner.locator("#f1 .check").click()
    assert "1 of 7 checked" in inner.locator(".tally").inner_text()
    inner.locator("#f2 .head").click()
    inner.locator("#f2 .dismiss").click()
    inner.locator("#f2 input[name=by]").fill("Rana")
    inner.locator("#f2 input[name=reason]").fill("confirmed by phone")
    inner.locator("#f2 form button").click()
    page.wait_for_function("window.last && window.last.dismissed.length === 1")
    told = page.evaluate("window.last")
    assert told["dismissed"][0]["reason"] == "confirmed by phone"
    assert len(told["done"]) == 1


def test_it_prints_every_finding_and_every_report(made: Callable[..., Path], opened: Any) -> None:
    page = opened(made(*FOUR)).page
    page.emulate_media(media="print")
    assert page.locator(".proof:visible").count() == page.locator(".card").count()
    assert page.locator(".report:visible").count() == 4
    assert page.locator(".filters").is_hidden()
    assert len(page.pdf(format="A4")) > 10_000


def test_without_script_everything_can_be_read(made: Callable[..., Path], chromium: Any) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(made(*TWO).as_uri())
    assert page.locator(".proof:visible").count() == page.locator(".card").count()
    assert page.locator(".acts").first.is_hidden()
    context.close()


def test_a_pair_of_600_words_is_light(made: Callable[..., Path], tmp_path: Path) -> None:
    texts = [path.read_text(encoding="utf-8").partition("\n\n")[2] * 3 for path in TWO]
    longer = []
    for number, text in enumerate(texts):
        path = tmp_path / f"long-{number}.txt"
        path.write_text(text, encoding="utf-8")
        longer.append(path)
    assert min(len(text.split()) for text in texts) > 400
    assert made(*longer).stat().st_size < 300_000


HOSTILE = """---
title: "<script>alert(1)</script> \u202etxt.exe"
source: '"><img src=x onerror=alert(2)>'
---
<script>document.body.remove()</script> said 12 people died.

"<style>*{display:none}</style> there are 13 dead," said <b onclick=alert(3)>Mr. Brown</b>.

[press here](javascript:alert(4)) said 12\u202e34\u202c people were hurt.\u0000
"""


def test_tricks_in_titles_quotes_sources_and_names_stand_as_text(
    made: Callable[..., Path], opened: Any, tmp_path: Path
) -> None:
    bad, other = tmp_path / "<img src=x onerror=alert(5)>.txt", tmp_path / "b.txt"
    bad.write_text(HOSTILE.replace("\u0000", ""), encoding="utf-8")
    other.write_text("Twelve people died and 40 were hurt, police said.", encoding="utf-8")
    seen = opened(made(bad, other))
    assert seen.told == []
    assert len(seen.asked) == 1
    assert seen.page.locator("script").count() == 1
    assert seen.page.locator("img, iframe, b[onclick], a[href^=javascript]").count() == 0
    assert seen.page.locator("h1").is_visible()
    assert "U+202E" in seen.page.locator(".report").first.inner_text()
    assert "\u202e" not in seen.page.content()
