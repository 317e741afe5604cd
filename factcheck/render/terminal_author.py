"""What the author of a draft is told in passing: figures that no wire has, and what stands in the wires alone."""

from __future__ import annotations

from rich.text import Text

from factcheck.model.comparison import Comparison
from factcheck.model.finding import Evidence
from factcheck.render.letters import letter, place
from factcheck.render.quotation import MOST_WORDS, quotation
from factcheck.render.sections import elsewhere
from factcheck.render.sheet import Sheet
from factcheck.render.wording import message_text, values_of

MOST_LINES = 5
WIDEST_QUOTE = 84


def author_lines(sheet: Sheet, comparison: Comparison) -> list[Text]:
    """Set both, each under a line that says what it is; nothing where nobody is spoken to."""
    return [*_in_no_wire(sheet, comparison), *_elsewhere(sheet, comparison)]


def _in_no_wire(sheet: Sheet, comparison: Comparison) -> list[Text]:
    found = comparison.in_no_wire
    if not found:
        return []
    lines = [Text(""), *sheet.paragraph(sheet.messages.text("author.in-no-wire", count=len(found)), style="dim")]
    for item in found[:MOST_LINES]:
        head = _head(sheet, comparison, item)
        room = min(sheet.width - head.cell_len, WIDEST_QUOTE) - 2
        lines.append(
            head.append_text(sheet.quote(quotation(comparison.readings[item.report], item.span, room, MOST_WORDS)))
        )
    return [*lines, *_more(sheet, len(found))]


def _elsewhere(sheet: Sheet, comparison: Comparison) -> list[Text]:
    found = elsewhere(comparison)
    if not found:
        return []
    lines = [Text(""), *sheet.paragraph(sheet.messages.text("author.elsewhere", count=len(found)), style="dim")]
    for finding in found[:MOST_LINES]:
        message = message_text(sheet, finding.message, values_of(comparison, finding, sheet))
        head = _head(sheet, comparison, finding.evidence[0])
        lines += sheet.paragraph(f"{finding.rule.id}: {message}", head=head, style="dim")
    return [*lines, *_more(sheet, len(found))]


def _more(sheet: Sheet, count: int) -> list[Text]:
    left = count - MOST_LINES
    return sheet.paragraph(sheet.say("more-set-aside", count=left), indent=2, style="dim") if left > 0 else []


def _head(sheet: Sheet, comparison: Comparison, item: Evidence) -> Text:
    where = place(comparison.readings[item.report].report, item.span, sheet.messages)
    return Text("  ").append(f"{letter(item.report)} {sheet.isolated(where)}", "dim").append("  ")
