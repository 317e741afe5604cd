"""A desk's own rule files: what they may ask for, and what follows."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.judge.rules import RuleSet, load_rules
from factcheck.model.finding import Finding
from factcheck.pipeline import compare_reports, read_report

HEAD = """\
category: wording
message: {en: seen, ar: هنا}
question: {en: "What of it?", ar: "وماذا عنه؟"}
why: The desk wants to see it.
origin: the desk
examples:
  - {name: fires, reports: ["A"], finds: [{text: A}]}
  - {name: is silent, reports: ["B"], finds: []}
"""
REPORT = """\
Sources said 340 workers were laid off at the mill on Monday.

Labour Minister Salim Harthy said 12 people were killed. The road is 40 km long.

Few know why, and it may take 3 years. Police did not arrest 5 people.
"""


def loaded(folder: Path, **keys: str) -> RuleSet:
    text = "id: desk\n" + "".join(f"{name}: {value}\n" for name, value in keys.items()) + HEAD
    (folder / "desk.yaml").write_text(text, "utf-8")
    return load_rules([folder])


def findings(rules: RuleSet, *texts: str) -> tuple[Finding, ...]:
    own = [rule for rule in rules.require() if rule.pack == ""]
    return compare_reports([read_report(text, id=f"r{n}", language="en") for n, text in enumerate(texts)], own).findings


@pytest.mark.parametrize(
    ("when", "seen"),
    [
        ("{claim: figure, unit: [km]}", ["40 km"]),
        ("{claim: figure, counted: [dead]}", ["12 people"]),
        ("{claim: figure, source: [unnamed]}", ["340 workers"]),
        ("{claim: figure, rung: [bare]}", ["340 workers"]),
        ("{claim: figure, at_least: 13, at_most: 100}", ["40 km"]),
        ("{claim: figure, modality: [forecast]}", ["3 years"]),
        ("{claim: figure, negated: true}", ["5 people"]),
        ("{claim: figure, position: [body]}", ["3 years", "5 people"]),
        ("{claim: figure, words: {en: [police]}}", ["5 people"]),
        ("{claim: figure, no_words: {en: [police, may, sources, road]}}", ["12 people"]),
    ],
)
def test_a_rule_says_which_claims_it_means(tmp_path: Path, when: str, seen: list[str]) -> None:
    rules = loaded(tmp_path, check="any_claim", on="report", severity="note", when=when)
    assert [finding.evidence[0].text for finding in findings(rules, REPORT)] == seen


def test_a_rule_may_wait_until_there_are_many(tmp_path: Path) -> None:
    given = {"check": "any_claim", "on": "report", "severity": "note", "when": "{claim: figure, role: [quantity]}"}
    assert findings(loaded(tmp_path, times="6", **given), REPORT) == ()
    (finding,) = findings(loaded(tmp_path, times="5", **given), REPORT)
    assert [e.text for e in finding.evidence] == ["340 workers", "12 people", "40 km", "3 years", "5 people"]


def test_a_rule_on_pairs_names_the_step_that_decides(tmp_path: Path) -> None:
    texts = ("The strike closed 14 mines in Karnak on Monday.", "The strike closed 15 mines in Karnak on Monday.")
    given = {"check": "any_pair", "on": "pair", "severity": "note"}
    assert [f.evidence[1].text for f in findings(loaded(tmp_path, when="{claim: figure}", **given), *texts)] == [
        "15 mines"
    ]
    assert findings(loaded(tmp_path, when="{verdict: conflict, level: [rounded]}", **given), *texts) == ()


def test_a_rule_takes_over_what_it_does_not_say_and_stands_in_for_the_other(tmp_path: Path) -> None:
    (tmp_path / "our-conflict.yaml").write_text(
        "id: our-conflict\nextends: figure-conflict\nmessage: {en: '{a}, but {b}', ar: '{a} لكن {b}'}\n", "utf-8"
    )
    rules = load_rules([tmp_path])
    assert rules.problems == ()
    names = [rule.file.id for rule in rules.switched_on().rules]
    assert "our-conflict" in names
    assert "figure-conflict" not in names
    texts = ("The strike closed 14 mines in Karnak on Monday.", "The strike closed 15 mines in Karnak on Monday.")
    (finding,) = findings(rules, *texts)
    assert finding.message == "«14 mines», but «15 mines»"
    assert finding.rule.why == next(rule for rule in rules.rules if rule.file.id == "figure-conflict").file.why


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("extends: figure-conflct", "did you mean 'figure-conflict'?"),
        ("check: any_claim\nextends: figure-conflict", "works on: report, not pair"),
    ],
)
def test_what_cannot_be_taken_over_is_told_at_its_place(tmp_path: Path, line: str, says: str) -> None:
    (tmp_path / "desk.yaml").write_text(f"id: desk\n{line}\n", "utf-8")
    problems = load_rules([tmp_path]).problems
    assert says in problems[0].message
    assert problems[0].line is not None


def test_a_step_there_is_none_of_is_told(tmp_path: Path) -> None:
    rules = loaded(tmp_path, check="any_pair", on="pair", severity="note", when="{level: [within-precison]}")
    (problem,) = rules.problems
    assert "did you mean 'within-precision'?" in problem.message
    assert problem.line == 5
