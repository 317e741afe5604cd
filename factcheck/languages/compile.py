"""From a language's files to its checked entries, with all their spellings; asked only where no cache knows them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from factcheck.data.strict_yaml import Document, parse, validate
from factcheck.languages.packed import PlainEntry, PlainForm, pack
from factcheck.languages.schema import COMMON, GROUPS, YES, Ending, LanguageFile
from factcheck.languages.setup import language_of
from factcheck.model.errors import Problem, UserError
from factcheck.model.language import Language
from factcheck.model.lexicon import Lexicon, Node
from factcheck.text.fold import fold_text
from factcheck.text.tokens import tokenize

EMPTY = Lexicon(Node(), frozenset())


class RawEntry(NamedTuple):
    """An entry as one of the language's files holds it, with its place there."""

    group: str
    fields: Mapping[str, object]
    path: str
    line: int
    column: int


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


def compiled(texts: Mapping[str, bytes]) -> dict[str, Any]:
    """Compile a language's files, by their names; raises UserError with every problem of every file."""
    documents = {name: parse(data.decode("utf-8"), name) for name, data in texts.items()}
    main = next(name for name in documents if name.endswith("/language.yaml"))
    setup = validate(LanguageFile, documents.pop(main), main)
    bare = language_of(setup.model_dump(mode="json"), (), EMPTY)
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
    plain = [entry for _, entry in entries]
    return {
        "language": setup.model_dump(mode="json", exclude={"inflections"}),
        "boilerplate": [" ".join(form.words) for e in plain if e.group == "boilerplate" for form in e.forms],
        "groups": sorted({entry.group for entry in plain}),
        "lexicon": pack(plain),
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
