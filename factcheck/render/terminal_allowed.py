"""What a desk lets stand, on the page: on whose word, until when and why; and what is off with waivers and baseline."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from rich.text import Text

from factcheck.model.allowance import Settled, Waived
from factcheck.model.comparison import Comparison
from factcheck.model.finding import Finding
from factcheck.render.bidi import harmless
from factcheck.render.cells import cut, pad
from factcheck.render.letters import letter, place
from factcheck.render.notices import MOST_LINES, by_file, notice_text
from factcheck.render.sheet import SEVERITY_STYLES, Sheet, heading

WIDEST_WORDS = 40


def allowed_lines(sheet: Sheet, comparison: Comparison) -> Iterator[Text]:
    """Set a line for each settled or waived finding, and one for all that the baseline accepts."""
    for words in allowed_words(sheet, comparison):
        yield from sheet.paragraph(words, style="dim")


def allowed_words(sheet: Sheet, comparison: Comparison) -> Iterator[str]:
    """Say the same, unset."""
    for settled in comparison.settled:
        yield _settled(sheet, comparison, settled)
    for item in comparison.waived:
        yield _waived(sheet, comparison, item)
    if comparison.accepted:
        rules = Counter(finding.rule.id for finding in comparison.accepted)
        told = sheet.say("comma").join(f"{rule} {count}" for rule, count in sorted(rules.items()))
        count = sheet.messages.text("allowed.accepted", count=len(comparison.accepted))
        yield f"{count}: {told}"


def _settled(sheet: Sheet, comparison: Comparison, item: Settled) -> str:
    said = {"by": harmless(item.signed.by), "on": item.signed.on.isoformat(), "note": harmless(item.signed.note or "–")}
    return f"{_named(sheet, comparison, item.finding)} {sheet.messages.text('allowed.settled-by', **said)}"


def _waived(sheet: Sheet, comparison: Comparison, item: Waived) -> str:
    waiver = item.waiver
    said = {"by": harmless(waiver.by), "expires": waiver.expires.isoformat(), "reason": harmless(waiver.reason)}
    return f"{_named(sheet, comparison, item.finding)} {sheet.messages.text('allowed.waived-by', **said)}"


def _named(sheet: Sheet, comparison: Comparison, finding: Finding) -> str:
    """Name a finding by its place, its rule and its first words."""
    first = finding.evidence[0]
    where = f"{letter(first.report)} {place(comparison.readings[first.report].report, first.span, sheet.messages)}"
    return f"{where} {finding.rule.id} «{cut(harmless(first.text), WIDEST_WORDS)}»"


def notice_lines(sheet: Sheet, comparison: Comparison) -> Iterator[Text]:
    """Set a section of what is off with waivers and baseline; nothing where nothing is."""
    if comparison.notices:
        yield from heading(sheet, sheet.say("notices"))
    column = max((len(sheet.messages.text(f"severity.{s}")) for s in SEVERITY_STYLES), default=0)
    for _, told in by_file(comparison.notices):
        for notice in told if sheet.explain else told[:MOST_LINES]:
            word = sheet.messages.text(f"severity.{notice.severity}")
            head = Text().append(pad(sheet.isolated(word), column), SEVERITY_STYLES[notice.severity]).append("  ")
            yield from sheet.paragraph(f"{notice.written}: {notice_text(notice, sheet.messages)}", head=head)
        if len(told) > MOST_LINES and not sheet.explain:
            yield from sheet.paragraph(sheet.messages.text("notice.more", count=len(told) - MOST_LINES), style="dim")
