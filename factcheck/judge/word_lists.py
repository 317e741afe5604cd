"""Word lists of rule files: what they may hold, and where their phrases stand in the reports."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Annotated, Any, NamedTuple

from msgspec import Meta, Struct

from factcheck.data.border import Stripped
from factcheck.languages.loader import load_languages
from factcheck.model.claim import Reading
from factcheck.model.language import Language
from factcheck.model.span import Span
from factcheck.text.phrases import Step, find_phrases, phrase_trie
from factcheck.text.tokens import tokenize

Phrase = Annotated[str, Stripped(), Meta(min_length=1, max_length=200)]
Phrases = Annotated[list[Phrase], Meta(min_length=1, max_length=2000)]


class Worded(NamedTuple):
    """A phrase of a list, found: its sentence's index, and where it stands."""

    sentence: int
    span: Span


class WordList:
    """Phrases by language, each as it is printed; marks, letter case, clitics and the article need not be listed.

    Its `name` is what it holds: two rules with one list share what is found.
    """

    __slots__ = ("name", "root")
    MADE_OF = dict[str, Phrases]
    """What a file holds for it."""

    def __init__(self, root: Mapping[str, Sequence[str]]) -> None:
        self.root = root
        self.name = json.dumps(root, ensure_ascii=False)

    @classmethod
    def checked(cls, root: Mapping[str, Sequence[str]]) -> WordList:
        """Make a list of what a file holds; raises ValueError for a phrase nobody could find."""
        languages = load_languages()
        for code, phrases in root.items():
            if code not in languages:
                raise ValueError(f"{code!r} is no language factcheck reads; choose {' or '.join(sorted(languages))}")
            for phrase in phrases:
                if not any(token.kind != "mark" for token in tokenize(phrase, languages[code])):
                    raise ValueError(f"{phrase!r} holds no word to look for")
        return cls(root)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, WordList) and self.name == other.name

    def __hash__(self) -> int:
        return hash(self.name)


def plain(value: object) -> Any:
    """Give what a file holds for a value msgspec does not know."""
    if isinstance(value, WordList):
        return value.root
    raise NotImplementedError(type(value))


def unplain(kind: type, value: Any) -> Any:
    """Give the value that `plain` gave as what a file holds."""
    if kind is WordList:
        return WordList(value)
    raise NotImplementedError(kind)


Places = Mapping[str, tuple[Worded, ...]]
"""Where the phrases of each list stand in a report, in its order, by the lists' names."""


def find_words(readings: Sequence[Reading], lists: Sequence[WordList]) -> tuple[Places, ...]:
    """Find the phrases of every list, in one pass over each report.

    What a publisher puts around a story (boilerplate) is not looked at.
    """
    languages = load_languages()
    wanted = tuple(dict.fromkeys(lists))
    tables: list[Places] = []
    for reading in readings:
        language = languages[reading.report.language]
        table: dict[str, list[Worded]] = {}
        trie = _trie(wanted, language)
        for sentence in reading.sentences if trie.next else ():
            span = sentence.span
            text = reading.report.text if span.field == "text" else reading.report.title or ""
            tokens = tokenize(text, language, span.start, span.end)
            for name, start, end in find_phrases(tokens, trie, language):
                place = Span(tokens[start].start, tokens[end - 1].end, span.field)
                table.setdefault(name, []).append(Worded(sentence.index, place))
        tables.append({name: tuple(found) for name, found in table.items()})
    return tuple(tables)


@lru_cache(maxsize=16)  # the rules stay the same from report to report
def _trie(lists: tuple[WordList, ...], language: Language) -> Step:
    phrases = {words.name: words.root[language.code] for words in lists if language.code in words.root}
    return phrase_trie(dict(sorted(phrases.items())), language)


def lists_in(value: object) -> Iterator[WordList]:
    """Give every word list in a rule's conditions or options."""
    if isinstance(value, WordList):
        yield value
    elif isinstance(value, Struct):
        for name in value.__struct_fields__:
            yield from lists_in(getattr(value, name))
    elif isinstance(value, list | tuple):
        for item in value:
            yield from lists_in(item)
