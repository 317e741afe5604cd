"""Who is who: the people of a report, and the same people in another, whatever the spelling or the script."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct
from rapidfuzz import fuzz

from factcheck.model.claim import Claim, Reading
from factcheck.model.person import Age, NameWord, Office

CLOSE = 60.0
"""Likeness (0-100) of two words of one skeleton from which they are one word in two spellings."""


class Person(Struct, frozen=True):
    """Everyone a report names once or more: the words of the fullest mention, and all mentions in reading order."""

    words: tuple[NameWord, ...]
    mentions: tuple[Claim, ...]

    @property
    def offices(self) -> Iterator[tuple[Claim, Office]]:
        """Give every office told of the person, with the mention it stands beside."""
        return ((m, office) for m in self.mentions if m.name is not None for office in m.name.offices)

    @property
    def ages(self) -> Iterator[tuple[Claim, Age]]:
        """Give every age told of the person, with the mention it stands beside."""
        return ((m, m.name.age) for m in self.mentions if m.name is not None and m.name.age is not None)


def people_of(reading: Reading) -> tuple[Person, ...]:
    """Give the people of a report in the order of their first mentions; relatives of one family name are two."""
    groups: dict[str, list[list[Claim]]] = {}
    for claim in reading.claims:
        if claim.name is not None and claim.name.words:
            same = groups.setdefault(claim.name.key, [])
            fitting = next((g for g in same if all(_may_be_one(claim, other) for other in g)), None)
            if fitting is None:
                same.append([claim])
            else:
                fitting.append(claim)
    people = _joined([_person(group) for same in groups.values() for group in same])
    return tuple(sorted(people, key=lambda person: person.mentions[0].span.order))


def _joined(people: Sequence[Person]) -> list[Person]:
    """Join those whose names differ in length or spelling, where a shorter name fits one longer name only."""
    joined: list[Person] = []
    for person in sorted(people, key=lambda p: (-len(p.words), p.mentions[0].span.order)):
        fitting = [n for n, other in enumerate(joined) if one_name(person.words, other.words, True)]
        if len(fitting) == 1 and len(person.words) > 1:
            other = joined[fitting[0]]
            mentions = sorted((*other.mentions, *person.mentions), key=lambda m: m.span.order)
            joined[fitting[0]] = Person(other.words, tuple(mentions))
        else:
            joined.append(person)
    return joined


def _may_be_one(a: Claim, b: Claim) -> bool:
    return a.name is not None and b.name is not None and one_name(a.name.words, b.name.words, True)


def _person(mentions: Sequence[Claim]) -> Person:
    words = [m.name.words for m in mentions if m.name is not None]
    return Person(max(words, key=len), tuple(mentions))


def same_people(
    ours: Sequence[Person], theirs: Sequence[Person], same_language: bool
) -> Iterator[tuple[Person, Person]]:
    """Give the people that two reports share; a name that fits two people of the other report is nobody's."""
    for one in ours:
        fitting = [other for other in theirs if one_name(one.words, other.words, same_language)]
        if len(fitting) != 1:
            fitting = [other for other in fitting if _texts(other.words) == _texts(one.words)]
        if len(fitting) != 1:
            continue
        back = [person for person in ours if one_name(person.words, fitting[0].words, same_language)]
        if back == [one] or _texts(fitting[0].words) == _texts(one.words):
            yield one, fitting[0]


def _texts(words: Sequence[NameWord]) -> list[str]:
    return [word.text for word in words]


def one_name(a: Sequence[NameWord], b: Sequence[NameWord], same_language: bool) -> bool:
    """Tell whether two names may be one person's: one is the other with names left out, the family name kept.

    A single word is a family name: it names nobody alone where it is a first name as well.
    """
    short, long = (a, b) if len(a) <= len(b) else (b, a)
    if not short:
        return False
    if len(short) == 1:
        if len(long) == 1:
            return one_word(short[0], long[0], same_language)
        return not short[0].listed and one_word(short[0], long[-1], same_language)
    if not one_word(a[0], b[0], same_language):
        return not same_language and _across(a, b)
    at = 0
    for word in long:
        if at < len(short) and one_word(short[at], word, same_language):
            at += 1
    return at == len(short) or one_word(a[-1], b[-1], same_language)


def _across(a: Sequence[NameWord], b: Sequence[NameWord]) -> bool:
    """Tell one name in two scripts by its family name, where the first name is nearly one too."""
    return one_word(a[-1], b[-1], False) and fuzz.ratio(a[0].skeleton, b[0].skeleton) >= CLOSE


def one_word(a: NameWord, b: NameWord, same_language: bool) -> bool:
    """Tell whether two words of names are one, in whatever spelling."""
    if not same_language:
        return bool(a.skeleton) and a.skeleton == b.skeleton
    if a.text == b.text:
        return True
    if a.skeleton != b.skeleton or (a.listed and b.listed):
        return False
    return fuzz.ratio(a.text, b.text) >= CLOSE
