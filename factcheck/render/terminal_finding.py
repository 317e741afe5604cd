"""One finding on the page: what it says, the words it rests on, why, and what to ask."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from rich.text import Text

from factcheck.model.comparison import Comparison
from factcheck.model.finding import SEVERITIES, Evidence, Finding
from factcheck.model.pair import Pair, Step
from factcheck.model.span import Span
from factcheck.render.bidi import harmless
from factcheck.render.cells import pad, widest
from factcheck.render.compact import claim_value
from factcheck.render.letters import letter, place
from factcheck.render.quotation import MOST_WORDS, quotation, sentence_at
from factcheck.render.sheet import SEVERITY_STYLES, Sheet, joined
from factcheck.render.wording import decisive, message_text, reading_step, values_of

AGAIN = "again"
"""The label of further mentions of the same figure: their places are enough."""
MOST_QUOTES = 5
WIDEST_QUOTE = 84
TICK, CROSS = "✓", "✗"


def finding_lines(sheet: Sheet, comparison: Comparison, finding: Finding, number: int, last: int) -> list[Text]:
    """Set a finding; `last` is the highest number on the page, so that numbers stand in a column."""
    values = values_of(comparison, finding, sheet)
    word = sheet.messages.text(f"severity.{finding.severity}")
    column = widest([sheet.messages.text(f"severity.{severity}") for severity in SEVERITIES])
    digits = len(str(last))
    indent = digits + 2
    head = (
        Text()
        .append(f"{number:>{digits}}  ", "bold")
        .append(pad(sheet.isolated(word), column), SEVERITY_STYLES[finding.severity])
    )
    head.append("  ").append(f"{finding.rule.id}: ", "bold")
    lines = _titled(sheet, head, message_text(sheet, finding.message, values), indent + column + 2)
    lines += _evidence(sheet, comparison, finding, indent)
    labelled = [*_reasons(sheet, comparison, finding, values), ("ask", message_text(sheet, finding.question, values))]
    labels = widest([sheet.say(label) for label, _ in labelled])
    told = ""
    for label, text in labelled:
        name = "" if label == told else sheet.isolated(sheet.say(label))
        told = label
        start = Text(" " * indent).append(pad(name, labels), "dim").append("  ")
        lines += sheet.paragraph(text, head=start, style="" if label == "ask" else "dim", technical=label == "read")
    return lines


def _titled(sheet: Sheet, head: Text, message: str, indent: int) -> list[Text]:
    """Set the first lines, further ones under the rule's name rather than far on the right."""
    pieces = sheet.flow(message, sheet.width - indent, first=sheet.width - head.cell_len)
    return [head.append(pieces[0]), *(Text(" " * indent).append(piece) for piece in pieces[1:])]


def _evidence(sheet: Sheet, comparison: Comparison, finding: Finding, indent: int) -> Iterator[Text]:
    """Quote what the finding rests on, a line each; repeats by their places only."""
    quoted, rest = chosen(finding.evidence, all_of_it=sheet.explain)
    places = [_place(sheet, comparison, item) for item in quoted]
    labels = [sheet.isolated(_label(sheet, item)) for item in quoted]
    columns, column = widest(places), widest(labels)
    told: set[tuple[int, int]] = set()
    for item, where, label in zip(quoted, places, labels, strict=True):
        line = Text(" " * indent).append(where[: len(letter(item.report))], "bold cyan")
        line.append(pad(where, columns)[len(letter(item.report)) :] + "  ", "dim")
        if column:
            line.append(pad(label, column) + "  ", "dim")
        room = min(sheet.width - line.cell_len, WIDEST_QUOTE) - 2
        reading = comparison.readings[item.report]
        # A sentence is told once; further words of it need none around them.
        sentence = (item.report, sentence_at(reading, item.span))
        yield line.append_text(sheet.quote(quotation(reading, item.span, room, 0 if sentence in told else MOST_WORDS)))
        told.add(sentence)
    if rest:
        start = Text(" " * indent).append(sheet.isolated(sheet.say("also")), "dim").append("  ")
        yield from sheet.paragraph(joined(_place(sheet, comparison, item) for item in rest), head=start, style="dim")


def chosen(evidence: Sequence[Evidence], *, all_of_it: bool) -> tuple[list[Evidence], list[Evidence]]:
    """Part the evidence to quote from what is named by place; what one already quoted shows is neither."""
    if all_of_it:
        return list(evidence), []
    quoted: list[Evidence] = []
    rest: list[Evidence] = []
    for item in evidence:
        if any(item.report == known.report and _one_covers(item.span, known.span) for known in quoted):
            continue
        (rest if item.label == AGAIN or len(quoted) == MOST_QUOTES else quoted).append(item)
    return quoted, rest


def _one_covers(a: Span, b: Span) -> bool:
    return a.covers(b) or b.covers(a)


def _place(sheet: Sheet, comparison: Comparison, item: Evidence) -> str:
    where = place(comparison.readings[item.report].report, item.span, sheet.messages)
    return f"{letter(item.report)} {sheet.isolated(where)}"


def _label(sheet: Sheet, item: Evidence) -> str:
    key = f"label.{item.label}"
    return sheet.messages.text(key) if key in sheet.messages.templates else ""


def _reasons(
    sheet: Sheet, comparison: Comparison, finding: Finding, values: Mapping[str, str]
) -> Iterator[tuple[str, str]]:
    """Say why: the step that decided, or every step, what the pair was made by and how its values were read."""
    if not sheet.explain:
        step = decisive(finding)
        if step is not None:
            yield "why", reading_step(sheet, step, values)
        return
    for step in finding.steps:
        yield "why", f"{TICK if step.passed else CROSS} {reading_step(sheet, step, values)}{_inferred(sheet, step)}"
    claims = set(finding.claims)
    for pair in comparison.pairs:
        if {(pair.a.report, pair.a.claim), (pair.b.report, pair.b.claim)} <= claims:
            yield "pair", _signals(sheet, pair)
    for report, claim_id in finding.claims:
        reading = comparison.readings[report]
        claim = reading.claim(claim_id)
        where = f"{letter(report)} {place(reading.report, claim.span, sheet.messages)}"
        how = [harmless(step) for step in claim.explain]
        yield "read", joined([where, claim_value(claim, sheet.messages), *how])


def _inferred(sheet: Sheet, step: Step) -> str:
    return f" ({sheet.say('inferred')})" if step.passed and dict(step.values).get("by") == "likeness" else ""


def _signals(sheet: Sheet, pair: Pair) -> str:
    signals = [f"{_signal_name(sheet, name)} {value:.2f}" for name, value in pair.signals]
    return joined([sheet.say("score", score=f"{pair.score:.2f}"), *signals])


def _signal_name(sheet: Sheet, name: str) -> str:
    key = f"signal.{name}"
    return sheet.messages.text(key) if key in sheet.messages.templates else name
