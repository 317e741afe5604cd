"""The report an editor reads in a browser and forwards: one page that holds all it needs, and asks nobody for more."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from factcheck.data.messages import Messages
from factcheck.model.claim import Reading
from factcheck.model.comparison import Comparison
from factcheck.model.finding import SEVERITIES, Finding
from factcheck.model.report import Report
from factcheck.render.bidi import harmless
from factcheck.render.html_findings import Card, asides, cards
from factcheck.render.html_marks import links, marks
from factcheck.render.html_matrix import left_out, shown_at_first, table
from factcheck.render.html_text import as_it_stands, pieces, quoted
from factcheck.render.letters import letter, names
from factcheck.render.matrix_plan import plan
from factcheck.render.outcome import Outcome
from factcheck.render.page import render_page
from factcheck.render.sections import is_compared, on_the_page
from factcheck.render.sheet import Sheet
from factcheck.render.terminal import closing_words
from factcheck.render.terminal_allowed import allowed_words
from factcheck.render.terminal_header import conflict_words
from factcheck.render.terminal_set_aside import set_aside_items

ENDLESS = 1_000_000
CONTRADICTION = "contradiction"
VALUES = frozenset({"number", "unit", "date"})
"""What the two sides of a conflict of values differ in."""
RIGHT = frozenset({"R", "AL"})


def render_html(outcome: Outcome, messages: Messages) -> str:
    """Give the page of the first comparison of a run."""
    look = outcome.looks[0]
    comparison = look.comparison
    findings = on_the_page(comparison)
    rows = plan(comparison, messages) if is_compared(comparison) else []
    linked = links(comparison, rows)
    marked = marks(comparison, findings, linked, messages)
    lines = table(comparison, rows, findings, messages)
    sheet = Sheet(messages, ENDLESS, "plain")
    shown = list(cards(look, findings, messages))
    reports = _reports(comparison, messages)
    alone, theirs = asides(comparison, messages)
    return render_page(
        "report.html",
        title=" · ".join([*(report["title"] for report in reports), "factcheck"]),
        say=messages.text,
        language=messages.language,
        direction=messages.text("direction"),
        version=outcome.version,
        compared=is_compared(comparison),
        verdict=list(_verdict(sheet, comparison, shown)),
        counts=_counts(findings),
        reports=reports,
        bodies=[list(pieces(reading, report, marked[report])) for report, reading in enumerate(comparison.readings)],
        rows=lines,
        first_rows=shown_at_first(lines),
        left_out=left_out(lines),
        voices=_voices(sheet, comparison),
        sections=list(_sections(sheet, comparison, shown)),
        categories=_categories(findings, messages),
        draft=comparison.author,
        in_no_wire=alone,
        elsewhere=theirs,
        set_aside=set_aside_items(comparison, messages),
        allowed=[harmless(words) for words in allowed_words(sheet, comparison)],
        closing=closing_words(sheet, comparison),
        as_it_stands=as_it_stands,
        quoted=quoted,
    )


def _verdict(sheet: Sheet, comparison: Comparison, shown: Sequence[Card]) -> Iterator[tuple[str, int]]:
    """Say what came of it: first what conflicts, then what there is of each kind, each with the first card of it."""
    differing = [row for row in comparison.matrix if any(cell.verdict == "conflict" for cell in row.cells)]
    claims = {(cell.report, claim) for row in differing for cell in row.cells for claim in cell.claims}
    values = [card.number for card in shown if card.finding.kind in VALUES and claims & {*card.finding.claims}]
    told: dict[str, list[int]] = {}
    for card in shown:
        if card.number not in values:
            told.setdefault(card.finding.rule.category, []).append(card.number)
    other = "other-contradiction" if values else CONTRADICTION
    if len(comparison.readings) > 1 and (values or CONTRADICTION not in told):
        yield conflict_words(sheet, comparison), values[0] if values else 0
    for category, numbers in told.items():
        name = other if category == CONTRADICTION else category
        yield sheet.messages.text(f"page.count.{name}", count=len(numbers)), numbers[0]
    if not shown:
        yield sheet.say("nothing"), 0


def _counts(findings: Sequence[Finding]) -> list[tuple[str, int]]:
    """Count the findings by severity, the worst first."""
    told = Counter(finding.severity for finding in findings)
    return [(severity, told[severity]) for severity in SEVERITIES]


def _categories(findings: Sequence[Finding], messages: Messages) -> list[tuple[str, str, int]]:
    """Give the categories there are, as the findings come, with their names and how often."""
    told = Counter(finding.rule.category for finding in findings)
    return [(category, messages.text(f"category.{category}"), count) for category, count in told.items()]


def _reports(comparison: Comparison, messages: Messages) -> list[dict[str, Any]]:
    """Give what is known of every report."""
    shown = names([reading.report for reading in comparison.readings], messages)
    return [
        {
            "letter": letter(index),
            "name": name,
            "title": harmless(reading.report.title or _headline(reading)) or name,
            "source": harmless(reading.report.source or ""),
            "known": _known(reading.report, name),
            "language": reading.report.language,
            "direction": _direction(reading.report),
        }
        for index, (reading, name) in enumerate(zip(comparison.readings, shown, strict=True))
    ]


def _known(report: Report, name: str) -> list[str]:
    """Give where a report comes from: its source, who wrote it, its day, its file."""
    day = report.published.isoformat() if report.published else ""
    return [harmless(fact) for fact in (report.source or "", report.byline or "", day, name) if fact]


def _headline(reading: Reading) -> str:
    """Give the first line of a report that stands as its headline; empty where it has none."""
    found = (block for block in reading.report.blocks if block.kind == "headline")
    return next((reading.report.surface(block.span) for block in found), "")


def _direction(report: Report) -> str:
    """Give the direction a report is written in."""
    letters = [unicodedata.bidirectional(character) for character in report.text]
    return "rtl" if sum(kind in RIGHT for kind in letters) > sum(kind == "L" for kind in letters) else "ltr"


def _voices(sheet: Sheet, comparison: Comparison) -> list[str]:
    told = [("one-voice", group) for group in comparison.voices]
    told += [("apart", comparison.apart)] if comparison.apart else []
    return [sheet.say(name, letters=", ".join(map(letter, reports))) for name, reports in told]


def _sections(sheet: Sheet, comparison: Comparison, shown: Sequence[Card]) -> Iterator[tuple[str, list[Card]]]:
    """Put the cards under the headings they stand below: between the reports, and inside each."""
    between = [card for card in shown if card.between]
    if between:
        yield sheet.messages.text("page.between"), between
    for report in range(len(comparison.readings)):
        inside = [card for card in shown if not card.between and card.reports[0] == report]
        if inside:
            yield sheet.messages.text("page.inside", letter=letter(report)), inside
