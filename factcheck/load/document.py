"""From a file, or a text somebody hands over, to reports."""

from __future__ import annotations

import datetime
import os
import re
from collections.abc import Collection, Iterable, Mapping
from pathlib import PurePath
from typing import Any, NamedTuple

from msgspec.structs import replace

from factcheck.load.blocks import Layout, plain_words, split_blocks
from factcheck.load.decode import decode, too_large
from factcheck.load.files import named, read_bytes
from factcheck.load.formats import is_html, reader_of
from factcheck.load.front_matter import read_front_matter
from factcheck.load.lines import trim
from factcheck.load.markdown import is_markdown
from factcheck.load.spoken import Detect, spoken, written
from factcheck.load.story import Story
from factcheck.model.errors import Problem, UserError
from factcheck.model.language import Language
from factcheck.model.limits import LIMITS, Limits
from factcheck.model.report import Block, Report
from factcheck.model.span import Span
from factcheck.text.fold import fold_text

_SURROGATE = re.compile("[\ud800-\udfff]")
_MARKDOWN = frozenset((".md", ".markdown"))


class Loaded(NamedTuple):
    """The reports a file holds, and what was wrong with others in it."""

    reports: tuple[Report, ...] = ()
    problems: tuple[Problem, ...] = ()


def load_reports(
    path: str | os.PathLike[str],
    *,
    languages: Mapping[str, Language],
    detect: Detect,
    first: int = 0,
    language: str | None = None,
    published: datetime.date | None = None,
    limits: Limits = LIMITS,
) -> Loaded:
    """Load every report of a file within `limits`, or of standard input (`-`), whatever format it is in.

    Their ids are `r0`, `r1` ... counted from `first`. A report of a file that can hold several is named by its place:
    `feed.xml#2`; with such a name as `path`, that report alone is loaded. `language` and `published` given here win
    over what the file says; a language named nowhere is found by `detect`.
    """
    wanted = named(os.fsencode(path).decode("utf-8", "replace"))
    try:
        data = read_bytes(path if wanted.number is None else wanted.path, wanted.path, limits.report_bytes)
    except UserError as error:
        found = Loaded((), error.problems)
    else:
        found = reports_in(
            data,
            wanted.path,
            languages=languages,
            detect=detect,
            number=wanted.number,
            first=first,
            language=language,
            published=published,
            limits=limits,
        )
    if wanted.number is None:
        return found
    if found.reports:
        return Loaded(found.reports)
    missing = Problem(wanted.path, f"holds no report {wanted.number}; name the file alone for all it holds")
    return Loaded((), found.problems or (missing,))


def reports_in(
    data: bytes,
    name: str,
    *,
    languages: Mapping[str, Language],
    detect: Detect,
    number: int | None = None,
    first: int = 0,
    language: str | None = None,
    published: datetime.date | None = None,
    limits: Limits = LIMITS,
) -> Loaded:
    """Load every report of a file in hand, or the one of this `number`; `name` is what the file is called."""
    reports: list[Report] = []
    problems: list[Problem] = []
    try:
        for story in _stories(data, name, languages, limits):
            if isinstance(story, Problem):
                problems.append(story)
            elif number in (None, story.number):
                try:
                    code = spoken(story, name, languages, detect, language)
                    reports.append(_report(story, name, f"r{first + len(reports)}", languages[code], published))
                except UserError as error:
                    problems += error.problems
    except UserError as error:
        problems += error.problems
    return Loaded(tuple(reports), tuple(problems))


def load_report(path: str | os.PathLike[str], *, id: str = "r0", **given: Any) -> Report:  # noqa: A002  # as in Report
    """Load a file that holds one report; takes what `load_reports` takes.

    Raises UserError for a file that cannot be read, is in no format known, says something wrong of itself, or holds
    several reports.
    """
    reports, problems = load_reports(path, **given)
    if problems:
        raise UserError(*problems)
    if len(reports) != 1:
        name = reports[0].name
        raise UserError.at(name.rpartition("#")[0], f"holds {len(reports)} reports; name one of them, such as {name}")
    return replace(reports[0], id=id)


