"""A front matter, read from the rule that opens it to the rule that closes it."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Any

from factcheck.data.document import Document
from factcheck.data.strict_yaml import parse
from factcheck.load.front_matter import parse_day
from factcheck.model.errors import Problem, UserError

_OPENING = re.compile(r"---[ \t]*(?:\r\n|[\r\n])")
_CLOSING = re.compile(r"(?<![^\r\n])(?:---|\.\.\.)[ \t]*(?:\r\n|[\r\n]|\Z)")
_KEY = re.compile(r"(?:[ \t]*(?:#[^\r\n]*)?(?:\r\n|[\r\n]))*+[A-Za-z_][\w-]*[ \t]*:(?:\s|\Z)")
_BLANK = re.compile(r"(?:\s|#[^\r\n]*)*+\Z")

_WORDS = re.compile(r"(?<![^\r\n])((?:title|source|byline)[ \t]*:[ \t]+)(\S(?:[^\r\n]*\S)?)")
"""A line of words: a headline holds colons, brackets and quotation marks."""
_IN_QUOTES = re.compile(r"\"[^\"]*\"|'[^']*'")


def read_block(text: str, path: str, languages: Collection[str]) -> dict[str, Any]:
    """Read what a text that begins with a rule gives before it, by the names of `FrontMatter`; nothing may be there.

    Raises UserError as `read_front_matter` does.
    """
    opening = _OPENING.match(text)
    if opening is None:
        return {}
    closing = _CLOSING.search(text, opening.end())
    # A text may begin with a rule, too; then no key follows it.
    begins = _KEY.match(text, opening.end(), closing.start() if closing else len(text))
    if closing is None:
        if begins is None:
            return {}
        raise UserError.at(path, "the front matter has no end; add a line `---` after its last key", 1)
    if begins is None and not _BLANK.match(text[opening.end() : closing.start()]):
        return {}
    # The line break in place of the opening line keeps the lines those of the file.
    document = _parsed("\n" + text[opening.end() : closing.start()], path)
    if document.value is not None and not isinstance(document.value, dict):
        raise UserError.at(path, "the front matter must hold keys and values, such as `published: 2026-01-31`", 2)
    return _read(document, path, languages, closing.end())


def _parsed(written: str, path: str) -> Document:
    """Read the keys and values; where they are no YAML, once more with what people type as words in quotes."""
    try:
        return parse(written, path)
    except UserError:
        quoted = _WORDS.sub(_quoted, written)
        if quoted == written:
            raise
        return parse(quoted, path)


def _quoted(line: re.Match[str]) -> str:
    key, words = line.groups()
    if _IN_QUOTES.fullmatch(words):
        return line[0]
    doubled = words.replace("'", "''")
    return f"{key}'{doubled}'"


def _read(document: Document, path: str, languages: Collection[str], body: int) -> dict[str, Any]:
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
    return {
        "title": title,
        "published": published,
        "source": source,
        "language": language,
        "body": body,
        "byline": byline,
    }
