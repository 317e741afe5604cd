"""The machine interface: one JSON object a line in, one a line out, in order, streaming (DESIGN, section 8)."""

from __future__ import annotations

import datetime
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from factcheck.data.messages import Messages, load_messages
from factcheck.judge.rules import Rule
from factcheck.model.errors import UserError
from factcheck.model.report import Report
from factcheck.pipeline import compare_reports, extract_claims, read_report
from factcheck.render.json_objects import comparison_object, reading_object


class ReportRequest(BaseModel):
    """A report as a program sends it; null equals absent, and unknown fields are ignored."""

    model_config = ConfigDict(extra="ignore", strict=True)

    text: str
    title: str | None = None
    language: str | None = None
    published: datetime.date | None = Field(default=None, strict=False)
    source: str | None = None
    id: str | None = None


class ExtractRequest(ReportRequest):
    """One report to read."""

    id: str


class CompareRequest(BaseModel):
    """Reports to lay side by side."""

    model_config = ConfigDict(extra="ignore", strict=True)

    id: str
    reports: list[ReportRequest] = Field(min_length=1)


def answer_lines(
    lines: Iterable[bytes], answer: Callable[[Mapping[str, Any]], Mapping[str, Any]]
) -> Iterator[tuple[str, bool]]:
    """Answer each line with one of JSON; a bad line is answered with its error, and the rest go on.

    Gives (answer, whether it succeeded); blank lines are passed over.
    """
    for line in lines:
        if not line.strip():
            continue
        identity: Any = None
        try:
            request = json.loads(line)
            if not isinstance(request, dict):
                raise ValueError("a line must hold one JSON object")
            identity = request.get("id")
            given = {name: value for name, value in request.items() if value is not None}
            yield _line({"id": identity, **answer(given)}), True
        except UserError as error:
            yield _line({"id": identity, "error": {"message": str(error)}}), False
        except ValidationError as error:
            first = error.errors()[0]
            where = ".".join(str(part) for part in first["loc"]) or "request"
            yield _line({"id": identity, "error": {"message": f"{where}: {first['msg']}"}}), False
        except (ValueError, RecursionError) as error:
            message = (
                f"not a line of JSON: {error}"
                if isinstance(error, (json.JSONDecodeError, UnicodeDecodeError))
                else str(error)
            )
            yield _line({"id": identity, "error": {"message": message}}), False


def extract_answer(request: Mapping[str, Any]) -> Mapping[str, Any]:
    """Answer one line of `extract --jsonl`."""
    asked = ExtractRequest.model_validate(request)
    return {**reading_object(extract_claims(_report(asked, asked.id)))}


def compare_answer(rules: tuple[Rule, ...], messages: str) -> Callable[[Mapping[str, Any]], Mapping[str, Any]]:
    """Make what answers one line of `compare --jsonl` with these rules, in the reader's language."""
    texts: Messages = load_messages(messages)

    def answer(request: Mapping[str, Any]) -> Mapping[str, Any]:
        asked = CompareRequest.model_validate(request)
        reports = [_report(report, report.id or f"r{number}") for number, report in enumerate(asked.reports)]
        return {**comparison_object(compare_reports(reports, rules, messages), texts)}

    return answer


def _report(asked: ReportRequest, identity: str) -> Report:
    return read_report(
        asked.text,
        id=identity,
        title=asked.title,
        language=asked.language,
        published=asked.published,
        source=asked.source,
    )


def _line(value: Mapping[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