def report_from_text(
    text: str,
    *,
    id: str,  # noqa: A002  # the report's own word for it
    languages: Mapping[str, Language],
    detect: Detect,
    title: str | None = None,
    language: str | None = None,
    published: datetime.date | None = None,
    source: str | None = None,
    name: str = "",
    limits: Limits = LIMITS,
) -> Report:
    """Make a report of a text in hand; a title is a field of its own, with its own offsets.

    Raises UserError for an unknown language, for text that could never be printed (half of a surrogate pair), and for
    more characters than a file may have bytes.
    """
    place = name or id
    if len(text) + len(title or "") > limits.report_bytes:
        raise too_large(place, limits.report_bytes)
    check_characters(place, text=text, title=title or "")
    code = written(language, f"{title or ''}\n{text}", place, languages, detect)
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


def check_characters(place: str, **fields: str) -> None:
    """Demand text that can be printed: half of a surrogate pair, which JSON can hold, is no character."""
    for field, content in fields.items():
        half = _SURROGATE.search(content)
        if half is not None:
            message = f"`{field}` holds half a character at offset {half.start()}; send well-formed Unicode"
            raise UserError.at(place, message)


def _stories(data: bytes, name: str, languages: Collection[str], limits: Limits) -> Iterable[Story | Problem]:
    suffix = PurePath(name).suffix.lower()
    reader = reader_of(data, suffix, name)
    if reader is not None:
        if len(data) > limits.report_bytes and not data.startswith(b"PK"):
            raise too_large(name, limits.report_bytes)
        return reader(data, name, limits)
    text = decode(data, name, limits.report_bytes)
    if is_html(text):
        from factcheck.load.html_page import read_html

        return read_html(data, name, limits)
    return [_plain(text, suffix, name, languages)]


def _plain(text: str, suffix: str, name: str, languages: Collection[str]) -> Story:
    """Read text with its front matter, which stays in it: its lines are the file's, in Markdown too."""
    front = read_front_matter(text, name, languages)
    body = text[front.body :]
    if not body.strip():
        raise UserError.at(name, "holds front matter alone; the report's text must follow it")
    if suffix in _MARKDOWN or is_markdown(body):
        from factcheck.load.markdown_marks import without_marks

        text = text[: front.body] + without_marks(body)
    return Story(
        text,
        title=front.title,
        byline=front.byline,
        published=front.published,
        source=front.source,
        language=front.language,
        body=front.body,
        certain=True,
        in_file=True,
    )


def _report(story: Story, name: str, identity: str, language: Language, published: datetime.date | None) -> Report:
    place = story.identity or (name if story.number is None else f"{name}#{story.number}")
    check_characters(name, text=story.text, title=story.title or "", id=story.identity or "")
    layout = layout_of(language)
    title, blocks = story.title, split_blocks(story.text, layout, story.body, story.title)
    if title and _repeats(title, story.text, blocks, layout):
        title = None
    return Report(
        id=identity,
        text=story.text,
        language=language.code,
        title=title,
        byline=story.byline,
        published=published or story.published,
        source=story.source,
        name=place,
        blocks=(*_title_blocks(title), *blocks),
        in_file=story.in_file,
    )


def _title_blocks(title: str | None) -> tuple[Block, ...]:
    start, end = trim(title or "", 0, len(title or ""))
    return (Block("headline", Span(start, end, "title")),) if start < end else ()


def _repeats(title: str, text: str, blocks: tuple[Block, ...], layout: Layout) -> bool:
    """Tell whether the body begins with the title, as it does where a program put it into the front matter as well."""
    headline = next((block.span for block in blocks if block.kind == "headline"), None)
    if headline is None:
        return False
    return plain_words(title, layout) == plain_words(text[headline.start : headline.end], layout)
