"""Every shipped rule proves itself by its examples; a broken rule file says where, what, and what would be right."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from factcheck.judge.rules import Rule, load_rules
from factcheck.judge.schema import Example
from factcheck.model.errors import UserError
from factcheck.pipeline import compare_reports, read_report
from factcheck.rule_examples import run_examples

RULES = {rule.file.id: rule for rule in load_rules().require()}

GOOD = """\
id: late-count
check: unsupported
on: report
category: unsupported-figure
severity: {material: warning, background: note}
when: {claim: figure}
message:
  en: "{figure}: nobody is credited"
  ar: "{figure}: بلا مصدر"
question:
  en: Who counted?
  ar: من أحصى؟
why: A count with no source cannot be checked.
origin: the desk
examples:
  - {name: fires, reports: ["Some 340 people came on Friday. They left."], finds: [{text: "340"}]}
  - {name: is silent, reports: ["Police said some 340 people came on Friday."], finds: []}
"""

BROKEN = {
    "unknown key": (GOOD.replace("severity:", "serverity:"), 5, "serverity"),
    "key twice": (GOOD.replace("why:", "id: again\nwhy:"), 13, "id"),
    "wrong severity": (GOOD.replace("background: note", "background: notice"), 5, "notice"),
    "missing key": (GOOD.replace("origin: the desk\n", ""), 1, "origin"),
    "message in no language": (
        GOOD.replace('  ar: "{figure}: بلا مصدر"\n', "").replace('  en: "{figure}: nobody is credited"', "  {}"),
        8,
        "one language at least",
    ),
    "bracket left open": (GOOD.replace("{claim: figure}", "{claim: figure"), 7, ""),
    "tab for a space": (GOOD.replace("  en: Who", "\ten: Who"), 11, "tab"),
    "another file's name": (GOOD.replace("id: late-count", "id: late-counts"), 1, "late-counts"),
    "id with a capital": (GOOD.replace("id: late-count", "id: Late-count"), 1, "id"),
    "unknown check": (GOOD.replace("check: unsupported", "check: unsuported"), 2, "unsuported"),
    "wrong subject": (GOOD.replace("on: report", "on: pair"), 3, "report"),
    "unknown category": (GOOD.replace("category: unsupported-figure", "category: figures"), 4, "figures"),
    "unknown level": (GOOD.replace("{material: warning,", "{materiel: warning,"), 5, "material"),
    "unknown slot": (GOOD.replace('en: "{figure}', 'en: "{number}'), 8, "{figure}"),
    "unknown option": (GOOD.replace("why:", "options: {reach: 3}\nwhy:"), 13, "reach"),
    "unknown condition": (GOOD.replace("{claim: figure}", "{claim: figures}"), 6, "figures"),
    "no silent example": (GOOD.replace("finds: []", "finds: [{text: Police}]"), 1, "silent"),
    "no firing example": (GOOD.replace('finds: [{text: "340"}]', "finds: []"), 1, "fires"),
    "a number for a text": (GOOD.replace("origin: the desk", "origin: 12"), 14, "text"),
    "an anchor": (GOOD.replace("origin: the desk", "origin: &desk the desk"), 14, ""),
    "not a mapping": ("- one\n- two\n", 1, "mapping"),
    "empty": ("", 1, ""),
}


def examples() -> Iterator[object]:
    for rule in RULES.values():
        for example in rule.file.examples:
            yield pytest.param(rule, example.name, id=f"{rule.file.id}: {example.name}")


def languages(example: Example) -> set[str]:
    texts = [given if isinstance(given, str) else given.text for given in example.reports]
    return {read_report(text, id="r0").language for text in texts}


@pytest.mark.parametrize(("rule", "name"), list(examples()))
def test_examples_hold(rule: Rule, name: str) -> None:
    (outcome,) = [outcome for outcome in run_examples(rule) if outcome.example == name]
    assert outcome.complaints == ()


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
@pytest.mark.parametrize("code", ["ar", "en"])
def test_examples_fire_and_stay_silent_in_both_languages(rule: Rule, code: str) -> None:
    said = [bool(example.finds) for example in rule.file.examples if code in languages(example)]
    assert set(said) == {True, False}


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_examples_have_names_of_their_own(rule: Rule) -> None:
    names = [example.name for example in rule.file.examples]
    assert len(names) == len(set(names))


def write(folder: Path, text: str, name: str = "late-count.yaml") -> Path:
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(text, "utf-8")
    return folder


def test_a_desk_s_own_rule_loads_beside_the_shipped_ones(tmp_path: Path) -> None:
    loaded = load_rules([write(tmp_path, GOOD)])
    assert loaded.problems == ()
    assert [rule.file.id for rule in loaded.rules] == sorted([*RULES, "late-count"])
    (own,) = [rule for rule in loaded.rules if rule.file.id == "late-count"]
    assert [outcome.complaints for outcome in run_examples(own)] == [(), ()]


@pytest.mark.parametrize(("text", "line", "word"), BROKEN.values(), ids=BROKEN)
def test_a_broken_file_says_where_and_what(text: str, line: int, word: str, tmp_path: Path) -> None:
    loaded = load_rules([write(tmp_path, text)])
    assert [rule.file.id for rule in loaded.rules] == sorted(RULES), "the other rules load"
    messages = [str(problem) for problem in loaded.problems]
    assert messages
    for message in messages:
        assert re.match(rf"{re.escape(str(tmp_path / 'late-count.yaml'))}:\d+:\d+: \S", message), message
        assert "\n" not in message
        assert "pydantic" not in message.lower()
    assert any(f"late-count.yaml:{line}:" in message and word in message for message in messages), messages


def test_problems_of_all_files_come_at_once(tmp_path: Path) -> None:
    for number, (text, _, _) in enumerate(BROKEN.values()):
        write(tmp_path, text, f"rule-{number}.yaml")
    loaded = load_rules([tmp_path])
    named = {str(problem).partition(":")[0] for problem in loaded.problems}
    assert named == {str(tmp_path / f"rule-{number}.yaml") for number in range(len(BROKEN))}
    assert [rule.file.id for rule in loaded.rules] == sorted(RULES)


def test_two_rules_of_one_name_are_a_problem(tmp_path: Path) -> None:
    first, second = write(tmp_path / "a", GOOD), write(tmp_path / "b", GOOD)
    (problem,) = load_rules([first, second]).problems
    assert str(problem).startswith(f"{second / 'late-count.yaml'}:1:1: ")
    assert str(first / "late-count.yaml") in str(problem)


def test_giving_way_to_a_rule_that_is_not_there_is_a_problem(tmp_path: Path) -> None:
    write(tmp_path, GOOD.replace("why:", "yields_to: [late-counts]\nwhy:"))
    (problem,) = load_rules([tmp_path]).problems
    assert "late-count.yaml" in str(problem)
    assert "no rule 'late-counts'" in str(problem)


def test_a_rule_gives_way_to_one_that_speaks_of_the_same_words(tmp_path: Path) -> None:
    text = "Some 340 people came on Friday. They left."
    write(tmp_path, GOOD.replace("why:", "yields_to: [unsupported-figure]\nwhy:"))
    rules = load_rules([tmp_path]).require()
    told = [f.rule.id for f in compare_reports([read_report(text, id="r0")], rules).findings]
    assert told == ["unsupported-figure"]
    alone = [rule for rule in rules if rule.file.id == "late-count"]
    assert [f.rule.id for f in compare_reports([read_report(text, id="r0")], alone).findings] == ["late-count"]


def test_a_folder_that_is_none_is_a_problem(tmp_path: Path) -> None:
    missing, plain = tmp_path / "nowhere", tmp_path / "rules.txt"
    plain.write_text("x", "utf-8")
    assert [str(problem).partition(": ")[0] for problem in load_rules([missing, plain]).problems] == [
        str(missing),
        str(plain),
    ]


# ---------------------------------------------------------------- conditions


CONDITIONED = """
id: sourceless-in-table
check: unsupported
on: report
category: unsupported-figure
severity: note
when: {%s}
message: {en: "{figure}", ar: "{figure}"}
question: {en: "Who?", ar: "من؟"}
why: a figure in a table has no source
origin: a desk
examples:
  - {name: fires, reports: ["Some 340 demonstrators gathered in Tunis."], finds: [{text: "340"}]}
  - {name: silent, reports: ["Nobody gathered in Tunis."], finds: []}
