"""A report's text for a page: its blocks in order, cut into stretches that know which claims and findings they are of.

Nothing of the text is changed but what would hide or turn it: a character that stands invisibly becomes a visible mark.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise

from markupsafe import Markup, escape
from msgspec import Struct, field

from factcheck.model.claim import Reading
from factcheck.model.report import Block
from factcheck.model.span import Span
from factcheck.render.bidi import is_rtl, seen, visible
from factcheck.render.letters import letter

HEADINGS = frozenset({"headline", "section", "heading"})
TABLES = frozenset({"table-head", "table-row"})


class Mark(Struct, frozen=True):
    """What a span of a report is of: a claim's kind (and how it was read), a finding's evidence, a link to its like.

    Of a finding's words some are `quiet` until it is looked at, and those that say the same `again` have no number.
    """

    span: Span
    kind: str = ""
    told: str = ""
    finding: int = 0
    severity: str = ""
    quiet: bool = False
    again: bool = False
    link: str = ""


class Sign(Struct, frozen=True):
    """A character a reader would not see, by its code point: `U+202E`."""

    code: str


class Stretch(Struct, frozen=True):
    """A stretch of text under the same marks; links lead to `anchor`, the words of the findings `ends` end here."""

    parts: tuple[str | Sign, ...]
    anchor: str = ""
    kinds: tuple[str, ...] = ()
    told: str = ""
    findings: tuple[int, ...] = ()
    links: tuple[str, ...] = ()
    severity: str = ""
    ends: tuple[Mark, ...] = ()


class Piece(Struct, frozen=True):
    """A block as the page shows it: `kind` is its tag's role; a table has rows of cells, all else has stretches."""

    kind: str
    stretches: tuple[Stretch, ...] = ()
    rows: tuple[tuple[bool, tuple[tuple[Stretch, ...], ...]], ...] = field(default=())


def anchor(report: int, span: Span) -> str:
    """Give the name of a place in a report's text, for links to it."""
    return f"{letter(report)}-{span.field}-{span.start}"


def pieces(reading: Reading, report: int, marks: Sequence[Mark]) -> Iterator[Piece]:
    """Give what a report says, block by block; rows of one table come together."""
    blocks = [block for block in reading.report.blocks if block.span.start != block.span.end]
    ordered = sorted(marks, key=lambda mark: mark.span.order)
    for is_table, group in groupby(blocks, key=lambda block: block.kind in TABLES):
        if is_table:
            yield Piece("table", rows=tuple(_row(reading, report, block, ordered) for block in group))
            continue
        for block in group:
            kind = "heading" if block.kind in HEADINGS else block.kind
            yield Piece(kind, tuple(stretches(reading, report, block.span, ordered)))


def _row(
    reading: Reading, report: int, block: Block, marks: Sequence[Mark]
) -> tuple[bool, tuple[tuple[Stretch, ...], ...]]:
    cells = block.cells or (block.span,)
    return block.kind == "table-head", tuple(tuple(stretches(reading, report, cell, marks)) for cell in cells)


def stretches(reading: Reading, report: int, whole: Span, marks: Iterable[Mark]) -> Iterator[Stretch]:
    """Cut a span wherever a mark begins or ends."""
    here = [mark for mark in marks if mark.span.overlaps(whole)]
    inside = {edge for mark in here for edge in (mark.span.start, mark.span.end) if whole.start < edge < whole.end}
    anchors = {mark.span.start for mark in here}
    for start, end in pairwise([whole.start, *sorted(inside), whole.end]):
        span = Span(start, end, whole.field)
        active = [mark for mark in here if mark.span.overlaps(span)]
        loud = [mark for mark in active if mark.finding and not mark.quiet]
        yield Stretch(
            parts=tuple(_parts(reading.report.surface(span))),
            anchor=anchor(report, span) if start in anchors else "",
            kinds=_once(mark.kind for mark in active),
            told=next((mark.told for mark in reversed(active) if mark.told), ""),
            findings=tuple(sorted({mark.finding for mark in active if mark.finding})),
            links=_once(mark.link for mark in active),
            severity=min((mark.severity for mark in loud), key=_WEIGHT.index, default=""),
            ends=tuple(sorted((m for m in loud if m.span.end == end and not m.again), key=lambda m: m.finding)),
        )


_WEIGHT = ("error", "warning", "note")


def _once(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for name in names if name))


def _parts(text: str) -> Iterator[str | Sign]:
    """Part what can be read from characters that cannot be seen."""
    for readable, group in groupby(text, key=lambda character: seen(character) is not None):
        if readable:
            yield "".join(seen(character) or "" for character in group)
        else:
            yield from (Sign(f"U+{ord(character):04X}") for character in group)


def as_it_stands(text: str) -> Markup:
    """Give text that `pieces` took the hidden characters out of, ready for a template and with its direction marks."""
    return escape(text)


_QUOTED = re.compile(r"«[^«»]*»")
_VALUE = r"(?<![A-Za-z][ \u00a0])(?:[≤≥<>≈][ \u00a0]?)?[0-9](?:[0-9.,:–-]*[0-9])?(?:[ \u00a0][A-Za-z%°][A-Za-z%°²³/]*)+"
_QUOTED_OR_VALUE = re.compile(rf"{_QUOTED.pattern}|{_VALUE}")
"""Also a value with its unit: between words written from right to left it would fall apart at the stroke behind it."""


def quoted(text: str) -> Markup:
    """Set what a sentence of ours quotes in isolates, so that words of another direction turn nothing around them."""
    out, at = Markup(), 0
    for found in (_QUOTED_OR_VALUE if is_rtl(text) else _QUOTED).finditer(text):
        out += escape(visible(text[at : found.start()])) + Markup("<bdi>{}</bdi>").format(visible(found[0]))
        at = found.end()
    return out + escape(visible(text[at:]))
