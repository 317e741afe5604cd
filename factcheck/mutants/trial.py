"""Trying a rule on changed copies of its examples: which of them it followed, and which it did not."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct

from factcheck.align.alignment import align
from factcheck.judge.judge import judge
from factcheck.judge.rules import Rule
from factcheck.judge.schema import Example
from factcheck.model.claim import Reading
from factcheck.model.comparison import Comparison
from factcheck.model.errors import UserError
from factcheck.model.fact import Fact
from factcheck.model.finding import Finding
from factcheck.model.report import Report
from factcheck.mutants import dates, guises, hedges, names, numbers, quotations, speakers, spellings, units, words
from factcheck.mutants.tried import Edit, Mutant, Probe, Tried, apply, moved
from factcheck.mutants.turns import TURNS
from factcheck.pipeline import extract_claims, read_report
from factcheck.rule_examples import facts_of, reports_of

GUISES: tuple[Probe, ...] = (*guises.PROBES, *spellings.PROBES)
CHANGES: tuple[Probe, ...] = tuple(
    probe for module in (numbers, units, hedges, dates, names, speakers, quotations, words) for probe in module.PROBES
)


class Result(Struct, frozen=True):
    """What came of one mutant; `got` is empty where the rule followed. `change` says what was written instead."""

    rule: str
    example: str
    mutant: Mutant
    guise: bool
    got: str
    change: str


def try_rule(rule: Rule) -> Iterator[Result]:
    """Change the examples of a rule, each in every way that fits it, and look at what comes of it."""
    for example in rule.file.examples:
        tried = read(rule, example)
        if tried is None or bool(tried.findings) != bool(example.finds):
            continue  # an example that fails as it stands proves nothing when it is changed
        for probe in (*GUISES, *CHANGES, *_turning(rule, tried)):
            for mutant in probe(tried):
                yield _result(tried, mutant, probe in GUISES)


def read(rule: Rule, example: Example) -> Tried | None:
    """Read an example and run the rule on it; None where it cannot be read."""
    try:
        readings = tuple(_read(report) for report in reports_of(example))
    except UserError:
        return None
    facts = tuple(facts_of(example))
    comparison = compare(readings, rule, facts)
    return Tried(rule, example.name, readings, comparison.findings, comparison.set_aside, facts)


def compare(readings: tuple[Reading, ...], rule: Rule, facts: tuple[Fact, ...] = ()) -> Comparison:
    """Judge some readings by one rule, and by what the desk knows."""
    return judge(readings, align(readings), [rule], facts=facts)


@lru_cache(maxsize=4096)
def _read(report: Report) -> Reading:
    return extract_claims(report)


def _turning(rule: Rule, tried: Tried) -> Iterator[Probe]:
    """Give the ways to make a silent example fire, where the rule speaks of a level they reach."""
    for name, levels in rule.check.turns.items() if not tried.findings else ():
        if not levels or any(rule.severity(level) is not None for level in levels):
            yield TURNS[name]


def _result(tried: Tried, mutant: Mutant, guise: bool) -> Result:
    readings = tuple(_read(_changed(tried, number, mutant)) for number in range(len(tried.readings)))
    laid = tuple(readings[number] for number in mutant.order) or readings
    found = compare(laid, tried.rule, tried.facts).findings
    got = _differs(tried, mutant, found)
    return Result(
        tried.rule.file.id, tried.name, mutant, guise, got, "; ".join(_shown(tried, edit) for edit in mutant.edits[:3])
    )


def _shown(tried: Tried, edit: Edit) -> str:
    return f"«{tried.surface(edit.report, edit.span)}» → «{edit.text.strip()}»"


def _changed(tried: Tried, number: int, mutant: Mutant) -> Report:
    old = tried.reports[number]
    if not any(edit.report == number for edit in mutant.edits):
        return old
    text, title = apply(old, number, mutant.edits)
    return read_report(text, id=old.id, title=title, language=old.language, published=old.published)


def _differs(tried: Tried, mutant: Mutant, found: tuple[Finding, ...]) -> str:
    """Say what came instead of what was expected; empty where that came."""
    told = ", ".join(sorted(f"«{finding.evidence[0].text}»" for finding in found)) or "nothing"
    if mutant.expected == "same":
        before, after = ({(f.fingerprint, f.severity) for f in findings} for findings in (tried.findings, found))
        return "" if before == after else told if len(before) != len(after) else f"{told} with another fingerprint"
    if mutant.expected == "silent":
        return told if found else ""
    if mutant.expected == "fires":
        return "" if found else told
    there = [finding for finding in found if _at(mutant, finding)]
    if mutant.expected == "gone":
        return told if there else ""
    if not there:
        return told
    fresh = mutant.at is None or any(finding.fingerprint != mutant.at.fingerprint for finding in there)
    return "" if fresh or mutant.expected == "kept" else f"{told} with the old fingerprint"


def _at(mutant: Mutant, finding: Finding) -> bool:
    """Tell whether a finding speaks of the place that the mutant is about."""
    if mutant.at is None:
        return True
    first = mutant.at.evidence[0]
    place = moved(first, mutant.edits)
    return any(e.report == first.report and e.span.overlaps(place) for e in finding.evidence)
