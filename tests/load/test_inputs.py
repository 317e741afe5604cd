"""One article in every format gives the same claims: a format makes no difference to what is said."""

from __future__ import annotations

import datetime
import zipfile
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from factcheck.model.report import Report
from factcheck.pipeline import extract_claims, load_report, load_reports

FORMS = Path(__file__).parents[2] / "fixtures" / "inputs"
PARTS = {"document": "word/document.xml", "styles": "word/styles.xml", "core": "docProps/core.xml"}
WEB = pytest.mark.skipif(find_spec("trafilatura") is None, reason="web pages need the extra html")
SAME = (
    "ninjs-1.5.json",
    "ninjs-2.1.json",
    "ninjs-3.1.json",
    "newsml-nitf.xml",
    "newsml-xhtml.xml",
    pytest.param("page.html", marks=WEB),
    "story.md",
)
FIRST = ("rss.xml", "atom.xml", "reports.jsonl")
LANGUAGES = pytest.mark.parametrize("code", ["ar", "en"])


def word_document(folder: Path, path: Path) -> Path:
    """Zip the parts of the article as Word does."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        for name, inside in PARTS.items():
            archive.write(folder / f"word-{name}.xml", inside)
    return path


def said(report: Report) -> list[Any]:
    """Give all that is claimed, with its values and who says it, but not where."""
    return [
        (claim.kind, claim.text, claim.span.field)
        + ((claim.date.edtf, claim.date.calendar) if claim.date else ())
        + ((claim.name.type, claim.name.key) if claim.name else ())
        + ((claim.figure.low, claim.figure.high, claim.figure.unit, claim.figure.form) if claim.figure else ())
        + ((claim.attribution.source.kind,) if claim.attribution and claim.attribution.source else ())
        for claim in extract_claims(report).claims
    ]


def about(report: Report) -> tuple[str | None, ...]:
    return report.title, report.byline, report.source, report.language, str(report.published)


def body(report: Report) -> str:
    return report.text.rpartition("---\n")[2].strip()


@LANGUAGES
@pytest.mark.parametrize("form", [*SAME, *(f"{name}#1" for name in FIRST)])
def test_every_form_says_the_same(code: str, form: str) -> None:
    plain, other = load_report(str(FORMS / code / "story.txt")), load_report(str(FORMS / code / form))
    assert len(said(plain)) > 20
    assert said(other) == said(plain)
    assert about(other) == about(plain)
    assert body(other) == body(plain)


@LANGUAGES
def test_a_word_document_says_the_same(code: str, tmp_path: Path) -> None:
    plain = load_report(str(FORMS / code / "story.txt"))
    path = str(word_document(FORMS / code, tmp_path / "story.docx"))
    assert said(load_report(path, published=plain.published)) == said(plain)
    # When it was made and saved is no day of publication.
    assert load_report(path).published is None
    assert about(load_report(path))[:2] == about(plain)[:2]


@LANGUAGES
def test_a_message_says_the_same(code: str) -> None:
    plain, message = load_report(str(FORMS / code / "story.txt")), load_report(str(FORMS / code / "mail.eml"))
    assert said(message) == said(plain)
    assert (message.title, message.source, message.published) == (plain.title, plain.source, plain.published)


@LANGUAGES
@pytest.mark.parametrize("name", ["rss.xml", "reports.jsonl"])
def test_a_file_with_several_reports(code: str, name: str) -> None:
    path = str(FORMS / code / name)
    reports, problems = load_reports(path, first=3)
    assert problems == ()
    assert [report.name for report in reports] == [f"{path}#1", f"{path}#2"]
    assert [report.id for report in reports] == ["r3", "r4"]
    assert load_report(f"{path}#2").text == reports[1].text
    assert reports[1].published == datetime.date(2026, 3, 2)


@LANGUAGES
@pytest.mark.parametrize(
    "form", ["ninjs-3.1.json", "newsml-nitf.xml", pytest.param("page.html", marks=WEB), "rss.xml#1", "mail.eml"]
)
def test_a_format_is_known_by_what_it_holds(code: str, form: str, tmp_path: Path) -> None:
    name, _, number = form.partition("#")
    (tmp_path / "copy.txt").write_bytes((FORMS / code / name).read_bytes())
    renamed = load_report(str(tmp_path / "copy.txt") + (f"#{number}" if number else ""))
    assert renamed.text == load_report(str(FORMS / code / form)).text
