"""The checklist as a page: the items of the other forms, in one file that asks for nothing and runs nothing foreign."""

from __future__ import annotations

import html
import re
from collections.abc import Callable

import pytest
from msgspec.structs import replace

from factcheck.data.messages import Messages, load_messages
from factcheck.model.claim import Reading
from factcheck.model.comparison import Comparison
from factcheck.model.finding import Finding
from factcheck.render.checklist_json import checklist_object
from factcheck.render.checklist_page import render_checklist_page
from factcheck.render.page import TEMPLATES

TEXT_ON = {"ink": 4.5, "muted": 4.5, "error": 4.5, "warning": 4.5, "note": 4.5, "done": 4.5, "accent": 4.5, "edge": 3.0}
"""What is written on the page's grounds, and the contrast WCAG 2.2 AA asks of it; `edge` is the border of fields."""


def test_page_has_the_items_of_the_other_forms(comparison: Comparison, messages: Messages) -> None:
    page = render_checklist_page(comparison, messages)
    items = checklist_object(comparison, messages)["items"]
    assert re.findall('data-factcheck="([^"]+)"', page) == [" ".join(item["fingerprints"]) for item in items]
    shown = html.unescape(re.sub("<[^>]*>", "", page))
    for item in items:
        assert item["subject"] in shown
        assert all(question in shown for question in item["questions"])
        assert all(finding["message"] in shown for finding in item["findings"])
    assert "built-in" not in page


def test_page_stands_in_the_direction_of_its_language(comparison: Comparison, messages: Messages) -> None:
    page = render_checklist_page(comparison, messages)
    assert f'<html lang="{messages.language}" dir="{messages.text("direction")}">' in page
    assert set(re.findall('<q [^>]*lang="([^"]+)"', page)) == {"ar"}


def test_page_asks_for_nothing_and_keeps_to_its_policy(comparison: Comparison, messages: Messages) -> None:
    page = render_checklist_page(comparison, messages)
    assert not re.search(r"\b(?:src|srcset|action|background|poster)=|url\(|@import|https?:", page)
    assert set(re.findall('href="([^"]*)"', page)) == {"#items"}
    assert not re.search(r"<[^>]* (?:style|on[a-z]+)=", page)


def test_an_answer_that_was_given_is_ticked(
    english_comparison: Comparison, english: Messages, settle: Callable[[Comparison], Comparison]
) -> None:
    page = render_checklist_page(settle(english_comparison), english)
    assert page.count('value="confirmed" checked=""') == 1
    assert 'value="Mona &lt;Adel&gt;"' in page
    assert "confirmed by Mona &lt;Adel&gt; on 2026-03-12" in page


@pytest.fixture
def settle() -> Callable[[Comparison], Comparison]:
    """Give what lets somebody settle the first finding of a comparison."""
    import datetime

    from factcheck.model.allowance import Settled, Signed, Written

    def settled(comparison: Comparison) -> Comparison:
        first, *others = comparison.findings
        day = datetime.date(2026, 3, 12)
        answer = Signed("Mona <Adel>", day, "confirmed", "seen", first.fingerprint, Written("list.md"))
        return replace(comparison, findings=tuple(others), settled=(Settled(first, answer),))

    return settled


def test_markup_of_reports_is_text(
    make_reading: Callable[..., Reading], make_finding: Callable[..., Finding], english_comparison: Comparison
) -> None:
    evil = '<script>alert(1)</script> "onload=alert(1) \u202e</textarea>'
    reading = make_reading(f"{evil} said 12 died.", [])
    report = replace(reading.report, name=f"{evil}.txt", source=evil, title=evil)
    reading = replace(reading, report=report)
    finding = make_finding((reading,), "unnamed-source", [(0, evil, "source")])
    finding = replace(finding, message=f"«{evil}»: {evil}", question=evil)
    bare = replace(english_comparison, readings=(reading,), findings=(finding,), matrix=(), pairs=(), set_aside=())
    page = render_checklist_page(bare, load_messages("en"))
    assert "<script>alert" not in page
    assert page.count("</textarea>") == 1
    assert "\u202e" not in page
    assert html.unescape(page).count("<script>alert(1)</script>") >= 5


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_colours_are_told_apart_by_those_who_see_little(scheme: str) -> None:
    styles = (TEMPLATES / "checklist.css").read_text("utf-8")
    roots = re.findall(r":root \{(.*?)\}", styles, re.DOTALL)
    colours = dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6})", roots[0]))
    if scheme == "dark":
        colours |= dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6})", roots[1]))
    for ground in ("card", "paper"):
        for name, least in TEXT_ON.items():
            assert contrast(colours[name], colours[ground]) >= least, f"{name} on {ground}"
    assert contrast(colours["ink"], colours["mark"]) >= 4.5
    assert contrast(colours["on-accent"], colours["accent"]) >= 4.5


def contrast(one: str, other: str) -> float:
    """Give the contrast of two colours, as WCAG 2.2 defines it."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
