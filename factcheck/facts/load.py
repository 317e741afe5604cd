"""Facts from files and folders of YAML and CSV: every entry checked by itself, all problems told at once."""

from __future__ import annotations

import pathlib
from collections.abc import Iterator, Sequence

from factcheck.data.strict_yaml import read, read_text
from factcheck.data.validation import validate
from factcheck.facts.schema import FactEntry
from factcheck.facts.table import parse_table
from factcheck.facts.value import folded, read_keys, read_value
from factcheck.model.errors import Problem, UserError
from factcheck.model.fact import Fact

SUFFIXES = frozenset({".csv", ".yaml", ".yml"})
"""What is taken for a file of facts inside a folder."""
MOST_FACTS = 20_000


def load_facts(paths: Sequence[str | pathlib.Path]) -> tuple[Fact, ...]:
    """Load the facts of files and folders; raises UserError with everything wrong in any of them."""
    facts: list[Fact] = []
    problems: list[Problem] = []
    for path, name in _files(paths, problems):
        try:
            facts += _load(path, name)
        except UserError as error:
            problems += error.problems
    problems += _two_values(facts)
    if len(facts) > MOST_FACTS:
        problems.append(Problem(facts[MOST_FACTS].path, f"more than {MOST_FACTS} facts; keep those the desk needs"))
    if problems:
        raise UserError(*problems)
    return tuple(facts)


def _files(paths: Sequence[str | pathlib.Path], problems: list[Problem]) -> Iterator[tuple[pathlib.Path, str]]:
    seen: set[pathlib.Path] = set()
    for given in map(pathlib.Path, paths):
        found = [given]
        if given.is_dir():
            inside = sorted(file for file in given.rglob("*") if file.suffix.lower() in SUFFIXES and file.is_file())
            found = [f for f in inside if not any(part.startswith(".") for part in f.relative_to(given).parts)]
            if not found:
                problems.append(Problem(str(given), f"holds no facts; expected files ending in {_suffixes()}"))
        for file in found:
            if file.resolve() not in seen:
                seen.add(file.resolve())
                yield file, str(file)


def _suffixes() -> str:
    return ", ".join(sorted(SUFFIXES))


def _load(path: pathlib.Path, name: str) -> tuple[Fact, ...]:
    if path.suffix.lower() not in SUFFIXES and path.exists() and not path.is_dir():
        raise UserError.at(name, f"is no file of facts; name it with one of {_suffixes()}")
    problems: list[Problem] = []
    is_table = path.suffix.lower() == ".csv"
    document = parse_table(read_text(path, name), name, problems) if is_table else read(path, name)
    entries: list[FactEntry] = []
    try:
        entries = validate(list[FactEntry], document, name) if document.value is not None else []
    except UserError as error:
        problems += error.problems
    if problems:
        raise UserError(*sorted(problems, key=lambda problem: (problem.line or 0, problem.column or 0)))
    lines = (document.places[number,][0] for number in range(len(entries)))
    return tuple(fact_of(entry, name, line) for entry, line in zip(entries, lines, strict=True))


def _two_values(facts: Sequence[Fact]) -> Iterator[Problem]:
    """Tell facts that give another value than one before them for the same subject, quantity and time."""
    known: dict[tuple[object, ...], Fact] = {}
    for fact in facts:
        kind = (fact.as_of, fact.figure.form, fact.figure.unit, fact.figure.per)
        names = {folded(name) for name in fact.subject} | fact.keys
        of = [(name, folded(words), *kind) for name in sorted(names) for words in fact.quantity]
        other = next((first for key in of if _values(first := known.setdefault(key, fact)) != _values(fact)), None)
        if other is not None:
            time = f" in {fact.as_of}" if fact.as_of else ""
            said = f"{fact.quantity[0]} of {fact.subject[0]}{time} is {other.value} in {other.path}:{other.line}"
            yield Problem(fact.path, f"{said}, and {fact.value} here; keep one of them", fact.line, 1)


def _values(fact: Fact) -> tuple[object, ...]:
    figure = fact.figure
    return figure.low, figure.high, figure.approximate


def fact_of(entry: FactEntry, path: str = "", line: int = 0) -> Fact:
    """Make a fact of a checked entry; `path` and `line` tell where it stands."""
    return Fact(
        subject=tuple(entry.subject),
        quantity=tuple(entry.quantity),
        value=entry.value,
        figure=read_value(entry.value),
        source=entry.source,
        as_of=entry.as_of,
        keys=read_keys(entry.subject),
        path=path,
        line=line,
    )
