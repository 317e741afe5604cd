"""From a file, or a text somebody hands over, to a Report."""

from __future__ import annotations

import datetime
import os
import re
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from factcheck.load.blocks import Layout, plain_words, split_blocks
from factcheck.load.decode import MAX_BYTES, decode
from factcheck.load.front_matter import read_front_matter
from factcheck.load.lines import trim
from factcheck.model.errors import UserError
from factcheck.model.language import Language
from factcheck.model.report import Block, Report
from factcheck.model.span import Span
from factcheck.text.fold import fold_text

STANDARD_INPUT = "-"
_SURROGATE = re.compile("[\ud800-\udfff]")


def load_report(
    path: str | os.PathLike[str],
    *,
    languages: Mapping[str, Language],
    detect: Callable[[str], str],
    id: str = "r0",  # noqa: A002  # the report's own word for it
    language: str | None = None,
    published: datetime.date | None = None,
    limit: int = MAX_BYTES,
) -> Report:
    """Load a plain text or Markdown file, or standard input (`-`), of at most `limit` bytes.

    `language` and `published` given here win over the front matter; a language named nowhere is found by `detect`.
    The text of the report is the whole file, front matter included, so that its lines are the file's.
    Raises UserError for a file that cannot be read, is no text, or has a wrong front matter.
    """
    name = os.fsencode(path).decode("utf-8", "replace")
    text = decode(_read(path, name, limit), name, limit)
    front = read_front_matter(text, name, languages)
    if not text[front.body :].strip():
        raise UserError.at(name, "holds front matter alone; the report's text must follow it")
    code = _language(language or front.language, text[front.body :], name, languages, detect)
    layout = layout_of(languages[code])
    title, blocks = front.title, split_blocks(text, layout, front.body, front.title)
    if title and _repeats(title, text, blocks, layout):
        title = None
    return Report(
        id=id,
        text=text,
        language=code,
        title=title,
        published=published or front.published,
        source=front.source,
        name=name,
        blocks=(*_title_blocks(title), *blocks),
    )


def report_from_text(
    text: str,
    *,
    id: str,  # noqa: A002  # the report's own word for it
    languages: Mapping[str, Language],
    detect: Callable[[str], str],
    title: str | None = None,
    language: str | None = None,
    published: datetime.date | None = None,
    source: str | None = None,
    name: str = "",
) -> Report:
    """Make a report of a text in hand; a title is a field of its own, with its own offsets.

    Raises UserError for an unknown language, and for text that could never be printed (half of a surrogate pair).
    """
    place = name or id
    for field, content in (("text", text), ("title", title or "")):
        half = _SURROGATE.search(content)
        if half is not None:
            message = f"`{field}` holds half a character at offset {half.start()}; send well-formed Unicode"
            raise UserError.at(place, message)
    code = _language(language, f"{title or ''}\n{text}", place, languages, detect)
    blocks = split_blocks(text, layout_of(languages[code]), 0, title)
    return Report(
        id=id,
        text=text,
        language=code,
        title=title or None,
        published=published,
        source=source or None,
        name=name,
        blocks=(*_title_blocks(title), *blocks),
    )


def layout_of(language: Language) -> Layout:
    """Give what a language says of a page."""
    return Layout(language.boilerplate, lambda text: fold_text(text, language), language.sentence_ends)


def _read(path: str | os.PathLike[str], name: str, limit: int) -> bytes:
    """Read one byte more than allowed at most: enough to tell that it is too much."""
    try:
        if name == STANDARD_INPUT:
            return sys.stdin.buffer.read(limit + 1)
        with Path(path).open("rb") as file:
            return file.read(limit + 1)
    except FileNotFoundError:
        raise UserError.at(name, "no such file; check the name") from None
    except IsADirectoryError:
        raise UserError.at(name, "is a folder; name a file in it") from None
    except PermissionError:
        raise UserError.at(name, "may not be read; check its permissions") from None
    except (OSError, ValueError) as error:  # ValueError: a name no system call takes (a NUL in it)
        reason = getattr(error, "strerror", None) or error
        raise UserError.at(name, f"cannot be read ({reason}); name a readable file") from None


def _language(
    given: str | None, text: str, path: str, languages: Mapping[str, Language], detect: Callable[[str], str]
) -> str:
    if given and given not in languages:
        raise UserError.at(path, f"language must be one of {', '.join(sorted(languages))}, not {given!r}")
    return given or detect(text)


def _title_blocks(title: str | None) -> tuple[Block, ...]:
    start, end = trim(title or "", 0, len(title or ""))
    return (Block("headline", Span(start, end, "title")),) if start < end else ()


def _repeats(title: str, text: str, blocks: tuple[Block, ...], layout: Layout) -> bool:
    """Tell whether the body begins with the title, as it does where a program put it into the front matter as well."""
    headline = next((block.span for block in blocks if block.kind == "headline"), None)
    if headline is None:
        return False
    return plain_words(title, layout) == plain_words(text[headline.start : headline.end], layout)
