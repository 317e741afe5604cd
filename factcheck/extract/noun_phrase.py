"""The noun phrase that a number closes, in languages where ordinals and definite numerals follow their noun."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.extract.nouns import Noun, counted_noun, words
from factcheck.extract.units import CLOSING, OPENING
from factcheck.model.figure import Counted
from factcheck.model.language import Language
from factcheck.text.passage import Passage

PHRASE = 4
"""Words of the phrase that an ordinal or a definite numeral closes."""


MOST_BARE = 2
"""Words without an article that may head a phrase with one ("the football team": team, ball, the foot)."""


UNLISTED = "unlisted noun before its number"


def noun_before(passage: Passage, index: int, language: Language, *, plural: bool | None = None) -> Noun | None:
    """Find the noun of the phrase that a number closes ("the eastern military region's third").

    The head of a run of definite words is the first of them, its adjectives follow; before it a word without an article
    may head them all ("the passengers' second train"). `plural` says what the number asks for, if anything.
    """
    phrase = _phrase_before(passage, index, language)
    nouns = [noun for k in phrase if (noun := _noun_at(passage, k, index)) is not None]
    article = language.prefixes[-1] if language.prefixes else ()
    run = [k for k in phrase if passage.tokens[k].text.startswith(article or ("\0",)) or _clitic(passage, k, language)]
    if plural is False and run:
        head = next((k for k in run if _agrees(passage, k, index, nouns, language)), None)
        if head is not None:
            return _as_noun(passage, head, nouns)
    fitting = [noun for noun in nouns if plural is None or is_plural(passage, noun, language) == plural]
    inside = [noun for noun in fitting if noun.start in run]
    for group in ([inside[-1]] if inside else [], fitting[:1], nouns[:1]):
        if group:
            return group[0]
    if not phrase or passage.at(phrase[0], "given-name"):
        return None
    return _as_noun(passage, _head_of(passage, run, language) if run and phrase[0] in run else phrase[0], nouns)


def _as_noun(passage: Passage, index: int, nouns: Sequence[Noun]) -> Noun:
    listed = next((noun for noun in nouns if noun.start == index), None)
    return listed or Noun(Counted(passage.tokens[index].text), index, index + 1, UNLISTED)


def _agrees(passage: Passage, index: int, ordinal: int, nouns: Sequence[Noun], language: Language) -> bool:
    """Tell whether a definite word before an ordinal can be what it numbers: of its gender, one thing, no adjective."""
    text, endings = passage.tokens[index].text, language.feminine_endings or ("\0",)
    if text.endswith(endings) != passage.tokens[ordinal].text.endswith(endings):
        return False
    unit = passage.at(index, "unit")
    if unit is not None and unit.entry.tag("dimension") != "time" and not passage.at(index, "locator"):
        return False
    noun = next((noun for noun in nouns if noun.start == index), None)
    if noun is not None:
        return not is_plural(passage, noun, language)
    return not text.endswith((*language.plural_endings, *language.adjective_endings))


def _head_of(passage: Passage, run: Sequence[int], language: Language) -> int:
    """Give the head of a run of definite words that no lexicon knows: the nearest that does not look an adjective."""
    endings = language.adjective_endings or ("\0",)
    return next((k for k in run if not passage.tokens[k].text.endswith(endings)), run[-1])


def _phrase_before(passage: Passage, index: int, language: Language) -> list[int]:
    """Give the phrase of the noun phrase that ends before a token, the nearest first."""
    article = language.prefixes[-1] if language.prefixes else ()
    at = index - 1
    while at >= 0 and (passage.tokens[at].text in article or passage.tokens[at].text in OPENING):
        at -= 1
    pronoun = passage.at(at, "stop") if at >= 0 else None
    if pronoun is not None and pronoun.entry.tag("class") == "pronoun":
        at -= 1  # "the decision is the second of its kind"
    phrase, bare = list[int](), list[int]()
    for k in range(at, max(-1, at - PHRASE), -1):
        token = passage.tokens[k]
        if token.text in CLOSING or token.text in OPENING:
            continue
        if token.kind != "word" or passage.at(k, "stop", "speech", "number-joiner", "never-counted"):
            break
        if passage.at(k, "number") and not passage.at(k, "locator"):
            break
        if k == at and passage.at(k, "ordinal") and passage.at(index, "ordinal"):
            continue  # "the places third and fourth"
        clitic = _clitic(passage, k, language)
        if any(token.text.startswith(a) for a in article) or clitic:
            if bare:
                break
            phrase.append(k)
        else:
            bare.append(k)  # phrase without the article: the last of them heads the phrase, if a lexicon knows it
            if passage.at(k, "counted", "unit") or len(bare) == MOST_BARE:
                break
        if clitic:
            break  # a preposition or conjunction upon a word begins the phrase
    known = [k for k in bare if passage.at(k, "counted", "unit")]
    endings = (*language.suffixes, *language.feminine_endings)
    if passage.at(index, "vague"):
        endings = (*endings, *language.plural_endings)  # "achievements several"
    owned = [k for k in bare[:1] if passage.tokens[k].text.endswith(endings)]
    return phrase + (known if phrase or known else owned)


def _noun_at(passage: Passage, index: int, end: int) -> Noun | None:
    match = passage.at(index, "counted", "unit")
    if match is None or match.end > end or match.form.number in ("dual", "construct"):
        return None
    if match.entry.group == "unit" and match.entry.tag("dimension") != "time":
        return None
    text = words(passage, match.start, match.end)
    counted = counted_noun(text, match.entry, passage.groups) if match.entry.group == "counted" else Counted(text)
    return Noun(counted, match.start, match.end, "noun before its number", match)


def _clitic(passage: Passage, index: int, language: Language) -> bool:
    """Tell whether a preposition or conjunction and the article stand upon a word."""
    article = language.prefixes[-1] if language.prefixes else ()
    taken, text = _prefix(passage, index), passage.tokens[index].text
    melted = any(text.startswith(letters) for letters in language.contractions)
    return melted or any(a in taken and a != taken for a in article)


def _prefix(passage: Passage, index: int) -> str:
    return next((m.prefix for m in passage.found.get(index, ())), "")


def is_plural(passage: Passage, noun: Noun, language: Language) -> bool:
    """Tell whether a noun is a plural: by its form in the lexicon, or by its ending."""
    if noun.match is not None and noun.match.form.number:
        return noun.match.form.number == "plural"
    if noun.match is not None and not noun.match.form.number:
        return True  # the lexicon lists broken plurals apart, with no form shown
    return passage.tokens[noun.end - 1].text.endswith(language.plural_endings or ("\0",))


def is_definite(passage: Passage, noun: Noun, language: Language) -> bool:
    """Tell whether a noun bears the article or a pronoun."""
    text = passage.tokens[noun.start].text
    if noun.match is not None and (noun.match.suffix or noun.match.prefix.endswith(language.prefixes[-1])):
        return True
    return text.startswith(language.prefixes[-1])
