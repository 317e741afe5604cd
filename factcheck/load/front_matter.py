"""What a file says of itself before its text: `---`, a few lines of YAML, `---`."""

from __future__ import annotations

import datetime
import re
from collections.abc import Collection
from typing import NamedTuple

RULE = "---"
"""What a front matter begins with; so may a text."""
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


class FrontMatter(NamedTuple):
    """What the front matter gave (None: nothing), and where the body begins (an offset into the whole text)."""

    title: str | None = None
    published: datetime.date | None = None
    source: str | None = None
    language: str | None = None
    body: int = 0
    byline: str | None = None


def parse_day(text: str) -> datetime.date | None:
    """Read a date written YYYY-MM-DD; None for anything else."""
    try:
        return datetime.date.fromisoformat(text) if _DAY.fullmatch(text) else None
    except ValueError:
        return None


def read_front_matter(text: str, path: str, languages: Collection[str]) -> FrontMatter:
    """Read the front matter of a text, if it begins with one; keys we do not know are somebody else's.

    `languages` are the codes allowed. Raises UserError (with the file's lines) for a front matter that does not end
    or is no YAML, and for a wrong value.
    """
    if not text.startswith(RULE):
        return FrontMatter()
    from factcheck.load.front_matter_block import read_block  # with YAML, which few texts have before them

    return FrontMatter(**read_block(text, path, languages))
