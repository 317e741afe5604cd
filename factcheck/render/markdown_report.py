"""What came of a run as Markdown: to paste into a ticket, a pull request or a mail."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from factcheck.data.messages import Messages
from factcheck.model.comparison import Comparison, Row
from factcheck.model.finding import SEVERITIES, Evidence, Finding
from factcheck.render.checklist_markdown import escaped
from factcheck.render.letters import letter, names, place
from factcheck.render.matrix_plan import plan
from factcheck.render.outcome import Look, Outcome
from factcheck.render.quotation import quotation
from factcheck.render.remarks import ENDLESS, Remark, beside, found_in, report_path
from factcheck.render.sections import is_compared
from factcheck.render.sheet import Sheet
from factcheck.render.subject import subject_words
from factcheck.render.terminal_finding import chosen

WIDEST_QUOTE = 160
WIDEST_SUBJECT = 60


def render_markdown(outcome: Outcome, messages: Messages) -> str:
    """Give the report; words of the reports are escaped and cannot mark anything up."""
    sheet = Sheet(messages, ENDLESS)
    blocks = [block for look in outcome.looks for block in _look(sheet, look)]
    if off := list(beside(outcome, messages)):
        blocks.append("\n".join(_beside(sheet, remark) for remark in off))
    return "\n\n".join([*blocks, _closing(sheet, outcome)]) + "\n"


def _look(sheet: Sheet, look: Look) -> Iterator[str]:
    comparison = look.comparison
    reports = [reading.report for reading in comparison.readings]
    judged = ", ".join(escaped(report_path(reports[number])) for number in look.judged)
    yield f"# {sheet.isolated(judged)}"
    named = [
        f"* {letter(index)}: {sheet.isolated(escaped(name))}"
        for index, name in enumerate(names(reports, sheet.messages))
    ]
    if len(reports) > 1:
        yield "\n".join(named)
    if is_compared(comparison) and (table := _matrix(sheet, comparison)):
        yield table
    if len(reports) > 1 and not is_compared(comparison):
        yield sheet.isolated(sheet.say("not-compared"))
    if not comparison.findings:
        yield sheet.isolated(sheet.say("nothing"))
    for finding, remark in zip(comparison.findings, found_in(look, sheet.messages), strict=True):
        yield from _finding(sheet, comparison, finding, remark)


def _matrix(sheet: Sheet, comparison: Comparison) -> str:
    """Set the matrix, which Markdown's tables show; Arabic words stand in the last column."""
    letters = [letter(index) for index in range(len(comparison.readings))]
    head = [*letters, sheet.isolated(sheet.say("verdict")), " "]
    rows = [
        [*map(escaped, line.values), sheet.isolated(line.verdict), sheet.isolated(_subject(comparison, line.rows))]
        for lines in plan(comparison, sheet.messages)
        for line in lines
    ]
    table = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(row)} |" for row in table) if rows else ""


def _subject(comparison: Comparison, rows: Sequence[Row]) -> str:
    return " + ".join(escaped(subject_words(comparison, row, WIDEST_SUBJECT).text) for row in rows)


def _finding(sheet: Sheet, comparison: Comparison, finding: Finding, remark: Remark) -> Iterator[str]:
    severity = sheet.isolated(sheet.messages.text(f"severity.{finding.severity}"))
    yield f"**{severity}** `{finding.rule.id}`: {sheet.isolated(escaped(remark.message))}"
    lines = []
    quoted, rest = chosen(finding.evidence, all_of_it=False)
    for item in quoted:
        reading = comparison.readings[item.report]
        said = quotation(reading, item.span, WIDEST_QUOTE)
        key = f"label.{item.label}"
        label = f" {sheet.isolated(sheet.messages.text(key))}" if key in sheet.messages.templates else ""
        words = sheet.isolated(f"«{_marked(said.before, said.words, said.after)}»")
        lines.append(f"* {_place(sheet, comparison, item)}{label} {words}")
    if rest:
        places = ", ".join(_place(sheet, comparison, item) for item in rest)
        lines.append(f"* {sheet.isolated(sheet.say('also'))}: {places}")
    for name, text in (("why", remark.why), ("ask", remark.question)):
        if text:
            lines.append(f"* {sheet.isolated(sheet.say(name))}: {sheet.isolated(escaped(text))}")
    yield "\n".join(lines)


def _place(sheet: Sheet, comparison: Comparison, item: Evidence) -> str:
    where = place(comparison.readings[item.report].report, item.span, sheet.messages)
    return f"`{letter(item.report)} {sheet.isolated(where)}`"


def _marked(before: str, words: str, after: str) -> str:
    """Set the words meant in bold where there are others; blanks stand outside the marks."""
    opening = f"{escaped(before)} " if before.endswith(" ") else escaped(before)
    closing = f" {escaped(after)}" if after.startswith(" ") else escaped(after)
    mark = "**" if before or after else ""
    return f"{opening}{mark}{escaped(words)}{mark}{closing}"


def _beside(sheet: Sheet, remark: Remark) -> str:
    severity = sheet.isolated(sheet.messages.text(f"severity.{remark.severity}"))
    where = sheet.isolated(escaped(f"{remark.place.path}:{remark.place.line}"))
    return f"* **{severity}** {where}: {sheet.isolated(escaped(remark.message))}"


def _closing(sheet: Sheet, outcome: Outcome) -> str:
    counts = Counter(finding.severity for look in outcome.looks for finding in look.comparison.findings)
    counts.update(notice.severity for notice in outcome.notices)
    words = [sheet.messages.text(f"severity.count.{name}", count=counts[name]) for name in SEVERITIES]
    return f"{sheet.say('comma').join(words)} · {sheet.say('closing')}"
