"""From a language's entries to the trie that one pass over a text walks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any, NamedTuple

from factcheck.languages.schema import COMMON, GROUPS, YES, Ending
from factcheck.model.errors import Problem
from factcheck.model.language import Language
from factcheck.model.lexicon import Entry, Form, Lexicon, Node, Number
from factcheck.text.fold import fold_text
from factcheck.text.tokens import tokenize


class RawEntry(NamedTuple):
    """An entry as one of the language's files holds it, with its place there."""

    group: str
    fields: Mapping[str, object]
    path: str
    line: int
    column: int


class PlainForm(NamedTuple):
    """A folded spelling: its words, and the grammatical number its ending shows."""

    words: tuple[str, ...]
    number: Number


class PlainEntry(NamedTuple):
    """A checked entry with all its spellings: what the cache keeps."""

    group: str
    key: str
    value: str | None
    tags: dict[str, str]
    clitics: bool
    forms: list[PlainForm]


def pack(entry: PlainEntry) -> list[Any]:
    """Give an entry as JSON holds it, its spellings of one number in one text: a tab between words, lines between.

    A language has a hundred thousand spellings, and so many lists would take longer to read than to make anew.
    """
    spellings: dict[str, list[str]] = {}
    for form in entry.forms:
        spellings.setdefault(form.number, []).append("\t".join(form.words))
    return [*entry[:-1], {number: "\n".join(words) for number, words in spellings.items()}]


def unpack(row: list[Any]) -> PlainEntry:
    """Give the entry that `pack` made the row of."""
    group, key, value, tags, clitics, spellings = row
    forms = [
        PlainForm(tuple(line.split("\t")), number) for number, text in spellings.items() for line in text.split("\n")
    ]
    return PlainEntry(group, key, value, tags, clitics, forms)


def check(raw: RawEntry, inflections: Iterable[str]) -> Iterator[str]:
    """Say everything that is wrong with an entry: unknown group, tag or inflection class, a missing key or value."""
    group = GROUPS.get(raw.group)
    if group is None:
        yield f"unknown group {raw.group!r}; known are {', '.join(sorted(GROUPS))}"
        return
    words = [*inflections, "plain"]
    if not isinstance(raw.fields.get("key"), str):
        yield "an entry needs a `key` (text)"
    if not any(name in raw.fields for name in words):
        yield f"an entry needs words under one of {', '.join(sorted(words))}"
    if (group.value == "required") != ("value" in raw.fields) and group.value != "optional":
        yield f"entries of {raw.group!r} {'need' if group.value == 'required' else 'take no'} `value`"
    for name, value in raw.fields.items():
        if name in COMMON or name in words:
            if name in words and not (isinstance(value, list) and value and all(isinstance(w, str) for w in value)):
                yield f"`{name}` must be a list of words (quote words that look like numbers)"
            if name == "bare" and value not in YES:
                yield '`bare` can only be "yes"'
        elif name not in group.tags:
            known = sorted({*group.tags, *COMMON, *words})
            yield f"unknown key {name!r} in an entry of {raw.group!r}; known are {', '.join(known)}"
        else:
            allowed = group.tags[name]
            if not isinstance(value, str):
                yield f"`{name}` must be text (in quotes)"
            elif allowed is not None and value not in allowed:
                yield f"`{name}` must be one of {', '.join(allowed)}, not {value!r}"


def expand(raw: RawEntry, language: Language, inflections: Mapping[str, Sequence[Ending]], head: str) -> PlainEntry:
    """Fold an entry's words and give every inflected spelling."""
    seen: dict[tuple[str, ...], PlainForm] = {}
    for name, value in raw.fields.items():
        if (name != "plain" and name not in inflections) or not isinstance(value, list):
            continue
        for word in value:
            tokens = tuple(token.text for token in tokenize(str(word), language))
            for form in _inflect(tokens, inflections.get(name, [Ending()]), language, head):
                seen.setdefault(form.words, form)
    tags = {n: str(v) for n, v in raw.fields.items() if n in GROUPS[raw.group].tags}
    value = str(raw.fields["value"]) if "value" in raw.fields else None
    return PlainEntry(raw.group, str(raw.fields["key"]), value, tags, "bare" not in raw.fields, list(seen.values()))


def _inflect(tokens: tuple[str, ...], endings: Sequence[Ending], language: Language, head: str) -> Iterator[PlainForm]:
    if not tokens:
        return
    at = 0 if head == "first" else len(tokens) - 1
    for ending in endings:
        stem, drop = tokens[at], fold_text(ending.drop, language)
        if not stem.endswith(drop):
            continue
        stem = stem[: len(stem) - len(drop)]
        for prefix in ending.prefix:
            for add in ending.add:
                word = fold_text(prefix, language) + stem + fold_text(add, language)
                yield PlainForm((*tokens[:at], word, *tokens[at + 1 :]), ending.number)


def repeated(entries: Sequence[tuple[RawEntry, PlainEntry]], language: Language) -> Iterator[Problem]:
    """Find words written twice in one group: each word once is what keeps a lexicon readable."""
    seen: dict[tuple[str, tuple[str, ...]], RawEntry] = {}
    for raw, _ in entries:
        for name, words in raw.fields.items():
            if name in COMMON - {"plain"} or name in GROUPS[raw.group].tags or not isinstance(words, list):
                continue
            for word in words:
                folded = tuple(token.text for token in tokenize(str(word), language))
                first = seen.setdefault((raw.group, folded), raw)
                if first is not raw or words.count(word) > 1:
                    where = f"{first.path}:{first.line}" if first is not raw else "the same entry"
                    yield Problem(
                        raw.path,
                        f"{word!r} stands twice in {raw.group!r} (also {where}); write it once",
                        raw.line,
                        raw.column,
                    )


def trie(entries: Iterable[PlainEntry]) -> Lexicon:
    """Compile entries into a trie over folded words; an earlier entry of a group keeps a spelling it shares."""
    root, groups = Node(), set()
    for plain in entries:
        value = Decimal(plain.value) if plain.value is not None else None
        entry = Entry(plain.group, plain.key, value, plain.tags)
        groups.add(plain.group)
        forms: dict[Number, Form] = {}
        for words, number in plain.forms:
            node = root
            for word in words:
                following = node.next.get(word)
                if following is None:
                    following = node.next[word] = Node()
                node = following
            if not node.forms or all(form.entry.group != plain.group for form in node.forms):
                if number not in forms:
                    forms[number] = Form(entry, number, plain.clitics)
                node.forms.append(forms[number])
    return Lexicon(root, frozenset(groups))
