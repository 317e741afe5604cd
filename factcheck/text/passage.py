"""A sentence with its tokens and every lexicon entry found in it: what the extractors work on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from factcheck.model.language import Language
from factcheck.model.lexicon import Entry, Form, Node
from factcheck.model.report import Sentence
from factcheck.model.span import Span
from factcheck.text.clitics import Candidate, candidates
from factcheck.text.tokens import Token

FUNCTION_GROUPS = frozenset(
    {
        "stop", "negation", "number-joiner", "range-join", "complementiser", "date-bound", "eve", "change",
        "change-noun", "change-end", "rate-basis", "share-of", "list-word",
    }
)  # fmt: skip
"""Groups of function words, whose clitics melt into spellings of their own, and of words that only relate others."""


class Match(NamedTuple):
    """A lexicon entry found: the half-open range of token indices, the form, and the clitics before it."""

    start: int
    end: int
    form: Form
    prefix: str
    suffix: str = ""

    @property
    def entry(self) -> Entry:
        """The entry behind the form."""
        return self.form.entry


@dataclass(frozen=True, slots=True, eq=False)
class Passage:
    """A sentence, its tokens (offsets into the report's field) and the entries found, longest first at each token.

    `groups` names every group found anywhere in it, so that asking for one that is not there costs nothing.
    """

    sentence: Sentence
    tokens: tuple[Token, ...]
    found: dict[int, tuple[Match, ...]]
    groups: frozenset[str] = frozenset()

    def at(self, index: int, *groups: str) -> Match | None:
        """Give the longest match of one of the groups that starts at this token."""
        return next((m for m in self.found.get(index, ()) if m.entry.group in groups), None)

    def matches(self, *groups: str) -> Iterator[Match]:
        """Give the matches of the groups in order, leftmost and longest, none overlapping."""
        if self.groups.isdisjoint(groups):
            return
        index = 0
        while index < len(self.tokens):
            match = self.at(index, *groups)
            if match is None:
                index += 1
            else:
                yield match
                index = match.end

    def span(self, start: int, end: int) -> Span:
        """Give the span of a half-open range of tokens."""
        return Span(self.tokens[start].start, self.tokens[end - 1].end, self.sentence.span.field)


def read_passage(sentence: Sentence, tokens: Sequence[Token], language: Language) -> Passage:
    """Make a passage of a sentence's tokens: everything of the lexicon is looked for once."""
    found = match_lexicon(tokens, language)
    groups = frozenset(match.entry.group for matches in found.values() for match in matches)
    return Passage(sentence, tuple(tokens), found, groups)


def match_lexicon(tokens: Sequence[Token], language: Language) -> dict[int, tuple[Match, ...]]:
    """Find every entry of every group in one pass.

    At each token the reading with the fewest clitics taken off that begins any entry decides ("one" is not looked
    for inside a word that is an entry itself), unless all it begins are function words ("and not" hides nothing that
    "not" begins). Inside an entry of several words only the article may be taken off.
    """
    root = language.lexicon.root
    found: dict[int, tuple[Match, ...]] = {}
    for start, token in enumerate(tokens):
        for candidate in candidates(token.text, language) if token.kind == "word" else (Candidate(token.text),):
            node = root.next.get(candidate.form)
            if node is None:
                continue
            ends = sorted(_walk(tokens, start + 1, node, language), key=lambda e: -e[0])
            matches = tuple(
                Match(start, end, form, candidate.prefix, candidate.suffix)
                for end, last in ends
                for form in last.forms
                if form.clitics or not candidate.prefix
            )
            known = {match.entry.group for match in found.get(start, ())}
            fresh = tuple(match for match in matches if match.entry.group not in known)
            if fresh:
                found[start] = tuple(sorted((*found.get(start, ()), *fresh), key=lambda match: -match.end))
            if any(match.entry.group not in FUNCTION_GROUPS for match in matches):
                break
    return found


def _walk(tokens: Sequence[Token], index: int, node: Node, language: Language) -> Iterator[tuple[int, Node]]:
    if node.forms:
        yield index, node
    if not node.next or index >= len(tokens):
        return
    token = tokens[index]
    if token.kind != "word":
        following = node.next.get(token.text)
        if following is not None:
            yield from _walk(tokens, index + 1, following, language)
        return
    for candidate in candidates(token.text, language):
        if candidate.suffix or (candidate.prefix and candidate.prefix not in language.prefixes[-1]):
            continue
        following = node.next.get(candidate.form)
        if following is not None:
            yield from _walk(tokens, index + 1, following, language)
            return
