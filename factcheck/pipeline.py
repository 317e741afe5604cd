"""The whole program on one page: load, segment, extract, align, judge. Rendering takes what comes out."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Sequence
from functools import partial
from typing import Any

from factcheck.align.alignment import align
from factcheck.extract.reading import extract
from factcheck.judge.judge import judge
from factcheck.judge.rules import DEFAULT_PACKS, FACT_PACK, Rule, load_rules
from factcheck.languages.loader import load_languages
from factcheck.load.document import load_report as load
from factcheck.load.document import report_from_text
from factcheck.model.claim import Reading
from factcheck.model.comparison import Comparison
from factcheck.model.fact import Fact
from factcheck.model.report import Report
from factcheck.text.detect import detect_language
from factcheck.text.segment import segment


def load_report(
    path: str,
    *,
    language: str | None = None,
    published: datetime.date | None = None,
    name: str = "r0",
    among: Collection[str] = (),
) -> Report:
    """Load a report from a file (`-` is standard input); raises UserError where it cannot be read.

    Where neither `language` nor the file names its language, it is found `among` these, or among all.
    """
    languages = load_languages()
    possible = {code: known for code, known in languages.items() if not among or code in among}
    return load(
        path,
        id=name,
        languages=languages,
        detect=partial(detect_language, languages=possible),
        language=language,
        published=published,
    )


def read_report(text: str, **given: Any) -> Report:
    """Make a report of a text in hand; `given` is what `report_from_text` takes beside it (id, title ...)."""
    languages = load_languages()
    return report_from_text(text, languages=languages, detect=partial(detect_language, languages=languages), **given)


def extract_claims(report: Report) -> Reading:
    """Read every claim and attribution of one report."""
    language = load_languages()[report.language]
    return extract(report, segment(report, language), language)


def compare_reports(
    reports: Sequence[Report],
    rules: Sequence[Rule] | None = None,
    messages: str = "en",
    facts: Sequence[Fact] = (),
) -> Comparison:
    """Lay reports side by side: what each says, how their claims meet, and what a reader should look at.

    Without `rules` those run that are on by default, and with `facts` those that hold figures to them.
    """
    return compare_readings([extract_claims(report) for report in reports], rules, messages, facts)


def compare_readings(
    readings: Sequence[Reading],
    rules: Sequence[Rule] | None = None,
    messages: str = "en",
    facts: Sequence[Fact] = (),
) -> Comparison:
    """Do the same with reports that have been read."""
    alignment = align(readings)
    return judge(readings, alignment, default_rules(facts) if rules is None else rules, messages, facts)


def default_rules(facts: Sequence[Fact] = ()) -> tuple[Rule, ...]:
    """Give the rules that run unless somebody says otherwise."""
    return load_rules().switched_on((*DEFAULT_PACKS, FACT_PACK) if facts else DEFAULT_PACKS).require()
