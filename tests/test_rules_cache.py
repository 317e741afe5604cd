"""Rules out of the cache are the rules of their files, and a file that is wrong is told of every time."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.judge.kept_rules import given
from factcheck.judge.rules import Rule, RuleSet, load_rules

RULE = """\
id: desk-rule
check: any_claim
on: report
category: wording
severity: note
when: {claim: figure, at_least: 12.50}
message: {en: "a figure"}
question: {en: "What of it?"}
why: The desk wants to see it.
origin: the desk
examples:
  - {name: fires, reports: ["There were 13."], finds: [{text: "13"}]}
  - {name: is silent, reports: ["There were 12."], finds: []}
"""


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache folder of its own."""
    monkeypatch.delenv("FACTCHECK_CACHE", raising=False)
    monkeypatch.setenv("FACTCHECK_CACHE_DIR", str(tmp_path / "cache"))
    return tmp_path / "cache"


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A desk's folder with one rule."""
    folder = tmp_path / "desk"
    folder.mkdir()
    (folder / "desk-rule.yaml").write_text(RULE, "utf-8")
    return folder


def loaded(folder: Path) -> RuleSet:
    """Load the shipped rules and those of a folder."""
    return load_rules([folder])


def own(folder: Path) -> Rule:
    """Give the desk's own rule."""
    return next(rule for rule in loaded(folder).require() if rule.file.id == "desk-rule")


def kept(cache: Path) -> list[Path]:
    """List what the cache holds of rules."""
    return sorted(cache.glob("rules-*.json"))


def test_a_rule_is_the_same_from_its_file_and_from_the_cache(cache: Path, desk: Path) -> None:
    first = own(desk)
    assert kept(cache)
    again = own(desk)
    assert again.file == first.file
    assert given(again.file) == given(first.file)
    assert (again.options, again.path, again.pack, again.asks) == (first.options, first.path, first.pack, first.asks)


def test_a_damaged_cache_changes_no_rule(cache: Path, desk: Path) -> None:
    first = own(desk)
    for file in kept(cache):
        file.write_bytes(file.read_bytes()[:-20])
    assert own(desk).file == first.file


def test_an_edited_rule_is_read_again(cache: Path, desk: Path) -> None:
    own(desk)
    (desk / "desk-rule.yaml").write_text(RULE.replace("severity: note", "severity: error"), "utf-8")
    assert own(desk).file.severity == "error"


@pytest.mark.parametrize(
    ("right", "wrong", "told"),
    [
        ("check: any_claim", "check: any_clam", "did you mean 'any_claim'?"),
        ('message: {en: "a figure"}', 'message: {en: "{nothing}"}', "unknown slot {nothing}"),
        ("severity: note", "severity: loud", "must be"),
    ],
)
def test_a_wrong_file_is_told_of_every_time(cache: Path, desk: Path, right: str, wrong: str, told: str) -> None:
    own(desk)
    (desk / "desk-rule.yaml").write_text(RULE.replace(right, wrong), "utf-8")
    first, second = loaded(desk), loaded(desk)
    assert told in " ".join(problem.message for problem in first.problems)
    assert second.problems == first.problems


def test_one_wrong_file_does_not_hide_the_others(cache: Path, desk: Path) -> None:
    (desk / "other.yaml").write_text("id: [", "utf-8")
    for _ in range(2):
        assert {problem.path.rpartition("/")[2] for problem in loaded(desk).problems} == {"other.yaml"}
        assert any(rule.file.id == "desk-rule" for rule in loaded(desk).rules)
