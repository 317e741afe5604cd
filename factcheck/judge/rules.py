"""Rules from folders of YAML: each file checked by itself, all problems reported at once."""

from __future__ import annotations

import pathlib
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache, partial
from typing import Any, NamedTuple

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from factcheck.data.document import Document
from factcheck.data.suggestion import advice, nearest
from factcheck.data.validation import validate
from factcheck.judge.checks import Check, Options, load_check, load_checks
from factcheck.judge.kept_rules import ENCODER, KeptRule, given, rules_kept
from factcheck.judge.schema import RuleFile
from factcheck.judge.word_lists import WordList, lists_in, unplain
from factcheck.model.errors import Problem, UserError
from factcheck.model.finding import RuleInfo, Severity

PACKAGE = pathlib.Path(__file__).parents[1]
OWN = ""
"""The pack of rules from a desk's own folders, which are always on."""
FACT_PACK = "facts"
"""The pack of rules that hold figures to a desk's facts: on wherever there are any."""
DEFAULT_PACKS = ("core",)
"""Packs that are on unless somebody says otherwise: the rules that prove precise and matter."""


class Asked(NamedTuple):
    """What a rule asks: its check, the check's settings, and both as text; `words` are its word lists."""

    check: Check
    options: Options
    asks: tuple[str, ...]
    words: tuple[WordList, ...]


class Rule(Struct, frozen=True, eq=False, dict=True):
    """A rule ready to run: its file's content, and the pack it ships in; `load` gives what it asks, when it is on."""

    file: RuleFile
    path: str
    pack: str
    load: Callable[[], Asked]

    @cached_property
    def asked(self) -> Asked:
        """Give what the rule asks; its check is loaded now."""
        return self.load()

    @property
    def check(self) -> Check:
        """Give the rule's check."""
        return self.asked.check

    @property
    def options(self) -> Options:
        """Give the settings of its check."""
        return self.asked.options

    @property
    def asks(self) -> tuple[str, ...]:
        """Give what the rule asks of its check, as text: rules that ask the same get the same drafts."""
        return self.asked.asks

    @property
    def words(self) -> tuple[WordList, ...]:
        """Give the word lists of its conditions and settings."""
        return self.asked.words

    @cached_property
    def info(self) -> RuleInfo:
        """What findings carry of the rule."""
        file = self.file
        return RuleInfo(file.id, file.on, file.category, file.why, file.origin, shipped=self.pack != OWN)

    def severity(self, level: str) -> Severity | None:
        """Give the severity of a draft's level; None where the rule does not speak of that level."""
        graded = self.file.severity
        return graded if isinstance(graded, str) else graded.get(level)


class RuleSet(Struct, frozen=True):
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


def shipped_rules() -> pathlib.Path:
    """Find the rules that ship: inside the installed package, else beside it in a checkout."""
    packaged = PACKAGE / "rules"
    if packaged.is_dir():
        return packaged
    return PACKAGE.parent / "rules"


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


def _load(folder: pathlib.Path, name: str, known: Mapping[str, RuleFile] | None = None) -> RuleSet:
    """Load a folder's rules; they may extend `known` ones, or, where none are given, are those that ship."""
    if not folder.is_dir():
        what = "is a file, not a folder of rules" if folder.is_file() else "no such folder of rules"
        return RuleSet((), (Problem(name, what),))
    problems: list[Problem] = []
    found = list(_files(folder, name, problems))
    read_anew: list[RuleSet] = []

    def read_all() -> Sequence[KeptRule] | None:
        from factcheck.data.strict_yaml import read  # rules out of the cache need no YAML

        rules: list[Rule] = []
        for path, item in found:
            try:
                rules.append(_rule(path, read(item, path), _pack(path, known), known or {}))
            except UserError as error:
                problems.extend(error.problems)
        read_anew.append(RuleSet(tuple(rules), tuple(problems)))
        return None if problems else [_kept(rule) for rule in rules]

    kept = rules_kept(found, _resting_on(known), read_all)
    if not read_anew and kept is not None:
        return RuleSet(tuple(_known_rule(rule, _pack(rule.path, known)) for rule in kept))
    if not read_anew:
        read_all()
    return read_anew[0]


