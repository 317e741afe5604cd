"""Writing rules: `rules new`, `rules checks`, what `--coverage` demands, and a folder of mistakes."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from factcheck.judge.checks import load_checks
from factcheck.judge.rules import Rule, load_rules
from factcheck.rule_coverage import gaps
from factcheck.rule_examples import run_examples
from factcheck.rule_skeletons import skeleton, write_new

Command = Callable[..., Result]

RULES = load_rules().require()


def loaded(folder: Path, text: str, name: str = "late-count") -> Rule:
    write_new(folder / f"{name}.yaml", text)
    (rule,) = (rule for rule in load_rules([folder]).require() if rule.file.id == name)
    return rule


# ---------------------------------------------------------------- new


@pytest.mark.parametrize("check", load_checks())
def test_a_new_rule_of_any_check_passes_at_once(check: str, tmp_path: Path) -> None:
    rule = loaded(tmp_path, skeleton("late-count", check, None, RULES))
    outcomes = list(run_examples(rule))
    assert len(outcomes) >= 4, "each language fires and stays silent"
    assert [outcome for outcome in outcomes if outcome.complaints] == []
    assert list(gaps(rule)) == []


@pytest.mark.parametrize(("on", "check"), [(None, "wording"), ("report", "wording"), ("pair", "disagreement")])
def test_a_subject_is_enough_to_begin_with(on: str | None, check: str, tmp_path: Path) -> None:
    assert loaded(tmp_path, skeleton("late-count", None, on, RULES)).file.check == check


def test_every_key_of_a_new_rule_has_a_note(tmp_path: Path) -> None:
    lines = skeleton("late-count", "disagreement", None, RULES).splitlines()
    keys = [number for number, line in enumerate(lines) if re.match(r"[a-z_]+:", line)]
    assert len(keys) >= 10
    assert [lines[number] for number in keys if not lines[number - 1].startswith("#")] == []


def test_rules_new_writes_a_file_and_says_how_to_try_it(command: Command, tmp_path: Path) -> None:
    folder = tmp_path / "desk"
    answer = command("rules", "new", "late-count", "--dir", folder)
    assert (answer.exit_code, answer.stderr) == (0, "")
    assert f"factcheck rules test late-count --rules {folder}" in answer.stdout
    tried = command("rules", "test", "late-count", "--rules", folder, "--coverage")
    assert tried.exit_code == 0, tried.stdout


def test_rules_new_never_overwrites(command: Command, tmp_path: Path) -> None:
    (tmp_path / "late-count.yaml").write_text("mine", "utf-8")
    answer = command("rules", "new", "late-count", "--dir", tmp_path)
    assert answer.exit_code == 2
    assert str(tmp_path / "late-count.yaml") in answer.stderr
    assert (tmp_path / "late-count.yaml").read_text("utf-8") == "mine"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("Late",), "small letters"),
        (("sum-mismatch",), "already in rules/core/sum-mismatch.yaml"),
        (("late-count", "--check", "disagrement"), "did you mean 'disagreement'?"),
        (("late-count", "--check", "unsupported", "--on", "pair"), "looks at: report"),
    ],
)
def test_rules_new_says_what_would_be_right(
    command: Command, tmp_path: Path, arguments: tuple[str, ...], said: str
) -> None:
    answer = command("rules", "new", *arguments, "--dir", tmp_path)
    assert answer.exit_code == 2
    assert said in answer.stderr
    assert list(tmp_path.iterdir()) == []


def test_rules_checks_lists_every_check(command: Command) -> None:
    answer = command("rules", "checks")
    assert [line.split()[:2] for line in answer.stdout.splitlines()] == [[n, c.on] for n, c in load_checks().items()]


# ---------------------------------------------------------------- coverage


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.file.id)
def test_examples_show_all_a_shipped_rule_says(rule: Rule) -> None:
    assert list(gaps(rule)) == []


SILENT = """\
id: late-count
check: unsupported
on: report
category: unsupported-figure
severity: {material: warning, background: note}
message: {en: "{figure}", ar: "{figure}"}
question: {en: "Who?", ar: "من؟"}
why: A count with no source cannot be checked.
origin: the desk
examples:
  - {name: one, reports: ["Police said some 340 people came on Friday."], finds: [{text: "340"}]}
  - {name: one, reports: ["Police said some 340 people came on Friday."], finds: []}
