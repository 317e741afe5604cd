"""Files of every format on the command line: a folder of them, several reports in one, a library missing."""

from __future__ import annotations

import io
import json
import sys
import zipfile
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest
from click.testing import Result

Command = Callable[..., Result]
COPY = "The harbour office said {n} boats reached Larnis on Monday. Port director Salma Haddad said all were safe."
RUMOUR = "About {n} dock workers were killed in Larnis, sources said."
WORD = '<w:document xmlns:w="w"><w:body><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:body></w:document>'
NEWS = (
    '<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/"><contentSet><inlineXML><nitf><body><body.content><p>{}</p>'
    "</body.content></body></nitf></inlineXML></contentSet></newsItem>"
)
MAIL = "From: desk@wire.example\nTo: copy@paper.example\nSubject: Boats\nDate: Mon, 2 Mar 2026 10:00:00 +0000\n\n{}\n"
ROUNDS = 16


def word(text: str) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", WORD.format(text))
    return data.getvalue()


def sound(text: str) -> Iterator[tuple[str, bytes]]:
    """Give a story in every format, with a suffix."""
    yield ".txt", text.encode()
    yield ".md", f"# Boats\n\n{text}".encode()
    yield ".docx", word(text)
    yield "-ninjs1.json", json.dumps({"uri": "x", "body_xhtml": f"<p>{text}</p>"}).encode()
    yield "-ninjs2.json", json.dumps({"uri": "x", "bodies": [{"contenttype": "text/plain", "value": text}]}).encode()
    yield "-ninjs3.json", json.dumps({"uri": "x", "bodies": [{"contentType": "text/plain", "value": text}]}).encode()
    yield ".xml", NEWS.format(text).encode()
    yield ".rss", f"<rss><channel><item><description>{text}</description></item></channel></rss>".encode()
    yield ".jsonl", json.dumps({"text": text}).encode()
    yield ".eml", MAIL.format(text).encode()
    if find_spec("trafilatura") is not None:
        yield ".html", f"<!DOCTYPE html><html><body><article><p>{text}</p></article></body></html>".encode()


BROKEN = {
    "empty.txt": b"",
    "cut.docx": word("Ten boats.")[:-30],
    "text.docx": b"Ten boats.",
    "cut.json": b'{"uri": "x", "body_text": "Ten',
    "other.json": b'{"name": "boats"}',
    "cut.xml": b"<rss><channel><item>",
    "bomb.xml": b'<!DOCTYPE rss [<!ENTITY a "a">]><rss/>',
    "other.xml": b"<?xml version='1.0'?><opml/>",
    "line.jsonl": b'{"text": \n',
    "bare.eml": b"From: a\nTo: b\nSubject: c\n\n",
    "torn.txt": "قال الوزير إن ".encode() + b"\xd9 \xd8",
    "image.md": b"\x89PNG\r\n\x1a\n\x00",
}


@pytest.fixture
def heap(tmp_path: Path) -> tuple[int, list[str]]:
    """Write a folder of about 200 files, sound and broken; gives how many are sound, and the names of the others."""
    folder = tmp_path / "incoming"
    folder.mkdir()
    count = 0
    for number in range(ROUNDS):
        text = (RUMOUR if number == 3 else COPY).format(n=20 + number)
        for suffix, data in sound(text):
            (folder / f"copy-{number:02}{suffix}").write_bytes(data)
            count += 1
    broken = []
    for copy in "ab":
        for name, data in BROKEN.items():
            broken.append(f"bad-{copy}-{name}")
            (folder / broken[-1]).write_bytes(data)
    return count, broken


@pytest.mark.slow
def test_a_folder_of_everything(command: Command, heap: tuple[int, list[str]]) -> None:
    count, broken = heap
    answer = command("gate", "incoming")
    assert answer.exit_code == 2
    assert sorted(line.split(": ")[1].split(":")[0] for line in answer.stderr.splitlines()) == sorted(
        f"incoming/{name}" for name in broken
    )
    assert len(answer.stdout.splitlines()) == count
    stopped = [line for line in answer.stdout.splitlines() if line.startswith("stop")]
    assert len(stopped) == count // ROUNDS, "the rumour stops in every format, and nothing else does"
    assert all("copy-03" in line for line in stopped)


@pytest.mark.slow
def test_what_is_ignored_does_not_count(command: Command, heap: tuple[int, list[str]]) -> None:
    Path("factcheck.toml").write_text('ignore = ["incoming/bad-*"]\n', "utf-8")
    answer = command("gate", "incoming")
    assert (answer.exit_code, answer.stderr) == (1, "")
    Path("factcheck.toml").write_text('ignore = ["bad-*", "copy-03*"]\n', "utf-8")
    answer = command("gate", "incoming")
    assert (answer.exit_code, answer.stderr) == (0, "")


def test_what_is_ignored_may_be_named(command: Command) -> None:
    Path("factcheck.toml").write_text('ignore = ["*.docx"]\n', "utf-8")
    Path("a.docx").write_bytes(b"Ten boats.")
    answer = command("gate", "a.docx")
    assert (answer.exit_code, answer.stderr, answer.stdout.strip()) == (0, "", "")


def test_reports_of_one_file(command: Command) -> None:
    lines = [COPY.format(n=20), COPY.format(n=31)]
    Path("a.jsonl").write_text("".join(json.dumps({"text": line}) + "\n" for line in lines), "utf-8")
    assert len(json.loads(command("compare", "a.jsonl", "--format", "json").stdout)["reports"]) == 2
    assert len(json.loads(command("extract", "a.jsonl", "--format", "json").stdout)) == 2
    assert command("extract", "a.jsonl#2", "--format", "text").stdout == lines[1] + "\n"
    answer = command("extract", "a.jsonl", "--format", "text")
    assert (answer.exit_code, answer.stderr) == (
        2,
        "factcheck: a.jsonl: holds 2 reports; name one of them, such as a.jsonl#1\n",
    )
    answer = command("extract", "a.jsonl#7")
    assert (answer.exit_code, "holds no report 7" in answer.stderr) == (2, True)


def test_places_are_places_in_the_text_shown(command: Command) -> None:
    Path("a.docx").write_bytes(word(COPY.format(n=20)))
    command("extract", "a.docx", "--format", "text", "-o", "a.txt")
    text = Path("a.txt").read_text("utf-8")
    claims = json.loads(command("extract", "a.docx", "--format", "json").stdout)["claims"]
    assert claims
    assert [claim["text"] for claim in claims] == [text[claim["start"] : claim["end"]] for claim in claims]


def test_a_missing_library_is_asked_for(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    Path("a.html").write_text("<!DOCTYPE html><html><body><p>Ten boats.</p></body></html>", "utf-8")
    answer = command("extract", "a.html")
    assert answer.exit_code == 2
    assert answer.stderr == (
        "factcheck: a.html: is a web page, and reading it needs trafilatura; "
        "run: pip install 'newsroom-factcheck[html]'\n"
    )
