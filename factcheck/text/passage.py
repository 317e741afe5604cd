"""A sentence with its tokens and every lexicon entry found in it: what the extractors work on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache
from typing import NamedTuple

from msgspec import Struct, field

from factcheck.model.language import Language
from factcheck.model.lexicon import Entry, Form, Node
from factcheck.model.report import Sentence
from factcheck.model.span import Span
from factcheck.text.clitics import WORDS, Candidate, candidates
from factcheck.text.tokens import Token, TokenKind

FUNCTION_GROUPS = frozenset({
    "of-them", "partitive", "stop", "negation", "number-joiner", "range-join", "complementiser", "date-bound", "eve",
    "change", "change-noun", "change-end", "rate-basis", "share-of", "list-word", "second-name", "no-name", "predicate",
    "forecast", "judgement", "accusation", "own-stance", "quoted-name", "plain-rank", "one-of", "series",
    "post", "rank", "office-level", "portfolio", "appointment",
    "negator", "exceptive", "maybe-negator", "kind", "scale", "deed", "doer", "level", "part-of-time", "unreal",
})  # fmt: skip
"""Groups of function words, whose clitics melt into spellings of their own, of words that only relate others, and of
what is said about words that mean something else: none of them hides another reading."""

ASIDE_GROUPS = frozenset({
    "predicate", "negator", "exceptive", "maybe-negator", "kind", "scale", "deed", "doer", "level", "part-of-time",
    "unreal",
})  # fmt: skip
"""Groups kept apart, for whoever asks for them by name: a word found only there (a town may be called "easy") still
counts as one the lexicon does not know."""


class Match(NamedTuple):
    """A lexicon entry found: the half-open range of token indices, the form, its entry, and the clitics around it."""

    start: int
    end: int
    form: Form
    entry: Entry
    prefix: str
    suffix: str


class Passage(Struct, frozen=True, eq=False):
    """A sentence, its tokens (offsets into the report's field) and the entries found, longest first at each token.

    `by_group` gives the longest match of each group at each token, so that asking for a group that is not there costs
    next to nothing: the extractors ask some twenty times a token. `groups` names those found anywhere in it, `aside`
    holds the entries of `ASIDE_GROUPS`, and `numerals` are the tokens that are numerals.
    """

    sentence: Sentence
    tokens: tuple[Token, ...]
    found: dict[int, tuple[Match, ...]]
    by_group: dict[str, dict[int, Match]]
    groups: AbstractSet[str]
    numerals: tuple[int, ...]
    aside: dict[int, tuple[Match, ...]] = field(default_factory=dict)

    def starts(self, groups: AbstractSet[str]) -> set[int]:
        """Give the tokens at which an entry of one of the groups begins."""
        return {at for group in groups & self.groups for at in self.by_group[group]}

    def at(self, index: int, group: str, *others: str) -> Match | None:
        """Give the longest match of one of the groups that starts at this token."""
        known = self.by_group
        match = known[group].get(index) if group in known else None
        for name in others:
            if name in known and index in known[name]:
                if match is not None:
                    return self._first(index, (group, *others))
                match = known[name][index]
        return match

    def _first(self, index: int, groups: tuple[str, ...]) -> Match | None:
        for matches in (self.found.get(index, ()), self.aside.get(index, ())):
            for match in matches:
                if match.entry.group in groups:
                    return match
        return None

    def within(self, group: str, start: int, end: int) -> list[Match]:
        """Give the longest match of a group at each token of a range, in order."""
        if group not in self.by_group:
            return []
        there = self.by_group[group]
        return [there[at] for at in range(max(0, start), end) if at in there]

    def matches(self, *groups: str) -> Iterator[Match]:
        """Give the matches of the groups in order, leftmost and longest, none overlapping."""
        there = [self.by_group[group] for group in groups if group in self.groups]
        if not there:
            return
        end = 0
        for index in there[0] if len(there) == 1 else sorted({at for known in there for at in known}):
            match = self.at(index, *groups) if index >= end else None
            if match is not None:
                yield match
                end = match.end

    def span(self, start: int, end: int) -> Span:
        """Give the span of a half-open range of tokens."""
        return Span(self.tokens[start].start, self.tokens[end - 1].end, self.sentence.span.field)


def read_passage(sentence: Sentence, tokens: Sequence[Token], language: Language) -> Passage:
    """Make a passage of a sentence's tokens: everything of the lexicon is looked for once."""
    found = match_lexicon(tokens, language)
    groups: dict[str, dict[int, Match]] = {}
    for at, matches in found.items():
        for match in matches:  # the longest first, and in the order of the text
            group = match.entry.group
            if group not in groups:
                groups[group] = {at: match}
            elif at not in groups[group]:
                groups[group][at] = match
    numerals = tuple([at for at, token in enumerate(tokens) if token.kind == "number"])
    passage = Passage(sentence, tuple(tokens), found, groups, groups.keys(), numerals)
    for at in sorted(passage.starts(ASIDE_GROUPS)):
        apart = [match for match in found[at] if match.entry.group in ASIDE_GROUPS]
        if len(apart) < len(found[at]):
            found[at] = tuple([match for match in found[at] if match.entry.group not in ASIDE_GROUPS])
        else:
            del found[at]
        passage.aside[at] = tuple(apart)
    return passage


def match_lexicon(tokens: Sequence[Token], language: Language) -> dict[int, tuple[Match, ...]]:
    """Find every entry of every group in one pass; give what begins at each token, in the order of the text.

    What a word begins by itself is remembered: it is looked for again only where the next word goes on from it.
    """
    found: dict[int, tuple[Match, ...]] = {}
    make, last = tuple.__new__, len(tokens) - 1  # skips a function a match: there are more matches than words
    every = [_alone(token.text, token.kind, language) for token in tokens]
    for start, alone in enumerate(every):
        if alone.following and start < last and not alone.following.isdisjoint(every[start + 1].inside):
            matches = _matches_at(tokens, start, language)
            if matches:
                found[start] = matches
        elif alone.found:
            end = start + 1
            found[start] = tuple([make(Match, (start, end, *rest)) for rest in alone.found])
    return found


class _Alone(NamedTuple):
    """What a token begins by itself (a match behind its range), and the words an entry may go on with.

    `inside` are its own readings where it stands inside an entry.
    """

    found: tuple[tuple[Form, Entry, str, str], ...]
    following: frozenset[str]
    inside: tuple[str, ...]


@lru_cache(maxsize=WORDS)
def _alone(text: str, kind: TokenKind, language: Language) -> _Alone:
    token = Token(0, len(text), text, kind)
    matches = _matches_at([token], 0, language)
    following = [word for node, _, _ in _beginnings(text, kind == "word", language) for word in node.next]
    return _Alone(tuple([match[2:] for match in matches]), frozenset(following), _readings(token, language))


def _matches_at(tokens: Sequence[Token], start: int, language: Language) -> tuple[Match, ...]:
    """Give the entries that begin at a token, the longest first.

    The reading with the fewest clitics taken off that begins any entry decides ("one" is not looked for inside a word
    that is an entry itself), unless all it begins are function words ("and not" hides nothing that "not" begins).
    Inside an entry of several words only the article may be taken off.
    """
    so_far: tuple[Match, ...] = ()
    for node, prefix, suffix in _beginnings(tokens[start].text, tokens[start].kind == "word", language):
        matches, decided = list[Match](), False
        for end, last in _ends(tokens, start + 1, node, language):
            for form in last.forms:
                if form.clitics or not prefix:
                    matches.append(Match(start, end, form, form.entry, prefix, suffix))
                    decided = decided or form.entry.group not in FUNCTION_GROUPS
        if so_far:
            known = {match.entry.group for match in so_far}
            fresh = [match for match in matches if match.entry.group not in known]
            so_far = tuple(sorted((*so_far, *fresh), key=lambda match: -match.end))
        else:
            so_far = tuple(matches)
        if decided:
            break
    return so_far


@lru_cache(maxsize=WORDS)
def _beginnings(text: str, is_word: bool, language: Language) -> tuple[tuple[Node, str, str], ...]:
    """Give the nodes that the readings of a token lead to, with the clitics taken off before and behind."""
    begins = language.lexicon.root.next
    readings = candidates(text, language) if is_word else (Candidate(text),)
    return tuple((begins[form], prefix, suffix) for form, prefix, suffix in readings if form in begins)


def _ends(tokens: Sequence[Token], index: int, node: Node, language: Language) -> list[tuple[int, Node]]:
    """Give where entries end that go on from a node at a token, the longest first; the first reading that goes on does.

    A word inside an entry may carry the article only.
    """
    ends = [(index, node)] if node.forms else []
    while node.next and index < len(tokens):
        token = tokens[index]
        for form in _readings(token, language):
            if form in node.next:
                node = node.next[form]
                break
        else:
            break
        index += 1
        if node.forms:
            ends.append((index, node))
    return ends[::-1]


def _readings(token: Token, language: Language) -> tuple[str, ...]:
    return _inside(token.text, language) if token.kind == "word" else (token.text,)


@lru_cache(maxsize=WORDS)
def _inside(word: str, language: Language) -> tuple[str, ...]:
    """Give the readings of a word inside an entry of several words: whole, or without its article."""
    return tuple(
        form
        for form, prefix, suffix in candidates(word, language)
        if not suffix and (not prefix or prefix in language.prefixes[-1])
    )
