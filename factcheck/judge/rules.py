"""Rules from folders of YAML: each file checked by itself, all problems reported at once."""

from __future__ import annotations

import pathlib
import string
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any, get_args

from pydantic import BaseModel, ValidationError

from factcheck.data.document import Document, Keys, Place
from factcheck.data.messages import load_messages
from factcheck.data.strict_yaml import read
from factcheck.data.suggestion import advice, nearest
from factcheck.data.validation import validate
from factcheck.judge.checks import Check, load_checks
from factcheck.judge.conditions import GENERAL
from factcheck.judge.schema import SIDES, Bilingual, RuleFile, Words
from factcheck.judge.values import Level
from factcheck.judge.word_lists import WordList, lists_in
from factcheck.model.errors import Problem, UserError
from factcheck.model.finding import RuleInfo, Severity, Subject

At = Callable[..., Place]
"""Gives the place of a key in a rule's file."""
OWN = ""
"""The pack of rules from a desk's own folders, which are always on."""
FACT_PACK = "facts"
"""The pack of rules that hold figures to a desk's facts: on wherever there are any."""
DEFAULT_PACKS = ("core",)
"""Packs that are on unless somebody says otherwise: the rules that prove precise and matter."""


@dataclass(frozen=True, slots=True, eq=False)
class Rule:
    """A rule ready to run: its file's content, its check, the check's settings, and the pack it ships in.

    `asks` is what it asks of its check: rules that ask the same get the same drafts. `words` are its word lists.
    """

    file: RuleFile
    check: Check
    options: BaseModel
    path: str
    pack: str = OWN
    asks: tuple[str, ...] = ()
    words: tuple[WordList, ...] = ()

    @property
    def info(self) -> RuleInfo:
        """What findings carry of the rule."""
        file = self.file
        return RuleInfo(file.id, file.on, file.category, file.why, file.origin, shipped=self.pack != OWN)

    def severity(self, level: str) -> Severity | None:
        """Give the severity of a draft's level; None where the rule does not speak of that level."""
        graded = self.file.severity
        return graded if isinstance(graded, str) else graded.get(level)


@dataclass(frozen=True, slots=True)
class RuleSet:
    """The rules that loaded, by id in order, and what was wrong with those that did not."""

    rules: tuple[Rule, ...]
    problems: tuple[Problem, ...] = ()

    def require(self) -> tuple[Rule, ...]:
        """Give the rules; raises UserError where any file had a problem."""
        if self.problems:
            raise UserError(*self.problems)
        return self.rules

    @property
    def packs(self) -> tuple[str, ...]:
        """Name the packs that ship, sorted."""
        return tuple(sorted({rule.pack for rule in self.rules} - {OWN}))

    def switched_on(self, packs: Collection[str] = DEFAULT_PACKS) -> RuleSet:
        """Keep the rules of some packs and a desk's own; raises UserError for a name that is no pack's."""
        for name in packs:
            if name not in self.packs:
                raise UserError.at("packs", f"no pack {name!r}{advice(name, self.packs)}")
        on = [rule for rule in self.rules if rule.pack in {*packs, OWN}]
        replaced = {rule.file.extends for rule in on}
        return RuleSet(tuple(rule for rule in on if rule.file.id not in replaced), self.problems)


def shipped_rules() -> Traversable:
    """Find the rules that ship: inside the installed package, else beside it in a checkout."""
    packaged = files("factcheck") / "rules"
    if packaged.is_dir():
        return packaged
    return pathlib.Path(__file__).parents[2] / "rules"


def load_rules(folders: Sequence[pathlib.Path] = ()) -> RuleSet:
    """Load the shipped rules of all packs and those of a desk's own folders; two rules of one id are a problem."""
    shipped = _shipped()
    known = {rule.file.id: rule.file for rule in shipped.rules}
    found = [shipped] + [_load(folder, str(folder), known) for folder in folders]
    rules: dict[str, Rule] = {}
    problems = [problem for ruleset in found for problem in ruleset.problems]
    for ruleset in found:
        for rule in ruleset.rules:
            first = rules.setdefault(rule.file.id, rule)
            if first is not rule:
                problems.append(
                    Problem(
                        rule.path, f"rule {rule.file.id!r} is defined already in {first.path}; give it another id", 1, 1
                    )
                )
    for rule in rules.values():
        unknown = [name for name in rule.file.yields_to if name not in rules]
        problems += [Problem(rule.path, f"yields_to: there is no rule {name!r}", 1, 1) for name in unknown]
    return RuleSet(tuple(rules[name] for name in sorted(rules)), tuple(problems))


