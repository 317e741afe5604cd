"""What a number counts: the noun beside it, with its language-neutral key where a lexicon knows it."""

from __future__ import annotations

from typing import NamedTuple

from factcheck.extract.number import Number
from factcheck.extract.units import CLOSING, OPENING, unit_is_framed
from factcheck.model.figure import Counted
from factcheck.model.language import Language
from factcheck.model.lexicon import Entry
from factcheck.text.passage import Match, Passage

AHEAD = 4
"""Words after a number among which its noun is looked for, where adjectives come first."""
BEHIND = 6
"""Words before a number among which a known noun is looked for, where none follows ("the toll reached 12")."""
PHRASE = 4
"""Words of the phrase that an ordinal or a definite numeral closes."""


class Noun(NamedTuple):
    """The counted noun, the half-open range of its tokens, how it was found, and its entry where a lexicon knows it."""

    counted: Counted
    start: int
    end: int
    how: str
    match: Match | None = None


def counted_noun(text: str, entry: Entry) -> Counted:
    """Make a counted noun of a lexicon's entry."""
    return Counted(text, entry.key, entry.tag("class"), bool(entry.tag("event")), entry.tag("whole") or None)


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
        return vague.entry.tag("after") == "always" or behind or not _bare(passage, number.end, language)
    if number.kind == "vague":
        return False
    if number.kind == "ordinal":
        return number.definite or (not _bare(passage, number.end, language) and number.start > 0)
    single = number.weak == "yes" and number.value == 1
    if not (number.definite or single or behind_article(passage, number, language)):
        return False
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
    return not found or any(not m.prefix or (articles and m.prefix in article) for m in found)


SHORTEST = 2


def noun_before(passage: Passage, index: int, language: Language, *, plural: bool | None = None) -> Noun | None:
    """Find the noun of the phrase that a number closes ("the eastern military region's third").

    The head of a run of definite words is the first of them, its adjectives follow; before it a word without an article
    may head them all ("the passengers' second train"). `plural` says what the number asks for, if anything.
    """
    words = _phrase_before(passage, index, language)
    nouns = [noun for k in words if (noun := _noun_at(passage, k, index)) is not None]
    fitting = [noun for noun in nouns if plural is None or is_plural(passage, noun, language) == plural]
    article = language.prefixes[-1] if language.prefixes else ()
    run = [k for k in words if passage.tokens[k].text.startswith(article or ("\0",)) or _clitic(passage, k, language)]
    inside = [noun for noun in fitting if noun.start in run]
    for group in ([inside[-1]] if inside else [], fitting[:1], nouns[:1]):
        if group:
            return group[0]
    if not words or passage.at(words[0], "given-name"):
        return None
    first = run[-1] if run and words[0] in run else words[0]
    return Noun(Counted(passage.tokens[first].text), first, first + 1, "unlisted noun before its number")


def _phrase_before(passage: Passage, index: int, language: Language) -> list[int]:
    """Give the words of the noun phrase that ends before a token, the nearest first."""
    article = language.prefixes[-1] if language.prefixes else ()
    at = index - 1
    while at >= 0 and (passage.tokens[at].text in article or passage.tokens[at].text in OPENING):
        at -= 1
    pronoun = passage.at(at, "stop") if at >= 0 else None
    if pronoun is not None and pronoun.entry.tag("class") == "pronoun":
        at -= 1  # "the decision is the second of its kind"
    words, bare = list[int](), list[int]()
    for k in range(at, max(-1, at - PHRASE), -1):
        token = passage.tokens[k]
        if token.text in CLOSING or token.text in OPENING:
            continue
        if token.kind != "word" or passage.at(k, "stop", "number", "speech", "number-joiner", "never-counted"):
            break
        clitic = _clitic(passage, k, language)
        if any(token.text.startswith(a) for a in article) or clitic:
            if bare:
                break
            words.append(k)
        else:
            bare.append(k)  # words without the article: the last of them heads the phrase, if a lexicon knows it
            if passage.at(k, "counted", "unit") or len(bare) == MOST_BARE:
                break
        if clitic:
            break  # a preposition or conjunction upon a word begins the phrase
    known = [k for k in bare if passage.at(k, "counted", "unit")]
    return words + (known if words or known else bare[:1])


