"""Cardinals that tell a place in an order: "the 30th anniversary" where the numeral stands behind its noun."""

from __future__ import annotations

from msgspec.structs import replace

from factcheck.extract.noun_phrase import is_definite, is_plural, noun_before
from factcheck.extract.number import Number, stands_alone
from factcheck.extract.postposed import behind_article
from factcheck.extract.units import past_closing
from factcheck.model.language import Language
from factcheck.text.passage import Passage

ROUND = 10
"""Tens have no ordinal of their own where the cardinal serves for both."""


def ranked(passage: Passage, number: Number, language: Language) -> Number:
    """Read a cardinal behind the article and a singular for the ordinal it is: "the 30th anniversary"."""
    if "verb-first" not in language.options or number.kind != "cardinal" or number.magnitude:
        return number
    round_word = number.definite and not number.digits and number.value % ROUND == 0
    if round_word and number.value and stands_alone(passage, number.start, number.end):
        return replace(number, kind="ordinal", explain=(*number.explain, "a place in an order"))
    if (
        not (round_word or behind_article(passage, number, language))
        or number.value != number.value.to_integral_value()
    ):
        return number
    after = past_closing(passage, number)
    if passage.at(after, "unit", "counted") is not None or number.value == 0:
        return number
    noun = noun_before(passage, number.start, language)
    if noun is None or is_plural(passage, noun, language) or not is_definite(passage, noun, language):
        return number
    return replace(number, kind="ordinal", definite=True, weak="", explain=(*number.explain, "a place in an order"))