@lru_cache(maxsize=1)
def _shipped() -> RuleSet:
    return _load(shipped_rules(), "rules")


def _load(folder: Traversable, name: str, known: Mapping[str, RuleFile] | None = None) -> RuleSet:
    """Load a folder's rules; they may extend `known` ones, or, where none are given, are those that ship."""
    if not folder.is_dir():
        what = "is a file, not a folder of rules" if folder.is_file() else "no such folder of rules"
        return RuleSet((), (Problem(name, what),))
    rules: list[Rule] = []
    problems: list[Problem] = []
    for path, item in _files(folder, name, problems):
        try:
            rules.append(_rule(path, item, path.split("/")[1] if known is None else OWN, known or {}))
        except UserError as error:
            problems += error.problems
    return RuleSet(tuple(rules), tuple(problems))


def _files(folder: Traversable, name: str, problems: list[Problem]) -> Iterator[tuple[str, Traversable]]:
    """Give the rule files of a folder and those below; folders that cannot be read are added to the problems."""
    try:
        items = sorted(folder.iterdir(), key=lambda item: item.name)
    except OSError as error:
        problems.append(Problem(name, f"cannot be read ({error.strerror}); name a folder you may read"))
        return
    for item in items:
        if item.is_dir() and not item.name.startswith("."):
            if (
                isinstance(item, pathlib.Path)
                and item.is_symlink()
                and item.parent.resolve().is_relative_to(item.resolve())
            ):
                problems.append(
                    Problem(f"{name}/{item.name}", "is a link to a folder above it, without an end; remove it")
                )
            else:
                yield from _files(item, f"{name}/{item.name}", problems)
        elif item.name.endswith((".yaml", ".yml")):
            yield f"{name}/{item.name}", item


def _rule(path: str, item: Traversable, pack: str, known: Mapping[str, RuleFile]) -> Rule:
    document = _extended(read(item, path), path, known)
    stem = item.name.rpartition(".")[0]
    try:
        file = validate(RuleFile, document, path)
    except UserError as error:
        given = document.value if isinstance(document.value, dict) else {}
        names = _names(path, stem, document, given.get("id"), given.get("check"), given.get("on"))
        seen = sorted({*error.problems, *names}, key=lambda problem: (problem.line or 0, problem.column or 0))
        raise UserError(*seen) from None
    problems = list(_problems(path, stem, file, document))
    check = load_checks().get(file.check)
    options: BaseModel | None = None
    if check is not None:
        try:
            options = check.options.model_validate(file.options)
        except ValidationError as error:
            for wrong in error.errors():
                where = document.places.get(("options", *wrong["loc"]), document.places.get(("options",), (1, 1)))
                problems.append(Problem(path, f"option {'.'.join(map(str, wrong['loc']))}: {wrong['msg']}", *where))
    if problems or check is None or options is None:
        raise UserError(*problems)
    return made(file, check, options, path, pack)


def made(file: RuleFile, check: Check, options: BaseModel, path: str, pack: str) -> Rule:
    """Make a rule of what has been validated."""
    own = file.when.model_dump_json(include=set(check.conditions))
    asks = (file.check, options.model_dump_json(), own)
    return Rule(file, check, options, path, pack, asks, tuple(lists_in((options, file.when))))


def _extended(document: Document, path: str, known: Mapping[str, RuleFile]) -> Document:
    """Fill in what a rule takes over from the one it extends: whole keys; of `when` and `options` key by key."""
    value = document.value
    if not isinstance(value, dict) or not isinstance(value.get("extends"), str):
        return document
    base = known.get(value["extends"])
    if base is None:
        near = nearest(value["extends"], sorted(known))
        hint = f"did you mean {near!r}?" if near else "only shipped rules can be extended"
        raise UserError.at(path, f"extends: no shipped rule {value['extends']!r}; {hint}", *document.places["extends",])
    taken = base.model_dump(exclude_unset=True, exclude={"id", "precision", "off_because"})
    if "message" in value:
        taken.pop("to_author", None)  # the desk's own words are what its authors are told
    merged = {**taken, **value}
    for part in ("when", "options"):
        if isinstance(value.get(part), dict):
            merged[part] = {**taken.get(part, {}), **value[part]}
    return Document(merged, document.places, document.key_places)