"""
ONE = "Some 340 demonstrators gathered in Tunis and the cost was $12 million.\n"


@pytest.mark.parametrize(
    ("when", "texts"),
    [
        ("claim: figure", ["Some 340 demonstrators", "$12 million"]),
        ("form: [money]", ["$12 million"]),
        ("role: [age]", []),
        ("position: [paragraph]", ["Some 340 demonstrators", "$12 million"]),
        ("position: [table-row]", []),
        ("claim: quote", []),
    ],
)
def test_every_check_honours_the_general_conditions(tmp_path: Path, when: str, texts: list[str]) -> None:
    (tmp_path / "sourceless-in-table.yaml").write_text(CONDITIONED % when, "utf-8")
    rule = next(r for r in load_rules([tmp_path]).require() if r.file.id == "sourceless-in-table")
    found = compare_reports([read_report(ONE, id="r0", language="en")], [rule]).findings
    assert [finding.evidence[0].text for finding in found] == texts


def test_a_condition_the_check_would_ignore_is_refused(tmp_path: Path) -> None:
    (tmp_path / "sourceless-in-table.yaml").write_text(CONDITIONED % "level: [rounded]", "utf-8")
    (problem,) = load_rules([tmp_path]).problems
    assert problem.line == 7
    assert "'level'" in problem.message
    assert "position" in problem.message


WORDS = """\
id: so-called
check: wording
on: report
category: wording
severity: {event: warning, elsewhere: note}
options: {words: {en: [so-called]}, unless: {en: [its critics]}}
message: {en: "{words} is a comment", ar: "{words} تعليق"}
question: {en: Whose word is it?, ar: كلمة من؟}
why: It doubts what it names and says nothing.
origin: the desk
examples:
  - {name: fires, reports: ["The so-called reform passed."], finds: [{text: so-called, severity: warning}]}
  - {name: is silent, reports: ["The so-called reform, as its critics say, passed."], finds: []}
