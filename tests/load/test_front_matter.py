"""What a file says of itself, with the file's own lines in every complaint."""

from __future__ import annotations

import datetime

import pytest

from factcheck.load.front_matter import FrontMatter, parse_day, read_front_matter
from factcheck.model.errors import UserError

CODES = ("ar", "en")


def problems(text: str) -> list[str]:
    with pytest.raises(UserError) as caught:
        read_front_matter(text, "wire.md", CODES)
    return [str(problem) for problem in caught.value.problems]


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("closing", ["---", "...", "--- "])
def test_all_keys(newline: str, closing: str) -> None:
    lines = [
        "---",
        "title: اثنا عشر مصابا",
        "published: 2026-03-03",
        "source: الوكالة",
        "language: ar",
        closing,
        "النص",
    ]
    text = newline.join(lines)
    front = read_front_matter(text, "wire.md", CODES)
    assert front[:4] == ("اثنا عشر مصابا", datetime.date(2026, 3, 3), "الوكالة", "ar")
    assert text[front.body :] == "النص"


def test_unknown_keys_belong_to_others() -> None:
    front = read_front_matter("---\nlayout: post\ntags: [a, b]\ntitle: Fire\n---\nText", "wire.md", CODES)
    assert front == FrontMatter("Fire", body=46)


@pytest.mark.parametrize(
    "text",
    [
        "Text alone.",
        "---\nText after a rule.\n---\nMore.",
        "---\nThe minister: we will pay.\n---\n",
        "--- a dash\ntitle: x\n---\n",
        "\n---\ntitle: x\n---\n",
        "----\ntitle: x\n----\n",
        "---",
        "---\nText after a rule.",
    ],
)
def test_no_front_matter(text: str) -> None:
    assert read_front_matter(text, "wire.md", CODES) == FrontMatter()


@pytest.mark.parametrize("text", ["---\n---\nText", "---\n# nothing yet\n\n---\nText"])
def test_empty_front_matter(text: str) -> None:
    front = read_front_matter(text, "wire.md", CODES)
    assert front == FrontMatter(body=text.index("Text"))


def test_empty_values_are_none() -> None:
    text = "---\ntitle:\npublished: null\nsource: ''\nlanguage: ~\n---\n"
    assert read_front_matter(text, "wire.md", CODES) == FrontMatter(body=len(text))


@pytest.mark.parametrize(
    "day", ["2026-02-30", "03.03.2026", "2026-3-3", "20260303", "2026-03-03T10:00:00Z", "٢٠٢٦-٠٣-٠٣"]
)
def test_bad_day(day: str) -> None:
    text = f"---\ntitle: x\npublished: '{day}'\n---\n"
    assert problems(text) == [f"wire.md:3:12: `published` must be a date written YYYY-MM-DD, not {day!r}"]


def test_all_problems_at_once() -> None:
    assert problems("---\ntitle: 2030\nlanguage: fr\npublished: today\n---\n") == [
        "wire.md:2:8: `title` must be text, not 2030; put it in quotes",
        "wire.md:3:11: `language` must be one of ar, en, not 'fr'",
        "wire.md:4:12: `published` must be a date written YYYY-MM-DD, not 'today'",
    ]


def test_no_end() -> None:
    assert problems("---\ntitle: x\n\nText.") == [
        "wire.md:1: the front matter has no end; add a line `---` after its last key"
    ]


def test_yaml_errors_have_the_files_lines() -> None:
    assert problems("---\r\ntitle: x\r\ntitle: y\r\n---\r\n")[0].startswith("wire.md:3:1: ")
    assert problems("---\npublished: [x\n---\n")[0].startswith("wire.md:")


def test_days() -> None:
    assert parse_day("2024-02-29") == datetime.date(2024, 2, 29)
    assert parse_day("2026-W01-1") is None
    assert parse_day("") is None


@pytest.mark.parametrize(
    "title",
    [
        "Sudan: 12 dead in clashes",
        "[Update] Floods: toll rises",
        '"We will not" says minister: talks fail',
        "الصحة: 12 إصابة",
    ],
)
def test_a_headline_as_it_is_typed(title: str) -> None:
    read = read_front_matter(f"---\ntitle: {title}\npublished: 2026-03-03\n---\nText.\n", "wire.txt", CODES)
    assert (read.title, read.published) == (title, datetime.date(2026, 3, 3))


def test_a_headline_in_quotes_beside_one_without() -> None:
    read = read_front_matter('---\ntitle: "Sudan: 12 dead"\nsource: Wire: Africa\n---\nText.\n', "wire.txt", CODES)
    assert (read.title, read.source) == ("Sudan: 12 dead", "Wire: Africa")