"""
FIRING = SILENT.replace(
    '["Police said some 340 people came on Friday."], finds: [{',
    '["Some 340 people came on Friday. They left."], finds: [{',
)


def test_coverage_fails_a_rule_that_no_example_fires(command: Command, tmp_path: Path) -> None:
    (tmp_path / "late-count.yaml").write_text(SILENT, "utf-8")
    answer = command("rules", "test", "late-count", "--coverage", "--rules", tmp_path)
    assert answer.exit_code == 1
    assert "late-count: no example makes it fire" in answer.stdout
    assert "late-count: two examples are called 'one'" in answer.stdout


def test_coverage_names_a_level_that_no_example_shows(command: Command, tmp_path: Path) -> None:
    (tmp_path / "late-count.yaml").write_text(
        FIRING.replace('name: one, reports: ["Police', 'name: two, reports: ["Police'), "utf-8"
    )
    answer = command("rules", "test", "late-count", "--coverage", "--rules", tmp_path)
    assert answer.exit_code == 1
    assert [line for line in answer.stdout.splitlines() if line.startswith("late-count: ")] == [
        "late-count: no example shows the level 'material'; add one, or take the level out of `severity`"
    ]
    assert command("rules", "test", "late-count", "--rules", tmp_path).exit_code == 0


def test_a_shipped_rule_has_to_fire_in_every_language(tmp_path: Path) -> None:
    from msgspec.structs import replace

    rule = loaded(tmp_path, FIRING.replace('name: one, reports: ["Police', 'name: two, reports: ["Police'))
    assert "no example in 'ar' makes it fire" not in list(gaps(rule))
    assert "no example in 'ar' makes it fire" in list(gaps(replace(rule, pack="core")))


# ---------------------------------------------------------------- a folder of mistakes

WORDS = """\
id: house-word
check: wording
on: report
category: wording
severity: note
options:
  words: {en: [whilst]}
message: {en: "{words}", ar: "{words}"}
question: {en: "While?", ar: "أثناء؟"}
why: The desk writes while.
origin: the desk
examples:
  - {name: fires, reports: ["It rained whilst he spoke."], finds: [{text: whilst}]}
  - {name: silent, reports: ["It rained while he spoke."], finds: []}
