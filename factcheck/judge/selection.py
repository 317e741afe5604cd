"""Which rules run, how loudly and with which settings: what a desk chooses, laid over the rules that loaded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Literal, cast

from msgspec import Struct, field
from msgspec.structs import replace

from factcheck.data.document import Document
from factcheck.data.suggestion import advice
from factcheck.data.validation import validate
from factcheck.judge.rules import DEFAULT_PACKS, OWN, Rule, RuleSet, made
from factcheck.model.errors import Problem, UserError
from factcheck.model.finding import Severity

Level = Literal["error", "warning", "note", "off"]
Setting = Literal["error", "warning", "note", "off", "on"]
NOWHERE = Document({}, {(): (1, 1)})
"""The document of a choice that stands in no file."""


class Choice(Struct, frozen=True):
    """What a desk wants of the rules: packs that are on, and what single rules are to be, by their ids."""

    packs: Sequence[str] = DEFAULT_PACKS
    severity: Mapping[str, str | Mapping[str, str]] = field(default_factory=dict)
    options: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)


def select(found: RuleSet, choice: Choice, document: Document = NOWHERE, path: str = "") -> RuleSet:
    """Keep the rules that are on, with the severities and settings chosen.

    A rule is on if its pack is, if it is a desk's own, or if `severity` names it; "off" switches off, as does a rule
    that is on and extends it. `document` is the file the choice stands in, called `path` in the problems, which join
    those of the rules' own files.
    """
    by_id = {rule.file.id: rule for rule in found.rules}
    problems = list(found.problems)
    problems += _unknown_packs(found.packs, choice.packs, document, path)
    chosen: list[Rule] = []
    broken = {problem.path.rpartition("/")[2].rpartition(".")[0] for problem in found.problems}
    for table, named in (("severity", choice.severity), ("options", choice.options)):
        for name in named:
            if name not in by_id and name not in broken:
                place = document.key_places.get((table, name), (1, 1))
                problems.append(Problem(path, f"{table}: no rule {name!r}{advice(name, sorted(by_id))}", *place))
    for name, rule in by_id.items():
        try:
            rule = _with_options(rule, choice.options.get(name), document, path)  # noqa: PLW2901  # the same, as chosen
            graded = _graded(rule, choice.severity.get(name), document, path)
        except UserError as error:
            problems += error.problems
            continue
        if graded is not None and (name in choice.severity or rule.pack in {*choice.packs, OWN}):
            chosen.append(rule if graded is rule.file.severity else _graded_so(rule, graded))
    replaced = {rule.file.extends for rule in chosen} - set(choice.severity)
    chosen = [rule for rule in chosen if rule.file.id not in replaced]
    files = list(dict.fromkeys(problem.path for problem in problems))
    problems.sort(key=lambda problem: (files.index(problem.path), problem.line or 0, problem.column or 0))
    return RuleSet(tuple(chosen), tuple(problems))


def _unknown_packs(known: Sequence[str], asked: Iterable[str], document: Document, path: str) -> Iterator[Problem]:
    for position, name in enumerate(asked):
        if name not in known:
            place = document.places.get(("packs", position))
            where = (path, *place) if place else ("--pack", None, None)
            yield Problem(where[0], f"no pack {name!r}{advice(name, known)}", *where[1:])


def _graded(
    rule: Rule, setting: str | Mapping[str, str] | None, document: Document, path: str
) -> Severity | dict[str, Severity] | None:
    """Give the severity a rule is to have, by level or in one word; None where it is off."""
    own = rule.file.severity
    if setting is None or setting == "on":
        return own
    if isinstance(setting, str):
        word = _word(setting)
        return word if word is None or isinstance(own, str) else dict.fromkeys(own, word)
    levels = rule.check.levels
    problems = [
        Problem(
            path,
            f"rule {rule.file.id!r} has no level {level!r}{advice(level, levels) if levels else '; give one word'}",
            *document.key_places.get(("severity", rule.file.id, level), (1, 1)),
        )
        for level in setting
        if level not in levels
    ]
    if problems:
        raise UserError(*problems)
    before: Mapping[str, Severity] = dict.fromkeys(levels, own) if isinstance(own, str) else own
    words = {**before, **{level: _word(word) for level, word in setting.items()}}
    return {level: word for level, word in words.items() if word is not None} or None


def _graded_so(rule: Rule, severity: Severity | dict[str, Severity]) -> Rule:
    return replace(rule, file=replace(rule.file, severity=severity))


def _word(setting: str) -> Severity | None:
    return None if setting == "off" else cast("Severity", setting)


def _with_options(rule: Rule, options: Mapping[str, Any] | None, document: Document, path: str) -> Rule:
    """Replace settings of a rule's check; those not named stay as the rule's file has them."""
    if not options:
        return rule
    here = document.under("options", rule.file.id)
    whole = {**rule.file.options, **options}
    checked = validate(rule.check.options, replace(here, value=whole), path)
    return made(replace(rule.file, options=whole), rule.check, checked, rule.path, rule.pack)
