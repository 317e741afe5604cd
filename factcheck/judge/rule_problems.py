"""What a rule's own schema cannot see: its file's name, its check, its levels and its slots."""

from __future__ import annotations

import string
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import Any, get_args

from factcheck.data.document import Document, Keys, Place
from factcheck.data.messages import load_messages
from factcheck.data.suggestion import nearest
from factcheck.judge.checks import load_checks
from factcheck.judge.conditions import GENERAL
from factcheck.judge.schema import SIDES, Bilingual, RuleFile, Words
from factcheck.judge.values import Level
from factcheck.model.errors import Problem
from factcheck.model.finding import Subject

At = Callable[..., Place]
"""Gives the place of a key in a rule's file."""


def problems_of(path: str, stem: str, file: RuleFile, document: Document) -> Iterable[Problem]:
    """What a rule's own schema cannot see: its file's name, its check, its levels and its slots."""

    def at(*keys: str | int) -> Place:
        return document.places.get(keys, (1, 1))

    yield from names_wrong(path, stem, document, file.id, file.check, file.on)
    check = load_checks().get(file.check)
    if check is None:
        return
    if not isinstance(file.severity, str) and not set(file.severity) <= set(check.levels):
        may = ", ".join(check.levels) or "none: give one word"
        yield Problem(path, f"severity may name only levels of {file.check!r}: {may}", *at("severity"))
    for condition in sorted(file.when.named - GENERAL - check.conditions):
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


def names_wrong(path: str, stem: str, document: Document, rule: Any, check: Any, on: Any) -> Iterator[Problem]:
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
    for language in Bilingual.__struct_fields__:
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
