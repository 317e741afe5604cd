"""RSS 0.9 to 2.0 and Atom: every item is a report."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Iterable

from factcheck.load.markup import is_marked_up, pieces_of, read_markup
from factcheck.load.page import page_text
from factcheck.load.story import Story, day_in, line_of
from factcheck.load.tags import read_tags
from factcheck.load.xml_tree import find, language, local, read_xml, tags, words
from factcheck.model.errors import Problem, UserError
from factcheck.model.limits import LIMITS, Limits

_BODIES = ("encoded", "content", "description", "summary")
"""Where an item has its text, the fullest first: `content:encoded`, Atom's `content`, what may be a summary."""
_DAYS = ("pubDate", "published", "date", "updated")


def read_feed(data: bytes, path: str, limits: Limits = LIMITS) -> Iterable[Story | Problem]:
    """Read the items of a feed, numbered from 1 in their order; one without any words is passed over.

    An item that has no text but a headline is a report of that headline. Raises UserError for a feed without items.
    """
    root = read_xml(data, path, limits.nesting)
    channel = find(root, "channel") if local(root) != "feed" else root
    about = channel if channel is not None else root
    items = [item for item in root.iter() if local(item) in ("item", "entry")]
    stories = [_item(item, number, about, root) for number, item in enumerate(items, 1)]
    stories = [story for story in stories if story.text]
    if not stories:
        raise UserError.at(path, "is a feed without items; expected `item` or `entry` elements with text")
    return stories


def _item(item: ET.Element, number: int, channel: ET.Element, root: ET.Element) -> Story:
    title = _line(find(item, "title"))
    text = next(filter(None, (_text(find(item, name), title) for name in _BODIES)), "")
    author = find(item, "author")
    name = find(author, "name") if author is not None else None
    tongue = language(item) or words(find(item, "language"))
    return Story(
        text or title or "",
        title=title if text else None,
        byline=words(find(item, "creator")) or words(name if name is not None else author),
        published=next(filter(None, (day_in(words(find(item, day))) for day in _DAYS)), None),
        source=_source(item) or _line(find(channel, "title")),
        language=tongue or words(find(channel, "language")) or language(channel) or language(root),
        number=number,
    )


def _text(body: ET.Element | None, title: str | None) -> str:
    """Give an item's text, whether its markup stands in elements or in text, or there is none."""
    if body is None:
        return ""
    if len(body):
        return page_text(pieces_of(tags(body)), title)
    written = body.text or ""
    if is_marked_up(written):
        return page_text(read_markup(written), title)
    return "".join(tag.text for tag in read_tags(written) if tag.what == "text").strip()


def _line(element: ET.Element | None) -> str | None:
    """Give a title on one line, without the tags and entities of HTML that some feeds have in it."""
    written = words(element) or ""
    return line_of("".join(tag.text for tag in read_tags(written) if tag.what == "text"))


def _source(item: ET.Element) -> str | None:
    """Give the feed an item was taken over from, or who publishes it."""
    source = find(item, "source")
    title = find(source, "title") if source is not None else None
    return words(title if title is not None else source) or words(find(item, "publisher"))
