"""The checklist as Markdown: to print, or to tick in whatever shows task lists."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from factcheck.data.messages import Messages
from factcheck.model.comparison import Comparison
from factcheck.model.finding import Evidence
from factcheck.render.bidi import harmless, is_rtl
from factcheck.render.checklist import (
    AGAIN,
    BOXES,
    SIGNED,
    Item,
    Whom,
    Words,
    answer_of,
    checklist_items,
    placed,
    quoted_words,
)
from factcheck.render.checklist_settled import settled_items, settlement_text
from factcheck.render.letters import letter, names, place
from factcheck.render.matrix_plan import cell_value
from factcheck.render.quotation import MOST_WORDS, Quotation, quotation, sentence_at
from factcheck.render.sections import elsewhere, is_compared
from factcheck.render.sheet import Sheet, joined
from factcheck.render.wording import message_text, values_of

UNLIMITED = 1_000_000
"""Lines are not wrapped: what shows Markdown wraps them."""
WIDEST_QUOTE = 160

_SPECIAL = re.compile(r"[\\`*_{}\[\]<>#|~$&!@]|(?<=www)\.|:(?=//)")
_LINE_START = re.compile(r"([-+=:]|\d+(?=[.)]))")


def render_checklist_markdown(comparison: Comparison, messages: Messages) -> str:
    """Give the checklist as text ending in a newline; words of the reports are escaped and cannot mark anything up."""
    sheet = Sheet(messages, UNLIMITED)
    items = checklist_items(comparison)
    blocks = [
        f"# {sheet.isolated(messages.text('checklist.title', count=len(items)))}",
        "\n".join(_reports(sheet, comparison)),
    ]
    if not items:
        blocks.append(sheet.isolated(messages.text("checklist.nothing")))
    for item in items:
        blocks += _item(sheet, comparison, item)
    settled = settled_items(comparison, len(items) + 1)
    if settled:
        blocks.append(f"# {sheet.isolated(messages.text('checklist.settled', count=len(settled)))}")
    for item in settled:
        blocks += _item(sheet, comparison, item)
    blocks += _to_author(sheet, comparison)
    return "\n\n".join(blocks) + "\n"


def escaped(text: str) -> str:
    """Take Markdown's and HTML's meaning from text of a report."""
    return _SPECIAL.sub(lambda found: f"\\{found[0]}", harmless(text))


def _reports(sheet: Sheet, comparison: Comparison) -> Iterator[str]:
    reports = [reading.report for reading in comparison.readings]
    for index, (report, name) in enumerate(zip(reports, names(reports, sheet.messages), strict=True)):
        published = report.published.isoformat() if report.published else ""
        known = [published, escaped(report.source or ""), escaped(name)]
        ordered = sorted(filter(None, known), key=is_rtl)
        yield f"* {letter(index)}: {_line(sheet, joined(ordered))}"


def _item(sheet: Sheet, comparison: Comparison, item: Item) -> Iterator[str]:
    severity = sheet.messages.text(f"severity.{item.severity}")
    yield f"## {item.number}. {sheet.isolated(severity)} · {sheet.isolated(escaped(item.subject))}"
    if item.settled is not None:
        yield _line(sheet, escaped(settlement_text(item.settled, sheet.messages)))
    values = [
        f"{letter(cell.report)} {cell_value(comparison, cell, sheet.messages)}" for cell in item.cells if cell.claims
    ]
    if is_compared(comparison) and values:
        yield escaped(" · ".join(values))
    said = ((f.rule.id, message_text(sheet, f.message, values_of(comparison, f, sheet))) for f in item.findings)
    for rule, message in dict.fromkeys(said):
        yield f"**{rule}**: {_line(sheet, escaped(message))}"
    yield "\n".join(_quotes(sheet, comparison, item))
    if item.settled is None:
        yield from _asked(sheet, item)
    if item.settled is None or item.settled.how == "signed":
        yield from _answer(sheet, item)


def _asked(sheet: Sheet, item: Item) -> Iterator[str]:
    questions = [_line(sheet, escaped(message_text(sheet, question, {}))) for question in item.questions]
    yield from _listed(sheet, "ask", questions)
    yield from _listed(sheet, "whom", [_named(sheet, whom) for whom in item.whom])


def _answer(sheet: Sheet, item: Item) -> Iterator[str]:
    """Leave room for an answer, or keep the one that was given, so that the list can be handed back as it is."""
    ticked, written = answer_of(item)
    boxes = ((box, "x" if box == ticked else " ") for box in BOXES)
    yield "\n".join(f"- [{mark}] {sheet.isolated(sheet.messages.text(f'checklist.{box}'))}" for box, mark in boxes)
    fields = ((sheet.isolated(sheet.messages.text(f"checklist.{name}")), escaped(written[name])) for name in SIGNED)
    yield "\n".join(f"- {label}: {sheet.isolated(value)}".rstrip() for label, value in fields)
    yield f"<!-- factcheck: {' '.join(item.fingerprints)} -->"


def _to_author(sheet: Sheet, comparison: Comparison) -> Iterator[str]:
    """Tell the author of a draft in passing which figures no wire has, and how much stands in the wires alone."""
    alone, theirs = comparison.in_no_wire, elsewhere(comparison)
    if alone:
        yield f"# {sheet.isolated(sheet.messages.text('author.in-no-wire', count=len(alone)))}"
        yield "\n".join(_alone(sheet, comparison, item) for item in alone)
    if theirs:
        yield sheet.isolated(sheet.messages.text("author.elsewhere", count=len(theirs)))


def _alone(sheet: Sheet, comparison: Comparison, item: Evidence) -> str:
    reading = comparison.readings[item.report]
    where = _place(sheet, comparison, placed(comparison, item))
    return f"* {where} {sheet.isolated(_marked(quotation(reading, item.span, WIDEST_QUOTE)))}"


def _quotes(sheet: Sheet, comparison: Comparison, item: Item) -> Iterator[str]:
    """Quote what the item rests on; repeats by their places, silent reports as such."""
    again = [words for words in item.words if words.label == AGAIN]
    shown = quoted_words(item)
    told: set[tuple[int, int]] = set()
    for words in shown:
        reading = comparison.readings[words.report]
        sentence = (words.report, sentence_at(reading, words.span))
        said = quotation(reading, words.span, WIDEST_QUOTE, 0 if sentence in told else MOST_WORDS)
        told.add(sentence)
        yield f"* {_place(sheet, comparison, words)} {sheet.isolated(_marked(said))}"
    if again:
        places = ", ".join(_place(sheet, comparison, words) for words in again)
        yield f"* {sheet.isolated(sheet.messages.text('checklist.also'))} {places}"
    for report in item.silent:
        yield f"* {letter(report)}: {sheet.isolated(sheet.messages.text('checklist.silent'))}"


def _marked(said: Quotation) -> str:
    """Set a quotation with the words meant in bold, where there are others."""
    mark = "**" if said.text != said.words else ""
    before, after = escaped(said.before), escaped(said.after)
    opening = f"{before} " if said.before.endswith(" ") else before
    closing = f" {after}" if said.after.startswith(" ") else after
    return f"«{opening}{mark}{escaped(said.words)}{mark}{closing}»"


def _place(sheet: Sheet, comparison: Comparison, words: Words) -> str:
    where = place(comparison.readings[words.report].report, words.span, sheet.messages)
    return f"`{letter(words.report)} {sheet.isolated(where)}`"


def _named(sheet: Sheet, whom: Whom) -> str:
    kind = sheet.messages.text(f"source.{whom.kind}")
    return f"{letter(whom.report)} {sheet.isolated(kind)}: {sheet.isolated(escaped(whom.text))}"


def _listed(sheet: Sheet, key: str, entries: Sequence[str]) -> Iterator[str]:
    """Set a label with what belongs to it: on its line if it is one thing, else as a list."""
    label = f"**{sheet.isolated(sheet.messages.text(f'checklist.{key}'))}**:"
    if len(entries) == 1:
        yield f"{label} {entries[0]}"
    elif entries:
        yield "\n".join([label, "", *(f"* {entry}" for entry in entries)])


def _line(sheet: Sheet, text: str) -> str:
    """Set escaped text; a line after one that Arabic words end begins with nothing Markdown takes for a mark."""
    first, *rest = sheet.flow(text, UNLIMITED)
    return "\n".join(
        [first, *(_LINE_START.sub(r"\\\1", line, count=1) if _LINE_START.match(line) else line for line in rest)]
    )