"""
MISTAKES = {
    "severity-misspelt": (WORDS.replace("severity:", "serverity:"), 5, "did you mean 'severity'?"),
    "bracket-left-open": (WORDS.replace("[whilst]", "[whilst"), 7, "close the bracket"),
    "deep": (WORDS.replace("[whilst]", "[" * 200_000 + "]" * 200_000), 7, "levels deep"),
    "alias": (WORDS.replace("{en: [whilst]}", "&w {en: [whilst]}"), 7, "anchors"),
    "too-many-words": (WORDS.replace("[whilst]", f"[{', '.join(f'w{n}' for n in range(3000))}]"), 7, "2000"),
    "empty-pattern": (WORDS.replace("[whilst]", '["!!!"]'), 7, "no word to look for"),
    "no-such-language": (WORDS.replace("{en: [whilst]}", "{fr: [whilst]}"), 7, "'fr' is no language"),
    "endless-slot": (WORDS.replace('{en: "{words}"', '{en: "{words:>999999999}"'), 8, "unknown slot"),
    "endless-text": (WORDS.replace("The desk writes while.", "w" * 5000), 10, "4000"),
    "no-silent-example": (WORDS.replace("finds: []", "finds: [{text: while}]"), 1, "stays silent"),
}


def test_ten_mistakes_are_ten_messages_and_the_other_rules_work(command: Command, tmp_path: Path) -> None:
    for name, (text, _, _) in MISTAKES.items():
        (tmp_path / f"{name}.yaml").write_text(text.replace("house-word", name), "utf-8")
    (tmp_path / "house-word.yaml").write_text(WORDS, "utf-8")
    answer = command("rules", "list", "--all", "--rules", tmp_path)
    assert answer.exit_code == 2
    listed = [line.split()[1] for line in answer.stdout.splitlines()]
    assert listed == sorted([*(rule.file.id for rule in RULES), "house-word"])
    told = answer.stderr.splitlines()
    assert len(told) == len(MISTAKES) == 10
    for name, (_, line, words) in MISTAKES.items():
        (said,) = (one for one in told if f"/{name}.yaml:" in one)
        assert re.search(rf"/{name}\.yaml:{line}:\d+: ", said), said
        assert words in said
        assert len(said) < 400


def test_a_folder_of_traps_is_told_and_not_walked_into(command: Command, tmp_path: Path) -> None:
    folder = tmp_path / "desk"
    folder.mkdir()
    (folder / "house-word.yaml").write_text(WORDS, "utf-8")
    (folder / "loop").symlink_to(tmp_path)
    (folder / "nowhere.yaml").symlink_to(tmp_path / "gone")
    os.mkfifo(folder / "pipe.yaml")
    (folder / "binary.yaml").write_bytes(b"id: \xff")
    answer = command("rules", "list", "--rules", folder)
    assert answer.exit_code == 2
    assert "house-word" in answer.stdout
    told = answer.stderr.splitlines()
    assert len(told) == 4
    for name, words in (("loop", "above it"), ("nowhere.yaml", "no such file"), ("pipe.yaml", "no plain file")):
        assert any(f"/{name}: " in line and words in line for line in told), told


def test_a_rule_file_of_megabytes_is_refused_unread(command: Command, tmp_path: Path) -> None:
    (tmp_path / "house-word.yaml").write_text(WORDS + "# " + "x" * 3_000_000, "utf-8")
    answer = command("rules", "list", "--rules", tmp_path)
    assert answer.exit_code == 2
    assert "larger than 2 MB" in answer.stderr


def test_editors_learn_every_key_of_a_rule(command: Command) -> None:
    schema = json.loads(command("schema", "rule").stdout)
    objects = [schema, *schema["$defs"].values()]
    silent = [
        f"{one['title']}.{name}"
        for one in objects
        for name, field in one.get("properties", {}).items()
        if "description" not in field
    ]
    assert silent == []


# ---------------------------------------------------------------- noise


def test_noise_counts_who_speaks_how_often_and_names_the_silent(command: Command, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Sources said 40 workers were laid off at the mill. Experts said 12 left.", "utf-8")
    for name in "bcd":
        (tmp_path / f"{name}.txt").write_text("The labour ministry said 40 workers were laid off.", "utf-8")
    answer = command("rules", "noise", tmp_path)
    assert answer.exit_code == 0
    lines = answer.stdout.splitlines()
    assert lines[1].split() == ["unnamed-source", "1", "0", "2", "0"]
    assert lines[-1] == "4 reports; warnings and errors in one: median 0, 90th percentile 2"
    silent = next(line for line in lines if line.startswith("silent: "))
    assert "sum-mismatch" in silent
    assert "quote-altered" not in silent, "a rule about two reports has nothing to say of one"
    assert "not counted, for they need two reports: " in answer.stdout
    assert "loaded-verb" not in silent, "a rule that is off is not counted"


def test_noise_tells_of_copy_it_cannot_read_and_counts_the_rest(command: Command, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The labour ministry said 40 workers were laid off.", "utf-8")
    (tmp_path / "b.txt").write_text("", "utf-8")
    answer = command("rules", "noise", tmp_path)
    assert answer.exit_code == 2
    assert "1 reports" in answer.stdout
    assert "b.txt: is empty" in answer.stderr
