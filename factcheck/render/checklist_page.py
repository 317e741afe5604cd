"""The checklist as a page for the browser: to tick, sign, save and print, and to be read back by the gate."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from factcheck.data.messages import Messages
from factcheck.model.comparison import Comparison
from factcheck.render.bidi import harmless
from factcheck.render.checklist import (
    BOXES,
    Item,
    Words,
    answer_of,
    checklist_items,
    placed,
    quoted_words,
)
from factcheck.render.checklist_settled import settled_items, settlement_text
from factcheck.render.letters import letter, names, place
from factcheck.render.matrix_plan import cell_value
from factcheck.render.page import render_page
from factcheck.render.quotation import quotation
from factcheck.render.sections import elsewhere, is_compared

WIDEST_QUOTE = 240
LABELS = ("answer", "ask", "by", "clear", "date", "hint", "note", "nothing", "print", "save", "skip", "whom")
_QUOTED = re.compile(r"(«[^«»]*»)")

Parts = list[tuple[str, bool]]
"""A message in pieces, each with whether it quotes a report."""


class Said(Struct, frozen=True):
    """Quoted words with the words around them, or a note where a report is silent."""

    letter: str
    place: str
    language: str = ""
    before: str = ""
    words: str = ""
    after: str = ""
    note: str = ""


class Card(Struct, frozen=True):
    """An item as the template sets it."""

    number: int
    severity: str
    badge: str
    subject: str
    fingerprints: str
    settled: Parts
    answerable: bool
    ticked: str
    written: dict[str, str]
    values: Sequence[tuple[str, str]]
    messages: Sequence[tuple[str, Parts]]
    quotes: Sequence[Said]
    questions: Sequence[Parts]
    whom: Sequence[tuple[str, str, str]]


class Listed(Struct, frozen=True):
    """A report with what is known of it."""

    letter: str
    name: str
    known: Sequence[str]
    yours: str


def render_checklist_page(comparison: Comparison, messages: Messages) -> str:
    """Give the checklist as one HTML page that needs no other file, right to left where `messages` are."""
    items = checklist_items(comparison)
    settled = settled_items(comparison, len(items) + 1)
    alone, theirs = comparison.in_no_wire, elsewhere(comparison)
    labels = {name: messages.text(f"checklist.{name}") for name in LABELS} | {
        "alone": messages.text("author.in-no-wire", count=len(alone)),
        "closing": messages.text("terminal.closing"),
        "elsewhere": messages.text("author.elsewhere", count=len(theirs)) if theirs else "",
        "progress": messages.text("checklist.progress", done="{done}", of=len(items)),
        "settled": messages.text("checklist.settled", count=len(settled)),
        "unanswered": messages.text("checklist.progress", done=0, of=len(items)),
    }
    return render_page(
        "checklist.html",
        alone=[_said(comparison, placed(comparison, item), messages) for item in alone],
        boxes=[(box, messages.text(f"checklist.{box}")) for box in BOXES],
        direction=messages.text("direction"),
        items=[_card(comparison, item, messages) for item in items],
        labels=labels,
        language=messages.language,
        reports=_reports(comparison, messages),
        settled=[_card(comparison, item, messages) for item in settled],
        title=messages.text("checklist.title", count=len(items)),
    )


def _reports(comparison: Comparison, messages: Messages) -> list[Listed]:
    reports = [reading.report for reading in comparison.readings]
    return [
        Listed(
            letter=letter(number),
            name=name,
            known=[str(known) for known in (report.source, report.published) if known],
            yours=messages.text("author.yours") if number == comparison.author else "",
        )
        for number, (report, name) in enumerate(zip(reports, names(reports, messages), strict=True))
    ]


def _card(comparison: Comparison, item: Item, messages: Messages) -> Card:
    ticked, written = answer_of(item)
    told = dict.fromkeys((finding.rule.id, finding.message) for finding in item.findings)
    values = [(letter(cell.report), cell_value(comparison, cell, messages)) for cell in item.cells if cell.claims]
    settled = item.settled
    return Card(
        number=item.number,
        severity=item.severity,
        badge=messages.text(f"severity.{item.severity}"),
        subject=item.subject,
        fingerprints=" ".join(item.fingerprints),
        settled=_parts(settlement_text(settled, messages)) if settled is not None else [],
        answerable=settled is None or settled.how == "signed",
        ticked=ticked,
        written=written,
        values=values if is_compared(comparison) else [],
        messages=[(rule, _parts(message)) for rule, message in told],
        quotes=_quotes(comparison, item, messages),
        questions=[_parts(question) for question in item.questions] if settled is None else [],
        whom=[(letter(w.report), messages.text(f"source.{w.kind}"), w.text) for w in item.whom],
    )


def _quotes(comparison: Comparison, item: Item, messages: Messages) -> list[Said]:
    """Quote what the item rests on; a report that is silent says so."""
    silent = messages.text("checklist.silent")
    shown = [_said(comparison, words, messages) for words in quoted_words(item)]
    return [*shown, *(Said(letter(report), "", note=silent) for report in item.silent)]


def _said(comparison: Comparison, words: Words, messages: Messages) -> Said:
    reading = comparison.readings[words.report]
    said = quotation(reading, words.span, WIDEST_QUOTE)
    where = place(reading.report, words.span, messages)
    # The words around those meant end or begin with the space between them, which a page would fold away at the mark.
    return Said(letter(words.report), where, reading.report.language, said.before, said.words, said.after)


def _parts(message: str) -> Parts:
    return [(part, part.startswith("«")) for part in _QUOTED.split(harmless(message)) if part]
