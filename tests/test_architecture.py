"""What holds the program together: directions, sizes, names, and no word of a checked language in code."""

from __future__ import annotations

import ast
import importlib
import itertools
import os
import pkgutil
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import get_args, get_type_hints, is_typeddict

import pytest
from msgspec.structs import replace

from factcheck.data.messages import load_messages, message_languages
from factcheck.data.strict_yaml import parse
from factcheck.judge import checks
from factcheck.judge.case import Case, Draft
from factcheck.judge.checks import Check, Options, load_checks
from factcheck.judge.offices import Why
from factcheck.judge.restraint import TOLD_ROLES
from factcheck.judge.rules import DEFAULT_PACKS, Rule, load_rules
from factcheck.judge.schema import When
from factcheck.judge.values import Level
from factcheck.languages.schema import GROUPS
from factcheck.model.finding import Subject
from factcheck.model.language import Language
from factcheck.model.lexicon import Node
from factcheck.render import wire
from factcheck.rule_examples import run_examples

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "factcheck"
PYTHON = sorted(PACKAGE.rglob("*.py"))
TESTS = sorted((ROOT / "tests").rglob("*.py"))
RULES = sorted((ROOT / "rules").rglob("*.yaml"))
LANGUAGES = sorted(path.parent for path in (PACKAGE / "languages").glob("*/language.yaml"))
STAGES = ("align", "extract", "judge", "load", "text")

MOST_LINES = 300
EMPTY_NAMES = {"common", "helper", "helpers", "internals", "manager", "misc", "util", "utils"}
ARABIC_LETTER = re.compile("[\u0620-\u063f\u0641-\u064a\u066e-\u06d3]")  # marks such as U+0640 are no letters
BRANCH = re.compile(r"(?<!for )\b\w*lang[a-z_.]*\s*(?:==|!=|in)\s*[(\[{]?[\"'](?:ar|en)[\"']")
TELLING = {
    "denial", "earlier", "exceed", "forecast", "hearsay", "negation", "number", "ordinal", "qualifier",
    "sensational", "speech", "stop", "superlative", "total", "totality", "update", "vague", "vague-count",
}  # fmt: skip
"""Groups of the lexicons whose words have no business in code; nouns are the program's own words too often."""
OWN_WORDS = {"underline": "how Markdown marks a heading", "From": "who sent an e-mail"}


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def trees(*folders: str) -> Iterator[tuple[Path, ast.Module]]:
    for path in PYTHON:
        if not folders or path.relative_to(PACKAGE).parts[0] in folders:
            yield path, ast.parse(path.read_text("utf-8"))


def literals(tree: ast.AST) -> Iterator[str]:
    """Give every text in code that is no docstring."""
    said = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in said:
            yield node.value


def test_imports_go_one_way() -> None:
    call = "from importlinter.cli import lint_imports; raise SystemExit(lint_imports(no_cache=True, no_logo=True))"
    done = subprocess.run((sys.executable, "-c", call), cwd=ROOT, check=False, capture_output=True, encoding="utf-8")
    assert done.returncode == 0, done.stdout + done.stderr


def test_no_file_is_too_long_to_read() -> None:
    lengths = {name_of(path): len(path.read_text("utf-8").splitlines()) for path in (*PYTHON, *TESTS)}
    assert {name: length for name, length in lengths.items() if length > MOST_LINES} == {}


def test_no_module_is_a_drawer_for_everything() -> None:
    named = [path for path in (*PYTHON, *TESTS) if EMPTY_NAMES & {path.stem.removeprefix("test_"), path.parent.name}]
    assert named == []


def test_every_module_says_what_it_is_for() -> None:
    assert [name_of(path) for path, tree in trees() if not ast.get_docstring(tree)] == []


def test_no_arabic_letter_stands_in_code() -> None:
    lines = [
        f"{name_of(path)}:{number}: {line.strip()}"
        for path in PYTHON
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if ARABIC_LETTER.search(line)
    ]
    assert lines == []


