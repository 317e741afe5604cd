"""A page runs its own style and script and nothing else, and shows what is put in as text."""

from __future__ import annotations

import base64
import hashlib
import html
import re
import subprocess
import sys
from pathlib import Path

import pytest
from jinja2 import UndefinedError

from factcheck.render.page import render_page

PAGE = """{% extends "page.html" %}
{% block body %}<h1 title="{{ said }}">{{ said }}</h1>
<script type="application/json" id="data">{{ {"said": said} | tojson }}</script>
{% endblock %}"""
HEAD = {"language": "ar", "direction": "rtl", "title": "T"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.html").write_text(PAGE, encoding="utf-8")
    (tmp_path / "a.css").write_text("h1 > b { color: red }\n", encoding="utf-8")
    (tmp_path / "a.js").write_text("const fewer = 1 < 2 && 'a' > \"b\";\n", encoding="utf-8")
    (tmp_path / "a-more.js").write_text("document.title = fewer;\r\n", encoding="utf-8", newline="")
    return tmp_path


def policy(page: str) -> dict[str, str]:
    content = re.search(r'Content-Security-Policy" content="([^"]*)"', page)
    assert content
    return dict(part.split(" ", 1) for part in html.unescape(content[1]).split("; "))


def named(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def test_policy_allows_the_style_and_the_script_inside_and_nothing_else(folder: Path) -> None:
    page = render_page("a.html", folder=folder, **HEAD, said="x")
    (style,) = re.findall("<style>(.*?)</style>", page, re.DOTALL)
    *_, script = re.findall("<script>(.*?)</script>", page, re.DOTALL)
    assert "1 < 2 && 'a' > \"b\"" in script
    assert "document.title" in script
    assert "\r" not in page  # a browser reads every end of line as LF before it takes the hash
    assert policy(page) == {
        "default-src": "'none'",
        "style-src": named(style),
        "script-src": named(script),
        "base-uri": "'none'",
        "form-action": "'none'",
    }


def test_page_without_script_may_run_none(folder: Path) -> None:
    for script in folder.glob("*.js"):
        script.unlink()
    page = render_page("a.html", folder=folder, **HEAD, said="x")
    assert policy(page)["script-src"] == "'none'"
    assert "<script>" not in page


def test_page_that_is_served_may_be_granted_more(folder: Path) -> None:
    page = render_page("a.html", folder=folder, allow=["connect-src 'self'"], **HEAD, said="x")
    assert policy(page)["connect-src"] == "'self'"


@pytest.mark.parametrize(
    "said",
    ["<script>alert(1)</script>", '" onmouseover="alert(1)', "</script><b>", "<!-- <img src=x onerror=alert(1)> -->"],
)
def test_markup_in_a_report_is_text(folder: Path, said: str) -> None:
    page = render_page("a.html", folder=folder, **HEAD, said=said)
    assert said not in page
    shown = re.search(r'<h1 title="([^"]*)">([^<]*)</h1>', page)
    assert shown
    assert [html.unescape(part) for part in shown.groups()] == [said, said]


def test_what_turns_a_line_or_hides_is_dropped_and_lines_stay(folder: Path) -> None:
    page = render_page("a.html", folder=folder, **HEAD, said="a\u202eb\u2066c\u200b\x00\nd ")
    assert ">abc␀\nd </h1>" in page
    assert not re.search("[\u202e\u2066\u200b\x00]", page)


def test_half_a_letter_can_still_be_written(folder: Path) -> None:
    render_page("a.html", folder=folder, **HEAD, said="a\ud800b").encode("utf-8")


def test_missing_value_is_told(folder: Path) -> None:
    with pytest.raises(UndefinedError, match="said"):
        render_page("a.html", folder=folder, **HEAD)
    with pytest.raises(ValueError, match="built-in method"):
        render_page("a.html", folder=folder, **HEAD, said={}.clear)
    with pytest.raises(ValueError, match="None"):
        render_page("a.html", folder=folder, **HEAD, said=None)


def test_script_that_would_end_its_element_is_refused(folder: Path) -> None:
    (folder / "a.js").write_text("const end = '</script>';", encoding="utf-8")
    with pytest.raises(ValueError, match="end its element"):
        render_page("a.html", folder=folder, **HEAD, said="x")


def test_templates_are_loaded_only_for_pages(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Officials said 12 people died.\n", encoding="utf-8")
    code = (
        "import sys; sys.argv = ['factcheck', 'checklist', 'a.txt']\n"
        "from factcheck.cli import main\n"
        "try: main()\n"
        "finally: sys.exit(next((name for name in sys.modules if name.startswith('jinja2')), 0))\n"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