MOST_BARE = 2
"""Words without an article that may head a phrase with one ("the football team": team, ball, the foot)."""


def _clitic(passage: Passage, index: int, language: Language) -> bool:
    """Tell whether a preposition or conjunction and the article stand upon a word."""
    article = language.prefixes[-1] if language.prefixes else ()
    return any(a in _prefix(passage, index) and a != _prefix(passage, index) for a in article)


def _noun_at(passage: Passage, index: int, end: int) -> Noun | None:
    match = passage.at(index, "counted", "unit")
    if match is None or match.end > end or match.form.number in ("dual", "construct"):
        return None
    if match.entry.group == "unit" and match.entry.tag("dimension") != "time":
        return None
    text = _text(passage, match.start, match.end)
    counted = counted_noun(text, match.entry) if match.entry.group == "counted" else Counted(text)
    return Noun(counted, match.start, match.end, "noun before its number", match)


def _prefix(passage: Passage, index: int) -> str:
    return next((m.prefix for m in passage.found.get(index, ())), "")


def is_plural(passage: Passage, noun: Noun, language: Language) -> bool:
    """Tell whether a noun is a plural: by its form in the lexicon, or by its ending."""
    if noun.match is not None and noun.match.form.number:
        return noun.match.form.number == "plural"
    if noun.match is not None and not noun.match.form.number:
        return True  # the lexicon lists broken plurals apart, with no form shown
    return passage.tokens[noun.end - 1].text.endswith(language.plural_endings or ("\0",))


def counted_after(passage: Passage, number: Number, index: int, language: Language) -> Noun | None:
    """Find the noun that follows a number (or its unit) at `index`."""
    start = _past_partitive(passage, index)
    if "verb-first" in language.options:  # the noun stands right behind its numeral, its adjectives behind it
        loose = start > index or number.kind in ("vague", "fraction") or number.definite
        return _head(passage, start, language, articles=loose, dual=number.kind == "ordinal")
    words = _run(passage, start)
    known = next((m for at in words if (m := passage.at(at, "counted")) is not None), None)
    if known is not None:
        return _listed(passage, known, "noun after")
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
        return None if match.form.number == "dual" and not dual else _listed(passage, match, "noun after")
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
            return _listed(passage, match, "noun before")
    return None


LEADING = ("stop", "qualifier", "speech", "change", "outcome", "counted", "range-open", "percent-word")
"""Groups of words that may stand between a casualty's word and its number."""


def dual_noun(passage: Passage, index: int, language: Language) -> Match | None:
    """Give the noun or unit that says two by its dual ending; a definite one counts nobody, but for time.

    A dual that has lost its last letter stands before another noun: what follows it is no function word.
    """
    match = _told_dual(passage, index)
    if match is None or passage.at(index, "place", "given-name", "name-part") is not None:
        return None
    after = match.end
    cut = match.form.number == "construct" and match.end == index + 1
    if cut and (after >= len(passage.tokens) or passage.tokens[after].kind != "word" or passage.at(after, "stop")):
        return None
    person = passage.at(index - 1, "counted", "title", "role") if index else None
    people = person is not None and person.entry.tag("class") in ("", "people")
    if people and match.entry.group == "unit" and match.entry.key == "a":
        return None  # "general" is spelt as "two years" is
    article = language.prefixes[-1] if language.prefixes else ()
    timed = match.entry.tag("dimension") == "time"
    return None if any(match.prefix.endswith(prefix) for prefix in article) and not timed else match


def _told_dual(passage: Passage, index: int) -> Match | None:
    """Give the dual at a token; where a unit and a noun share it ("decades", "contracts"), its frame tells."""
    found = [m for m in passage.found.get(index, ()) if m.form.number in ("dual", "construct")]
    unit = next((m for m in found if m.entry.group == "unit"), None)
    noun = next((m for m in found if m.entry.group == "counted"), None)
    if unit is None or noun is None:
        return unit or noun
    framed = unit_is_framed(passage, index, unit.end)
    return unit if framed else noun


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


def _listed(passage: Passage, match: Match, how: str) -> Noun:
    text = _text(passage, match.start, match.end)
    return Noun(counted_noun(text, match.entry), match.start, match.end, how, match)


def _text(passage: Passage, start: int, end: int) -> str:
    return " ".join(token.text for token in passage.tokens[start:end])
