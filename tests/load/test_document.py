"""Files, standard input and texts in hand become reports; offsets point into what was given."""

from __future__ import annotations

import datetime
import io
import os
from collections.abc import Callable, Mapping
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from factcheck.load.document import load_report, report_from_text
from factcheck.model.errors import UserError
from factcheck.model.language import Language
from factcheck.model.limits import Limits
from factcheck.model.report import Report
from factcheck.model.span import Span

HEADLINE = {"ar": "إصابة 12 شخصا في حريق بميناء جدة", "en": "Twelve people hurt in fire at Jeddah port"}
LEAD = {
    "ar": "أصيب 12 شخصا في حريق اندلع فجر اليوم في مستودع بميناء جدة الإسلامي، حسبما أعلن الدفاع المدني.",
    "en": "Twelve people were hurt when a fire broke out at dawn in a warehouse of the port, civil defence said.",
}
DAY = datetime.date(2026, 3, 3)
LANGUAGES = pytest.mark.parametrize("code", ["ar", "en"])

Load = Callable[..., Report]


@pytest.fixture
def load(tmp_path: Path, languages: Mapping[str, Language], detect: Callable[[str], str]) -> Load:
    def report(content: str | bytes, **options: Any) -> Report:
        path = tmp_path / "wire.md"
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return load_report(path, languages=languages, detect=detect, **options)

    return report


@pytest.fixture
def make(languages: Mapping[str, Language], detect: Callable[[str], str]) -> Load:
    def report(text: str, **options: Any) -> Report:
        return report_from_text(text, **{"id": "r0", "languages": languages, "detect": detect, **options})

    return report


def surfaces(report: Report) -> list[tuple[str, str]]:
    return [(block.kind, report.surface(block.span)) for block in report.blocks]


@LANGUAGES
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1256"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_a_plain_file(load: Load, tmp_path: Path, code: str, encoding: str, newline: str) -> None:
    text = newline.join([HEADLINE[code], "", LEAD[code], ""])
    report = load(text.encode(encoding), id="r1", published=DAY)
    assert report == Report("r1", text, code, None, DAY, None, str(tmp_path / "wire.md"), report.blocks)
    assert surfaces(report) == [("headline", HEADLINE[code]), ("paragraph", LEAD[code])]
    assert report.place(report.blocks[1].span) == (3, 1)


@LANGUAGES
def test_front_matter(load: Load, code: str) -> None:
    other = {"ar": "en", "en": "ar"}[code]
    front = f"---\ntitle: {HEADLINE[other]}\npublished: 2026-03-03\nsource: Agency\n---\n"
    report = load(front + LEAD[code])
    assert (report.title, report.published, report.source) == (HEADLINE[other], DAY, "Agency")
    assert report.language == code
    assert report.text == front + LEAD[code]
    assert surfaces(report) == [("headline", HEADLINE[other]), ("paragraph", LEAD[code])]
    assert report.blocks[0].span == Span(0, len(HEADLINE[other]), "title")
    assert report.place(report.blocks[1].span) == (6, 1)


def test_what_is_given_wins_over_front_matter(load: Load) -> None:
    report = load(f"---\npublished: 2020-01-01\nlanguage: en\n---\n{LEAD['ar']}", published=DAY, language="ar")
    assert (report.published, report.language) == (DAY, "ar")


def test_language_of_the_front_matter(load: Load) -> None:
    assert load(f"---\nlanguage: en\n---\n{LEAD['ar']}").language == "en"


@LANGUAGES
@pytest.mark.parametrize("mark", ["", "# "])
def test_a_title_that_the_body_repeats(load: Load, code: str, mark: str) -> None:
    front = f"---\ntitle: '{HEADLINE[code]}'\n---\n"
    report = load(f"{front}{mark}{HEADLINE[code]}\n\n{LEAD[code]}")
    assert report.title is None
    assert surfaces(report) == [("headline", HEADLINE[code]), ("paragraph", LEAD[code])]
    assert report.blocks[0].span.field == "text"


def test_a_title_that_the_body_does_not_repeat(load: Load) -> None:
    report = load(f"---\ntitle: Fire in port\n---\n# {HEADLINE['en']}\n{LEAD['en']}")
    assert surfaces(report)[:2] == [("headline", "Fire in port"), ("headline", HEADLINE["en"])]


@pytest.mark.parametrize("text", ["---\ntitle: x\n---\n", "---\ntitle: x\n---\n \n"])
def test_front_matter_alone(load: Load, text: str) -> None:
    with pytest.raises(UserError, match="holds front matter alone"):
        load(text)


