"""The desk's tasks: each a function from a request's body to an answer, run in a process of its own."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from typing import Any

from msgspec import Struct
from msgspec.structs import replace
from pydantic import ValidationError

import factcheck
from factcheck.data.messages import Messages, load_messages
from factcheck.desk.answer import Answer, of_json, of_text, refusal
from factcheck.desk.files import read_file
from factcheck.desk.requests import LaidRequest, ReadRequest, signed
from factcheck.desk.worker import Job
from factcheck.jsonl import report_of, request_in, slips
from factcheck.judge.allowances import Allowances, allow
from factcheck.judge.findings import gathered
from factcheck.judge.rules import Rule
from factcheck.model.allowance import Signed
from factcheck.model.comparison import Comparison
from factcheck.model.errors import UserError
from factcheck.model.fact import Fact
from factcheck.pipeline import compare_reports, extract_claims
from factcheck.render.json_objects import comparison_object, reading_object
from factcheck.render.outcome import Look, Outcome

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class Settings(Struct, frozen=True):
    """What the desk was started with: its rules, its facts, and the language of messages where a request names none."""

    rules: Sequence[Rule]
    facts: Sequence[Fact] = ()
    messages: str = "en"


def do(settings: Settings, job: Job) -> Answer:
    """Do a job; what is wrong with a request is said in one line."""
    try:
        if job.task == "read":
            return of_json(read_file(job.body, job.query.get("name", "")))
        request = request_in(job.body, "a body")
    except UserError as error:
        return refusal(422 if job.task == "read" else 400, str(error))
    try:
        if job.task == "extract":
            return _extract(request)
        return _laid(settings, job, LaidRequest.model_validate(request))
    except UserError as error:
        return refusal(422, str(error))
    except ValidationError as error:
        return refusal(422, slips(error))


def _extract(request: Mapping[str, Any]) -> Answer:
    asked = ReadRequest.model_validate(request)
    return of_json({"id": asked.id, **reading_object(extract_claims(report_of(asked, asked.id or "r0")))})


def _laid(settings: Settings, job: Job, asked: LaidRequest) -> Answer:
    texts = load_messages(asked.messages or settings.messages)
    reports = [report_of(report, report.id or f"r{number}") for number, report in enumerate(asked.reports)]
    if asked.draft is not None and asked.draft >= len(reports):
        raise UserError.at("", f"draft: there are {len(reports)} reports, counted from 0")
    comparison = compare_reports(reports, settings.rules, texts.language, settings.facts, asked.draft)
    comparison = _settled(comparison, signed(asked.answers))
    form = job.query.get("format", "json")
    if job.task == "checklist":
        return _checklist(comparison, texts, form, asked.until)
    match form:
        case "json":
            return of_json({"id": asked.id, **comparison_object(comparison, texts)})
        case "html":
            return of_text(_page(settings, comparison, texts), "text/html")
        case _:
            raise _unknown(form, "json or html")


def _settled(comparison: Comparison, answers: Sequence[Signed]) -> Comparison:
    """Let stand what was answered; an answer to one finding that stands for several is one to each of them."""
    meant = {answer.fingerprint: answer for answer in answers}
    for finding in gathered(comparison).findings:
        for answer in answers:
            if answer.fingerprint in finding.fingerprints:
                meant |= {one: replace(answer, fingerprint=one) for one in finding.fingerprints}
    return gathered(allow(comparison, Allowances(signed=tuple(meant.values()))))


def _page(settings: Settings, comparison: Comparison, texts: Messages) -> str:
    from factcheck.render.html_report import render_html

    judged = range(len(comparison.readings)) if comparison.author is None else (comparison.author,)
    looks = (Look(comparison, tuple(judged)),)
    rules = tuple(rule.info for rule in settings.rules)
    return render_html(Outcome(looks=looks, rules=rules, version=factcheck.__version__), texts)


def _checklist(comparison: Comparison, texts: Messages, form: str, until: datetime.date | None) -> Answer:
    match form:
        case "json":
            from factcheck.render.checklist_json import checklist_object

            return of_json(checklist_object(comparison, texts))
        case "markdown":
            from factcheck.render.checklist_markdown import render_checklist_markdown

            return of_text(render_checklist_markdown(comparison, texts), "text/markdown")
        case "csv":
            from factcheck.render.checklist_table import render_checklist_csv

            return of_text(render_checklist_csv(comparison, texts), "text/csv")
        case "xlsx":
            from factcheck.render.checklist_table import render_checklist_xlsx

            return Answer(200, XLSX, render_checklist_xlsx(comparison, texts))
        case "html":
            from factcheck.render.checklist_page import render_checklist_page

            return of_text(render_checklist_page(comparison, texts), "text/html")
        case "waivers":
            from factcheck.render.waivers_file import render_waivers

            if until is None:
                raise UserError.at("", "until: say to which day the waivers count, such as 2026-01-31")
            return of_text(render_waivers(comparison, until), "application/yaml")
        case _:
            raise _unknown(form, "json, markdown, csv, xlsx, html or waivers")


def _unknown(form: str, right: str) -> UserError:
    return UserError.at("", f"no format {form[:40]!r}; choose {right}")
