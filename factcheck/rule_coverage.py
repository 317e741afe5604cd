"""What a rule's examples leave unproved: whether it ever fires, in which language, at which level."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from factcheck.judge.rules import OWN, Rule
from factcheck.judge.schema import Example
from factcheck.languages.loader import load_languages
from factcheck.model.comparison import Comparison
from factcheck.model.errors import UserError
from factcheck.pipeline import compare_reports
from factcheck.rule_examples import facts_of, reports_of


def gaps(rule: Rule) -> Iterator[str]:
    """Say what no example of a rule shows, one line each; a rule that is wholly covered gives none.

    A rule must fire in some example, at each level its severity names. A shipped rule must fire and stay silent in
    every language; a desk's own may keep to one.
    """
    names = Counter(example.name for example in rule.file.examples)
    yield from (f"two examples are called {name!r}; give each its own name" for name in names if names[name] > 1)
    shown = list(_run(rule, rule.file.examples))
    if not any(comparison.findings for comparison in shown):
        yield "no example makes it fire"
        return
    if rule.pack != OWN:
        yield from _languages(shown)
    if isinstance(rule.file.severity, dict):
        for level in rule.file.severity:
            if not any(shows(rule, level, example) for example in rule.file.examples):
                yield f"no example shows the level {level!r}; add one, or take the level out of `severity`"


def shows(rule: Rule, level: str, example: Example) -> bool:
    """Tell whether the rule would speak of an example if it spoke of this level only."""
    alone = replace(rule.file, severity={level: "note"})
    return any(comparison.findings for comparison in _run(replace(rule, file=alone), [example]))


def _run(rule: Rule, examples: Sequence[Example]) -> Iterator[Comparison]:
    for example in examples:
        try:
            yield compare_reports(reports_of(example), [rule], facts=facts_of(example))
        except UserError:
            continue  # told where the examples themselves are run


def _languages(shown: Sequence[Comparison]) -> Iterator[str]:
    for code in sorted(load_languages()):
        there = [c for c in shown if any(reading.report.language == code for reading in c.readings)]
        if not any(comparison.findings for comparison in there):
            yield f"no example in {code!r} makes it fire"
        if all(comparison.findings for comparison in there):
            yield f"no example in {code!r} shows it staying silent"
