"""Words that can be the noun beside a number as they stand: with no clitic upon them, and no verb or function word."""

from __future__ import annotations

from factcheck.model.language import Language
from factcheck.text.passage import Passage

BREAKING = (
    "percent-word",
    "never-counted",
    "stop",
    "number",
    "year-word",
    "month",
    "number-joiner",
    "qualifier",
    "range-join",
)
"""Groups of words that end the run in which a number's noun stands."""


def bare(passage: Passage, index: int, language: Language) -> bool:
    """Tell whether a word begins at a token that can be the noun of the number before it: no clitic, no verb."""
    if index >= len(passage.tokens) or passage.tokens[index].kind != "word":
        return False
    return passage.at(index, *BREAKING) is None and word_alone(passage, index, language, articles=False)


def word_alone(passage: Passage, index: int, language: Language, *, articles: bool) -> bool:
    """Tell a bare word from one with a clitic upon it ("in Sweden", "and killed") and from a verb by its ending."""
    text = passage.tokens[index].text
    if len(text) < SHORTEST or text.endswith(language.verb_endings or ("\0",)):
        return False
    article = language.prefixes[-1] if language.prefixes else ()
    outer = [prefix for layer in language.prefixes[:-1] for prefix in layer]
    if any(text.startswith(prefix + a) for prefix in outer for a in article):
        return False
    if any(text.startswith(melted) for melted in language.contractions):
        return False
    if any(text.startswith(a) and len(text) > len(a) + 1 for a in article) and not articles:
        return False
    found = passage.found.get(index, ())
    if not found and _framed(text, language):
        return False
    if (
        not found
        and not articles
        and any(len(s) > 1 and text.endswith(s) and len(text) > len(s) + SHORTEST for s in language.suffixes)
    ):
        return False  # with a pronoun upon it
    return not found or any(not m.prefix or (articles and m.prefix in article) for m in found)


SHORTEST = 2


def _framed(text: str, language: Language) -> bool:
    """Tell a verb by its beginning and its ending, where what is left is no adjective's ("they live", "Yemenis")."""
    return any(
        text.startswith(first)
        and text.endswith(last)
        and not text[: -len(last)].endswith(language.adjective_endings or ("\0",))
        for first, last in language.verb_frames
    )
