"""The checklist as JSON: one object an item, with empty boxes and lines for the answers."""

from __future__ import annotations

from typing import Literal, NotRequired

from typing_extensions import TypedDict  # pydantic needs this one below Python 3.12

from factcheck.model.claim import Reading
from factcheck.model.comparison import Comparison
from factcheck.render.checklist import BOXES, SIGNED, Item, Whom, Words, checklist_items
from factcheck.render.letters import letter


class ListedReportOut(TypedDict):
    """A report and the letter it goes by."""

    letter: str
    id: str
    name: str
    language: str
    words: int
    title: NotRequired[str]
    published: NotRequired[str]
    source: NotRequired[str]


class WordsOut(TypedDict):
    """Quoted words; offsets count code points, lines and columns from 1."""

    report: str
    field: Literal["text", "title"]
    start: int
    end: int
    line: int
    column: int
    text: str
    label: NotRequired[str]


class WhomOut(TypedDict):
    """Somebody the text names."""

    report: str
    text: str
    kind: str


class ReasonOut(TypedDict):
    """A finding behind an item."""

    rule: str
    category: str
    severity: Literal["error", "warning", "note"]
    message: str
    fingerprint: str


class ItemOut(TypedDict):
    """One thing to check; `boxes` are for the editor to tick, `signed` to fill in."""

    number: int
    severity: Literal["error", "warning", "note"]
    subject: str
    values: dict[str, str]
    silent: list[str]
    quotes: list[WordsOut]
    questions: list[str]
    ask: list[WhomOut]
    rules: list[str]
    fingerprints: list[str]
    findings: list[ReasonOut]
    boxes: dict[str, bool]
    signed: dict[str, str]


class ChecklistOut(TypedDict):
    """The whole checklist."""

    same_event: bool
    reports: list[ListedReportOut]
    items: list[ItemOut]


def checklist_object(comparison: Comparison) -> ChecklistOut:
    """Give the checklist of a comparison; its messages and questions are in the language the findings were made in."""
    return {
        "same_event": comparison.same_event,
        "reports": [_report(index, reading) for index, reading in enumerate(comparison.readings)],
        "items": [_item(item) for item in checklist_items(comparison)],
    }


def _report(index: int, reading: Reading) -> ListedReportOut:
    report = reading.report
    out: ListedReportOut = {
        "letter": letter(index),
        "id": report.id,
        "name": report.name,
        "language": report.language,
        "words": len(report.text.split()),
    }
    if report.title is not None:
        out["title"] = report.title
    if report.published is not None:
        out["published"] = report.published.isoformat()
    if report.source is not None:
        out["source"] = report.source
    return out


def _item(item: Item) -> ItemOut:
    return {
        "number": item.number,
        "severity": item.severity,
        "subject": item.subject,
        "values": {letter(cell.report): cell.value for cell in item.cells if cell.claims},
        "silent": [letter(report) for report in item.silent],
        "quotes": [_words(words) for words in item.words],
        "questions": list(item.questions),
        "ask": [_whom(whom) for whom in item.whom],
        "rules": list(item.rules),
        "fingerprints": list(item.fingerprints),
        "findings": [
            {
                "rule": finding.rule.id,
                "category": finding.rule.category,
                "severity": finding.severity,
                "message": finding.message,
                "fingerprint": finding.fingerprint,
            }
            for finding in item.findings
        ],
        "boxes": dict.fromkeys(BOXES, False),
        "signed": dict.fromkeys(SIGNED, ""),
    }


def _words(words: Words) -> WordsOut:
    out: WordsOut = {
        "report": letter(words.report),
        "field": words.span.field,
        "start": words.span.start,
        "end": words.span.end,
        "line": words.line,
        "column": words.column,
        "text": words.text,
    }
    if words.label:
        out["label"] = words.label
    return out


def _whom(whom: Whom) -> WhomOut:
    return {"report": letter(whom.report), "text": whom.text, "kind": whom.kind}