def test_no_word_of_the_english_lexicon_stands_in_code(tongues: Mapping[str, Language]) -> None:
    words = {word for word, groups in spellings(tongues["en"].lexicon.root) if groups & TELLING and len(word) > 3}
    vocabulary = {*OWN_WORDS, *load_messages("en").templates, *neutral(tongues)}
    vocabulary |= {key.rpartition(".")[2] for key in load_messages("en").templates}
    vocabulary |= {level for check in load_checks().values() for level in check.levels}
    found = {(name_of(path), text) for path, tree in trees(*STAGES) for text in literals(tree)}
    assert {(path, text) for path, text in found if text.casefold() in words and text not in vocabulary} == set()


def spellings(node: Node, path: tuple[str, ...] = ()) -> Iterator[tuple[str, set[str]]]:
    yield " ".join(path), {form.entry.group for form in node.forms}
    for word, following in node.next.items():
        yield from spellings(following, (*path, word))


def neutral(tongues: Mapping[str, Language]) -> Iterator[str]:
    """Give the words all languages share: groups, keys and tags of entries, values and fields of the model."""
    waiting = [language.lexicon.root for language in tongues.values()]
    while waiting:
        node = waiting.pop()
        waiting += node.next.values()
        for form in node.forms:
            yield from (form.entry.key, *form.entry.tags, *form.entry.tags.values())
    yield from GROUPS
    for path, tree in trees("model", "languages"):
        yield from literals(tree) if path.name != "compile.py" else ()
        for node_ in ast.walk(tree):
            if isinstance(node_, ast.AnnAssign) and isinstance(node_.target, ast.Name):
                yield node_.target.id


def test_no_stage_asks_which_language_it_has() -> None:
    lines = [
        f"{name_of(path)}:{number}: {line.strip()}"
        for path in PYTHON
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if BRANCH.search(line)
    ]
    assert lines == []


@pytest.mark.parametrize(
    "line", ['if language == "ar":', "if lang in ('ar', 'en')", 'report.language != "en"', 'if "x" and lang=="ar"']
)
def test_a_question_for_the_language_would_be_seen(line: str) -> None:
    assert BRANCH.search(line)


def test_every_language_has_the_same_files() -> None:
    assert len(LANGUAGES) >= 2
    assert len({tuple(sorted(path.name for path in folder.iterdir())) for folder in LANGUAGES}) == 1


def test_every_language_has_messages_and_all_have_the_same() -> None:
    assert [folder.name for folder in LANGUAGES] == list(message_languages())
    assert len({tuple(sorted(load_messages(code).templates)) for code in message_languages()}) == 1


@pytest.mark.parametrize("path", RULES, ids=lambda path: path.stem)
def test_a_rule_s_id_is_its_file_s_name(path: Path) -> None:
    assert parse(path.read_text("utf-8"), path.name).value["id"] == path.stem
    assert path.parent.parent == ROOT / "rules", "rules/<pack>/<rule-id>.yaml"


def test_every_rule_loads() -> None:
    rules = load_rules()
    assert rules.problems == ()
    assert [rule.file.id for rule in rules.rules] == sorted(path.stem for path in RULES)


@pytest.mark.parametrize("name", sorted(module.name for module in pkgutil.iter_modules(checks.__path__)))
def test_every_check_exports_its_kind(name: str) -> None:
    check = importlib.import_module(f"{checks.__name__}.{name}").CHECK
    assert isinstance(check, Check)
    assert check.on in get_args(Subject)
    assert len(set(check.levels)) == len(check.levels)
    assert issubclass(check.options, Options), "unknown settings are an error"
    assert any(rule.check is check for rule in load_rules().rules), "a check without a rule is never run"


@pytest.mark.parametrize("rule", load_rules().rules, ids=lambda rule: rule.file.id)
def test_a_check_fills_the_slots_and_the_levels_it_names(rule: Rule) -> None:
    drafts: list[Draft] = []

    def watched(case: Case, where: tuple[int, ...], when: When, options: Options) -> Iterator[Draft]:
        for draft in rule.check.run(case, where, when, options):
            drafts.append(draft)
            yield draft

    for _ in run_examples(replace(rule, load=lambda: rule.asked._replace(check=replace(rule.check, run=watched)))):
        pass
    assert drafts
    assert {draft.level for draft in drafts} <= {*rule.check.levels, ""}
    odd = [draft.values.keys() ^ rule.check.filled(draft.level) for draft in drafts]
    assert [slots for slots in odd if slots] == []


