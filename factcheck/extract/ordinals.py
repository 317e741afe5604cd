"""Ordinals: words for a place in an order, and cardinals that stand for one beside what they number."""

from __future__ import annotations

from msgspec.structs import replace

from factcheck.extract.cardinals import cardinal, definite
from factcheck.extract.number import Number
from factcheck.extract.number_grammar import TEN
from factcheck.model.language import Language
from factcheck.text.passage import Match, Passage


def ordinal(passage: Passage, index: int, language: Language) -> Number | None:
    """Read the ordinal that begins at a token, with the ten joined to it ("the fifth and twentieth")."""
    match = passage.at(index, "ordinal")
    if match is None or match.entry.value is None or match.entry.tag("weak") == "part":
        return _with_ten(passage, match, language) if match is not None else None
    if match.entry.tag("gender") and _masculine_before(passage, match, language):
        return None
    number = passage.at(index, "number")
    if number is not None and not match.entry.tag("weak") and number.end >= match.end:
        return None
    whole = _with_ten(passage, match, language)
    if whole is not None:
        return whole
    article = index > 0 and (stop := passage.at(index - 1, "stop")) and stop.entry.key == "the"
    known = bool(article) or definite(match, language)
    compound = match.end < len(passage.tokens) and passage.tokens[match.end].text == "-"  # "second-hand"
    weak = "yes" if match.entry.tag("weak") and (compound or not known) else ""
    return _number(match, match.end, known, weak)


def _masculine_before(passage: Passage, match: Match, language: Language) -> bool:
    """Tell whether a definite word that is no feminine stands right before a feminine ordinal, which is then none."""
    before = passage.tokens[match.start - 1] if match.start else None
    if before is None or before.kind != "word" or not definite(match, language) or not language.prefixes:
        return False
    ends = (*language.feminine_endings, *language.plural_endings)
    return before.text.startswith(language.prefixes[-1]) and not before.text.endswith(ends)


def _with_ten(passage: Passage, match: Match, language: Language) -> Number | None:
    """Read a unit's ordinal and the tens joined to it as one ordinal."""
    ten = passage.at(match.end, "number")
    joined = ten is not None and bool(language.prefixes) and ten.prefix.startswith(language.prefixes[0])
    value = match.entry.value
    if value is None or not 0 < value < TEN or ten is None or not joined or ten.entry.tag("kind") != "ten":
        return None
    number = _number(match, ten.end, definite(match, language), "")
    whole = value + (ten.entry.value or 0)
    return replace(number, low=whole, high=whole)


def _number(match: Match, end: int, known: bool, weak: str) -> Number:
    value, explain = match.entry.value, (f"ordinal {match.entry.key}",)
    return Number(match.start, end, value, value, kind="ordinal", weak=weak, definite=known, explain=explain)


def one_and_tens(passage: Passage, index: int, language: Language) -> Number | None:
    """Read "the one and twentieth", where one and the tens bear the article, for the ordinal it is."""
    one, ten = passage.at(index, "number"), passage.at(index + 1, "number")
    if one is None or ten is None or one.entry.value != 1 or ten.entry.tag("kind") != "ten":
        return None
    if not (definite(one, language) and definite(ten, language) and len(ten.prefix) > len(one.prefix)):
        return None
    number = cardinal(passage, index, language)
    return replace(number, kind="ordinal", weak="") if number is not None and number.end == ten.end else None
