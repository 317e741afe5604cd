"""Rules follow when their examples are changed; and rules that do not are caught."""

from __future__ import annotations

import importlib.util
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from types import ModuleType

import pytest
from click.testing import Result as Answer
from msgspec.structs import replace

from factcheck.judge.case import Case, Draft
from factcheck.judge.checks import Options, load_checks
from factcheck.judge.rules import Rule, load_rules
from factcheck.judge.schema import When
from factcheck.languages.loader import load_languages
from factcheck.languages.samples import load_samples
from factcheck.mutants.scores import LEAST, LEAST_OVERALL, Score, scores, shortfalls, survivors
from factcheck.mutants.trial import Result, try_rule
from factcheck.mutants.turns import TURNS
from factcheck.rule_records import load_records

Command = Callable[..., Answer]
Run = Callable[[Case, tuple[int, ...], When, Options], Iterator[Draft]]

ROOT = Path(__file__).parents[1]
RULES: Mapping[str, Rule] = {rule.file.id: rule for rule in load_rules().require()}
SLACK = 0.05
"""Share by which the figures kept may flatter a rule before they have to be measured anew."""


@lru_cache
def tried(name: str) -> tuple[Result, ...]:
    return tuple(try_rule(RULES[name]))


@pytest.mark.parametrize("name", RULES)
def test_a_shipped_rule_follows_and_the_figures_kept_of_it_are_true(name: str) -> None:
    measured, kept = scores(tried(name)), load_records().rules[name]
    told = "\n".join(survivors(tried(name)))
    assert min(measured.changes.share, measured.guises.share) >= LEAST, told
    assert measured.guises.made >= 6
    for score, record in zip(measured, (kept.changes, kept.guises), strict=True):
        assert score.share >= Score(*record).share - SLACK, f"run `make rules-doc`\n{told}"


def test_all_rules_together_follow() -> None:
    assert list(shortfalls({name: tried(name) for name in RULES}, all_rules=True)) == []
    changes = scores(result for name in RULES for result in tried(name)).changes
    assert changes.share >= LEAST_OVERALL
    assert changes.made > 10 * len(RULES)


# ---------------------------------------------------------------- what no good rule does is caught


def replaced(name: str, run: Callable[[Run], Run]) -> list[Result]:
    rule = RULES[name]
    return list(
        try_rule(replace(rule, load=lambda: rule.asked._replace(check=replace(rule.check, run=run(rule.check.run)))))
    )


def lost(results: list[Result]) -> set[str]:
    return {result.mutant.probe for result in results if result.got}


def test_a_rule_that_looks_at_no_values_is_caught() -> None:
    """What it has once said of two reports that begin alike, it goes on saying."""
    told: dict[str, Draft] = {}

    def stubborn(inner: Run) -> Run:
        def run(case: Case, where: tuple[int, ...], when: When, options: Options) -> Iterator[Draft]:
            begins = case.readings[where[0]].report.text[:8]
            drafts = list(inner(case, where, when, options))
            told.update((begins, draft) for draft in drafts)
            if not drafts and begins in told:
                old = told[begins].evidence[:2]
                evidence = tuple(case.evidence(r, e.span, e.label) for r, e in zip(where, old, strict=True))
                claims = tuple((where[0], claim.id) for claim in case.figures(where[0]))
                drafts = [replace(told[begins], evidence=evidence, claims=claims)]
            yield from drafts

        return run

    results = replaced("figure-conflict", stubborn)
    assert lost(results) >= {"the other's words", "at least", "two speakers"}


@pytest.mark.parametrize(
    ("name", "probes"),
    [
        ("figure-conflict", {"another number"}),
        ("unsupported-figure", {"another number"}),
        ("speaker-conflict", {"a third speaker"}),
    ],
)
def test_a_fingerprint_that_stays_when_the_value_changes_is_caught(name: str, probes: set[str]) -> None:
    def frozen(inner: Run) -> Run:
        def run(case: Case, where: tuple[int, ...], when: When, options: Options) -> Iterator[Draft]:
            for draft in inner(case, where, when, options):
                yield replace(draft, basis=(("", ""),))

        return run

    assert lost(replaced(name, frozen)) >= probes


