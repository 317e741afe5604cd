"""From a folder of YAML files to a Language, once a process; compiled data is cached by content."""

from __future__ import annotations

import gc
import importlib.resources
import pathlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import lru_cache
from importlib.resources.abc import Traversable
from typing import Any

from factcheck.data.cache import cached
from factcheck.data.strict_yaml import Document, parse, validate
from factcheck.languages import compile as compile_module
from factcheck.languages import samples
from factcheck.languages.compile import PlainEntry, RawEntry, check, expand, pack, repeated, trie, unpack
from factcheck.languages.schema import LanguageFile
from factcheck.model.errors import Problem, UserError
from factcheck.model.language import Language
from factcheck.model.lexicon import Lexicon, Node
from factcheck.text import fold as fold_module
from factcheck.text import tokens as tokens_module
from factcheck.text.fold import fold_text

COMPILERS = (compile_module, fold_module, tokens_module)
"""Code that decides what compiled data looks like: a change of it makes the cache start afresh."""
EMPTY = Lexicon(Node(), frozenset())


@lru_cache(maxsize=1)
def load_languages() -> Mapping[str, Language]:
    """Load every shipped language, by its code."""
    folder = importlib.resources.files("factcheck.languages")
    codes = sorted(item.name for item in folder.iterdir() if item.is_dir() and (item / "language.yaml").is_file())
    with _no_collecting():
        return {code: load_language(folder / code) for code in codes}


@contextmanager
def _no_collecting() -> Iterator[None]:
    """Keep the collector of cycles from going again and again over some hundred thousand values that all stay."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def load_language(folder: Traversable) -> Language:
    """Load one language from its folder; raises UserError with every problem of every file."""
    words = (item for item in folder.iterdir() if item.name.endswith(".yaml") and item.name != samples.FILE)
    files = sorted(words, key=lambda item: item.name)
    texts = {f"{folder.name}/{item.name}": item.read_bytes() for item in files}
    content = [part for name, data in texts.items() for part in (name.encode(), data)]
    content += [pathlib.Path(module.__file__ or "").read_bytes() for module in COMPILERS]
    plain = cached("language", content, lambda: _compile(texts))
    return _language(LanguageFile.model_validate(plain["language"]), [unpack(row) for row in plain["entries"]])


def _compile(texts: Mapping[str, bytes]) -> dict[str, Any]:
    documents = {name: parse(data.decode("utf-8"), name) for name, data in texts.items()}
    main = next(name for name in documents if name.endswith("/language.yaml"))
    setup = validate(LanguageFile, documents.pop(main), main)
    bare = _language(setup, [])
    problems: list[Problem] = []
    entries: list[tuple[RawEntry, PlainEntry]] = []
    for name, document in documents.items():
        for raw in _raw_entries(name, document, problems):
            wrong = [Problem(raw.path, message, raw.line, raw.column) for message in check(raw, setup.inflections)]
            problems += wrong
            if not wrong:
                entries.append((raw, expand(raw, bare, setup.inflections, setup.head)))
    problems += repeated(entries, bare)
    if problems:
        raise UserError(*problems)
    return {
        "language": setup.model_dump(mode="json"),
        "entries": [pack(plain) for _, plain in entries],
    }


def _raw_entries(name: str, document: Document, problems: list[Problem]) -> list[RawEntry]:
    if not isinstance(document.value, dict):
        problems.append(Problem(name, "a lexicon file must map groups to lists of entries", 1, 1))
        return []
    found = []
    for group, entries in document.value.items():
        for index, fields in enumerate(entries if isinstance(entries, list) else [entries]):
            line, column = document.places.get((group, index), document.places.get((group,), (1, 1)))
            if isinstance(fields, dict):
                found.append(RawEntry(group, fields, name, line, column))
            else:
                problems.append(Problem(name, "an entry must be a mapping with `key` and words", line, column))
    return found


def _language(setup: LanguageFile, entries: list[PlainEntry]) -> Language:
    folding = {ord(letter): base for base, letters in setup.same.items() for letter in letters}
    folding |= {ord(letter): "" for letter in setup.drop}

    def plain(words: list[str]) -> tuple[str, ...]:
        return tuple("".join(folding.get(ord(letter), letter) for letter in word) for word in words)

    light = setup.light
    shell = Language(
        code=setup.code,
        name=setup.name,
        direction=setup.direction,
        letters=tuple((ord(first), ord(last)) for first, last in setup.letters),
        folding=folding,
        prefixes=tuple(tuple(layer) for layer in setup.prefixes),
        contractions=setup.contractions,
        suffixes=tuple(setup.suffixes),
        owner_endings=tuple(setup.owner_endings),
        endings={old: plain([new])[0] for old, new in setup.endings.items()},
        stemmer=setup.stemmer,
        light=(plain(light.prefixes), plain(light.suffixes), light.shortest) if light else ((), (), 0),
        weak_letters="".join(plain(list(setup.weak_letters))),
        augments="".join(plain(list(setup.augments))),
        sentence_ends=setup.sentence_ends,
        abbreviations=frozenset(),
        quotes=tuple(setup.quotes),
        decimal_marks=setup.decimal_marks,
        thousands_marks=setup.thousands_marks,
        transliteration=setup.transliteration,
        feminine_endings=plain(setup.feminine_endings),
        feminine_duals=plain(setup.feminine_duals),
        adjective_endings=plain(setup.adjective_endings),
        verb_endings=plain(setup.verb_endings),
        adverb_endings=plain(setup.adverb_endings),
        verb_frames=tuple((plain([first])[0], plain([last])[0]) for first, last in setup.verb_frames),
        oblique_endings=plain(setup.oblique_endings),
        plural_endings=plain(setup.plural_endings),
        name_endings=plain(setup.name_endings),
        object_endings=plain(setup.object_endings),
        bidding_prefixes=plain(setup.bidding_prefixes),
        clitic_letters=plain(setup.clitic_letters),
        options=frozenset(setup.options),
        boilerplate=tuple(" ".join(f.words) for e in entries if e.group == "boilerplate" for f in e.forms),
        lexicon=trie(entries) if entries else EMPTY,
    )
    return _with_abbreviations(shell, setup.abbreviations)


def _with_abbreviations(language: Language, words: list[str]) -> Language:
    import dataclasses

    return dataclasses.replace(language, abbreviations=frozenset(fold_text(word, language) for word in words))