"""


def test_a_phrase_list_is_a_rule(tmp_path: Path) -> None:
    (tmp_path / "so-called.yaml").write_text(WORDS, "utf-8")
    (rule,) = (rule for rule in load_rules([tmp_path]).require() if rule.pack == "")
    assert [outcome.complaints for outcome in run_examples(rule)] == [(), ()]
    report = read_report("The so-called reform passed.\n\nAll later so-called reforms failed.", id="r0", language="en")
    (finding,) = compare_reports([report], [rule]).findings
    assert [evidence.text for evidence in finding.evidence] == ["so-called", "so-called"]


@pytest.mark.parametrize(
    ("good", "bad", "says"),
    [
        ("{en: [so-called]}, unless", "{fr: [soi-disant]}, unless", "'fr' is no language"),
        ("{en: [so-called]}, unless", '{en: ["..."]}, unless', "holds no word"),
        ("{en: [so-called]}, unless", "{en: []}, unless", "at least 1 item"),
    ],
)
def test_a_word_list_that_finds_nothing_is_refused(tmp_path: Path, good: str, bad: str, says: str) -> None:
    (tmp_path / "so-called.yaml").write_text(WORDS.replace(good, bad), "utf-8")
    (problem,) = load_rules([tmp_path]).problems
    assert problem.line == 6
    assert says in problem.message


def test_packs_are_off_until_they_are_switched_on(tmp_path: Path) -> None:
    (tmp_path / "so-called.yaml").write_text(WORDS, "utf-8")
    rules = load_rules([tmp_path])
    names = {rule.file.id for rule in rules.switched_on().rules}
    assert {"so-called", "figure-conflict"} <= names
    assert "loaded-verb" not in names
    assert "loaded-verb" in {rule.file.id for rule in rules.switched_on(["style"]).rules}
    with pytest.raises(UserError, match="did you mean 'style'"):
        rules.switched_on(["stile"])


def test_a_desk_s_own_rule_may_speak_one_language(tmp_path: Path) -> None:
    (tmp_path / "so-called.yaml").write_text(
        WORDS.replace(', ar: "{words} تعليق"', "").replace(", ar: كلمة من؟", ""), "utf-8"
    )
    (rule,) = (rule for rule in load_rules([tmp_path]).require() if rule.pack == "")
    report = read_report("The so-called reform passed.", id="r0", language="en")
    for messages in ("en", "ar"):
        (finding,) = compare_reports([report], [rule], messages).findings
        assert finding.question == "Whose word is it?"


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_shipped_rules_speak_both_languages(rule: Rule) -> None:
    levels = [
        part for words in rule.file.levels.values() for part in (words.message, words.question) if part is not None
    ]
    assert [text for text in (rule.file.message, rule.file.question, *levels) if not (text.en and text.ar)] == []


def test_what_a_rule_lacks_is_told_in_the_order_of_the_schema(tmp_path: Path) -> None:
    (tmp_path / "short.yaml").write_text("id: short\ncheck: wording\n", "utf-8")
    told = [problem.message for problem in load_rules([tmp_path]).problems]
    names = [message.split()[0] for message in told]
    assert names == ["on", "category", "severity", "message", "question", "why", "origin", "examples"]
