"""What a number counts: the noun beside it, with its language-neutral key where a lexicon knows it."""

from __future__ import annotations

from factcheck.extract.bare_words import BREAKING, word_alone
from factcheck.extract.noun_phrase import noun_before
from factcheck.extract.nouns import Noun, listed
from factcheck.extract.number import Number, in_brackets
from factcheck.extract.postposed import follows_its_noun, joined_ordinal
from factcheck.extract.units import OPENING
from factcheck.model.figure import Counted
from factcheck.model.language import Language
from factcheck.text.passage import Match, Passage

AHEAD = 4
"""Words after a number among which its noun is looked for, where adjectives come first."""
BEHIND = 6
"""Words before a number among which a known noun is looked for, where none follows ("the toll reached 12")."""


def counted_of(passage: Passage, number: Number, end: int, language: Language) -> Noun | None:
    """Find what a number whose expression ends at `end` counts."""
    if joined_ordinal(passage, number, language):
        return None
    if "verb-first" in language.options and follows_its_noun(passage, number, language):
        several = None if number.kind == "vague" else number.kind != "ordinal" and number.value > 1
        return noun_before(passage, number.start, language, plural=several)
    if number.kind == "ordinal" and in_brackets(passage, number.start, number.end):
        return None
    after = counted_after(passage, number, end, language)
    if after is not None and after.counted.key != CASE:
        return after
    numbered = _numbered(passage, number, language)
    if numbered is not None and after is not None:
        return after._replace(counted=numbered.counted, how=numbered.how)
    before = numbered or after or counted_before(passage, number.start, language)
    in_one = before is not None and before.match is not None and before.match.form.number == "singular"
    if in_one and before is not after and number.digits and in_brackets(passage, number.start, number.end):
        return None  # "the goalkeeper (27)": a minute, an age
    return before


CASE = "case"
"""The key of nouns that only stand for what is said to be numbered ("the number of deaths reached 15 cases")."""


FARTHEST = 12
"""Words between "the number of" and the number itself."""


def _numbered(passage: Passage, number: Number, language: Language) -> Noun | None:
    """Find the noun that is said to be numbered: "the number of schools in the programme reached 32"."""
    if number.kind != "cardinal" or "count-word" not in passage.groups:
        return None
    for at in range(number.start - 1, max(-1, number.start - 1 - FARTHEST), -1):
        token = passage.tokens[at]
        if token.kind == "number" or token.text in ".,،;؛:" or passage.at(at, "speech", "outcome", "number"):
            return None
        word = passage.at(at, "count-word")
        if word is None or word.entry.key != "number":
            continue
        if passage.at(at, "vague", "locator") or (at and passage.at(at - 1, "vague")):
            return None
        if "verb-first" in language.options and passage.at(word.end, "partitive"):
            return None  # "a number of officials"
        several = Number(word.end, word.end, None, None, kind="vague")
        noun = counted_after(passage, several, word.end, language)
        return noun._replace(how="noun that is numbered") if noun is not None and noun.end <= number.start else None
    return None


def counted_after(passage: Passage, number: Number, index: int, language: Language) -> Noun | None:
    """Find the noun that follows a number (or its unit) at `index`."""
    start = _past_partitive(passage, index)
    if "verb-first" in language.options:  # the noun stands right behind its numeral, its adjectives behind it
        loose = start > index or number.kind in ("vague", "fraction") or number.definite
        noun = _head(passage, start, language, articles=loose, dual=number.kind == "ordinal")
        noun = _of_few(number, noun)
        one = noun is not None and noun.match is not None and noun.match.form.number == "singular"
        # "seven of the brigade" are not brigades
        owned = noun is not None and noun.match is not None and (noun.match.prefix or noun.match.suffix)
        return None if start > index and one and owned else noun  # "three of his family"
    return _last_plural(passage, number, start, language)


FEW = range(3, 11)
"""Numbers whose noun is in the plural, where larger ones take the singular."""


def _of_few(number: Number, noun: Noun | None) -> Noun | None:
    """Read a spelling that is the singular of one thing and the plural of another: three to ten take the plural."""
    if noun is None or noun.match is None or number.kind != "cardinal" or noun.match.form.number != "singular":
        return noun
    few = noun.match.entry.tag("few")
    if not few or number.low != number.high or number.value not in FEW:
        return noun
    return noun._replace(counted=Counted(noun.counted.text, few, "thing"), how="noun after, in the plural")


def _last_plural(passage: Passage, number: Number, start: int, language: Language) -> Noun | None:
    """Take the head of a run of words where nouns come last: the last of its plurals ("special forces units").

    What follows the plural of a number is a verb as often as a noun ("12 delegates vote"); a single thing has no plural
    to tell, and takes the first word a lexicon knows, or the last of the run.
    """
    run = _run(passage, start, language)
    known = [m for at in run if (m := passage.at(at, "counted")) is not None]
    single = number.kind == "ordinal" or number.value == 1 or _hyphened(passage, start)
    if single:
        if known:
            return listed(passage, known[0], "noun after")
        return Noun(Counted(passage.tokens[run[-1]].text), run[-1], run[-1] + 1, "unlisted noun after") if run else None
    plurals = [at for at in run if _plural_at(passage, at, language)]
    if not plurals:
        return listed(passage, known[0], "noun after") if known else None
    last = plurals[-1] if plurals[-1] - plurals[0] <= COMPOUND else plurals[0]
    match = next((m for m in known if m.start <= last < m.end), None)
    if match is not None:
        return listed(passage, match, "noun after")
    return Noun(Counted(passage.tokens[last].text), last, last + 1, "unlisted noun after")


