"""The checklist as Markdown: boxes, quotes, and nothing a report could mark up."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from msgspec.structs import replace

from factcheck.data.messages import Messages
from factcheck.model.claim import Reading
from factcheck.model.comparison import Comparison
from factcheck.model.finding import Finding
from factcheck.render.bidi import FSI, PDI
from factcheck.render.checklist_markdown import escaped, render_checklist_markdown


def test_every_item_has_its_boxes(comparison: Comparison, messages: Messages) -> None:
    text = render_checklist_markdown(comparison, messages)
    assert text.count("\n## ") == 4
    assert text.count("\n- [ ] ") == 12
    assert re.findall(r"<!-- factcheck: (.*?) -->", text)[0] == "figure-conflict-27 آخرون"
    assert text.endswith("-->\n")
    assert all(line.count(FSI) == line.count(PDI) for line in text.splitlines())


def test_an_item(english_comparison: Comparison, english: Messages) -> None:
    text = render_checklist_markdown(english_comparison, english).replace(FSI, "").replace(PDI, "")
    assert text.startswith(
        "# Checklist: 4 things to check\n\n* A: report-a.txt\n* B: 2026-02-08 · report-b.txt · صحيفة السهل\n"
    )
    item = text[text.index("## 1.") : text.index("## 2.")]
    assert item == (
        "## 1. error · 14 شخصا وأصيب 27 آخرون\n\n"
        "A 27 · B 37\n\n"
        "**figure-conflict**: 27 here, 37 there: both cannot hold\n\n"
        "* `A 2:19` «قتل 14 شخصا وأصيب **27 آخرون** في زلزال ضرب بلدة السهل فجر الأحد، بحسب …»\n"
        "* `B 1:26` «قتل أربعة عشر شخصا وأصيب **٣٧ آخرون** في الزلزال، وفق مصادر.»\n\n"
        "**Ask**: Which figure is later?\n\n"
        "**Whom**: A person: مدير المستشفى سالم العلي\n\n"
        "- [ ] confirmed\n- [ ] corrected\n- [ ] cut\n\n"
        "- Checked by:\n- Date:\n- Note:\n\n"
        "<!-- factcheck: figure-conflict-27 آخرون -->\n\n"
    )


def test_arabic_stands_last_on_its_line(english_comparison: Comparison, english: Messages) -> None:
    lines = render_checklist_markdown(english_comparison, english).splitlines()
    isolated = [line for line in lines if PDI in line]
    assert isolated
    assert not any(re.search(r"[A-Za-z0-9]", line.rpartition(PDI)[2]) for line in isolated)


def test_several_questions_are_a_list(english_comparison: Comparison, english: Messages) -> None:
    assert "**Ask**:\n\n* Who counted?\n* Who gave it?\n" in render_checklist_markdown(english_comparison, english)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("**bold** _it_ `code`", "\\*\\*bold\\*\\* \\_it\\_ \\`code\\`"),
        ("<script>&amp;</script>", "\\<script\\>\\&amp;\\</script\\>"),
        ("[x](http://example.org) ![i](u)", "\\[x\\](http\\://example.org) \\!\\[i\\](u)"),
        ("www.example.org a@example.org #12 @all", "www\\.example.org a\\@example.org \\#12 \\@all"),
        ("a | b ~c~ $d$ \\e", "a \\| b \\~c\\~ \\$d\\$ \\\\e"),
        ("12.5 - 3:45", "12.5 - 3:45"),
        ("two\nlines", "two lines"),
    ],
)
def test_escaped(text: str, shown: str) -> None:
    assert escaped(text) == shown


def test_hostile_text_marks_nothing_up(
    english: Messages, make_reading: Callable[..., Reading], make_finding: Callable[..., Finding]
) -> None:
    words = "# سطر\n- [x] confirmed <img src=x onerror=alert(1)> --> [a](javascript:b) **c** \u202eevil\x1b[0m"
    reading = make_reading(words.replace("\n", " "), language="en", name="<b>.txt", source="*s*")
    said = words.replace("\n", " ")
    finding = make_finding(
        [reading], "unnamed-source", [(0, said, "source")], message=f"نص - {words}", question=words, fingerprint="f0"
    )
    text = render_checklist_markdown(Comparison((reading,), True, (), (), (finding,), (), ()), english)
    assert not re.search(r"(?<!\\)<(?!!--)", text)
    assert text.count("-->") == 1
    assert "\u202e" not in text
    assert "\x1b" not in text
    assert not re.search(r"(?<!\\)\[(?! \] )", text)
    lines = [line for line in text.splitlines() if re.match(r"\s*(#|[-+*] |\d+[.)] )", line)]
    assert all(
        re.match(r"# C|## 1\. |\* (A|`A 1:1`)|- (\[ \] (confirmed|corrected|cut)|(Checked by|Date|Note):)$", line)
        for line in lines
    )


def test_nothing_to_check(english_comparison: Comparison, english: Messages) -> None:
    text = render_checklist_markdown(replace(english_comparison, findings=()), english)
    assert text.startswith("# Checklist: 0 things to check\n")
    assert text.endswith("Nothing to check.\n")
