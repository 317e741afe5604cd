"""Web pages, pieces of HTML, and Markdown."""

from __future__ import annotations

from pathlib import Path

from factcheck.load.html_page import read_html
from factcheck.load.markdown_marks import without_marks
from factcheck.model.errors import UserError
from tests.fuzz.oracles import check_stories, check_told, text_of
from tests.fuzz.seeds import input_seeds

WORDS = [
    b"<p>",
    b"</p>",
    b"<table>",
    b"<tr>",
    b"<td>",
    b"<script type='application/ld+json'>",
    b"<!--",
    b"-->",
    b"<html>",
]
WORDS += [
    b"<h1>",
    b"<li>",
    b"<article>",
    b"<br/>",
    b"&amp;",
    b"&#x202e;",
    b"&#0;",
    b"<![CDATA[",
    b"**",
    b"](",
    b"~~",
    b"`",
]


def seeds() -> list[bytes]:
    return input_seeds("*.html", "*.md")


def check(data: bytes, folder: Path) -> None:
    text = text_of(data)
    plain = without_marks(text)
    assert len(plain) <= len(text)
    assert plain.count("\n") == text.count("\n")
    try:
        check_stories(read_html(data, "page"))
    except UserError as error:
        check_told(error)
