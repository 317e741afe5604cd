"""A sentence as the run of its content words: predicates by sense, names and days by key, the rest by stem."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache
from typing import Any, NamedTuple

from factcheck.data.geography import spoken_for
from factcheck.extract.capitals import capitals
from factcheck.extract.date_parts import FoundDate
from factcheck.extract.found_names import FoundName
from factcheck.model.language import Language
from factcheck.model.lexicon import Entry
from factcheck.model.span import Span
from factcheck.model.word import SENSE, Word, WordKind
from factcheck.text.clitics import WORDS, candidates
from factcheck.text.passage import Match, Passage
from factcheck.text.skeleton import skeleton
from factcheck.text.stems import contents, is_content, root, stem

BREAKS = frozenset(".,،;؛:؟?!")
REACH = 3
"""Tokens after a negation in which the word it denies stands."""


TAKEN_BACK = 10
"""Tokens after a negation in which a word that takes it back ("not only") stands."""


LISTED = frozenset({"kind", "predicate", "weekday", "place"})
"""Groups whose entries are words of their own."""
SPELLED = frozenset({"person", "organisation"})
"""Kinds of names that two languages spell alike."""
SHORTEST_UNDONE = 4
"""Letters of a word from which what is joined before it may make its opposite."""
MOST_CAPITALS = 0.6
"""Share of a sentence's words from which capitals say nothing: a headline in title case."""


class _Marks(NamedTuple):
    """What is known of a passage's tokens: names, dates, figures, what is denied (and from where), and capitals.

    `doubtful` are those right behind a word that may deny them, `listed` those where an entry of `LISTED` begins,
    `content` the content words that qualify no figure, `scales` the words that say how strongly a thing is told,
    `neutral` those where a noun begins that has one key in every language.
    """

    names: Mapping[int, FoundName]
    dates: Mapping[int, FoundDate]
    figures: frozenset[int]
    denied: Mapping[int, int]
    doubtful: frozenset[int]
    proper: frozenset[int]
    listed: AbstractSet[int]
    content: AbstractSet[int]
    scales: Mapping[int, Match]
    neutral: AbstractSet[int]


def words_in(
    passage: Passage,
    language: Language,
    names: Sequence[FoundName],
    dates: Sequence[FoundDate],
    numerals: Sequence[Span],
    surface: str,
) -> tuple[Word, ...]:
    """Give the content words of a passage in order; `numerals` are left to the comparison of figures."""
    marks = _Marks(
        {at: name for name in names for at in range(name.start, name.end)},
        {at: date for date in dates for at in range(date.start, date.end)},
        _numerals(passage, numerals),
        _denied(passage, surface),
        _doubtful(passage),
        _proper(passage, language, surface),
        passage.starts(LISTED),
        {at for at, content in enumerate(contents(passage)) if content} - passage.starts({"qualifier"}),
        passage.by_group.get("scale", {}),
        passage.starts(NOUNS),
    )
    found: list[Word] = []
    until = 0
    # "The day before yesterday", where nobody knows of which day: nothing is before anything.
    offsets = passage.by_group.get("day-offset", {}).values()
    within = {at for match in offsets for at in range(match.start + 1, match.end)} - marks.dates.keys()
    for index in sorted({*marks.names, *marks.dates, *marks.listed, *marks.content} - within):
        if index >= until:
            word, until = _word(passage, index, language, marks)
            if word is not None:
                found.append(word)
    return tuple(found)


def _numerals(passage: Passage, numerals: Sequence[Span]) -> frozenset[int]:
    """Give the tokens that numerals are written in, with the words behind them for the half of the day or an age."""
    starts = [token.start for token in passage.tokens]
    written = {at for span in numerals for at in range(bisect_left(starts, span.start), bisect_left(starts, span.end))}
    hours = [hour for hour in passage.matches("clock") if hour.start - 1 in written]
    ages = [age for age in passage.matches("age") if not written.isdisjoint(range(age.start - HYPHENATED, age.start))]
    return frozenset(written.union(*(range(more.start, more.end) for more in (*hours, *ages))))


