"""Web pages: the story without what stands around it, and what the page says of it in JSON-LD and meta tags."""

from __future__ import annotations

import codecs
import json
import logging
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from factcheck.load.decode import decode
from factcheck.load.extras import library
from factcheck.load.markup import pieces_of, read_markup
from factcheck.load.page import page_text
from factcheck.load.story import Story, day_in, line_of
from factcheck.load.tags import Tag, attributes_of, read_tags
from factcheck.model.errors import Problem, UserError
from factcheck.model.limits import LIMITS, Limits

MAX_TAGS = 60_000
"""Elements in all: ten times what a large page has."""
_WHOLE = re.compile(r"<(?:html|head|body|!doctype)[\s>]", re.IGNORECASE)
_CHARSET = re.compile(rb"<meta[^<>]{0,200}charset\s{0,9}=\s{0,9}[\"']?([A-Za-z0-9_:.-]{1,40})", re.IGNORECASE)
_UNCLOSED = frozenset(
    (
        *(
            "area",
            "base",
            "br",
            "col",
            "embed",
            "hr",
            "img",
            "input",
            "link",
            "meta",
            "param",
            "source",
            "track",
            "wbr",
        ),
        *("dd", "dt", "li", "option", "p", "tbody", "td", "tfoot", "th", "thead", "tr"),
    )
)
"""Elements that need no end."""
_STORIES = ("NewsArticle", "ReportageNewsArticle", "Article", "BlogPosting")
_LINKED = ("headline", "author", "datePublished", "publisher", "inLanguage")
_META = {
    "og:title": "headline",
    "author": "author",
    "article:author": "author",
    "article:published_time": "datePublished",
    "og:site_name": "publisher",
}
_TAGS = {"list": "ul", "item": "li", "row": "tr", "cell": "td", "lb": "br", "quote": "blockquote"}
"""What trafilatura calls its elements, and HTML."""


def read_html(data: bytes, path: str, limits: Limits = LIMITS) -> Iterable[Story | Problem]:
    """Read a page, or a piece of HTML without `html` and `body` around it, which is taken to be all story.

    Raises UserError where a page needs trafilatura and that is not installed, and where no story is found.
    """
    text = _decoded(data, path)
    about = _about(read_tags(text))
    title = line_of(about.get("headline"))
    if _WHOLE.search(text):
        _check_size(read_tags(text), path, limits.nesting)
        pieces = pieces_of(_story(text, path))
    else:
        pieces = read_markup(text)
    title = title or next((piece.text for piece in pieces[:1] if piece.kind == "title"), None) or about.get("title")
    body = page_text(pieces, title)
    if not body:
        raise UserError.at(path, "is a web page in which no story is found; save the article's text and give that")
    yield Story(
        body,
        title=title,
        byline=_named(about.get("author")),
        published=day_in(about.get("datePublished")),
        source=_named(about.get("publisher")),
        language=line_of(about.get("inLanguage")) or about.get("lang"),
    )


def _decoded(data: bytes, path: str) -> str:
    """Decode a page as it says it is written, unless it is sound UTF-8 or has a mark; else by what it looks like."""
    declared = _CHARSET.search(data, 0, 4096)
    try:
        name = codecs.lookup(declared[1].decode("ascii")).name if declared else ""
        # Web pages that say Latin-1 mean windows-1252: so every browser reads them.
        text = data.decode("cp1252" if name in ("iso8859-1", "ascii") else name or "utf-8")
    except (LookupError, ValueError):
        return decode(data, path, len(data))
    return text if name and not name.startswith("utf") else decode(data, path, len(data))


def _about(page: Iterable[Tag]) -> dict[str, Any]:
    """Give what a page says of its story by the names of schema.org; JSON-LD is believed before meta tags."""
    about: dict[str, Any] = {}
    linked: dict[str, Any] = {}
    reading = ""
    for tag in page:
        if tag.what == "text":
            if reading == "title":
                about.setdefault("title", line_of(tag.text))
            elif reading == "linked" and not linked:
                linked = dict(_linked(tag.text))
            continue
        reading = tag.text if tag.what == "open" and tag.text == "title" else ""
        if tag.what == "close":
            continue
        given = attributes_of(tag) if tag.text in ("html", "meta", "script") else {}
        if tag.text == "html" and given.get("lang"):
            about.setdefault("lang", given["lang"])
        elif tag.text == "meta" and (given.get("property") or given.get("name", "")).lower() in _META:
            key = _META[(given.get("property") or given["name"]).lower()]
            about.setdefault(key, given.get("content"))
        elif tag.text == "script" and given.get("type", "").lower() == "application/ld+json":
            reading = "linked"
    return about | linked


def _linked(written: str) -> Mapping[str, Any]:
    """Find the article in a page's JSON-LD; what is no JSON is no concern of ours."""
    try:
        waiting = [json.loads(written, strict=False)]
    except (ValueError, RecursionError):
        return {}
    while waiting:
        value = waiting.pop()
        if isinstance(value, list):
            waiting += reversed(value)
        elif isinstance(value, Mapping):
            kinds = value.get("@type")
            if any(kind in _STORIES for kind in (kinds if isinstance(kinds, list) else [kinds])):
                return {key: value[key] for key in _LINKED if value.get(key)}
            waiting.append(value.get("@graph"))
    return {}


def _named(value: Any) -> str | None:
    """Give the names of people or bodies, however they are written; an address is no name."""
    if isinstance(value, list):
        return ", ".join(name for item in value[:20] if (name := _named(item))) or None
    name = line_of(value.get("name") if isinstance(value, Mapping) else value)
    return name if name and not name.startswith(("http:", "https:")) else None


def _check_size(page: Iterable[Tag], path: str, nesting: int) -> None:
    depth = 0
    for count, tag in enumerate(page):
        if count > 2 * MAX_TAGS:  # a tag and the text behind it
            raise UserError.at(path, f"holds more than {MAX_TAGS:,} tags; save the article's text and give that")
        if tag.what != "text" and tag.text not in _UNCLOSED:
            depth = max(0, depth + (1 if tag.what == "open" else -1))
        if depth > nesting:
            raise UserError.at(path, f"nests elements more than {nesting} deep; save the article's text and give that")


def _story(text: str, path: str) -> Iterator[Tag]:
    """Let trafilatura find the story, and walk it."""
    trafilatura = library("trafilatura", "html", path, "a web page")
    # What it has to say is said in its result: without a handler its log would end on standard error.
    logging.getLogger("trafilatura").addHandler(logging.NullHandler())
    found = trafilatura.bare_extraction(text, with_metadata=False, include_comments=False)
    return _walk(found.body) if found is not None and found.body is not None else iter(())


def _walk(element: Any) -> Iterator[Tag]:
    name = str(element.tag)
    if name == "head":
        name = str(element.get("rend") or "h2")
    elif name == "cell" and element.get("role") == "head":
        name = "th"
    name = _TAGS.get(name, name)
    yield Tag("open", name)
    yield Tag("text", element.text or "")
    for child in element:
        yield from _walk(child)
        yield Tag("text", child.tail or "")
    yield Tag("close", name)