def test_limit(load: Load) -> None:
    assert load("a" * 50, limits=Limits(report_bytes=50)).text == "a" * 50
    with pytest.raises(UserError, match="is larger than 50 bytes"):
        load("a" * 51, limits=Limits(report_bytes=50))


def test_unknown_language(load: Load, make: Load) -> None:
    with pytest.raises(UserError, match="language must be one of ar, en, not 'fr'"):
        load("Text", language="fr")
    with pytest.raises(UserError, match=r"^r7: language must be one of ar, en"):
        make("Text", id="r7", language="fr")


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("missing.txt", "no such file; check the name"),
        (".", "is a folder; name a file in it"),
        ("a\0b", r"cannot be read \(embedded null byte\)"),
        ("x" * 300, r"cannot be read \(File name too long\)"),
    ],
)
def test_files_that_cannot_be_read(
    tmp_path: Path, languages: Mapping[str, Language], detect: Callable[[str], str], name: str, message: str
) -> None:
    with pytest.raises(UserError, match=message) as caught:
        load_report(f"{tmp_path}/{name}", languages=languages, detect=detect)
    assert str(caught.value).startswith(f"{tmp_path}/{name}: ")


def test_no_permission(
    monkeypatch: pytest.MonkeyPatch, languages: Mapping[str, Language], detect: Callable[[str], str]
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(UserError, match=r"wire\.txt: may not be read; check its permissions"):
        load_report("wire.txt", languages=languages, detect=detect)


def test_standard_input(
    monkeypatch: pytest.MonkeyPatch, languages: Mapping[str, Language], detect: Callable[[str], str]
) -> None:
    data = LEAD["ar"].encode("cp1256")
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(data)))
    report = load_report("-", languages=languages, detect=detect, limits=Limits(report_bytes=len(data)))
    assert (report.text, report.name) == (LEAD["ar"], "-")
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(b"")))
    with pytest.raises(UserError, match=r"^-: is empty"):
        load_report("-", languages=languages, detect=detect)


@pytest.mark.skipif(os.name == "nt", reason="names are text there")
def test_a_file_name_that_is_no_text(
    tmp_path: Path, languages: Mapping[str, Language], detect: Callable[[str], str]
) -> None:
    path = os.fsdecode(os.fsencode(tmp_path) + b"/\xff.txt")
    Path(path).write_text(LEAD["en"])
    assert load_report(path, languages=languages, detect=detect).name == f"{tmp_path}/\ufffd.txt"


@LANGUAGES
def test_text_in_hand(make: Load, code: str) -> None:
    report = make(LEAD[code], id="r3", title=f" {HEADLINE[code]} ", published=DAY, source="Agency", name="line 4")
    assert report == Report("r3", LEAD[code], code, f" {HEADLINE[code]} ", DAY, "Agency", "line 4", report.blocks)
    assert report.blocks[0].span == Span(1, 1 + len(HEADLINE[code]), "title")
    assert surfaces(report) == [("headline", HEADLINE[code]), ("paragraph", LEAD[code])]


@LANGUAGES
def test_a_repeated_title_in_hand_stays(make: Load, code: str) -> None:
    report = make(f"{HEADLINE[code]}\n\n{LEAD[code]}", title=HEADLINE[code])
    assert [(kind, span.field) for kind, span in ((b.kind, b.span) for b in report.blocks)] == [
        ("headline", "title"),
        ("headline", "text"),
        ("paragraph", "text"),
    ]


@pytest.mark.parametrize("title", [None, "", "  "])
def test_no_title(make: Load, title: str | None) -> None:
    report = make(LEAD["en"], title=title, source=None, language=None)
    assert surfaces(report) == [("paragraph", LEAD["en"])]
    assert (report.published, report.source, report.name) == (None, None, "")


def test_front_matter_is_only_read_in_files(make: Load) -> None:
    text = f"---\ntitle: x\n---\n{LEAD['en']}"
    assert make(text).title is None


def test_an_empty_text_in_hand(make: Load) -> None:
    assert make("").blocks == ()


@pytest.mark.parametrize("field", ["text", "title"])
def test_half_a_character(make: Load, field: str) -> None:
    options = {"text": "abc", "title": "abc", field: "ab\ud83dc"}
    with pytest.raises(UserError, match=f"`{field}` holds half a character at offset 2"):
        make(**options)
