"""What has to hold of anything that was read, whatever it was made of."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from factcheck.data.messages import load_messages
from factcheck.languages.loader import load_languages
from factcheck.load.blocks import split_blocks
from factcheck.load.document import layout_of
from factcheck.load.story import Story
from factcheck.model.claim import Reading
from factcheck.model.comparison import Comparison
from factcheck.model.errors import UserError
from factcheck.model.report import Report
from factcheck.model.span import Span
from factcheck.pipeline import compare_readings, extract_claims, read_report
from factcheck.render.json_objects import comparison_object, reading_object

BETWEEN = "\n=====\n"
"""Parts the two texts of one input."""


def text_of(data: bytes) -> str:
    """Give the text of an input; bytes that are none are left out."""
    return data.decode("utf-8", "ignore").replace("\0", "")


def check_span(report: Report, span: Span) -> str:
    """Demand that a span lies in its field and covers something; gives what it covers."""
    field = report.text if span.field == "text" else report.title or ""
    assert 0 <= span.start < span.end <= len(field), (span, len(field))
    return field[span.start : span.end]


def check_report(report: Report) -> None:
    """Demand blocks that stand in the report, in order, and none inside another."""
    ends = {"title": 0, "text": 0}
    for block in report.blocks:
        check_span(report, block.span)
        assert block.span.start >= ends[block.span.field], "blocks overlap"
        ends[block.span.field] = block.span.end
        for cell in (*block.cells, *block.heads):
            assert cell.start == cell.end or check_span(report, cell)


def check_reading(reading: Reading) -> None:
    """Demand that every span quotes what it covers, and that all of it can be written as JSON."""
    report = reading.report
    assert len({claim.id for claim in reading.claims}) == len(reading.claims)
    for claim in reading.claims:
        assert check_span(report, claim.span) == claim.text
        check_span(report, claim.context.clause)
        if claim.figure is not None:
            assert claim.span.covers(claim.figure.number)
            check_span(report, claim.figure.number)
        if claim.quote is not None:
            assert claim.span.covers(claim.quote.span)
    for attribution in reading.attributions:
        check_span(report, attribution.content)
        for span in (attribution.cue, attribution.source.span if attribution.source else None):
            assert span is None or check_span(report, span)
    for marker in reading.markers:
        check_span(report, marker.span)
    for sentence in reading.sentences:
        assert check_span(report, sentence.span).strip()
    written(reading_object(reading))


def check_comparison(comparison: Comparison) -> None:
    """Demand that evidence quotes what it covers, and that all of it can be written as JSON, in both languages."""
    for finding in comparison.findings:
        assert finding.evidence
        for item in finding.evidence:
            assert check_span(comparison.readings[item.report].report, item.span) == item.text
    for code in ("ar", "en"):
        written(comparison_object(comparison, load_messages(code)))


def check_alone(reading: Reading) -> None:
    """Demand that a report beside itself contradicts nothing."""
    twice = compare_readings([reading, reading])
    wrong = [finding.message for finding in twice.findings if finding.rule.on != "report"]
    assert not wrong, wrong


def check_turned(readings: list[Reading]) -> None:
    """Demand that the order of the reports changes no finding."""
    forth, back = compare_readings(readings), compare_readings(readings[::-1])
    check_comparison(forth)
    assert _prints(forth) == _prints(back)


def _prints(comparison: Comparison) -> set[tuple[str, str, str]]:
    return {(finding.fingerprint, finding.rule.id, finding.severity) for finding in comparison.findings}


def written(value: Mapping[str, Any]) -> None:
    """Demand that a value comes back from JSON as it went in."""
    text = json.dumps(value, ensure_ascii=False, allow_nan=False)
    assert json.loads(text) == json.loads(json.dumps(value, allow_nan=False))


def check_told(error: UserError) -> None:
    """Demand that every mistake is told in one line."""
    assert error.problems
    for problem in error.problems:
        assert "\n" not in str(problem), problem


def check_stories(stories: Iterable[object]) -> None:
    """Demand that what a reader gives can be made a report, and read."""
    languages = load_languages()
    for number, story in enumerate(stories):
        if not isinstance(story, Story) or number > 3:
            continue
        assert story.text.strip()
        assert 0 <= story.body <= len(story.text)
        for language in languages.values():
            split_blocks(story.text, layout_of(language), story.body, story.title)
        report = read_report(story.text, id=f"r{number}", title=story.title, published=story.published)
        check_report(report)
        check_reading(extract_claims(report))
