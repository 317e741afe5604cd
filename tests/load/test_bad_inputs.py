"""Files that are damaged, or made to do damage: one line each, soon, and nothing but text comes out."""

from __future__ import annotations

import io
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcheck.load.document import Loaded
from factcheck.load.tags import read_tags
from factcheck.pipeline import load_reports

FORMS = Path(__file__).parents[2] / "fixtures" / "inputs"
FILES = [path for path in sorted(FORMS.glob("*/*")) if path.suffix != ".html" and not path.name.startswith("word-")]
WORD = '<w:document xmlns:w="w"><w:body><w:p><w:r><w:t>Ten died.</w:t></w:r></w:p></w:body></w:document>'
BOMB = (
    '<!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>'
    "<rss><channel><item><description>&c;</description></item></channel></rss>"
)
THEFT = (
    '<!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/hostname">]><rss><item><description>&a;</description></item></rss>'
)
ITEM = "<rss><channel><item><title>{}</title></item></channel></rss>"
Load = Callable[[str, bytes], Loaded]


def zipped(parts: dict[str, str | bytes], how: int = zipfile.ZIP_DEFLATED) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", how) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return data.getvalue()


def lying(real: int, claimed: int) -> bytes:
    """Give an archive that says of its document that it is smaller than it is."""
    data = zipped({"word/document.xml": b" " * real})
    return data.replace(real.to_bytes(4, "little"), claimed.to_bytes(4, "little"))


def nested(depth: int) -> bytes:
    """Give a message of multipart messages inside one another."""
    head = b"From: a@example\nDate: Mon, 2 Mar 2026 10:00:00 +0000\nSubject: x\nMIME-Version: 1.0\n"
    parts = [b'Content-Type: multipart/mixed; boundary="b%d"\n\n--b%d\n' % (number, number) for number in range(depth)]
    return head + b"".join(parts) + b"Content-Type: text/plain\n\nTen died.\n"


@pytest.fixture
def load(tmp_path: Path) -> Load:
    def write_and_load(name: str, data: bytes) -> Loaded:
        path = tmp_path / name
        path.write_bytes(data)
        return load_reports(str(path))

    return write_and_load


BAD: dict[str, tuple[str, bytes, str]] = {
    "entities in a feed": ("feed.xml", BOMB.encode(), "declares entities"),
    "entities in text": ("feed.txt", BOMB.encode(), "declares entities"),
    "a file asked for by an entity": ("feed.xml", THEFT.encode(), "declares entities"),
    "entities in a document": (
        "a.docx",
        zipped({"word/document.xml": BOMB.replace("rss", "w:document")}),
        "declares entities",
    ),
    "elements inside elements": ("feed.xml", ITEM.format("<b>" * 100_000).encode(), "nests elements"),
    "elements inside elements of a document": (
        "a.docx",
        zipped({"word/document.xml": "<w>" * 100_000}),
        "nests elements",
    ),
    "elements inside elements of a page": (
        "a.html",
        b"<html><body>" + b"<div>" * 100_000 + b"Ten died.",
        "nests elements",
    ),
    "a page of tags alone": ("a.html", b"<html><body><table>" + b"<tr><td>1" * 200_000, "tags"),
    "lists inside lists": ("a.json", b'[{"text":' + b"[" * 200_000, "nested too deeply"),
    "objects inside objects": ("a.jsonl", b'{"text":' * 200_000 + b"\n", "nested too deeply"),
    "messages inside messages": ("a.eml", nested(3_000), "nested too deeply"),
    "a document that unpacks to much": ("a.docx", zipped({"word/document.xml": b" " * 30_000_000}), "unpacks to more"),
    "a document that lies about its size": ("a.docx", lying(30_000_000, 5_000), "damaged or locked"),
    "a document packed as none is": (
        "a.docx",
        zipped({"word/document.xml": b" " * 30_000_000}, zipfile.ZIP_BZIP2),
        "damaged or locked",
    ),
    "another archive": ("a.docx", zipped({"xl/workbook.xml": "<x/>"}), "no Word document"),
    "an archive cut off": ("a.docx", zipped({"word/document.xml": WORD})[:-30], "damaged or locked"),
    "a document without text": ("a.docx", zipped({"word/document.xml": "<w:document xmlns:w='w'/>"}), "without text"),
    "text called a document": ("a.docx", b"Ten died.", "is not a Word document"),
    "text called JSON": ("a.json", b"Ten died.", "is not JSON"),
    "text called XML": ("a.xml", b"Ten died.", "is not XML"),
    "JSON cut off": ("a.json", b'{"uri": "x", "headline": "Ten', "is no JSON"),
    "JSON that is no report": ("a.json", b'{"name": "x"}', "no report"),
    "a number of too many digits": ("a.json", b'{"text": ' + b"9" * 10_000 + b"}", "is no JSON"),
    "no number": ("a.json", b'{"text": NaN}', "is no JSON"),
    "half a character": ("a.json", b'{"text": "Ten \\ud800 died."}', "half a character"),
    "ninjs without a body": ("a.json", b'{"uri": "x", "type": "picture", "headline": "A pier"}', "without a body"),
    "a wrong day": ("a.jsonl", b'{"text": "Ten died.", "published": "yesterday"}', "must be a date"),
    "a wrong language": ("a.jsonl", b'{"text": "Ten died.", "language": "fr"}', "must be one of ar, en"),
    "a language not read": ("a.json", b'{"uri": "x", "body_text": "Dix morts.", "language": "fr-FR"}', "'fr-FR'"),
    "XML of another kind": ("a.xml", b"<?xml version='1.0'?><opml/>", "<opml>"),
    "XML cut off": ("a.xml", ITEM.format("Ten died").encode()[:-20], "damaged XML"),
    "XML that lies about its encoding": (
        "a.xml",
        b"<?xml version='1.0' encoding='utf-8'?>" + ITEM.format("مات عشرة").encode("cp1256"),
        "damaged XML",
    ),
    "XML in an encoding nobody has": (
        "a.xml",
        b"<?xml version='1.0' encoding='x-desk'?>" + ITEM.format("Ten").encode(),
        "XML",
    ),
    "a feed without items": ("a.xml", b"<rss><channel/></rss>", "without items"),
    "news without a story": ("a.xml", b"<newsItem xmlns='http://iptc.org/std/nar/2006-10-01/'/>", "holds no story"),
    "a message without text": ("a.eml", b"From: a\nTo: b\nSubject: c\n\n", "without text"),
}


