"""From the model to the JSON objects of the machine interface."""

from __future__ import annotations

from factcheck.data.messages import Messages
from factcheck.model.allowance import Looked, Settled, Waived
from factcheck.model.claim import Claim, Reading
from factcheck.model.comparison import Comparison, Row
from factcheck.model.figure import Figure
from factcheck.model.finding import Evidence, Finding
from factcheck.model.pair import Pair
from factcheck.model.report import Report
from factcheck.model.source import Attribution, Source
from factcheck.model.span import Span
from factcheck.render.notices import notice_object
from factcheck.render.steps import step_text
from factcheck.render.wire import (
    AttributionOut,
    ClaimOut,
    ComparisonOut,
    EvidenceOut,
    FigureOut,
    FindingOut,
    PairOut,
    ReportOut,
    RowOut,
    SettledOut,
    SignedOut,
    SourceOut,
    StoodOut,
    StretchOut,
    WaivedOut,
    WaiverOut,
)  # fmt: skip


def comparison_object(comparison: Comparison, messages: Messages) -> ComparisonOut:
    """Give the answer of `compare`."""
    out: ComparisonOut = {
        "same_event": comparison.same_event,
        "reports": [reading_object(reading) for reading in comparison.readings],
        "pairs": [_pair(pair, messages) for pair in comparison.pairs],
        "findings": [finding_object(finding, messages) for finding in comparison.findings],
        "matrix": [_row(row) for row in comparison.matrix],
        "set_aside": [
            {"reason": item.reason, "values": dict(item.values), "evidence": [_evidence(e) for e in item.evidence]}
            for item in comparison.set_aside
        ],
    }
    if comparison.notices:
        out["notices"] = [notice_object(notice, messages) for notice in comparison.notices]
    return {**out, **stood_objects(comparison, messages)}


def stood_objects(found: Comparison | Looked, messages: Messages) -> StoodOut:
    """Give what is let stand, where anything is."""
    out: StoodOut = {}
    if found.settled:
        out["settled"] = [_settled(item, messages) for item in found.settled]
    if found.waived:
        out["waived"] = [_waived(item, messages) for item in found.waived]
    if found.accepted:
        out["accepted"] = [finding_object(finding, messages) for finding in found.accepted]
    return out


def _settled(item: Settled, messages: Messages) -> SettledOut:
    signed = item.signed
    word: SignedOut = {
        "by": signed.by,
        "on": signed.on.isoformat(),
        "note": signed.note,
        "written": str(signed.written),
    }
    return {**finding_object(item.finding, messages), "signed": word}


def _waived(item: Waived, messages: Messages) -> WaivedOut:
    waiver = item.waiver
    word: WaiverOut = {
        "by": waiver.by,
        "expires": waiver.expires.isoformat(),
        "reason": waiver.reason,
        "written": str(waiver.written),
    }
    return {**finding_object(item.finding, messages), "waiver": word}


def _row(row: Row) -> RowOut:
    out: RowOut = {
        "subject": row.subject,
        "cells": [
            {"report": cell.report, "claims": list(cell.claims), "value": cell.value, "verdict": cell.verdict}
            for cell in row.cells
        ],
    }
    if row.voices:
        out["voices"] = row.voices
    if row.majority:
        out["majority"] = row.majority
        out["outliers"] = list(row.outliers)
    return out


def reading_object(reading: Reading) -> ReportOut:
    """Give the answer of `extract`."""
    report = reading.report
    return {
        "id": report.id,
        "language": report.language,
        "claims": [_claim(claim, report) for claim in reading.claims],
        "attributions": [_attribution(attribution, report) for attribution in reading.attributions],
    }


def _claim(claim: Claim, report: Report) -> ClaimOut:
    out: ClaimOut = {
        "id": claim.id,
        "kind": claim.kind,
        "field": claim.span.field,
        "start": claim.span.start,
        "end": claim.span.end,
        "text": claim.text,
        "source": _source(claim.attribution.source if claim.attribution else None, report),
        "explain": list(claim.explain),
    }
    if claim.figure is not None:
        out["figure"] = _figure(claim.figure)
    if claim.date is not None:
        out["date"] = {"edtf": claim.date.edtf, "calendar": claim.date.calendar}
        if claim.date.weekday is not None:
            out["date"]["weekday"] = claim.date.weekday
    if claim.name is not None:
        out["name"] = {"type": claim.name.type, "key": claim.name.key}
    return out


def _figure(figure: Figure) -> FigureOut:
    out: FigureOut = {
        "low": f"{figure.low:f}" if figure.low is not None else None,
        "high": f"{figure.high:f}" if figure.high is not None else None,
        "low_inclusive": figure.low_inclusive,
        "high_inclusive": figure.high_inclusive,
        "approximate": figure.approximate,
        "form": figure.form,
        "role": figure.role,
        "unit": figure.unit,
        "counted": {"text": figure.counted.text, "key": figure.counted.key} if figure.counted else None,
        "number": {"start": figure.number.start, "end": figure.number.end},
    }
    if figure.per is not None:
        out["per"] = figure.per
    if figure.readings:
        out["readings"] = [f"{value:f}" for value in figure.readings]
    return out


def _source(source: Source | None, report: Report) -> SourceOut | None:
    if source is None:
        return None
    span = source.span
    out: SourceOut = {
        "text": report.surface(span),
        "start": span.start,
        "end": span.end,
        "kind": source.kind,
        "rung": source.rung,
    }
    if span.field == "title":
        out["field"] = "title"
    if source.name is not None:
        out["name"] = _stretch(source.name, report)
    return out


def _attribution(attribution: Attribution, report: Report) -> AttributionOut:
    cue = attribution.cue
    return {
        "source": _source(attribution.source, report),
        "cue": _stretch(cue, report) if cue else None,
        "content": _stretch(attribution.content, report),
        "mode": attribution.mode,
    }


def _stretch(span: Span, report: Report) -> StretchOut:
    out: StretchOut = {"start": span.start, "end": span.end, "text": report.surface(span)}
    if span.field == "title":
        out["field"] = "title"
    return out


def _pair(pair: Pair, messages: Messages) -> PairOut:
    return {
        "a": {"report": pair.a.report, "claim": pair.a.claim},
        "b": {"report": pair.b.report, "claim": pair.b.claim},
        "score": pair.score,
        "signals": dict(pair.signals),
        "verdict": pair.verdict,
        "explain": [step_text(step, messages) for step in pair.steps],
    }


def finding_object(finding: Finding, messages: Messages) -> FindingOut:
    """Give one finding as JSON."""
    out: FindingOut = {
        "rule": finding.rule.id,
        "category": finding.rule.category,
        "severity": finding.severity,
        "message": finding.message,
        "question": finding.question,
        "explain": [step_text(step, messages) for step in finding.steps],
        "fingerprint": finding.fingerprint,
        "evidence": [_evidence(item) for item in finding.evidence],
    }
    if finding.kind is not None:
        out["kind"] = finding.kind
    if finding.also:
        out["also"] = list(finding.also)
    return out


def _evidence(item: Evidence) -> EvidenceOut:
    out: EvidenceOut = {
        "report": item.report,
        "field": item.span.field,
        "start": item.span.start,
        "end": item.span.end,
        "text": item.text,
    }
    if item.label:
        out["label"] = item.label
    return out
