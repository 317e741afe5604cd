"""What a file says of itself before its text: `---`, a few lines of YAML, `---`."""

from __future__ import annotations

import datetime
import re
from collections.abc import Collection
from typing import NamedTuple

from factcheck.data.document import Document
from factcheck.model.errors import Problem, UserError

_OPENING = re.compile(r"---[ \t]*(?:\r\n|[\r\n])")
_CLOSING = re.compile(r"(?<![^\r\n])(?:---|\.\.\.)[ \t]*(?:\r\n|[\r\n]|\Z)")
_KEY = re.compile(r"(?:[ \t]*(?:#[^\r\n]*)?(?:\r\n|[\r\n]))*+[A-Za-z_][\w-]*[ \t]*:(?:\s|\Z)")
_BLANK = re.compile(r"(?:\s|#[^\r\n]*)*+\Z")
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
    opening = _OPENING.match(text)
    if opening is None:
        return FrontMatter()
    closing = _CLOSING.search(text, opening.end())
    # A text may begin with a rule, too; then no key follows it.
    begins = _KEY.match(text, opening.end(), closing.start() if closing else len(text))
    if closing is None:
        if begins is None:
            return FrontMatter()
        raise UserError.at(path, "the front matter has no end; add a line `---` after its last key", 1)
    if begins is None and not _BLANK.match(text[opening.end() : closing.start()]):
        return FrontMatter()
    # The line break in place of the opening line keeps the lines those of the file.
    from factcheck.data.strict_yaml import parse  # few texts have a front matter, and YAML is slow to start

    document = parse("\n" + text[opening.end() : closing.start()], path)
    if document.value is not None and not isinstance(document.value, dict):
        raise UserError.at(path, "the front matter must hold keys and values, such as `published: 2026-01-31`", 2)
    return _read(document, path, languages, closing.end())


def _read(document: Document, path: str, languages: Collection[str], body: int) -> FrontMatter:
    problems: list[Problem] = []

    def value(key: str) -> str | None:
        found = (document.value or {}).get(key)
        if found is None or isinstance(found, str):
            return found or None
        wrong(key, f"must be text, not {found!s}; put it in quotes")
        return None

    def wrong(key: str, message: str) -> None:
        problems.append(Problem(path, f"`{key}` {message}", *document.places[(key,)]))

    title, source, byline, language = value("title"), value("source"), value("byline"), value("language")
    written = value("published")
    published = parse_day(written) if written else None
    if written and published is None:
        wrong("published", f"must be a date written YYYY-MM-DD, not {written!r}")
    if language and language not in languages:
        wrong("language", f"must be one of {', '.join(sorted(languages))}, not {language!r}")
    if problems:
        raise UserError(*sorted(problems, key=lambda problem: problem.line or 0))
    return FrontMatter(title, published, source, language, body, byline)
