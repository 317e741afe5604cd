"""Marked-up text (HTML, XHTML, NITF), sound or not, as a row of tags and texts; in linear time, whatever it holds.

The standard library's HTMLParser takes a minute for 20,000 half-open tags; this one never looks twice.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

_NAME = r"[A-Za-z][A-Za-z0-9.:_-]{0,40}"
_TAG = re.compile(
    rf"""<(/?)({_NAME})(?:((?:[\s/]|(?<=["']))(?:[^<>"']|"[^"<]{{0,2000}}"|'[^'<]{{0,2000}}')*+)?>|([\s/][^<>]*+)>)"""
)
_ATTRIBUTE = re.compile(r"""([A-Za-z_:][\w:.-]{0,60})\s{0,99}=\s{0,99}(?:"([^"]*+)"|'([^']*+)'|([^\s"'<>]++))""")
_RAW = frozenset(("script", "style", "textarea", "title"))
"""Elements whose text is text, whatever signs it holds."""
_ENDS = {"<!--": "-->", "<![CDATA[": "]]>", "<!": ">", "<?": ">"}
"""What is no tag: how it begins and ends; the longer beginning first."""


class Tag(NamedTuple):
    """One step through marked-up text: a tag that opens or closes, with its name in small letters, or text."""

    what: Literal["open", "close", "text"]
    text: str
    attributes: str = ""


def read_tags(text: str) -> Iterator[Tag]:
    """Give the tags and texts in order; `<br/>` opens and closes, what closes need not have opened."""
    scan = _Scan(text)
    position = 0
    while position < len(text):
        mark = text.find("<", position)
        if mark != position:
            stop = mark if mark >= 0 else len(text)
            yield Tag("text", unescape(text[position:stop]))
            position = stop
            continue
        tag = _TAG.match(text, mark)
        if tag is None:
            start, end = scan.aside(mark)
            if start < end:
                yield Tag("text", text[start:end])
            position = scan.after
            continue
        position = tag.end()
        name, inner = tag[2].lower().rpartition(":")[2], tag[3] or tag[4] or ""
        if tag[1]:
            yield Tag("close", name)
            continue
        yield Tag("open", name, inner)
        if inner.endswith("/"):
            yield Tag("close", name)
        elif name in _RAW:
            end = scan.find(f"</{name}", position)
            yield Tag("text", text[position:end])
            position = end


def attributes_of(tag: Tag) -> dict[str, str]:
    """Give a tag's attributes by their names in small letters."""
    return {name.lower(): unescape(a or b or c) for name, a, b, c in _ATTRIBUTE.findall(tag.attributes)}


def unescape(text: str) -> str:
    """Put characters in place of references to them; unknown ones stay as they are."""
    try:
        return html.unescape(text) if "&" in text else text
    except ValueError:  # a number with more digits than Python reads
        return text


class _Scan:
    """A text, and where what is looked for no longer occurs: nothing is searched to the end twice."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.small = text.lower()
        self.small = self.small if len(self.small) == len(text) else text
        self.missing: set[str] = set()
        self.after = 0

    def find(self, what: str, position: int) -> int:
        """Find the next place of something, or the end of the text."""
        found = -1 if what in self.missing else self.small.find(what, position)
        if found < 0:
            self.missing.add(what)
        return found if found >= 0 else len(self.text)

    def aside(self, mark: int) -> tuple[int, int]:
        """Pass over a comment or declaration at a mark; gives the range of text it holds (a mark alone is text)."""
        for start, end in _ENDS.items():
            if self.text.startswith(start, mark):
                inner = mark + len(start)
                stop = self.find(end, inner)
                self.after = stop + len(end)
                return (inner, stop) if start == "<![CDATA[" else (mark, mark)
        self.after = mark + 1
        return mark, mark + 1
