"""The checklist as JSON: one object an item, with empty boxes and lines for the answers."""

from __future__ import annotations

from typing import Literal, NotRequired

from typing_extensions import TypedDict  # pydantic needs this one below Python 3.12

from factcheck.data.messages import Messages
from factcheck.model.claim import Reading
from factcheck.model.comparison import Comparison
from factcheck.render.checklist import BOXES, Item, Settlement, Whom, Words, answer_of, checklist_items, placed
from factcheck.render.checklist_settled import settled_items
from factcheck.render.letters import letter
from factcheck.render.notices import notice_object
from factcheck.render.sections import elsewhere
from factcheck.render.wire import NoticeOut


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


class StandsOut(TypedDict):
    """Why an item need not be asked again; `day` is when somebody signed, or until when a waiver holds."""

    how: Literal["signed", "waived", "accepted"]
    by: NotRequired[str]
    day: NotRequired[str]
    note: NotRequired[str]


class ItemOut(TypedDict):
    """One thing to check; `boxes` are to be ticked, `signed` to be filled in; `stands` is there if it is settled."""

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
    stands: NotRequired[StandsOut]


class ChecklistOut(TypedDict):
    """The whole checklist: what is open, then what is settled.

    Of a draft held against wires, `draft` is its letter, `in_no_wire` are its figures that no wire has, and `elsewhere`
    counts what stands in the wires alone. `notices` tell what is off with waivers, signed lists and the baseline.
    """

    same_event: bool
    reports: list[ListedReportOut]
    items: list[ItemOut]
    draft: NotRequired[str]
    in_no_wire: NotRequired[list[WordsOut]]
    elsewhere: NotRequired[int]
    notices: NotRequired[list[NoticeOut]]


def checklist_object(comparison: Comparison, messages: Messages) -> ChecklistOut:
    """Give the checklist of a comparison; `messages` are of the language the findings were made in."""
    items = checklist_items(comparison)
    out: ChecklistOut = {
        "same_event": comparison.same_event,
        "reports": [_report(index, reading) for index, reading in enumerate(comparison.readings)],
        "items": [_item(item) for item in (*items, *settled_items(comparison, len(items) + 1))],
    }
    if comparison.author is not None:
        out["draft"] = letter(comparison.author)
        out["in_no_wire"] = [_words(placed(comparison, item)) for item in comparison.in_no_wire]
        out["elsewhere"] = len(elsewhere(comparison))
    if comparison.notices:
        out["notices"] = [notice_object(notice, messages) for notice in comparison.notices]
    return out


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
    ticked, written = answer_of(item)
    out: ItemOut = {
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
        "boxes": {box: box == ticked for box in BOXES},
        "signed": written,
    }
    if item.settled is not None:
        out["stands"] = _stands(item.settled)
    return out


def _stands(settled: Settlement) -> StandsOut:
    out: StandsOut = {"how": settled.how}
    if settled.by:
        out["by"] = settled.by
    if settled.day:
        out["day"] = settled.day
    if settled.note:
        out["note"] = settled.note
    return out


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
