"""What a number counts: the noun beside it, with its language-neutral key where a lexicon knows it."""

from __future__ import annotations

from factcheck.extract.noun_phrase import noun_before
from factcheck.extract.nouns import Noun, listed
from factcheck.extract.number import Number
from factcheck.extract.units import OPENING
from factcheck.model.figure import Counted
from factcheck.model.language import Language
from factcheck.text.passage import Passage

AHEAD = 4
"""Words after a number among which its noun is looked for, where adjectives come first."""
BEHIND = 6
"""Words before a number among which a known noun is looked for, where none follows ("the toll reached 12")."""


def counted_of(passage: Passage, number: Number, end: int, language: Language) -> Noun | None:
    """Find what a number whose expression ends at `end` counts."""
    if "verb-first" in language.options and follows_its_noun(passage, number, language):
        several = None if number.kind == "vague" else number.kind != "ordinal" and number.value > 1
        return noun_before(passage, number.start, language, plural=several)
    return counted_after(passage, number, end, language) or counted_before(passage, number.start)


def follows_its_noun(passage: Passage, number: Number, language: Language) -> bool:
    """Tell whether a number stands behind its noun as an adjective does: "the third round", "the 70 participants"."""
    vague = passage.at(number.start, "vague")
    if vague is not None and vague.entry.tag("after"):
        listed = passage.at(number.start - 1, "counted") if number.start else None
        behind = listed is not None and listed.end == number.start and passage.at(number.end, "counted") is None
        behind = behind and listed is not None and not listed.prefix
        return vague.entry.tag("after") == "always" or behind or not _bare(passage, number.end, language)
    if number.kind == "vague":
        return False
    if number.kind == "ordinal":
        return number.definite or (not _bare(passage, number.end, language) and number.start > 0)
    single = number.weak == "yes" and number.value == 1
    if not (number.definite or single or behind_article(passage, number, language)):
        return False
    if single and number.start:
        listed = passage.at(number.start - 1, "counted")
        if listed is not None and listed.end == number.start and listed.form.number == "singular":
            return True
    return not _bare(passage, number.end, language) and noun_before(passage, number.start, language) is not None


def behind_article(passage: Passage, number: Number, language: Language) -> bool:
    """Tell whether the article stands glued before a numeral, as a token of its own."""
    at = number.start - 1
    if at > 0 and passage.tokens[at].text in OPENING:
        at -= 1
    if at < 0 or not number.digits or passage.tokens[at].kind != "word" or not language.prefixes:
        return False
    text = passage.tokens[at].text
    return any(text.endswith(article) and len(text) <= len(article) + 2 for article in language.prefixes[-1])


def _bare(passage: Passage, index: int, language: Language) -> bool:
    """Tell whether a word begins at a token that can be the noun of the number before it: no clitic, no verb."""
    if index >= len(passage.tokens) or passage.tokens[index].kind != "word":
        return False
    return passage.at(index, *BREAKING) is None and _word_alone(passage, index, language, articles=False)


def _word_alone(passage: Passage, index: int, language: Language, *, articles: bool) -> bool:
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
    if (
        not found
        and not articles
        and any(len(s) > 1 and text.endswith(s) and len(text) > len(s) + SHORTEST for s in language.suffixes)
    ):
        return False  # with a pronoun upon it
    return not found or any(not m.prefix or (articles and m.prefix in article) for m in found)


SHORTEST = 2


def counted_after(passage: Passage, number: Number, index: int, language: Language) -> Noun | None:
    """Find the noun that follows a number (or its unit) at `index`."""
    start = _past_partitive(passage, index)
    if "verb-first" in language.options:  # the noun stands right behind its numeral, its adjectives behind it
        loose = start > index or number.kind in ("vague", "fraction") or number.definite
        noun = _head(passage, start, language, articles=loose, dual=number.kind == "ordinal")
        one = noun is not None and noun.match is not None and noun.match.form.number == "singular"
        # "seven of the brigade" are not brigades
        return None if start > index and one and noun is not None and noun.match and noun.match.prefix else noun
    words = _run(passage, start)
    known = next((m for at in words if (m := passage.at(at, "counted")) is not None), None)
    if known is not None:
        return listed(passage, known, "noun after")
    if not words:
        return None
    return Noun(Counted(passage.tokens[words[-1]].text), words[-1], words[-1] + 1, "unlisted noun after")


