"""Phrases of a word list, found in a sentence's tokens: folded, with clitics taken off, each list for itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct, field

from factcheck.model.language import Language
from factcheck.text.clitics import candidates
from factcheck.text.tokens import Token, tokenize


class Step(Struct, eq=False):
    """A step in the trie of folded words; `lists` names the word lists that hold the phrase ending here."""

    next: dict[str, Step] = field(default_factory=dict)
    lists: list[str] = field(default_factory=list)


def phrase_trie(lists: Mapping[str, Sequence[str]], language: Language) -> Step:
    """Build the trie over the phrases of many lists, by the lists' names; one pass then finds those of all."""
    root = Step()
    for name, phrases in lists.items():
        for phrase in phrases:
            step = root
            for token in tokenize(phrase, language):
                step = step.next.setdefault(token.text, Step())
            if step is not root and name not in step.lists:
                step.lists.append(name)
    return root


def find_phrases(
    tokens: Sequence[Token], trie: Step, language: Language, *, owned: bool = False
) -> Iterator[tuple[str, int, int]]:
    """Give (list, start, end) for every phrase found, in half-open ranges of token indices.

    A phrase's first word may carry any clitics before it, those after it the article; where phrases may be `owned`,
    each word may carry a pronoun or a possessive behind it as well. Of one list the leftmost and longest
    phrases are given, none overlapping. The time is linear in the tokens: no phrase repeats anything.
    """
    ends: dict[str, int] = {}
    for start, token in enumerate(tokens):
        longest: dict[str, int] = {}
        for form in _beginnings(token, language, owned):
            step = trie.next.get(form)
            if step is not None:
                for name, end in _ends(tokens, start + 1, step, language, owned):
                    longest[name] = max(end, longest.get(name, 0))
        for name, end in longest.items():
            if start >= ends.get(name, 0):
                ends[name] = end
                yield name, start, end


def _beginnings(token: Token, language: Language, owned: bool) -> tuple[str, ...]:
    if token.kind != "word":
        return (token.text,)
    return tuple(form for form, _, suffix in candidates(token.text, language) if owned or not suffix)


def _ends(
    tokens: Sequence[Token], index: int, step: Step, language: Language, owned: bool
) -> Iterator[tuple[str, int]]:
    """Give the lists that hold a phrase going on from a step at a token, and where it ends."""
    yield from ((name, index) for name in step.lists)
    while step.next and index < len(tokens):
        token = tokens[index]
        readings = [(token.text, "", "")] if token.kind != "word" else candidates(token.text, language)
        article = language.prefixes[-1] if language.prefixes else ()
        whole = (r for r in readings if (owned or not r[2]) and (not r[1] or r[1] in article))
        forms = (form for form, _, _ in whole)
        following = next((step.next[form] for form in forms if form in step.next), None)
        if following is None:
            return
        step, index = following, index + 1
        yield from ((name, index) for name in step.lists)