def calls(name: str) -> Iterator[ast.expr]:
    """Give the first argument of every call of this name in the stages."""
    for _, tree in trees("align", "judge"):
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == name:
                yield node.args[0]


def named(argument: ast.expr) -> set[str]:
    """Give the names an argument may stand for: its text, or a known beginning with each of its endings."""
    if isinstance(argument, ast.Constant):
        return {str(argument.value)}
    assert isinstance(argument, ast.JoinedStr), f"line {argument.lineno}: a name must be seen where it is given"
    first = argument.values[0]
    assert isinstance(first, ast.Constant)
    levels = set(get_args(Level))
    steps = {name for one in calls("Step") if isinstance(one, ast.Constant) for name in named(one)}
    endings = {
        "value-": levels,
        "role-": TOLD_ROLES,
        "title-": set(get_args(Why)),
        "agree-": levels - {"same-value", "disjoint"},  # the same text is no news, and disjoint values never agree
        "apart-": {step for step in steps if step.startswith("same-")} - {"same-event", "same-key"}
        | {"added-up", "met-by-value", "not-when-said", "part-of-whole", "said-elsewhere"},
    }
    beginning = str(first.value)
    return {beginning + ending for ending in endings[beginning]}


@pytest.mark.parametrize("language", message_languages())
def test_every_step_and_every_reason_has_its_sentence(language: str) -> None:
    known = load_messages(language).templates.keys()
    steps = set(itertools.chain.from_iterable(named(argument) for argument in calls("Step")))
    reasons = set(itertools.chain.from_iterable(named(argument) for argument in calls("SetAside")))
    assert steps
    assert reasons
    wanted = {f"steps.{step}.{end}" for step in steps for end in ("yes", "no")}
    assert (wanted | {f"set-aside.{reason}" for reason in reasons}) - known == set()


def test_the_readme_names_every_rule_that_is_on() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    assert [rule.stem for rule in RULES if rule.parent.name in DEFAULT_PACKS and f"`{rule.stem}`" not in readme] == []


def test_the_page_on_json_names_every_field() -> None:
    page = (ROOT / "docs" / "json.md").read_text("utf-8")
    assert {field for field in fields(wire.ComparisonOut) if f'"{field}"' not in page} == set()


def fields(shape: object) -> set[str]:
    """Give the names of an object's fields and of those in it."""
    found: set[str] = set()
    for name, inner in get_type_hints(shape).items() if is_typeddict(shape) else ():
        found |= {name, *fields(inner)}
    for part in get_args(shape):
        found |= fields(part)
    return found


SLOW = {"jinja2", "multiprocessing.pool", "openpyxl", "pydantic", "rich_click", "starlette", "tomllib", "yaml"}
"""What takes as long to load as everything a comparison needs together."""


def test_two_plain_reports_are_compared_without_what_is_slow_to_load(tmp_path: Path) -> None:
    for name, killed in (("a", 12), ("b", 15)):
        (tmp_path / f"{name}.txt").write_text(f"The storm killed {killed} people in Oslo, police said.\n", "utf-8")
    code = (
        "import sys\n"
        "from factcheck.cli import main\n"
        "sys.argv[1:] = ['compare', 'a.txt', 'b.txt']\n"
        "try:\n    main()\n"
        f"except SystemExit:\n    print('LOADED', sorted({SLOW!r} & sys.modules.keys()))\n"
    )
    command = [sys.executable, "-c", code]
    environment = {**os.environ, "FACTCHECK_CACHE_DIR": str(tmp_path / "cache"), "PYTHONPATH": str(ROOT)}
    environment.pop("FACTCHECK_CACHE", None)
    for run in ("first", "second"):  # the first reads every rule and lexicon
        told = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, check=True, encoding="utf-8")
        assert "12" in told.stdout, run
    assert told.stdout.splitlines()[-1] == "LOADED []"
