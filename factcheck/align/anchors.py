"""What reports in two languages share besides words: names, dates, things counted, telling words and other figures.

An anchor is a key that both languages give: a listed name, the skeleton of one that is not listed, a date, the
key of a lexicon entry, the number a figure states.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from factcheck.languages.loader import load_languages
from factcheck.model.claim import Reading
from factcheck.model.figure import Figure
from factcheck.model.language import Language
from factcheck.model.span import Span
from factcheck.text.clitics import WORDS, candidates
from factcheck.text.passage import read_passage
from factcheck.text.skeleton import skeleton
from factcheck.text.tokens import tokenize

SHORTEST_SKELETON = 3
"""Consonants from which a word without an entry is known again in another script."""
CAPITALS = "capitals-name"
COMMON = frozenset(
    {"stop", "number", "partitive", "number-joiner", "range-join", "complementiser", "given-name", "no-name"}
)
"""Groups whose words stand everywhere, or say by their key no more than what kind of word they are."""


class Anchor(NamedTuple):
    """A key, where it stands, and the figure whose value it is ("" for every other anchor)."""

    at: int
    key: str
    sentence: int
    claim: str = ""


def read_anchors(reading: Reading) -> list[Anchor]:
    """Give every anchor of a report in reading order."""
    return sorted({*_claims(reading), *_words(reading)})


def stated(figure: Figure) -> str:
    """Write the one number a figure states, whatever its wording makes of it, or both ends of a range.

    Of a vague word, only how many digits it has: dozens in one language are tens in another.
    """
    if figure.form == "vague" and figure.low is not None:
        return f"1e{figure.low.adjusted()}"
    ends = {end for end in (figure.low, figure.high) if end is not None}
    return "..".join(f"{end.normalize():f}" for end in sorted(ends))


def place_in(span: Span) -> int:
    """Give where a span stands, the title counted as the text's beginning."""
    return _at(span)


def _at(span: Span) -> int:
    return span.start if span.field == "text" else 0


def _claims(reading: Reading) -> Iterator[Anchor]:
    for claim in reading.claims:
        at, sentence = _at(claim.span), claim.context.sentence
        if claim.figure is not None:
            yield Anchor(at, f"value {stated(claim.figure)}", sentence, claim.id)
        elif claim.date is not None:
            yield Anchor(at, f"date {claim.date.edtf}", sentence)
        elif claim.name is not None and claim.name.key.isascii():
            yield Anchor(at, f"name {claim.name.key}", sentence)


def _words(reading: Reading) -> Iterator[Anchor]:
    """Give the entries of the lexicon that a report uses, and the skeletons of words without one that may be names.

    A word may be a name if it has a capital, or anywhere in a language that has none.
    """
    language = load_languages()[reading.report.language]
    for sentence in reading.sentences:
        text = reading.report.text if sentence.span.field == "text" else reading.report.title or ""
        tokens = tokenize(text, language, sentence.span.start, sentence.span.end)
        in_text = sentence.span.field == "text"
        for at, matches in read_passage(sentence, tokens, language).found.items():
            place = tokens[at].start if in_text else 0
            for entry in [match.form.entry for match in matches]:
                if entry.group not in COMMON:
                    yield Anchor(place, f"{entry.group} {entry.key}", sentence.index)
        for token in tokens:
            if token.kind != "word" or (CAPITALS in language.options and not text[token.start].isupper()):
                continue
            for written in _skeletons(token.text, language):
                yield Anchor(token.start if in_text else 0, f"skeleton {written}", sentence.index)


@lru_cache(maxsize=WORDS)
def _skeletons(word: str, language: Language) -> frozenset[str]:
    # A pronoun at the end makes another word, an apostrophe does not ("Parma's").
    forms = [form.form for form in candidates(word, language) if not form.suffix[:1].isalpha()]
    found = {skeleton(form, language) for form in forms}
    return frozenset([written for written in found if len(written) >= SHORTEST_SKELETON])


def shared(a: list[Anchor], b: list[Anchor]) -> tuple[list[Anchor], list[Anchor]]:
    """Keep the anchors whose key both reports have."""
    keys = {anchor.key for anchor in a} & {anchor.key for anchor in b}
    return [anchor for anchor in a if anchor.key in keys], [anchor for anchor in b if anchor.key in keys]


def by_sentence(anchors: list[Anchor]) -> Mapping[int, list[Anchor]]:
    """Group anchors by sentence."""
    found: dict[int, list[Anchor]] = {}
    for anchor in anchors:
        found.setdefault(anchor.sentence, []).append(anchor)
    return found
