"""What the reader of a format gives: a report's text, and what its file says of it."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterable
from typing import Any

from msgspec import Struct

from factcheck.load.front_matter import parse_day
from factcheck.model.errors import Problem
from factcheck.model.limits import Limits

_ISO_DAY = re.compile(r"(\d{4}-\d{2}-\d{2})(?![\d-])")
_BASIC_DAY = re.compile(r"(\d{4})(\d{2})(\d{2})(?!\d)")
_LONGEST_DATE = 60


class Story(Struct, frozen=True):
    """One report as its file has it.

    `language` is the code the file names (`ar-EG`), known to us or not; it is `certain` where a person wrote it for
    us, and not a program for all its pages. `number` tells the reports of a file that
    can hold several: its place among them, or its line. `body` is where the text begins behind its front matter.
    `in_file` tells that the lines of the text are those of the file. `identity` is what a program calls the report that
    it sends on standard input, where no file has a name.
    """

    text: str
    title: str | None = None
    byline: str | None = None
    published: datetime.date | None = None
    source: str | None = None
    language: str | None = None
    number: int | None = None
    body: int = 0
    certain: bool = False
    in_file: bool = False
    identity: str | None = None


Reader = Callable[[bytes, str, Limits], Iterable[Story | Problem]]
"""What reads a format: from a file's bytes and name, within limits, to its reports, and what is wrong with single ones.

Raises UserError for a file that as a whole is not what it should be.
"""


def day_in(text: Any) -> datetime.date | None:
    """Read the day of a time stamp (ISO 8601, NITF's short form, e-mail's), as its writer's calendar had it.

    None for anything else: a date nobody can read is unknown, not wrong.
    """
    written = text.strip()[:_LONGEST_DATE] if isinstance(text, str) else ""
    iso = _ISO_DAY.match(written)
    if iso is not None:
        return parse_day(iso[1])
    basic = _BASIC_DAY.match(written)
    if basic is not None:
        return parse_day("-".join(basic.groups()))
    from email.utils import parsedate_to_datetime  # only feeds and mail write days so

    try:
        return parsedate_to_datetime(written).date()
    except (ValueError, TypeError, IndexError, OverflowError):  # what it raises differs from version to version
        return None


def line_of(text: Any) -> str | None:
    """Give a title or a name as one line, without the entities that some programs leave in; None for nothing."""
    if not isinstance(text, str):
        return None
    if "&" in text:
        from html import unescape

        text = unescape(text)
    return " ".join(text.split()) or None
