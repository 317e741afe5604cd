"""The whole program on one page: load, segment, extract, align, judge. Rendering takes what comes out."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import partial
from typing import Any

from factcheck.align.alignment import align
from factcheck.extract.reading import extract
from factcheck.judge.judge import judge
from factcheck.judge.rules import DEFAULT_PACKS, FACT_PACK, Rule, load_rules
from factcheck.languages.loader import load_languages
from factcheck.load import document
from factcheck.load.document import Loaded, report_from_text
from factcheck.model.claim import Reading
from factcheck.model.comparison import Comparison
from factcheck.model.fact import Fact
from factcheck.model.limits import LIMITS, Clock, Limits
from factcheck.model.report import Report
from factcheck.text.detect import detect_language
from factcheck.text.segment import segment


def load_report(path: str, *, name: str = "r0", among: Collection[str] = (), **given: Any) -> Report:
    """Load the report of a file, in whatever format it is (`-` is standard input).

    `given` is what `load_reports` takes beside it. Raises UserError where it cannot be read, or holds several reports
    and none is named (`feed.xml#2`).
    """
    return document.load_report(path, id=name, **_reading(among), **given)


def load_reports(path: str, *, among: Collection[str] = (), **given: Any) -> Loaded:
    """Load all reports of a file, and tell what is wrong with those that cannot be read.

    `given`: `language` and `published`, which win over what the file says, and `first`, from which ids count. Where
    neither `language` nor the file names a report's language, it is found `among` these, or among all.
    """
    return document.load_reports(path, **_reading(among), **given)


def reports_in(data: bytes, name: str, **given: Any) -> Loaded:
    """Load all reports of a file in hand, as `load_reports` does of one on the disk; `name` is what it is called."""
    return document.reports_in(data, name, **_reading(()), **given)


def _reading(among: Collection[str]) -> dict[str, Any]:
    languages = load_languages()
    possible = {code: known for code, known in languages.items() if not among or code in among}
    return {"languages": languages, "detect": partial(detect_language, languages=possible)}


def read_report(text: str, **given: Any) -> Report:
    """Make a report of a text in hand; `given` is what `report_from_text` takes beside it (id, title ...)."""
    return report_from_text(text, **_reading(()), **given)


def extract_claims(report: Report, limits: Limits = LIMITS) -> Reading:
    """Read every claim and attribution of one report; raises UserError where it goes beyond the limits."""
    clock = Clock(report.name or report.id, limits.seconds)
    language = load_languages()[report.language]
    return extract(report, segment(report, language), language, limits, clock)


def compare_reports(
    reports: Sequence[Report],
    rules: Sequence[Rule] | None = None,
    messages: str = "en",
    facts: Sequence[Fact] = (),
    author: int | None = None,
    *,
    limits: Limits = LIMITS,
    one_event: bool = False,
) -> Comparison:
    """Lay reports side by side: what each says, how their claims meet, and what a reader should look at.

    Without `rules` those run that are on by default, and with `facts` those that hold figures to them. `author` is the
    number of a draft whose author is spoken to; the other reports are the wires it is held against. With `one_event`
    somebody has said that all are of one, and nobody asks whether they seem to be. Raises UserError where a report
    goes beyond the limits.
    """
    readings = [extract_claims(report, limits) for report in reports]
    stated = range(len(readings)) if one_event else ()
    return compare_readings(readings, rules, messages, facts, author, limits=limits, stated=stated)


def compare_readings(
    readings: Sequence[Reading],
    rules: Sequence[Rule] | None = None,
    messages: str = "en",
    facts: Sequence[Fact] = (),
    author: int | None = None,
    *,
    limits: Limits = LIMITS,
    stated: Collection[int] = (),
) -> Comparison:
    """Do the same with reports that have been read; `stated` are those that somebody said are of one event."""
    names = ", ".join(reading.report.name or reading.report.id for reading in readings)
    clock = Clock(names, limits.seconds * len(readings))
    alignment = align(readings, clock, stated)
    on = default_rules(facts) if rules is None else rules
    return judge(readings, alignment, on, messages, facts, author, clock=clock)


def default_rules(facts: Sequence[Fact] = ()) -> tuple[Rule, ...]:
    """Give the rules that run unless somebody says otherwise."""
    return load_rules().switched_on((*DEFAULT_PACKS, FACT_PACK) if facts else DEFAULT_PACKS).require()
