"""The day that a report's dateline gives: what copy without a day of publication says of its own time."""

from __future__ import annotations

from factcheck.extract.dates import find_dates
from factcheck.model.language import Language
from factcheck.model.report import Report, Sentence
from factcheck.text.passage import read_passage
from factcheck.text.tokens import tokenize

DAY = 10
"""Characters that a day of EDTF takes up."""


def dateline_day(report: Report, language: Language) -> str:
    """Give the day, with its year, in the dateline of a report whose day of publication is unknown; else nothing."""
    if report.published is not None:
        return ""
    for number, block in enumerate(report.blocks):
        if block.kind != "dateline" or block.span.field != "text":
            continue
        tokens = tokenize(report.text, language, block.span.start, block.span.end)
        passage = read_passage(Sentence(0, number, block.kind, block.span), list(tokens), language)
        days = (found.date.edtf for found in find_dates(passage, language, None))
        day = next((day for day in days if len(day) == DAY and day.replace("-", "").isdecimal()), "")
        if day:
            return day
    return ""