def _head(passage: Passage, start: int, language: Language, *, articles: bool, dual: bool = False) -> Noun | None:
    """Take the word at a token for the noun, listed or not; words that only announce a figure are stepped over.

    A noun in the dual is counted by its own form, and by an ordinal at most ("the first two schools").
    """
    while start < len(passage.tokens) and (
        (articles and passage.at(start, "count-word")) or passage.at(start, "comparison", "superlative")
    ):
        start += 1
    if start >= len(passage.tokens) or passage.tokens[start].kind != "word":
        return None
    match = passage.at(start, "counted")
    article = language.prefixes[-1] if language.prefixes else ()
    if match is not None and (not match.prefix or (articles and match.prefix in article)):
        return None if match.form.number == "dual" and not dual else listed(passage, match, "noun after")
    place = passage.at(start, "place")
    if place is not None and not place.entry.tag("demonym"):
        return None
    if passage.at(start, *BREAKING, "given-name") or not _word_alone(passage, start, language, articles=articles):
        return None
    return Noun(Counted(passage.tokens[start].text), start, start + 1, "unlisted noun after")


def partitive(passage: Passage, end: int, language: Language) -> Noun | None:
    """Find what a measure or a share is of ("12 tonnes of rice"): the first noun behind the word for it."""
    stop = passage.at(end, "stop")
    if stop is None or stop.entry.key not in ("of", "from") or stop.end != end + 1:
        return None
    if "verb-first" in language.options:
        return _head(passage, _past_partitive(passage, end), language, articles=True)
    return counted_after(passage, Number(end, end, None, None), end, language)


def counted_before(passage: Passage, index: int) -> Noun | None:
    """Find the nearest known noun before a number: what became of people, or a noun that is said to be numbered."""
    bracketed = index > 0 and passage.tokens[index - 1].text == "("
    index -= bracketed
    for at in range(index - 1, max(-1, index - 1 - BEHIND), -1):
        token = passage.tokens[at]
        if token.kind == "number" or token.text in ".,،;؛()" or (token.text == ":" and at != index - 1):
            return None
        match = passage.at(at, "counted")
        if match is None or match.form.number in ("dual", "construct"):
            continue
        told = any(passage.at(k, "count-word", "total") for k in range(max(0, at - 2), index))
        colon = passage.tokens[index - 1].text == ":"  # a label, right before it
        if colon and match.end != index - 1:
            return None
        cell = bool(passage.sentence.cells)
        beside = match.end == index and not match.prefix  # "the state of 15" in a language that puts them side by side
        between = max(at, index - 1)
        named = at < between and passage.tokens[between].kind == "word" and not passage.at(between, *LEADING)
        if match.entry.tag("class") == "casualty" and named and not told:
            return None  # what stands right before the number is what it is of
        if match.entry.tag("class") == "casualty" or told or colon or cell or beside or bracketed:
            return listed(passage, match, "noun before")
    return None


LEADING = ("stop", "qualifier", "speech", "change", "outcome", "counted", "range-open", "percent-word")
"""Groups of words that may stand between a casualty's word and its number."""


def _past_partitive(passage: Passage, index: int) -> int:
    """Step over "of", "of the" after a number: "12 of the passengers"."""
    at = index
    while at < len(passage.tokens) and at < index + 2:
        stop = passage.at(at, "stop")
        if (
            stop is None
            or stop.entry.tag("class") not in ("preposition", "article")
            or stop.entry.key not in ("of", "the", "from")
        ):
            break
        at = stop.end
    return at


def _run(passage: Passage, start: int) -> list[int]:
    """Give the indices of the words from `start` on, up to a function word, a mark or a number."""
    run: list[int] = []
    for at in range(start, min(len(passage.tokens), start + AHEAD)):
        hyphen = passage.tokens[at].text == "-" and run
        if hyphen:
            continue
        if passage.tokens[at].kind != "word" or passage.at(at, *BREAKING):
            break
        if passage.at(at, "speech") and not passage.at(at, "counted"):
            break
        run.append(at)
    return run


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
