"""The machine interface: one JSON object a line in, one a line out, in order, streaming."""

from __future__ import annotations

import datetime
import json
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Annotated, Any, NamedTuple

from msgspec.json import encode
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from factcheck.batch.lines import LONGEST
from factcheck.data.messages import Messages, load_messages
from factcheck.judge.allowances import Allowances, allow
from factcheck.judge.rules import Rule
from factcheck.load.front_matter import parse_day
from factcheck.model.errors import UserError
from factcheck.model.fact import Fact
from factcheck.model.limits import LIMITS, Limits
from factcheck.model.report import Report
from factcheck.pipeline import compare_reports, extract_claims, read_report
from factcheck.render.json_objects import comparison_object, reading_object

_TOLD = 5
"""So many things wrong with one line are told, at most."""


def day_in_text(value: Any) -> datetime.date | None:
    """Take a date as text only, and whole: numbers and times of day mean something else to every program."""
    day = parse_day(value) if isinstance(value, str) else None
    if day is None and value is not None:
        raise ValueError("must be a date such as 2026-01-31")
    return day


class ReportRequest(BaseModel):
    """A report as a program sends it; null equals absent, and unknown fields are ignored."""

    model_config = ConfigDict(extra="ignore", strict=True)

    text: str
    title: str | None = None
    language: str | None = None
    published: Annotated[datetime.date | None, BeforeValidator(day_in_text)] = None
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


class Answer(NamedTuple):
    """A line of JSON, without its end, and whether it is what was asked for rather than an error."""

    line: str
    succeeded: bool


def answer_line(answer: Callable[[Mapping[str, Any]], Mapping[str, Any]], line: bytes) -> Answer:
    """Answer a line with one of JSON; a bad line is answered with its error."""
    identity: str | int | None = None
    try:
        request = request_in(line)
        identity = _identity(request)
        return Answer(_line({"id": identity, **answer(request)}), True)
    except UserError as error:
        return _error(identity, " ".join(str(error).split()))
    except ValidationError as error:
        return _error(identity, slips(error))


def lost_line(line: bytes, why: str) -> Answer:
    """Answer a line that could not be answered by those who should have."""
    try:
        return _error(_identity(request_in(line)), why)
    except UserError:
        return _error(None, why)


def _identity(request: Mapping[str, Any]) -> str | int | None:
    return request["id"] if isinstance(request.get("id"), str | int) else None


def _error(identity: str | int | None, message: str) -> Answer:
    return Answer(_line({"id": identity, "error": {"message": message}}), False)


def request_in(line: bytes, what: str = "a line") -> dict[str, Any]:
    """Read bytes as one JSON object, without its nulls; raises UserError for `what` is none."""
    if len(line) > LONGEST:
        raise UserError.at("", f"{what} holds {LONGEST >> 20} MB at most; send the reports in several requests")
    try:
        request = json.loads(line, parse_constant=partial(_no_number, what))
    except UnicodeDecodeError as error:
        raise _no_json(what, f"no UTF-8 from byte {error.start + 1} on") from None
    except json.JSONDecodeError as error:
        raise _no_json(what, f"{error.msg} at character {error.pos + 1}") from None
    except RecursionError:
        raise _no_json(what, "nested too deeply; a request has three levels") from None
    except ValueError:
        raise _no_json(what, "a number has more digits than anybody reads") from None
    if not isinstance(request, dict):
        raise UserError.at("", f"{what} must hold one JSON object, in braces")
    return {name: value for name, value in request.items() if value is not None}


def _no_json(what: str, why: str) -> UserError:
    return UserError.at("", f"not {what} of JSON: {why}")


def _no_number(what: str, name: str) -> Any:
    raise _no_json(what, f"{name} is no JSON number")


def slips(error: ValidationError) -> str:
    """Say what is wrong with a request: where in the object, and what would be right."""
    slips = error.errors(include_url=False)[:_TOLD]
    return "; ".join(f"{'.'.join(str(key) for key in slip['loc'])}: {_right(slip)}" for slip in slips)


def _right(slip: Mapping[str, Any]) -> str:
    return "must be a JSON object" if slip["type"] == "model_type" else slip["msg"].removeprefix("Value error, ")


def extract_answer(request: Mapping[str, Any], *, limits: Limits = LIMITS) -> Mapping[str, Any]:
    """Answer one line of `extract --jsonl`."""
    asked = ExtractRequest.model_validate(request)
    return {**reading_object(extract_claims(report_of(asked, asked.id, limits), limits))}


def compare_answer(
    rules: tuple[Rule, ...],
    messages: str,
    allowances: Allowances,
    facts: Sequence[Fact],
    request: Mapping[str, Any],
    *,
    limits: Limits = LIMITS,
) -> Mapping[str, Any]:
    """Answer one line of `compare --jsonl` with these rules and facts, in the reader's language."""
    texts: Messages = load_messages(messages)
    asked = CompareRequest.model_validate(request)
    reports = [report_of(report, report.id or f"r{number}", limits) for number, report in enumerate(asked.reports)]
    comparison = allow(compare_reports(reports, rules, messages, facts, limits=limits), allowances)
    return {**comparison_object(comparison, texts)}


def report_of(asked: ReportRequest, identity: str, limits: Limits = LIMITS) -> Report:
    """Make a report of what a program sent; raises UserError for a language nobody knows, or no text."""
    return read_report(
        asked.text,
        id=identity,
        title=asked.title,
        language=asked.language,
        published=asked.published,
        source=asked.source,
        limits=limits,
    )


def _line(value: Mapping[str, Any]) -> str:
    """Write one line; half a surrogate pair, which no UTF-8 can hold, is written as JSON's own escape."""
    try:
        return encode(value).decode()
    except UnicodeEncodeError:
        return json.dumps(value, separators=(",", ":"))