@pytest.mark.parametrize("what", BAD)
def test_what_is_wrong_is_one_line(load: Load, what: str) -> None:
    name, data, told = BAD[what]
    started = time.perf_counter()
    reports, problems = load(name, data)
    assert time.perf_counter() - started < 10
    assert reports == ()
    assert len(problems) == 1
    assert name in str(problems[0])
    assert told in str(problems[0])
    assert len(str(problems[0]).splitlines()) == 1


@pytest.mark.parametrize("suffix", ["txt", "md", "html", "docx", "json", "jsonl", "xml", "rss", "atom", "eml"])
@pytest.mark.parametrize("data", [b"", b" \r\n\t"])
def test_nothing_is_empty_in_every_format(load: Load, suffix: str, data: bytes) -> None:
    reports, problems = load(f"a.{suffix}", data)
    assert (reports, [problem.message for problem in problems]) == ((), ["is empty; it must hold a report's text"])


def test_what_is_wrong_with_one_report_leaves_the_others(load: Load) -> None:
    lines = ['{"text": "Ten died."}', '{"text": ', "", '{"text": 7}', '{"text": "Nine died."}']
    reports, problems = load("a.jsonl", "\n".join(lines).encode())
    assert [Path(report.name).name for report in reports] == ["a.jsonl#1", "a.jsonl#5"]
    assert [problem.line for problem in problems] == [2, 4]


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_damage_is_told_and_never_raised(tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
    source = data.draw(st.sampled_from(FILES))
    content = bytearray(source.read_bytes())
    if data.draw(st.booleans()):
        del content[data.draw(st.integers(0, len(content))) :]
    for _ in range(data.draw(st.integers(0, 4))):
        place = data.draw(st.integers(0, len(content)))
        content[place : place + data.draw(st.integers(0, 3))] = data.draw(st.binary(max_size=4))
    path = tmp_path_factory.mktemp("damaged") / source.name
    path.write_bytes(content)
    reports, problems = load_reports(str(path))
    assert reports or problems
    assert all(len(str(problem).splitlines()) == 1 for problem in problems)
    assert all(
        0 <= block.span.start < block.span.end <= len(r.text) or block.span.field == "title"
        for r in reports
        for block in r.blocks
    )


@settings(max_examples=200)
@given(st.text(alphabet="<>/!-[]CDATA&;=\"' apbr", max_size=200))
def test_tags_lose_no_text(text: str) -> None:
    assert "".join(tag.text for tag in read_tags("x" + text) if tag.what == "text").startswith("x")


@pytest.mark.parametrize(
    "part",
    [
        "<",
        "<a ",
        "<!--",
        "</",
        "<![CDATA[",
        "&",
        "<?",
        "<!",
        "<a b='",
        "<script>",
        "</script",
        "&#",
        "<a/",
        '<a "x',
        "<p",
        "<a\n",
    ],
)
def test_tags_are_read_in_linear_time(part: str) -> None:
    started = time.perf_counter()
    for _ in read_tags(part * 200_000):
        pass
    assert time.perf_counter() - started < 5
