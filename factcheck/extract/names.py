"""People, organisations and places named in a passage, each with one key for all its mentions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from factcheck.extract.bodies import find_body
from factcheck.extract.called import called
from factcheck.extract.capitals import aged_from, capital, capitals, read_capitals
from factcheck.extract.found_names import FoundName, unowned, words_of
from factcheck.extract.persons import Cue, begins_by_ending, expected_names, read_person
from factcheck.model.claim import NameType
from factcheck.model.language import Language
from factcheck.text.passage import Passage

KNOWN: dict[str, NameType] = {"organisation": "organisation", "media": "organisation", "place": "place"}
NAMING = frozenset({*KNOWN, "title", "given-name", "particle", "second-name", "organisation-head", "media-head"})
"""Groups one of whose words begins every name, or stands in it."""


def find_names(passage: Passage, language: Language, surface: str) -> Iterator[FoundName]:
    """Give the names of a passage in order, none overlapping; demonyms name nobody."""
    end = 0
    by_capitals = "capitals-name" in language.options
    cues = {} if by_capitals else expected_names(passage, language)
    beside = called(passage, surface) if by_capitals else {}
    for index in _beginnings(passage, language, surface, {*cues, *beside}):
        if index < end:
            continue
        found = (
            _known(passage, index, surface if by_capitals else None)
            or _person(passage, index, language, surface, cues.get(index))
            or _called(passage, index, beside.get(index))
            or find_body(passage, index, language, surface)
        )
        if found is not None:
            yield found._replace(key=unowned(found.key, language)) if found.type == "person" else found
            end = found.end


def _beginnings(passage: Passage, language: Language, surface: str, cues: Iterable[int]) -> list[int]:
    """Give the tokens a name may begin at: a listed word, one that ends as names do or where a name is expected.

    With capitals, any of them where one of a body's words is near.
    """
    listed = passage.starts(NAMING)
    if "capitals-name" in language.options and "organisation-head" in passage.groups:
        listed |= capitals(passage, surface)
    if "capitals-name" in language.options:
        listed.update(aged_from(passage, surface))
    for at in begins_by_ending(passage, language):
        listed.update((at - 1, at) if at else (at,))
    listed.update(at for at in cues if at < len(passage.tokens))
    return sorted(listed)


def _known(passage: Passage, index: int, surface: str | None) -> FoundName | None:
    """Read a listed body or place; where capitals tell names (`surface`), one without any is a word ("told us")."""
    match = passage.at(index, *KNOWN)
    if match is None or match.entry.tag("demonym"):
        return None
    if surface is not None and not any(capital(passage, at, surface) for at in range(index, match.end)):
        return None
    person = passage.at(index, "given-name", "title")
    if person is not None and person.end >= match.end:
        return None
    return FoundName(
        index, match.end, KNOWN[match.entry.group], match.entry.key, f"{match.entry.group} {match.entry.key}"
    )


def _called(passage: Passage, index: int, told: tuple[int, str] | None) -> FoundName | None:
    return FoundName(index, told[0], "person", words_of(passage, index, told[0]), told[1]) if told is not None else None


def _person(passage: Passage, index: int, language: Language, surface: str, cue: Cue | None) -> FoundName | None:
    if "capitals-name" in language.options:
        found = read_capitals(passage, index, surface)
    else:
        found = read_person(passage, index, cue, language)
    if found is None:
        return None
    start, end, how = found
    return FoundName(start, end, "person", words_of(passage, start, end), how)