def _problems(path: str, stem: str, file: RuleFile, document: Document) -> Iterable[Problem]:
    """What a rule's own schema cannot see: its file's name, its check, its levels and its slots."""

    def at(*keys: str | int) -> Place:
        return document.places.get(keys, (1, 1))

    yield from _names(path, stem, document, file.id, file.check, file.on)
    check = load_checks().get(file.check)
    if check is None:
        return
    if not isinstance(file.severity, str) and not set(file.severity) <= set(check.levels):
        may = ", ".join(check.levels) or "none: give one word"
        yield Problem(path, f"severity may name only levels of {file.check!r}: {may}", *at("severity"))
    for condition in sorted(file.when.model_fields_set - GENERAL - check.conditions):
        hint = f"it knows {', '.join(sorted(GENERAL | check.conditions))}"
        yield Problem(path, f"{file.check!r} knows no condition {condition!r}; {hint}", *at("when", condition))
    for number, level in enumerate(file.when.level or ()):
        if level not in pair_levels():
            near = nearest(level, pair_levels())
            hint = f"did you mean {near!r}?" if near else f"there are {', '.join(pair_levels())}"
            yield Problem(path, f"when.level: there is no step {level!r}; {hint}", *at("when", "level", number))
    for level in file.levels:
        if level not in check.levels:
            known = ", ".join(check.levels) or "none"
            yield Problem(path, f"levels: {file.check!r} has no level {level!r}; it has {known}", *at("levels", level))
    said: dict[Problem, None] = {}
    for level in (check.levels or ("",)) if isinstance(file.severity, str) else file.severity:
        own = file.levels.get(level, Words())
        for name in ("message", "question"):
            where = (name,) if getattr(own, name) is None else ("levels", level, name)
            text = getattr(own, name) or getattr(file, name)
            fills = check.filled(level) | (SIDES if check.on == "pair" else frozenset())
            said |= dict.fromkeys(_unfilled(path, text, fills, file.check, where, at))
            for keys, of in ((("to_author",), file), (("levels", level, "to_author"), own)):
                if (text := getattr(of.to_author, name)) is not None:
                    said |= dict.fromkeys(_unfilled(path, text, fills, file.check, (*keys, name), at))
    yield from said


@lru_cache(maxsize=1)
def pair_levels() -> tuple[str, ...]:
    """Name the steps a pair may be decided at: those of the value ladder first, then those of the others, sorted."""
    values = get_args(Level)
    told = {key.split(".")[1] for key in load_messages("en").templates if key.startswith("steps.")}
    return (*values, *sorted(name for name in told if not name.startswith("value-")))


def _names(path: str, stem: str, document: Document, rule: Any, check: Any, on: Any) -> Iterator[Problem]:
    """What is wrong with the names a rule file gives, as far as they are names: its own, its check's, its subject's."""

    def at(key: str) -> Place:
        return document.places.get((key,), (1, 1))

    if isinstance(rule, str) and rule != stem:
        right = f"call the file {rule}.yaml or the rule {stem}"
        yield Problem(path, f"id {rule!r} is not the file's name: {right}", *at("id"))
    checks = load_checks()
    if isinstance(check, str) and check not in checks:
        near = nearest(check, list(checks))
        hint = f"did you mean {near!r}?" if near else f"there are {', '.join(checks)}"
        yield Problem(path, f"no check {check!r}; {hint}", *at("check"))
    elif isinstance(check, str) and on in get_args(Subject) and checks[check].on != on:
        yield Problem(path, f"check {check!r} works on: {checks[check].on}, not {on}", *at("on"))


def _unfilled(path: str, text: Bilingual, fills: frozenset[str], check: str, where: Keys, at: At) -> Iterator[Problem]:
    for language in Bilingual.model_fields:
        for slot in _slots(getattr(text, language) or ""):
            if slot not in fills:
                known = ", ".join(f"{{{s}}}" for s in sorted(fills)) or "none"
                yield Problem(path, f"unknown slot {{{slot}}}; {check!r} fills {known}", *at(*where, language))


def _slots(text: str) -> Iterator[str]:
    try:
        for _, field, spec, conversion in string.Formatter().parse(text):
            if field is not None:
                # A width or a conversion would let a rule file ask for endless text.
                yield field if not spec and not conversion else f"{field}:{spec or conversion}"
    except ValueError:
        yield text
