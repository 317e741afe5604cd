"""Which format a file is in: what it holds decides, and its suffix says only what it promised to hold."""

from __future__ import annotations

import re

from factcheck.load.story import Reader
from factcheck.model.errors import UserError

TEXT_SUFFIXES = frozenset((".markdown", ".md", ".text", ".txt"))
_PROMISES = {
    **dict.fromkeys((".json", ".jsonl", ".ndjson"), "JSON"),
    **dict.fromkeys((".atom", ".rss", ".xml"), "XML"),
    ".docx": "a Word document",
}
SUFFIXES = frozenset((*TEXT_SUFFIXES, *_PROMISES, ".eml", ".htm", ".html", ".xhtml"))
"""What is taken for copy inside a folder."""
_HTML_START = re.compile(
    r"(?:<\?xml[^<>]{0,200}\?>\s{0,99})?(?:<!--[^<>]{0,999}-->\s{0,99})?<(?:!doctype\s+html|html[\s>])", re.IGNORECASE
)
# Bounded, so that a text full of "<" is still read in linear time.
_TAG = re.compile(r"</?[a-zA-Z][a-zA-Z0-9]{0,15}(?:\s[^<>]{0,300})?/?>")
_ROOT = re.compile(
    r"(?:<\?[^<>]*+>\s*|<!--(?:[^-]|-(?!->))*+-->\s*|<![A-Za-z][^<>\[]*+(?:\[[^\]]*+\]\s*)?>\s*)*+"  # what comes before
    r"<([A-Za-z][\w.-]*(?::[\w.-]+)?)"
)
_HEADER = re.compile(rb"[!-9;-~]{1,80}:[^\r\n]*(?:\r\n|\n|\r)(?:[ \t][^\r\n]*(?:\r\n|\n|\r))*+")
_FIELDS = (
    b"from",
    b"to",
    b"subject",
    b"date",
    b"message-id",
    b"mime-version",
    b"received",
    b"return-path",
    b"content-type",
)
_ENOUGH = 3
_MANY_TAGS = 20
_FEEDS = ("rss", "RDF", "feed")
_NEWS = ("newsMessage", "newsItem", "nitf")
"""Names of the outermost elements of RSS and Atom, NewsML-G2 and NITF."""
_JSON_START = re.compile(r"\{\s*[\"}]|\[\s*[\[{\]]")
_BEGINNING = 20_000
"""Bytes in which a format shows."""


def reader_of(data: bytes, suffix: str, path: str) -> Reader | None:
    """Choose what reads a file by its first bytes; None for text that is none of the formats.

    Raises UserError where the suffix promises a format that the file is not in, and for XML of other kinds.
    """
    if data.startswith(b"PK\x03\x04"):
        from factcheck.load.docx import read_docx

        return read_docx
    head = _beginning(data)
    if head.startswith("<"):
        reader = _marked_up(head, suffix, path)
        if reader is not None:
            return reader
    elif _JSON_START.match(head):
        from factcheck.load.json_reports import read_json_lines, read_json_reports

        return read_json_lines if _is_lines(data, head, suffix) else read_json_reports
    elif _is_mail(data[:_BEGINNING].lstrip(b"\xef\xbb\xbf")):
        from factcheck.load.mail import read_mail

        return read_mail
    if head and suffix in _PROMISES:
        raise UserError.at(path, f"is not {_PROMISES[suffix]}, as its name says; save it anew, or name it .txt")
    return None


def _root_name(text: str) -> str | None:
    """Give the name of a document's outermost element from its beginning, without its prefix; None for no XML."""
    found = _ROOT.match(text)
    return found[1].rpartition(":")[2] if found else None


def _is_mail(data: bytes) -> bool:
    """Tell whether a file begins with the header of a message: three or more fields of those every program writes."""
    names = set()
    position = 0
    while found := _HEADER.match(data, position):
        names.add(found[0].partition(b":")[0].lower())
        position = found.end()
    # A report may begin with "From:"; only a blank line ends a header.
    return len(names.intersection(_FIELDS)) >= _ENOUGH and data[position : position + 1] in (b"\r", b"\n", b"")


def is_html(text: str) -> bool:
    """Tell whether a text is HTML for the most part; Markdown may hold a tag here and there."""
    tags = sum(1 for _ in _TAG.finditer(text))
    return tags >= _MANY_TAGS or (tags >= 5 and tags * 150 > len(text))


def _beginning(data: bytes) -> str:
    """Give a file's first characters, as far as they can be read: signs of a format are ASCII in every encoding."""
    start = data[:_BEGINNING]
    wide = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}.get(start[:2])
    if wide is None and b"\0" in start[:2]:
        wide = "utf-16-be" if start[:1] == b"\0" else "utf-16-le"
    return start.decode(wide or "utf-8", "replace").lstrip("\ufeff \t\r\n")


def _marked_up(head: str, suffix: str, path: str) -> Reader | None:
    if _HTML_START.match(head):
        from factcheck.load.html_page import read_html

        return read_html
    root = _root_name(head)
    if root in _FEEDS:
        from factcheck.load.feeds import read_feed

        return read_feed
    if root in _NEWS:
        from factcheck.load.newsml import read_newsml

        return read_newsml
    if head.startswith("<?xml") or _PROMISES.get(suffix) == "XML":
        kind = f" (<{root}>)" if root else ""
        raise UserError.at(path, f"is XML of a kind that is not read{kind}; give NewsML-G2, NITF, RSS or Atom")
    return None


def _is_lines(data: bytes, head: str, suffix: str) -> bool:
    """Tell JSON Lines from one JSON text: its first line is whole, and another object follows."""
    first, _, rest = data.partition(b"\n")
    if suffix in (".jsonl", ".ndjson"):
        return head.startswith("{") and first.strip(b"\xef\xbb\xbf \t\r") != b"{"
    return first.rstrip().endswith(b"}") and rest.lstrip().startswith(b"{")
