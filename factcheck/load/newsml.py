"""NewsML-G2 with its story in NITF, XHTML or plain text, and NITF by itself."""

from __future__ import annotations

import datetime
import xml.etree.ElementTree as ET
from collections.abc import Iterable

from msgspec.structs import replace

from factcheck.load.markup import is_marked_up, pieces_of, read_markup
from factcheck.load.page import page_text
from factcheck.load.story import Story, day_in
from factcheck.load.xml_tree import find, language, local, read_xml, tags, words
from factcheck.model.errors import Problem, UserError
from factcheck.model.limits import LIMITS, Limits


def read_newsml(data: bytes, path: str, limits: Limits = LIMITS) -> Iterable[Story | Problem]:
    """Read a news item, those of a news message (numbered from 1), or a NITF document.

    Items of a message that hold no text (pictures, packages) are passed over. The day is that of this version.
    Raises UserError for what holds no text at all.
    """
    root = read_xml(data, path, limits.nesting)
    if local(root) == "nitf":
        stories = [_nitf(root)]
    else:
        stories = [_item(item) for item in root.iter() if local(item) == "newsItem"]
    stories = [story for story in stories if story.text.strip()]
    if not stories:
        raise UserError.at(path, "holds no story; expected a newsItem with text in inlineXML or inlineData, or NITF")
    if local(root) == "newsMessage":
        return [replace(story, number=number) for number, story in enumerate(stories, 1)]
    return stories


def _item(item: ET.Element) -> Story:
    about, held = find(item, "contentMeta"), find(item, "contentSet")
    title = words(find(item, "contentMeta", "headline"))
    bodies = [_body(content, title) for content in (held if held is not None else ())]
    body = max(bodies, key=lambda story: len(story.text), default=Story(""))
    tongue = find(item, "contentMeta", "language")
    return replace(
        body,
        title=title or body.title,
        byline=words(find(item, "contentMeta", "by")) or body.byline,
        published=_first_day(item) or body.published,
        source=words(find(item, "contentMeta", "creditline")) or _provider(item) or body.source,
        language=(tongue.get("tag") if tongue is not None else None)
        or body.language
        or language(about)
        or language(item),
    )


def _body(content: ET.Element, title: str | None) -> Story:
    """Read one way in which an item's content is given; what is not inline has no text."""
    if local(content) == "inlineData":
        text = "".join(content.itertext())
        text = page_text(read_markup(text), title) if is_marked_up(text) else text.strip()
        return Story(text, language=language(content))
    inner = content[0] if local(content) == "inlineXML" and len(content) else None
    if inner is None:
        return Story("")
    if local(inner) == "nitf":
        story = _nitf(inner, title)
    else:
        story = Story(page_text(pieces_of(tags(inner)), title), language=language(inner))
    return replace(story, language=language(content) or story.language)


def _nitf(nitf: ET.Element, title: str | None = None) -> Story:
    head = find(nitf, "body", "body.head")
    title = title or (words(find(head, "hedline", "hl1")) if head is not None else None)
    issue, holder = find(nitf, "head", "docdata", "date.issue"), find(nitf, "head", "docdata", "doc.copyright")
    return Story(
        page_text(pieces_of(tags(nitf)), title),
        title=title,
        byline=words(find(head, "byline")) if head is not None else None,
        published=day_in(issue.get("norm")) if issue is not None else None,
        source=(words(find(head, "distributor")) if head is not None else None)
        or (holder.get("holder") if holder is not None else None),
        language=language(nitf),
    )


def _first_day(item: ET.Element) -> datetime.date | None:
    places = (("itemMeta", "versionCreated"), ("contentMeta", "contentCreated"), ("itemMeta", "firstCreated"))
    return next(filter(None, (day_in(words(find(item, *place))) for place in places)), None)


def _provider(item: ET.Element) -> str | None:
    """Give the provider's name, or the code it is known by where that is written out."""
    provider = find(item, "itemMeta", "provider")
    if provider is None:
        return None
    return words(find(provider, "name")) or provider.get("literal")
