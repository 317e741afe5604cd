"""Where a sentence names the subjects and quantities of a desk's facts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from msgspec import Struct

from factcheck.model.claim import Claim
from factcheck.model.fact import Fact
from factcheck.model.language import Language
from factcheck.model.span import Span
from factcheck.text.passage import Passage
from factcheck.text.phrases import Step, find_phrases, phrase_trie
from factcheck.text.tokens import tokenize

Tokens = tuple[int, int]
"""A half-open range of token indices."""


class FactWords(Struct, frozen=True, eq=False):
    """What to look for in one language: the phrases of all facts at once, and which facts each belongs to."""

    trie: Step
    subjects: Mapping[str, frozenset[int]]
    quantities: Mapping[str, frozenset[int]]
    keys: Mapping[str, frozenset[int]]


class Mentions(Struct, frozen=True):
    """The mentions of one sentence, by the numbers of the facts they belong to."""

    subjects: Mapping[int, tuple[Tokens, ...]]
    quantities: Mapping[int, tuple[Tokens, ...]]


@lru_cache(maxsize=8)
def fact_words(facts: tuple[Fact, ...], language: Language) -> FactWords:
    """Prepare the facts' words for one language; a phrase is found with its articles and without them."""
    lists: dict[str, list[str]] = {}
    belongs: tuple[dict[str, set[int]], dict[str, set[int]]] = ({}, {})
    keys: dict[str, set[int]] = {}
    for number, fact in enumerate(facts):
        for phrases, known in zip((fact.subject, fact.quantity), belongs, strict=True):
            for phrase in phrases:
                whole = " ".join(token.text for token in tokenize(phrase, language))
                bare = _without_articles(whole, language)
                lists[whole] = [whole, bare, *_owned(bare, language)]
                known.setdefault(whole, set()).add(number)
        for key in fact.keys:
            keys.setdefault(key, set()).add(number)
    subjects, quantities, by_key = (
        {name: frozenset(numbers) for name, numbers in table.items()} for table in (*belongs, keys)
    )
    return FactWords(phrase_trie(lists, language), subjects, quantities, by_key)


def _without_articles(phrase: str, language: Language) -> str:
    articles = language.prefixes[-1] if language.prefixes else ()
    return " ".join(next((w[len(a) :] for a in articles if w.startswith(a)), w) for w in phrase.split())


def _owned(phrase: str, language: Language) -> Iterator[str]:
    """Give a phrase with the pronouns that no clitic takes off: "its height" as one word."""
    for changed, plain in (*language.endings.items(), ("", "")):
        for ending in language.owner_endings if phrase.endswith(plain) else ():
            yield phrase[: len(phrase) - len(plain)] + changed + ending


def mentions(passage: Passage, names: Sequence[Claim], words: FactWords, language: Language) -> Mentions:
    """Find the facts that a sentence may speak of: their subjects and quantities both stand in it.

    A subject is no part of a longer name, and a place is not the person who bears its name.
    """
    subjects: dict[int, list[Tokens]] = {}
    quantities: dict[int, list[Tokens]] = {}
    named = [(claim, token_range(passage, claim)) for claim in names]
    longer = {at: (start, end) for _, (start, end) in named for at in range(start, end)}
    for phrase, start, end in find_phrases(passage.tokens, words.trie, language, owned=True):
        for number in words.quantities.get(phrase, ()):
            quantities.setdefault(number, []).append((start, end))
        whole = end > longer.get(start, (start, end))[1] or longer.get(start, (start, end)) == (start, end)
        for number in words.subjects.get(phrase, ()) if whole else ():
            subjects.setdefault(number, []).append((start, end))
    for claim, where in named:
        key = claim.name.key if claim.name is not None and claim.name.type != "person" else ""
        for number in words.keys.get(key, ()):
            if where not in subjects.setdefault(number, []):
                subjects[number].append(where)
    both = subjects.keys() & quantities.keys()
    return Mentions(*({n: tuple(sorted(table[n])) for n in sorted(both)} for table in (subjects, quantities)))


def token_range(passage: Passage, claim: Claim) -> Tokens:
    """Give the tokens that a claim of the passage's sentence covers; an empty range where there are none."""
    return tokens_within(passage, claim.span)


def tokens_within(passage: Passage, span: Span) -> Tokens:
    """Give the tokens that a span touches; an empty range where there are none."""
    inside = [at for at, token in enumerate(passage.tokens) if token.start < span.end and span.start < token.end]
    return (inside[0], inside[-1] + 1) if inside else (0, 0)