NEUTRAL = ("counted", "post", "role", "organisation-head")
"""Groups of nouns whose key stands for them in every language."""
NOUNS = frozenset(NEUTRAL)
HYPHENATED = 2
"""Tokens from a numeral to the word of an age behind it ("a 28-year-old man", who is no old man)."""


def _word(passage: Passage, index: int, language: Language, marks: _Marks) -> tuple[Word | None, int]:
    """Read the word at a token, if one is there, and tell where the next may begin."""
    kind: WordKind
    more: dict[str, Any] = {}
    listed = index not in marks.proper
    if index in marks.names:
        name = marks.names[index]
        end, kind, key = name.end, name.type, name.key
    elif index in marks.dates:
        end, kind, key = marks.dates[index].end, "time", marks.dates[index].date.edtf
    elif index in marks.figures and passage.at(index, "kind") is None:
        return None, index + 1  # but for "the first time", of which the number is a part
    elif index not in marks.listed:
        end, kind, key = index + 1, "word" if listed else "proper", stem(passage.tokens[index].text, language)
        more = {"against": _undone(key, language)} if listed else {}
    elif listed and (thing := passage.at(index, "kind")) is not None:
        end, kind, key = thing.end, "thing", f"{thing.entry.tag('class')} {thing.entry.key}"
    elif listed and _quotes(passage, index):
        return None, index + 1
    elif listed and (said := passage.at(index, "predicate")) is not None and not _takes_votes(passage, said, marks):
        end, kind, key = said.end, "predicate", said.entry.key
        purpose = said.prefix in language.purpose_prefixes
        more = {**_sense(said.entry), "attributive": _attributive(passage, said, language), "purpose": purpose}
    elif (day := passage.at(index, "weekday")) is not None:
        end, kind, key = day.end, "time", day.entry.key
    elif (place := passage.at(index, "place")) is not None:
        end, kind, key = place.end, "place", place.entry.key
    elif index in marks.content:
        end, kind, key = index + 1, "word" if listed else "proper", stem(passage.tokens[index].text, language)
    else:
        return None, index + 1
    first = passage.tokens[index]
    # A body known by a key in other letters has no consonants to be spelt by, and is nobody but itself.
    shared = (
        (skeleton(key, language) or key) if kind in SPELLED else root(first.text, language) if end == index + 1 else key
    )
    shared = spoken_for(key) if kind == "place" else shared
    thing = passage.at(index, *NEUTRAL) if index in marks.neutral and kind == "word" and listed else None
    if thing is not None:
        shared = f"{SENSE}{thing.entry.key}"
        end, key = (thing.end, shared) if thing.end > end else (end, key)
    degree = marks.scales[index].entry if index in marks.scales else None
    if degree is not None and degree.value is not None:
        more |= {"scale": degree.tag("scale"), "step": int(degree.value), "fact": bool(degree.tag("fact"))}
    # A negation within the entry is part of its sense: "pleaded not guilty".
    denied = [begins for at in range(index, end) if (begins := marks.denied.get(at, first.start)) < first.start]
    more |= {"denial": denied[0] if denied else None, "doubtful": index in marks.doubtful}
    return Word(first.start, passage.tokens[end - 1].end, kind, key, shared, **more), end


def _takes_votes(passage: Passage, said: Match, marks: _Marks) -> bool:
    """Tell a verb of winning of which so many votes are the object: who wins 43 votes may lose by three."""
    at = said.end
    while at in marks.figures:
        at += 1
    votes = passage.at(at, "counted") if at > said.end and said.entry.key == WIN else None
    return votes is not None and votes.entry.key == VOTE


WIN, VOTE = "win", "vote"
"""The keys of verbs of winning, and of what is cast in an election."""


def _quotes(passage: Passage, index: int) -> bool:
    """Tell a verb right before somebody's words ("he concluded: «...»"): it ends nothing but what he said."""
    verb = passage.at(index, "speech") if index + 1 < len(passage.tokens) else None
    return verb is not None and verb.end == index + 1 and passage.tokens[verb.end].text in OPENING