def _pack(path: str, known: Mapping[str, RuleFile] | None) -> str:
    return path.split("/")[1] if known is None else OWN


def _resting_on(known: Mapping[str, RuleFile] | None) -> Iterable[bytes]:
    """Give what a folder's rules rest on beside the program: a desk's own may extend those that ship."""
    return () if known is None else (item.read_bytes() for _, item in _files(shipped_rules(), "rules", []))


def _kept(rule: Rule) -> KeptRule:
    return KeptRule(rule.path, rule.file, msgspec.Raw(ENCODER.encode(rule.options)))


def _known_rule(kept: KeptRule, pack: str) -> Rule:
    """Make a rule of one that was found right before."""
    return Rule(kept.file, kept.path, pack, partial(_asked_of_kept, kept))


def _asked_of_kept(kept: KeptRule) -> Asked:
    check = load_check(kept.file.check)
    return _asked(kept.file, check, msgspec.json.decode(kept.options, type=check.options, dec_hook=unplain))


def _files(folder: pathlib.Path, name: str, problems: list[Problem]) -> Iterator[tuple[str, pathlib.Path]]:
    """Give the rule files of a folder and those below; folders that cannot be read are added to the problems."""
    try:
        items = sorted(folder.iterdir(), key=lambda item: item.name)
    except OSError as error:
        problems.append(Problem(name, f"cannot be read ({error.strerror}); name a folder you may read"))
        return
    for item in items:
        if item.is_dir() and not item.name.startswith("."):
            if item.is_symlink() and item.parent.resolve().is_relative_to(item.resolve()):
                problems.append(
                    Problem(f"{name}/{item.name}", "is a link to a folder above it, without an end; remove it")
                )
            else:
                yield from _files(item, f"{name}/{item.name}", problems)
        elif item.name.endswith((".yaml", ".yml")):
            yield f"{name}/{item.name}", item


def _rule(path: str, written: Document, pack: str, known: Mapping[str, RuleFile]) -> Rule:
    from factcheck.judge.rule_problems import names_wrong, problems_of

    document = _extended(written, path, known)
    stem = path.rpartition("/")[2].rpartition(".")[0]
    try:
        file = validate(RuleFile, document, path)
    except UserError as error:
        names = names_wrong(path, stem, document, *(_said(document, key) for key in ("id", "check", "on")))
        told = dict.fromkeys([*error.problems, *names])
        seen = sorted(told, key=lambda problem: (problem.line or 0, problem.column or 0))
        raise UserError(*seen) from None
    problems = list(problems_of(path, stem, file, document))
    check = load_checks().get(file.check)
    options: Options | None = None
    if check is not None:
        try:
            options = validate(check.options, replace(document.under("options"), value=file.options), path)
        except UserError as error:
            problems += [replace(wrong, message=f"options: {wrong.message}") for wrong in error.problems]
    if problems or check is None or options is None:
        raise UserError(*problems)
    return made(file, check, options, path, pack)


def _said(document: Document, key: str) -> Any:
    return document.value.get(key) if isinstance(document.value, dict) else None


def made(file: RuleFile, check: Check, options: Options, path: str, pack: str) -> Rule:
    """Make a rule of what has been validated."""
    return Rule(file, path, pack, partial(_asked, file, check, options))


def _asked(file: RuleFile, check: Check, options: Options) -> Asked:
    own = {name: getattr(file.when, name) for name in sorted(check.conditions)}
    asks = (file.check, ENCODER.encode(options).decode(), ENCODER.encode(own).decode())
    return Asked(check, options, asks, tuple(lists_in((options, file.when))))


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
    taken = given(base)
    for name in ("id", "precision", "off_because"):
        taken.pop(name, None)
    if "message" in value:
        taken.pop("to_author", None)  # the desk's own words are what its authors are told
    merged = {**taken, **value}
    for part in ("when", "options"):
        if isinstance(value.get(part), dict):
            merged[part] = {**taken.get(part, {}), **value[part]}
    return Document(merged, document.places, document.key_places)
