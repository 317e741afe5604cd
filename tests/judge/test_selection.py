"""Which rules run, how loudly and with which settings is for the desk to say."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from factcheck.judge.rules import DEFAULT_PACKS, RuleSet, load_rules
from factcheck.judge.selection import Choice, select
from factcheck.pipeline import compare_reports, read_report

ALL = load_rules()
TEXT = "About 340 people came on Friday. It was the biggest show ever seen."
SPOKEN = "He claimed that the show was full."


def ids(found: RuleSet) -> set[str]:
    assert found.problems == ()
    return {rule.file.id for rule in found.rules}


def told(choice: Choice, text: str = TEXT) -> dict[str, str]:
    rules = select(ALL, choice).require()
    findings = compare_reports([read_report(text, id="r0")], rules).findings
    return {finding.rule.id: finding.severity for finding in findings}


def test_without_a_choice_the_default_packs_are_on() -> None:
    assert ids(select(ALL, Choice())) == ids(ALL.switched_on(DEFAULT_PACKS))


def test_packs_are_switched_on_and_off() -> None:
    assert ids(select(ALL, Choice(packs=()))) == set()
    assert ids(select(ALL, Choice(packs=ALL.packs))) == ids(ALL)
    assert "loaded-verb" not in told(Choice(), SPOKEN)
    assert "loaded-verb" in told(Choice(packs=("style",)), SPOKEN)


@pytest.mark.parametrize("word", ["error", "warning", "note"])
def test_one_word_is_the_severity_of_whatever_a_rule_finds(word: str) -> None:
    assert told(Choice(severity={"unsupported-figure": word}))["unsupported-figure"] == word


def test_off_is_silent_and_on_speaks_out_of_a_pack_that_is_off() -> None:
    assert "unsupported-figure" in told(Choice())
    assert "unsupported-figure" not in told(Choice(severity={"unsupported-figure": "off"}))
    assert told(Choice(packs=(), severity={"loaded-verb": "on"}), SPOKEN) == {"loaded-verb": "note"}
    assert told(Choice(packs=(), severity={"loaded-verb": "error"}), SPOKEN) == {"loaded-verb": "error"}


def test_levels_are_set_one_by_one() -> None:
    def graded(setting: Mapping[str, str]) -> Any:
        rules = select(ALL, Choice(severity={"unsupported-figure": setting})).require()
        return {rule.file.id: rule.file.severity for rule in rules}.get("unsupported-figure")

    before = next(rule.file.severity for rule in ALL.rules if rule.file.id == "unsupported-figure")
    assert isinstance(before, dict)
    assert graded({"material": "error"}) == {**before, "material": "error"}
    assert graded({"background": "off"}) == {"material": before["material"]}
    assert graded(dict.fromkeys(before, "off")) is None


def test_settings_replace_those_of_the_rule_s_file() -> None:
    words = {"words": {"ar": ["زعم"], "en": ["whispered"]}}
    choice = Choice(packs=("style",), options={"loaded-verb": words})
    assert "loaded-verb" not in told(choice, SPOKEN)
    rule = next(rule for rule in select(ALL, choice).rules if rule.file.id == "loaded-verb")
    assert rule.file.options["words"] == words["words"]


@pytest.mark.parametrize(
    ("choice", "said"),
    [
        (Choice(packs=("cor",)), "no pack 'cor'; did you mean 'core'?"),
        (Choice(severity={"unnamed-sorce": "off"}), "no rule 'unnamed-sorce'; did you mean 'unnamed-source'?"),
        (Choice(options={"qqq": {}}), "options: no rule 'qqq'; there are "),
        (Choice(severity={"unsupported-figure": {"materiel": "off"}}), "no level 'materiel'; did you mean 'material'?"),
        (Choice(severity={"loaded-verb": {"material": "off"}}), "no level 'material'"),
        (Choice(options={"loaded-verb": {"wrods": {}}}), "unknown key wrods; did you mean"),
        (Choice(options={"unsupported-figure": {"reach": 5}}), "unknown key reach; remove it"),
    ],
)
def test_a_wrong_choice_is_told_with_the_nearest_right_one(choice: Choice, said: str) -> None:
    problems = select(ALL, choice).problems
    assert any(said in str(problem) for problem in problems), problems


def test_the_other_rules_stay_where_one_choice_is_wrong() -> None:
    chosen = select(ALL, Choice(options={"unsupported-figure": {"reach": 5}}))
    assert len(chosen.rules) == len(ALL.switched_on().rules) - 1


def test_a_rule_whose_file_is_broken_is_no_unknown_rule() -> None:
    from factcheck.model.errors import Problem

    broken = RuleSet(ALL.rules, (Problem("desk/house-style.yaml", "broken", 3, 1),))
    assert select(broken, Choice(severity={"house-style": "off"})).problems == broken.problems


def test_a_rule_that_extends_another_speaks_in_its_place(tmp_path: Path) -> None:
    (tmp_path / "house-figure.yaml").write_text("id: house-figure\nextends: unsupported-figure\n", "utf-8")
    both = load_rules([tmp_path])
    assert both.problems == ()
    assert ids(select(both, Choice())) == ids(select(ALL, Choice())) - {"unsupported-figure"} | {"house-figure"}
    assert "unsupported-figure" in ids(select(both, Choice(severity={"unsupported-figure": "on"})))
    assert "unsupported-figure" in ids(select(both, Choice(severity={"house-figure": "off"})))