@pytest.mark.parametrize(
    ("name", "probe"),
    [
        ("figure-conflict", "spaces"),
        ("figure-conflict", "order of reports"),
        ("figure-conflict", "digits"),
        ("calendar-mismatch", "vowel signs"),
        ("unnamed-source", "an aside"),
    ],
)
def test_a_fingerprint_that_changes_with_the_guise_is_caught(name: str, probe: str) -> None:
    def printed(inner: Run) -> Run:
        def run(case: Case, where: tuple[int, ...], when: When, options: Options) -> Iterator[Draft]:
            for draft in inner(case, where, when, options):
                first = case.readings[where[0]].report
                yield replace(draft, basis=((first.id, first.text),))

        return run

    assert probe in lost(replaced(name, printed))


def test_a_rule_that_never_speaks_again_is_caught() -> None:
    """It knows its own examples by heart."""
    texts = {given for example in RULES["calendar-mismatch"].file.examples for given in example.reports}

    def learnt(inner: Run) -> Run:
        def run(case: Case, where: tuple[int, ...], when: When, options: Options) -> Iterator[Draft]:
            if case.readings[where[0]].report.text in texts:
                yield from inner(case, where, when, options)

        return run

    assert lost(replaced("calendar-mismatch", learnt)) >= {"another weekday", "the right weekday changed", "spaces"}


EVERY_FIGURE = """\
id: every-figure
check: any_claim
on: report
category: hyperbole
severity: note
when: {claim: figure}
message: {en: "{claim}", ar: "{claim}"}
question: {en: "Who?", ar: "من؟"}
why: A rule that asks for a source and never looks for one.
origin: the desk
examples:
  - {name: fires, reports: ["The fire left 340 people without homes."], finds: [{text: "340"}]}
  - {name: silent, reports: ["The fire left nobody without homes."], finds: []}
"""


def test_rules_test_mutate_names_what_a_rule_did_not_follow(command: Command, tmp_path: Path) -> None:
    (tmp_path / "every-figure.yaml").write_text(EVERY_FIGURE, "utf-8")
    assert command("rules", "test", "every-figure", "--rules", tmp_path).exit_code == 0
    answer = command("rules", "test", "every-figure", "--mutate", "--rules", tmp_path)
    assert answer.exit_code == 1
    assert "every-figure: fires: a speaker before: wants nothing there, got «340 people»" in answer.stdout
    assert "every-figure: follows 1 of 3 (0.33) changes, less than 0.70" in answer.stdout


def test_rules_test_mutate_prints_a_score_for_each_rule(command: Command) -> None:
    answer = command("rules", "test", "calendar-mismatch", "sum-mismatch", "--mutate")
    assert answer.exit_code == 0, answer.stdout
    scored = [line for line in answer.stdout.splitlines() if " changes " in line and " guises " in line]
    assert [line.split()[0] for line in scored[:2]] == ["calendar-mismatch", "sum-mismatch"]


# ---------------------------------------------------------------- what probes live on


def test_every_language_has_words_for_probes() -> None:
    assert load_samples().keys() == load_languages().keys()
    for samples in load_samples().values():
        for template, slot in (
            (samples.says_before, "{said}"),
            (samples.at_least, "{figure}"),
            (samples.never, "{word}"),
        ):
            assert slot in template


def test_checks_name_turns_that_there_are() -> None:
    for check in load_checks().values():
        assert check.turns.keys() <= TURNS.keys()
        for levels in check.turns.values():
            assert set(levels) <= set(check.levels)


# ---------------------------------------------------------------- the page


def generator() -> ModuleType:
    spec = importlib.util.spec_from_file_location("generate_rules_doc", ROOT / "scripts" / "generate_rules_doc.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_reference_of_rules_is_fresh() -> None:
    assert generator().stale(tuple(RULES.values())) == ""


def test_a_changed_rule_makes_the_reference_stale() -> None:
    first, *others = RULES.values()
    changed = replace(first, file=replace(first.file, why="Because."))
    assert "make rules-doc" in generator().stale((changed, *others))
    assert "other rules" in generator().stale(tuple(others))


def test_rules_show_prints_what_was_measured_and_read(command: Command, tmp_path: Path) -> None:
    shipped = command("rules", "show", "unnamed-source").stdout
    record = load_records().rules["unnamed-source"]
    assert f"on {record.events} of the {load_records().events} shipped events" in shipped
    read = 'precision: {read: 20, right: 18, on: "a week of our own wires"}\n'
    (tmp_path / "every-figure.yaml").write_text(EVERY_FIGURE.replace("examples:", f"{read}examples:"), "utf-8")
    own = command("rules", "show", "every-figure", "--rules", tmp_path).stdout
    assert "18 of 20 right, on a week of our own wires" in own
    assert "shipped events" not in own
    assert "your own, on" in own
