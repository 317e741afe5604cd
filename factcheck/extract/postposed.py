"""Numbers that stand behind their noun as adjectives do: "the third round", "the 70 participants"."""

from __future__ import annotations

from factcheck.extract.bare_words import bare
from factcheck.extract.noun_phrase import is_definite, is_plural, noun_before
from factcheck.extract.number import Number, in_brackets
from factcheck.extract.units import OPENING
from factcheck.model.language import Language
from factcheck.text.passage import Passage


def follows_its_noun(passage: Passage, number: Number, language: Language) -> bool:
    """Tell whether a number stands behind its noun as an adjective does: "the third round", "the 70 participants"."""
    vague = passage.at(number.start, "vague")
    if vague is not None and vague.entry.tag("after"):
        listed = passage.at(number.start - 1, "counted") if number.start else None
        behind = listed is not None and listed.end == number.start and passage.at(number.end, "counted") is None
        behind = behind and listed is not None and not listed.prefix
        return vague.entry.tag("after") == "always" or behind or not bare(passage, number.end, language)
    if number.kind == "vague":
        return False
    if number.kind == "ordinal" and in_brackets(passage, number.start, number.end):
        return False  # "(the third)" leans on what stands in brackets before it
    if number.kind == "ordinal" and _first_behind(passage, number, language):
        return True
    if number.kind == "ordinal":
        return number.definite or (not bare(passage, number.end, language) and number.start > 0)
    single = number.weak == "yes" and number.value == 1
    if not (number.definite or single or behind_article(passage, number, language)):
        return False
    if single and number.start:
        listed = passage.at(number.start - 1, "counted")
        if listed is not None and listed.end == number.start and listed.form.number not in ("dual", "plural"):
            return True
    if _of_definite_plural(passage, number, language):
        return True
    return not bare(passage, number.end, language) and noun_before(passage, number.start, language) is not None


FEWEST_BEHIND = 3


def _of_definite_plural(passage: Passage, number: Number, language: Language) -> bool:
    """Tell "the singers three ..." with the article on both: what follows the number is not what it counts."""
    known = number.definite or behind_article(passage, number, language)
    if not known or number.value < FEWEST_BEHIND or number.start == 0 or number.magnitude:
        return False
    noun = noun_before(passage, number.start, language, plural=True)
    if noun is None or not is_definite(passage, noun, language):
        return False
    article = language.prefixes[-1] if language.prefixes else ("\0",)
    near = noun.end == number.start or number.digits or passage.tokens[number.start - 1].text.startswith(article)
    return near and is_plural(passage, noun, language)


def _first_behind(passage: Passage, number: Number, language: Language) -> bool:
    """Tell "a step first" from "the first step": a feminine ordinal right behind a bare feminine, no known noun after.

    Only the word for "first" has a feminine that shows no ending of its own.
    """
    ordinal = passage.at(number.start, "ordinal")
    if ordinal is None or not ordinal.entry.tag("gender") or number.definite or number.start == 0:
        return False
    text = passage.tokens[number.start - 1].text
    article = language.prefixes[-1] if language.prefixes else ("\0",)
    bare = text.endswith(language.feminine_endings) and not text.startswith(article)
    return bare and passage.at(number.end, "counted", "unit") is None


def behind_article(passage: Passage, number: Number, language: Language) -> bool:
    """Tell whether the article stands glued before a numeral, as a token of its own."""
    at = number.start - 1
    if at > 0 and passage.tokens[at].text in OPENING:
        at -= 1
    if at < 0 or not number.digits or passage.tokens[at].kind != "word" or not language.prefixes:
        return False
    text = passage.tokens[at].text
    return any(text.endswith(article) and len(text) <= len(article) + 2 for article in language.prefixes[-1])


def joined_ordinal(passage: Passage, number: Number, language: Language) -> bool:
    """Tell "... and the second" from the ordinal that ends a phrase: joined on, behind no other ordinal."""
    match = passage.at(number.start, "ordinal")
    if match is None or not number.definite or number.kind != "ordinal" or not language.prefixes:
        return False
    return match.prefix.startswith(language.prefixes[0]) and passage.at(number.start - 1, "ordinal") is None
