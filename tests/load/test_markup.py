"""Marked-up stories as text: paragraphs, headings, lists and tables as plain copy has them, and nothing else."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

import pytest

from factcheck.load.markup import read_markup
from factcheck.load.page import page_text
from factcheck.load.story import day_in
from factcheck.model.report import Report
from factcheck.pipeline import load_report

Load = Callable[[str, str], Report]


@pytest.fixture
def load(tmp_path: Path) -> Load:
    def write_and_load(name: str, text: str) -> Report:
        (tmp_path / name).write_text(text, "utf-8")
        return load_report(str(tmp_path / name))

    return write_and_load


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>Ten <b>boats</b>\n left.</p><p>Two&nbsp;stayed.</p>", "Ten boats left.\n\nTwo\xa0stayed."),
        ("<p>One<p>Two<ul><li>a<li>b</ul>Three", "One\n\nTwo\n\n- a\n- b\n\nThree"),
        ("One<br>Two<br/><br>Three", "One\nTwo\n\nThree"),
        ("<h2>Costs</h2><p>Ten.</p>", "## Costs\n\nTen."),
        (
            "<table><tr><th>Port<th>Ships</tr><tr><td><p>Aden</p></td><td></td></tr></table>",
            "| Port | Ships |\n| --- | --- |\n| Aden |  |",
        ),
        ("<p>Ten.</p><figure><figcaption>In 1998</figcaption></figure><script>x = 12 < 13</script>", "Ten."),
        ("<P CLASS='a>b'>Ten.</P><!-- 12 --><p>a < b</p>", "Ten.\n\na < b"),
        ("<p>عاد <b>12</b> عاملا</p><h2>خسائر</h2>", "عاد 12 عاملا\n\n## خسائر"),
    ],
)
def test_markup_becomes_text(markup: str, text: str) -> None:
    assert page_text(read_markup(markup)) == text


def test_a_title_that_the_text_repeats_stands_once() -> None:
    assert page_text(read_markup("<h1>Ten boats, lost</h1><p>They sank.</p>"), "Ten boats lost") == "They sank."


@pytest.mark.parametrize(
    ("stamp", "day"),
    [
        ("2026-03-02T23:50:00-05:00", datetime.date(2026, 3, 2)),
        ("Mon, 02 Mar 2026 23:50:00 -0500", datetime.date(2026, 3, 2)),
        ("20260302T235000Z", datetime.date(2026, 3, 2)),
        ("2026-03-02", datetime.date(2026, 3, 2)),
        ("2026-13-02", None),
        ("yesterday", None),
        (7, None),
    ],
)
def test_a_day_is_that_of_its_writer(stamp: object, day: datetime.date | None) -> None:
    assert day_in(stamp) == day


@pytest.mark.parametrize(
    ("said", "text", "code"),
    [
        ("en-US", "عاد 12 عاملا إلى الميناء", "ar"),
        ("ar", "Twelve workers returned to the port", "en"),
        ("ar-EG", "عاد 12 عاملا إلى ميناء Larnis Port City", "ar"),
        ("", "Twelve workers returned", "en"),
    ],
)
def test_letters_win_over_what_a_feed_says(load: Load, said: str, text: str, code: str) -> None:
    feed = f"<rss><channel><language>{said}</language><item><description>{text}</description></item></channel></rss>"
    assert load("feed.xml", feed).language == code


@pytest.mark.skipif(find_spec("trafilatura") is None, reason="web pages need the extra html")
def test_a_page_without_json_ld(load: Load) -> None:
    page = load(
        "page.html",
        "<html lang='en'><head><title>Boats | Harbour Wire</title><meta name=author content='Mona Adel'>"
        "<meta property='og:site_name' content='Harbour Wire'>"
        "<meta property='article:published_time' content='2026-03-02T10:00:00Z'></head>"
        "<body><article><h1>Ten boats left</h1>"
        "<p>Ten boats left Larnis, the port authority said.</p></article></body></html>",
    )
    assert (page.title, page.byline, page.source) == ("Ten boats left", "Mona Adel", "Harbour Wire")
    assert page.published == datetime.date(2026, 3, 2)
    assert page.text == "Ten boats left Larnis, the port authority said."


def test_a_piece_of_html_is_all_story(load: Load) -> None:
    assert load("piece.html", "<p>Ten.</p><p>Two.</p><p>Six.</p>").text == "Ten.\n\nTwo.\n\nSix."


def test_a_page_in_an_old_encoding(tmp_path: Path) -> None:
    path = tmp_path / "feed.xml"
    feed = "<?xml version='1.0' encoding='windows-1256'?><rss><item><title>عاد 12 عاملا</title></item></rss>"
    path.write_bytes(feed.encode("cp1256"))
    assert load_report(f"{path}#1").text == "عاد 12 عاملا"
