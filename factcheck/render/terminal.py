"""The report an editor reads in a terminal: the verdict first, then what stands behind it."""

from __future__ import annotations

from collections import Counter

from rich.text import Text

from factcheck.data.messages import Messages
from factcheck.model.comparison import Comparison
from factcheck.model.finding import SEVERITIES
from factcheck.render.bidi import Bidi
from factcheck.render.letters import letter
from factcheck.render.sections import between, inside, is_compared, on_the_page
from factcheck.render.sheet import LEAST_WIDTH, Sheet, heading, joined, printed
from factcheck.render.terminal_allowed import notice_lines
from factcheck.render.terminal_author import author_lines
from factcheck.render.terminal_finding import finding_lines
from factcheck.render.terminal_header import header_lines
from factcheck.render.terminal_matrix import matrix_lines
from factcheck.render.terminal_set_aside import set_aside_lines


def render_terminal(
    comparison: Comparison,
    messages: Messages,
    *,
    width: int,
    color: bool,
    explain: bool = False,
    bidi: Bidi = "isolate",
    all_rows: bool = False,
) -> str:
    """Give the report as text ending in a newline, no line wider than `width` cells (40 at least).

    `messages` are of the language the findings were made in. `explain` shows every step of every finding; `all_rows`
    the whole matrix. Without `color` the text holds no escape code.
    """
    sheet = Sheet(messages, max(width, LEAST_WIDTH), bidi, explain)
    lines = header_lines(sheet, comparison)
    if is_compared(comparison):
        lines += matrix_lines(sheet, comparison, all_rows=all_rows)
    lines += _findings(sheet, comparison)
    lines += author_lines(sheet, comparison)
    lines += set_aside_lines(sheet, comparison)
    lines += notice_lines(sheet, comparison)
    lines += [Text(""), *sheet.paragraph(closing_words(sheet, comparison), style="dim")]
    return printed(lines, sheet.width, color=color)


def _findings(sheet: Sheet, comparison: Comparison) -> list[Text]:
    """Set the findings in their sections, numbered through."""
    lines: list[Text] = []
    number = 0
    to_author = comparison.author is not None
    sections = [(sheet.messages.text("author.between") if to_author else sheet.say("between"), between(comparison))]
    sections += [
        (
            sheet.messages.text("author.inside") if to_author else sheet.say("inside", letter=letter(r)),
            inside(comparison, r),
        )
        for r in range(len(comparison.readings))
    ]
    last = len(on_the_page(comparison))
    for title, findings in sections:
        if findings:
            lines += heading(sheet, title)
        for finding in findings:
            number += 1
            lines += [
                *([Text("")] if finding is not findings[0] else []),
                *finding_lines(sheet, comparison, finding, number, last),
            ]
    return lines


def closing_words(sheet: Sheet, comparison: Comparison) -> str:
    """Count what was found, errors named even where there is none, and say what was not looked at."""
    counts = Counter(finding.severity for finding in on_the_page(comparison))
    counts.update(notice.severity for notice in comparison.notices)
    named = [severity for severity in SEVERITIES if counts[severity]]
    if not counts["error"]:
        named.append("error")
    words = [sheet.messages.text(f"severity.count.{severity}", count=counts[severity]) for severity in named]
    stood = (
        ("settled", len(comparison.settled)),
        ("waived", len(comparison.waived)),
        ("accepted", len(comparison.accepted)),
    )
    allowed = [sheet.messages.text(f"allowed.{how}", count=count) for how, count in stood if count]
    return joined([sheet.say("comma").join(words), *allowed, sheet.say("closing")])
