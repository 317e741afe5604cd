"""Lines of a page are set apart from its story, by phrases that are data."""

from __future__ import annotations

import importlib.resources
from collections.abc import Callable

import pytest

from factcheck.data.strict_yaml import parse
from factcheck.load.boilerplate import index_phrases, read_boilerplate
from factcheck.load.lines import Line

Read = Callable[..., list[tuple[str, str]]]

LEAD = {
    "ar": "أصيب 12 شخصا في حريق اندلع فجر اليوم في مستودع بميناء جدة الإسلامي، حسبما أعلن الدفاع المدني.",
    "en": "Twelve people were hurt when a fire broke out at dawn in a warehouse of the port, civil defence said.",
}
LINK = {"ar": "ارتفاع أسعار النفط 3% في ختام التعاملات", "en": "Oil up 3% as trading ends for the week"}
LABEL = {"ar": "مقالات ذات صلة", "en": "Related articles"}
LANGUAGES = pytest.mark.parametrize("code", ["ar", "en"])


@pytest.mark.parametrize(
    "line",
    [
        "اقرأ أيضاً: ارتفاع أسعار النفط",
        "إقرأ أيضا",
        "تابعنا على تويتر",
        "المصدر: وكالات",
        "المصدر : وكالات",
        "شارك",
        "شارك:",
        "إعلان",
        "العودة إلى الأعلى",
        "جميع الحقوق محفوظة 2026",
        "(انتهى)",
        "// انتهى //",
        "15:42 ت م",
        "**اقرأ أيضا**",
        "- اقرأ أيضا: ارتفاع أسعار النفط",
        "Read more: oil up 3%",
        "READ MORE",
        "Follow us on Twitter.",
        "Share this article",
        "Advertisement",
        "Source: Reuters",
        "Back to top ↑",
        "[Read more](https://example.org)",
        "Sign up for our newsletter to get the latest.",
        "10:30 GMT",
        "© 2026 Example Media",
        "![A picture](fire.jpg)",
        "#fire #port",
    ],
)
def test_boilerplate(read: Read, line: str) -> None:
    assert [kind for kind, _ in read(f"{LEAD['en']}\n\n{line}\n\n{LEAD['en']}")] == [
        "paragraph",
        "boilerplate",
        "paragraph",
    ]


@pytest.mark.parametrize(
    "line",
    [
        "شارك 12 وزيرا في المؤتمر الذي عقد أمس في الرياض بحضور وفود من دول عدة.",
        "بحث الوزيران تعزيز التعاون بين البلدين في مجالات الطاقة والنقل والتعليم.",
        "مصدر: سنعلن النتائج غدا بعد اجتماع اللجنة الوزارية في جدة.",
        "إعلان الرياض يدعو إلى وقف إطلاق النار في جميع المناطق.",
        "Share prices fell 3% on Monday as traders waited for the bank's decision.",
        "Most popular of the 12 routes was the one to the coast, the ministry said.",
        "Source: Smith to join the cabinet on Monday after weeks of talks.",
        "Search teams found 12 people in the ruins on Monday.",
        "Related to the fire are 12 arrests, police said on Monday.",
        "The end came at 15:42 local time on Monday.",
    ],
)
def test_stories_that_begin_alike(read: Read, line: str) -> None:
    assert read(line) == [("paragraph", line)]


def test_a_long_line_is_a_story(read: Read) -> None:
    line = "Read more about it here: " + LEAD["en"] * 2
    assert read(line) == [("paragraph", line)]


@LANGUAGES
@pytest.mark.parametrize("mark", ["", "- ", "* "])
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_short_lines_under_a_label_go_with_it(read: Read, code: str, mark: str, gap: str) -> None:
    text = gap.join([LEAD[code], LABEL[code], mark + LINK[code], mark + LINK[code]])
    assert [kind for kind, _ in read(text)] == ["paragraph", *["boilerplate"] * 3]


@LANGUAGES
@pytest.mark.parametrize("label", ["## {}", "{}:", "**{}**", "{}\n---", "« {} »"])
def test_labels_however_marked(read: Read, code: str, label: str) -> None:
    found = read(f"{LEAD[code]}\n\n{label.format(LABEL[code])}\n{LINK[code]}\n")
    assert [kind for kind, _ in found] == ["paragraph", "boilerplate", "boilerplate"]


@LANGUAGES
def test_the_story_goes_on_after_links(read: Read, code: str) -> None:
    found = read(f"{LEAD[code]}\n{LABEL[code]}\n{LINK[code]}؟\n{LEAD[code]}\n- {LINK[code]}\n| a | 1 |")
    kinds = ["paragraph", "boilerplate", "boilerplate", "paragraph", "bullet", "table-row"]
    assert [kind for kind, _ in found] == kinds


@pytest.mark.parametrize("label", ["إعلان", "Advertisement"])
def test_one_word_is_no_label(read: Read, label: str) -> None:
    found = read(f"{LEAD['en']}\n{label}\n- {LINK['en']}\n- {LINK['ar']}")
    assert [kind for kind, _ in found] == ["paragraph", "boilerplate", "bullet", "bullet"]


def test_a_heading_ends_the_links(read: Read) -> None:
    found = read(f"{LEAD['en']}\n\n## {LABEL['en']}\n{LINK['en']}\n\n## Causes\n{LINK['en']}")
    assert [kind for kind, _ in found] == ["paragraph", "boilerplate", "boilerplate", "heading", "paragraph"]


@LANGUAGES
def test_a_label_before_the_headline(read: Read, code: str) -> None:
    found = read(f"{LABEL[code]}: {LINK[code]}\n\n{LINK[code]}\n\n{LEAD[code]}")
    assert [kind for kind, _ in found] == ["boilerplate", "headline", "paragraph"]


def test_phrases_as_the_loader_gives_them() -> None:
    phrases = index_phrases(["المصدر :", "read more", "don ' t miss"])
    for text in ("المصدر: وكالات", "Read more", "Don't miss"):
        assert read_boilerplate(text, Line(0, len(text), True), phrases, str.casefold, ".")


@LANGUAGES
def test_the_data_is_sorted_and_says_nothing_twice(code: str) -> None:
    path = importlib.resources.files("factcheck.languages") / code / "layout.yaml"
    entries = parse(path.read_text("utf-8"), str(path)).value["boilerplate"]
    keys = [entry["key"] for entry in entries]
    phrases = [phrase for entry in entries for phrase in entry["plain"]]
    assert keys == sorted(keys)
    assert all(entry["plain"] == sorted(entry["plain"]) for entry in entries)
    assert len(phrases) == len(set(phrases)) >= 25
