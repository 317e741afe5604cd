"""A sentence as the run of its content words: predicates by sense, names and days by key, the rest by stem."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from factcheck.extract.capitals import capital
from factcheck.extract.date_parts import FoundDate
from factcheck.extract.found_names import FoundName
from factcheck.model.language import Language
from factcheck.model.span import Span
from factcheck.model.word import Word, WordKind
from factcheck.text.clitics import candidates
from factcheck.text.passage import Match, Passage
from factcheck.text.skeleton import skeleton
from factcheck.text.stems import is_content, root, stem

BREAKS = frozenset(".,،;؛:؟?!")
REACH = 3
"""Tokens after a negation in which the word it denies stands."""


TAKEN_BACK = 10
"""Tokens after a negation in which a word that takes it back ("not only") stands."""


SPELLED = frozenset({"person", "organisation"})
"""Kinds of names that two languages spell alike."""
MOST_CAPITALS = 0.6
"""Share of a sentence's words from which capitals say nothing: a headline in title case."""


def words_in(
    passage: Passage,
    language: Language,
    names: Sequence[FoundName],
    dates: Sequence[FoundDate],
    numerals: Sequence[Span],
    surface: str,
) -> tuple[Word, ...]:
    """Give the content words of a passage in order; `numerals` are left to the comparison of figures."""
    taken = {at: name for name in names for at in range(name.start, name.end)}
    dated = {at: date for date in dates for at in range(date.start, date.end)}
    figures = frozenset(
        at for at, token in enumerate(passage.tokens) if any(n.start <= token.start < n.end for n in numerals)
    )
    denied = _denied(passage)
    proper = _proper(passage, language, surface)
    found: list[Word] = []
    index = 0
    while index < len(passage.tokens):
        word, index = _word(passage, index, language, taken, dated, figures, denied, proper)
        if word is not None:
            found.append(word)
    return tuple(found)


def _word(
    passage: Passage,
    index: int,
    language: Language,
    names: Mapping[int, FoundName],
    dates: Mapping[int, FoundDate],
    figures: frozenset[int],
    denied: frozenset[int],
    proper: frozenset[int],
) -> tuple[Word | None, int]:
    """Read the word at a token, if one is there, and tell where the next may begin."""
    tokens = passage.tokens
    if index in names:
        name = names[index]
        return _made(passage, index, name.end, name.type, name.key, language, denied), name.end
    if index in dates:
        date = dates[index]
        return _made(passage, index, date.end, "time", date.date.edtf, language, denied), date.end
    thing = passage.at(index, "kind")
    if thing is not None and index not in figures and index not in proper:
        key = f"{thing.entry.tag('class')} {thing.entry.key}"
        return _made(passage, index, thing.end, "thing", key, language, denied), thing.end
    match = passage.at(index, "predicate")
    if match is not None and index not in figures and index not in proper:
        against = frozenset(key.strip() for key in match.entry.tag("against").split(",") if key.strip())
        return Word(
            tokens[index].start,
            tokens[match.end - 1].end,
            "predicate",
            match.entry.key,
            root(tokens[index].text, language),
            against,
            match.entry.tag("grade") == "contrary",
            not denied.isdisjoint(range(index, match.end)),
            bool(match.entry.tag("negates")),
            _attributive(passage, match, language),
        ), match.end
    day = passage.at(index, "weekday")
    if day is not None:
        return _made(passage, index, day.end, "time", day.entry.key, language, denied), day.end
    place = passage.at(index, "place")
    if place is not None:
        return _made(passage, index, place.end, "place", place.entry.key, language, denied), place.end
    if index in figures or not is_content(passage, index) or passage.at(index, "qualifier"):
        return None, index + 1
    kind: WordKind = "proper" if index in proper else "word"
    return _made(passage, index, index + 1, kind, stem(tokens[index].text, language), language, denied), index + 1


def _made(
    passage: Passage, start: int, end: int, kind: WordKind, key: str, language: Language, denied: frozenset[int]
) -> Word:
    tokens = passage.tokens
    if kind in SPELLED:
        shared = skeleton(key, language)
    else:
        shared = root(tokens[start].text, language) if end == start + 1 else key
    return Word(tokens[start].start, tokens[end - 1].end, kind, key, shared, denied=start in denied)


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
    content = [at for at in range(len(passage.tokens)) if is_content(passage, at)]
    capitals = frozenset(at for at in content if at and capital(passage, at, surface))
    return capitals if len(capitals) <= len(content) * MOST_CAPITALS else frozenset()


def _denied(passage: Passage) -> frozenset[int]:
    """Give the tokens that a negation before them denies: the first content word after it."""
    if passage.groups.isdisjoint({"negation", "negator"}):
        return frozenset()
    return frozenset(at for match in _negations(passage) for at in _next_content(passage, match))


def _negations(passage: Passage) -> Iterator[tuple[int, int]]:
    """Give the token ranges of negations; a longer formula that begins alike ("not only") is none."""
    for match in passage.matches("negation", "negator"):
        formula = passage.at(match.start, "stop")
        if formula is not None and formula.end > match.end:
            continue
        window = range(match.end, min(match.end + TAKEN_BACK, len(passage.tokens)))
        if not any(passage.at(at, "exceptive") for at in window):
            yield match.start, match.end


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