OPENING = frozenset('«“":')
"""Marks that open somebody's words."""


@lru_cache(maxsize=WORDS)
def _undone(key: str, language: Language) -> frozenset[str]:
    """Give what a stem that begins as opposites do is the opposite of, as far as its letters tell."""
    rests = [key.removeprefix(prefix) for prefix in language.opposite_prefixes if key.startswith(prefix)]
    return frozenset([rest for rest in rests if len(rest) >= SHORTEST_UNDONE])


@lru_cache(maxsize=WORDS)
def _sense(entry: Entry) -> Mapping[str, Any]:
    """Give what the sense of a predicate says of its word."""
    against = frozenset([key.strip() for key in entry.tag("against").split(",") if key.strip()])
    return {"against": against, "contrary": entry.tag("grade") == "contrary", "negates": bool(entry.tag("negates"))}


def _attributive(passage: Passage, match: Match, language: Language) -> bool:
    """Tell whether a word with nothing but the article describes the noun before it, which has the article too."""
    article = language.prefixes[-1] if language.prefixes else ()
    if match.prefix not in article or not match.start:
        return False
    return any(form.prefix.endswith(article) for form in candidates(passage.tokens[match.start - 1].text, language))


def _proper(passage: Passage, language: Language, surface: str) -> frozenset[int]:
    """Give the words with a capital that is not the sentence's, where the language has them; a title has no others."""
    if "capitals-name" not in language.options:
        return frozenset()
    content = {at for at, content in enumerate(contents(passage)) if content}
    proper = capitals(passage, surface) & content - {0}
    return proper if len(proper) <= len(content) * MOST_CAPITALS else frozenset()


def _denied(passage: Passage, surface: str) -> Mapping[int, int]:
    """Map the token that a negation denies, the first content word after it, to the offset where that begins."""
    if passage.groups.isdisjoint({"negation", "negator"}):
        return {}
    return {
        at: passage.tokens[start].start
        for start, end in _negations(passage, surface)
        for at in _next_content(passage, (start, end))
    }


def _doubtful(passage: Passage) -> frozenset[int]:
    """Give the first content word behind each word that may deny it."""
    maybe = passage.matches("maybe-negator")
    return frozenset(at for match in maybe for at in _next_content(passage, (match.start, match.end)))


def _negations(passage: Passage, surface: str) -> Iterator[tuple[int, int]]:
    """Give the token ranges of negations; a longer formula that begins alike ("not only") is none."""
    for match in passage.matches("negation", "negator"):
        formula = passage.at(match.start, "stop")
        if formula is not None and formula.end > match.end:
            continue
        if match.entry.key == NONE and any(m.start > match.end for m in passage.matches("comparison")):
            continue  # "no company earns more" says who earns most
        window = range(match.end, min(match.end + TAKEN_BACK, len(passage.tokens)))
        back = (m for at in window if (m := passage.at(at, "exceptive")) is not None)
        back = (m for m in back if passage.at(m.end, "complementiser") is None)  # "but that": a clause of its own
        if all(m.entry.tag("unlike") == _written(passage, m, surface) for m in back):
            yield match.start, match.end


NONE = "none"
"""The key of words that deny a noun to everybody ("no company")."""


def _written(passage: Passage, match: Match, surface: str) -> str:
    """Give the letters that a match is written with, before they are folded."""
    base = passage.tokens[0].start
    return surface[passage.tokens[match.start].start - base : passage.tokens[match.end - 1].end - base]


def _next_content(passage: Passage, negation: tuple[int, int]) -> Iterator[int]:
    start, end = negation
    if end - start > 1 and is_content(passage, end - 1):
        yield end - 1  # the entry holds the verb itself
        return
    for at in range(end, min(end + REACH, len(passage.tokens))):
        if passage.tokens[at].kind != "word" and passage.tokens[at].text in BREAKS:
            return
        if is_content(passage, at):
            yield at
            return
