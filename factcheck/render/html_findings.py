"""The findings for a page: each a card with the words it rests on, the steps that led to it, and what to ask."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from factcheck.data.messages import Messages
from factcheck.model.comparison import Comparison
from factcheck.model.finding import Evidence, Finding
from factcheck.model.report import Report
from factcheck.model.span import Span
from factcheck.render.bidi import harmless
from factcheck.render.checklist import whom
from factcheck.render.flow import TIE
from factcheck.render.html_text import anchor
from factcheck.render.letters import letter, letters
from factcheck.render.outcome import Look
from factcheck.render.quotation import Quotation, quotation
from factcheck.render.sections import elsewhere
from factcheck.render.sheet import Sheet
from factcheck.render.terminal_finding import chosen
from factcheck.render.wording import decisive, reading_step, values_of

ENDLESS = 1_000_000
WIDEST_QUOTE = 200
MOST_QUOTES = 3
NAMED = frozenset({"part", "says"})
"""Parts of a finding whose place is enough."""


class Words(Struct, frozen=True):
    """Words of a report: where they stand, which part they have, and what is around them."""

    report: int
    letter: str
    place: str
    to: str
    label: str
    said: Quotation


class Card(Struct, frozen=True):
    """A finding as the page shows it; `why` is the step that decided, `steps` are all, and whether each was passed."""

    number: int
    finding: Finding
    between: bool
    category: str
    message: str
    why: str
    question: str
    words: tuple[Words, ...]
    also: tuple[Words, ...]
    steps: tuple[tuple[bool, str], ...]
    whom: tuple[tuple[str, str], ...] = ()

    @property
    def reports(self) -> tuple[int, ...]:
        """Give the reports it speaks of, the first first."""
        return tuple(dict.fromkeys(item.report for item in self.finding.evidence))


def cards(look: Look, findings: Sequence[Finding], messages: Messages) -> Iterator[Card]:
    """Give a card for each finding, numbered as the page has them."""
    comparison = look.comparison
    sheet = Sheet(messages, ENDLESS, "plain")
    for number, finding in enumerate(findings, 1):
        values = values_of(comparison, finding, sheet)
        step = decisive(finding)
        quoted, rest = _chosen(finding)
        yield Card(
            number=number,
            finding=finding,
            between=finding.rule.on != "report",
            category=messages.text(f"category.{finding.rule.category}"),
            message=harmless(finding.message),
            why=reading_step(sheet, step, values).replace(TIE, " ") if step is not None else "",
            question=harmless(finding.question),
            words=tuple(_words(comparison, item, messages) for item in quoted),
            also=tuple(_elsewhere(comparison, quoted, rest, messages)),
            steps=tuple((step.passed, reading_step(sheet, step, values).replace(TIE, " ")) for step in finding.steps),
            whom=_asked(comparison, finding),
        )


def _elsewhere(
    comparison: Comparison, quoted: Sequence[Evidence], rest: Sequence[Evidence], messages: Messages
) -> Iterator[Words]:
    """Give the further places; a line that is quoted, or named already, is no other place."""
    told = {(words.report, words.place) for words in (_words(comparison, item, messages) for item in quoted)}
    for words in (_words(comparison, item, messages) for item in rest):
        if (words.report, words.place) not in told:
            told.add((words.report, words.place))
            yield words


def asides(comparison: Comparison, messages: Messages) -> tuple[list[Words], list[tuple[Words, str]]]:
    """Give what the author of a draft is told in passing: figures no wire has, and findings in the wires alone."""
    alone = [_words(comparison, item, messages) for item in comparison.in_no_wire]
    theirs = [(_words(comparison, f.evidence[0], messages), harmless(f.message)) for f in elsewhere(comparison)]
    return alone, theirs


def _asked(comparison: Comparison, finding: Finding) -> tuple[tuple[str, str], ...]:
    """Name who can be asked, each once, with the reports that name them; of words within others, the fewer."""
    told: dict[str, list[int]] = {}
    for one in whom(comparison, (finding,), ()):
        told.setdefault(harmless(one.text), []).append(one.report)
    for name in sorted(told, key=len, reverse=True):
        if any(other != name and other in name for other in told):
            del told[name]
    return tuple((letters(reports), name) for name, reports in told.items())


def _chosen(finding: Finding) -> tuple[list[Evidence], list[Evidence]]:
    """Part the words to quote from what is named by place: the text stands beside it, so a few are enough."""
    quoted, rest = chosen(finding.evidence, all_of_it=False)
    kept = [item for place, item in enumerate(quoted) if place == 0 or item.label not in NAMED][:MOST_QUOTES]
    return kept, [item for item in quoted if item not in kept] + rest


def _line(report: Report, span: Span, messages: Messages) -> str:
    """Give the line a span stands in; to an editor, 3:56 is an hour."""
    if span.field == "title":
        return messages.text("page.headline")
    return messages.text("page.line", line=report.place(span)[0])


def _words(comparison: Comparison, item: Evidence, messages: Messages) -> Words:
    reading = comparison.readings[item.report]
    label = messages.templates.get(f"label.{item.label}")
    return Words(
        report=item.report,
        letter=letter(item.report),
        place=_line(reading.report, item.span, messages),
        to=anchor(item.report, item.span),
        label=label if isinstance(label, str) else "",
        said=quotation(reading, item.span, WIDEST_QUOTE),
    )