COMPOUND = 2
"""Words between the first plural of a run and its head."""


def _plural_at(passage: Passage, index: int, language: Language) -> bool:
    if index >= len(passage.tokens) or passage.tokens[index].kind != "word":
        return False
    match = passage.at(index, "counted")
    if match is not None:
        return match.form.number != "singular"
    text, endings = passage.tokens[index].text, language.plural_endings
    ends = any(text.endswith(e) and not text.endswith(e * 2) for e in endings)  # "officers", but not "access"
    return ends and passage.at(index, "speech", "outcome", "place") is None


def _hyphened(passage: Passage, start: int) -> bool:
    return 0 < start < len(passage.tokens) and passage.tokens[start - 1].text == "-"


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
    people = not articles and passage.tokens[start].text.endswith(language.adjective_endings or ("\0",))
    if place is not None and not place.entry.tag("demonym") and not people:
        return None  # the people of some countries are spelt as the country
    if passage.at(start, *BREAKING, "given-name") or not word_alone(passage, start, language, articles=articles):
        return None
    text = passage.tokens[start].text
    if place is not None and people and len(place.entry.key) == COUNTRY and not place.prefix:
        nation = Counted(text, f"national-{place.entry.key.lower()}", "people", False, "person")
        return Noun(nation, start, place.end, "people of a country")
    return Noun(Counted(text), start, start + 1, "unlisted noun after")


COUNTRY = 2
"""Letters of the key of a country."""


def partitive(passage: Passage, end: int, language: Language) -> Noun | None:
    """Find what a measure or a share is of ("12 tonnes of rice"): the first noun behind the word for it."""
    if passage.at(end, "partitive") is None:
        return None
    if "verb-first" in language.options:
        return _head(passage, _past_partitive(passage, end), language, articles=True)
    return counted_after(passage, Number(end, end, None, None), end, language)


def counted_before(passage: Passage, index: int, language: Language) -> Noun | None:
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
        told = any(passage.at(k, "count-word", "total") for k in range(max(0, at - 2), min(index, at + 3)))
        told = told and not _governed(match, language)
        colon = passage.tokens[index - 1].text == ":"  # a label, right before it
        if colon and match.end != index - 1:
            return None
        cell = bool(passage.sentence.cells)
        near = bracketed and match.end >= index - 1  # in brackets, with a word between at most
        beside = match.end == index and not match.prefix  # "the state of 15" in a language that puts them side by side
        between = max(at, index - 1)
        named = at < between and passage.tokens[between].kind == "word" and not passage.at(between, *LEADING)
        apart = any(_joins(passage, k) or _kin(passage, k) for k in range(match.end, index))
        if match.entry.tag("class") == "casualty" and (named or apart) and not told:
            return None  # what stands right before the number is what it is of; "52 died and about 700 ..." are others
        if match.entry.tag("class") == "casualty" or told or colon or cell or beside or near:
            return listed(passage, match, "noun before")
    return None


def _joins(passage: Passage, index: int) -> bool:
    word = passage.at(index, "stop")
    return word is not None and word.entry.tag("class") == "conjunction"


def _kin(passage: Passage, index: int) -> bool:
    """Tell a word for one of a family: "the victim was a father of two" counts children."""
    word = passage.at(index, "kind")
    return word is not None and word.entry.tag("class") == FAMILY


FAMILY = "family"
"""The class of words for parents and children."""


def _governed(match: Match, language: Language) -> bool:
    """Tell a noun with a preposition joined to it ("in the province"): it says where, not what was counted."""
    rest = match.prefix
    if rest and language.prefixes:
        rest = next((rest[len(joiner) :] for joiner in language.prefixes[0] if rest.startswith(joiner)), rest)
        rest = next((rest[: -len(article)] for article in language.prefixes[-1] if rest.endswith(article)), rest)
    return bool(rest)


LEADING = ("stop", "qualifier", "speech", "change", "outcome", "counted", "range-open", "percent-word")
"""Groups of words that may stand between a casualty's word and its number."""


def _past_partitive(passage: Passage, index: int) -> int:
    """Step over "of", "of the", "of those", "of his" after a number."""
    of = passage.at(index, "partitive")
    if of is None:
        article = passage.at(index, "stop")
        return article.end if article is not None and article.entry.tag("class") == "article" else index
    longer = passage.at(index, "stop")
    if longer is not None and longer.end > of.end:
        return index  # "for the sake of" where it begins with the word for "of"
    if of.end < len(passage.tokens) and passage.tokens[of.end].text in OPENING:
        return of.end + 1
    after = passage.at(of.end, "stop")
    return after.end if after is not None and after.entry.tag("class") in ("article", "pronoun") else of.end


def _run(passage: Passage, start: int, language: Language) -> list[int]:
    """Give the indices of the words from `start` on, up to a function word, a mark or a number."""
    run: list[int] = []
    for at in range(start, min(len(passage.tokens), start + AHEAD)):
        token = passage.tokens[at]
        glued = at > 0 and passage.tokens[at - 1].end == token.start
        if token.text == "-" and (run or glued):
            continue
        if token.kind != "word" or passage.at(at, *BREAKING):
            break
        told = passage.at(at, "speech") is not None and passage.at(at, "counted") is None
        if told and not _plural_at(passage, at + 1, language):
            break
        run.append(at)
    return run
