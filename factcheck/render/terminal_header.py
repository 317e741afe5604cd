"""The top of the page: which reports, and in one line what came of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.text import Text

from factcheck.model.claim import Reading
from factcheck.model.comparison import Comparison
from factcheck.model.finding import Finding
from factcheck.render.bidi import harmless, is_rtl
from factcheck.render.cells import cut, pad, widest
from factcheck.render.letters import letter, names
from factcheck.render.matrix_plan import mild_rows
from factcheck.render.sections import between, inside, is_compared
from factcheck.render.sheet import Sheet, joined
from factcheck.render.steps import step_text

NAME_SHARE = 3
"""A report's name takes a third of the line, at most."""


def header_lines(sheet: Sheet, comparison: Comparison) -> list[Text]:
    """Set the title, a line for each report, and the verdict."""
    reports = [sheet.messages.text("terminal.reports", count=len(comparison.readings))]
    if len(comparison.readings) > 1:
        reports.append(sheet.say("one-event" if comparison.same_event else "several-events"))
    lines = sheet.paragraph(joined(["factcheck", *reports]), style="bold")
    shown = [
        cut(name, sheet.width // NAME_SHARE) for name in names([r.report for r in comparison.readings], sheet.messages)
    ]
    columns = widest([name for name in shown if not is_rtl(name)], 0)
    for index, (reading, name) in enumerate(zip(comparison.readings, shown, strict=True)):
        lines += _report(sheet, reading, letter(index), name, columns, yours=index == comparison.author)
    lines.append(Text(""))
    return lines + _verdict(sheet, comparison)


def _report(sheet: Sheet, reading: Reading, mark: str, name: str, columns: int, *, yours: bool) -> list[Text]:
    """Set one report's line; a name in Arabic stands after what is known of it, not before."""
    messages, report = sheet.messages, reading.report
    language = f"language.{report.language}"
    known = [
        messages.text("author.yours") if yours else "",
        messages.text(language) if language in messages.templates else harmless(report.language),
        sheet.say("words", count=len(report.text.split())),
        report.published.isoformat() if report.published else "",
        cut(harmless(report.source or ""), sheet.width // NAME_SHARE),
        name if is_rtl(name) else "",
    ]
    head = Text().append(mark, "bold cyan").append("  ")
    if columns:
        head.append(pad("" if is_rtl(name) else name, columns)).append("  ")
    return sheet.paragraph(joined(known), head=head, style="dim")


def verdict_words(sheet: Sheet, comparison: Comparison) -> list[str]:
    """Say in a few words each how much stands where, or that nothing was compared."""
    if len(comparison.readings) > 1 and not is_compared(comparison):
        return [sheet.say("not-compared")]
    return list(_counts(sheet, comparison, _conflicts(comparison)))


def conflict_words(sheet: Sheet, comparison: Comparison) -> str:
    """Say how many values conflict, and how many differ that may be an update; or that nothing was compared."""
    if not is_compared(comparison):
        return sheet.say("not-compared")
    updates = len(mild_rows(comparison))
    hard = _conflicts(comparison)
    told = [sheet.say("conflicts", count=hard)] if hard or not updates else []
    return joined([*told, sheet.say("may-differ-count", count=updates)] if updates else told)


def _conflicts(comparison: Comparison) -> int:
    """Count the subjects whose values cannot all be right; those that may be an update are none."""
    differing = sum(any(cell.verdict == "conflict" for cell in row.cells) for row in comparison.matrix)
    return differing - len(mild_rows(comparison))


def _verdict(sheet: Sheet, comparison: Comparison) -> list[Text]:
    told = verdict_words(sheet, comparison)
    if len(comparison.readings) > 1 and not is_compared(comparison):
        lines = sheet.paragraph(joined(told), style="bold yellow")
        steps = [step_text(step, sheet.messages) for step in comparison.event_steps[-1:]]
        return lines + [line for text in (*steps, sheet.say("compare-anyway")) for line in _event_step(sheet, text)]
    lines = sheet.paragraph(joined(told), style="bold red" if _conflicts(comparison) else "bold")
    if sheet.explain:
        lines += [
            line for step in comparison.event_steps for line in _event_step(sheet, step_text(step, sheet.messages))
        ]
    return lines


def _event_step(sheet: Sheet, text: str) -> list[Text]:
    return sheet.paragraph(harmless(text), style="dim")


def _counts(sheet: Sheet, comparison: Comparison, conflicts: int) -> Iterator[str]:
    """Say how much stands where; conflicting values are named even where there are none."""
    found = between(comparison)
    if is_compared(comparison):
        yield conflict_words(sheet, comparison)
    missing = [finding for finding in found if finding.rule.category == "missing-figure"]
    if comparison.author is not None:
        yield from _to_author(sheet, comparison, missing)
    elif len(comparison.readings) == 2:
        for report in range(2):
            count = sum(finding.evidence[0].report == report for finding in missing)
            if count:
                yield sheet.say("only-in", count=count, letter=letter(report))
    elif missing:
        yield sheet.say("not-in-all", count=len({(f.evidence[0].report, f.evidence[0].span) for f in missing}))
    told = ("number", "unit", "date") if conflicts or mild_rows(comparison) else ()
    others = [f for f in found if f not in missing and not (f.rule.category == "contradiction" and f.kind in told)]
    if others:
        key = "terminal" if comparison.author is None else "author"
        yield sheet.messages.text(f"{key}.between-other", count=len(others))
    for report in range(len(comparison.readings)):
        count = len(inside(comparison, report))
        if count and comparison.author is not None:
            yield sheet.messages.text("author.inside-count", count=count)
        elif count:
            yield sheet.say("inside-count", count=count, letter=letter(report))
    if not comparison.findings:
        yield sheet.say("nothing")


def _to_author(sheet: Sheet, comparison: Comparison, missing: Sequence[Finding]) -> Iterator[str]:
    """Count what the draft does not have, and what no wire has."""
    alone = sum(finding.evidence[0].report == comparison.author for finding in missing)
    for name, count in (("lacks", len(missing) - alone), ("alone", alone)):
        if count:
            yield sheet.messages.text(f"author.{name}", count=count)
