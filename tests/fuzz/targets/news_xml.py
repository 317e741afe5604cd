"""NewsML-G2, NITF, RSS and Atom."""

from __future__ import annotations

from pathlib import Path

from factcheck.load.feeds import read_feed
from factcheck.load.newsml import read_newsml
from factcheck.model.errors import UserError
from tests.fuzz.oracles import check_stories, check_told
from tests.fuzz.seeds import input_seeds

WORDS = [
    b"<newsItem>",
    b"<contentSet>",
    b"<inlineXML>",
    b"<inlineData>",
    b"<nitf>",
    b"<body>",
    b"<p>",
    b"</p>",
    b"<item>",
]
WORDS += [
    b"<title>",
    b"<description>",
    b"<![CDATA[",
    b"]]>",
    b"&lt;p&gt;",
    b"<!DOCTYPE a [",
    b"<!ENTITY a 'b'>",
    b"&a;",
]


def seeds() -> list[bytes]:
    return input_seeds("atom.xml", "rss.xml", "newsml-*.xml")


def check(data: bytes, folder: Path) -> None:
    for read in (read_feed, read_newsml):
        try:
            check_stories(read(data, "news"))
        except UserError as error:
            check_told(error)
