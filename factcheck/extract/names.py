"""People, organisations and places named in a passage, each with one key for all its mentions."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from factcheck.model.claim import NameType
from factcheck.model.language import Language
from factcheck.text.passage import Match, Passage

LONGEST_NAME = 5
KNOWN: dict[str, NameType] = {"organisation": "organisation", "media": "organisation", "place": "place"}
NAMING = frozenset({*KNOWN, "title", "given-name", "organisation-head"})
"""Groups one of whose words begins every name, or stands in it."""


class FoundName(NamedTuple):
    """A name, its type and key, and the half-open range of its tokens."""

    start: int
    end: int
    type: NameType
    key: str
    how: str


def find_names(passage: Passage, language: Language, surface: str) -> Iterator[FoundName]:
    """Give the names of a passage in order, none overlapping; demonyms name nobody."""
    end = 0
    for index in _beginnings(passage, language, surface):
        if index < end:
            continue
        found = (
            _known(passage, index)
            or _person(passage, index, language, surface)
            or _body(passage, index, language, surface)
        )
        if found is not None:
            yield found
            end = found.end


def _beginnings(passage: Passage, language: Language, surface: str) -> list[int]:
    """Give the tokens a name may begin at: a listed word, or a capital where one of a body's words is near."""
    if passage.groups.isdisjoint(NAMING):
        return []
    listed = {at for at, matches in passage.found.items() if any(m.form.entry.group in NAMING for m in matches)}
    if "capitals-name" in language.options and "organisation-head" in passage.groups:
        listed.update(at for at in range(len(passage.tokens)) if _capital(passage, at, surface))
    return sorted(listed)


def _known(passage: Passage, index: int) -> FoundName | None:
    match = passage.at(index, *KNOWN)
    if match is None or match.entry.tag("demonym"):
        return None
    person = passage.at(index, "given-name", "title")
    if person is not None and person.end >= match.end:
        return None
    return FoundName(
        index, match.end, KNOWN[match.entry.group], match.entry.key, f"{match.entry.group} {match.entry.key}"
    )


def _person(passage: Passage, index: int, language: Language, surface: str) -> FoundName | None:
    title = passage.at(index, "title")
    start = title.end if title is not None else index
    while (more := passage.at(start, "title")) is not None:
        start = more.end
    given = passage.at(start, "given-name")
    if given is None and title is None:
        return None
    if "capitals-name" in language.options and not _capital(passage, start, surface):
        return None
    end = start
    while end < len(passage.tokens) and end - start < LONGEST_NAME and _part(passage, end, start, language, surface):
        end += 1
    while end > start and passage.at(end - 1, "particle") and not passage.at(end - 1, "given-name"):
        end -= 1
    if end == start or (given is None and end - start < 2 and "capitals-name" not in language.options):
        return None
    if (
        given is not None
        and end - start == 1
        and title is None
        and "capitals-name" not in language.options
        and given.prefix
    ):
        return None  # a lone first name with a clitic is more often another word
    key = _key(passage, start, end)
    return FoundName(
        start,
        end,
        "person",
        key,
        f"title {title.entry.key}" if title else f"first name {given.entry.key}" if given else "",
    )


def _part(passage: Passage, at: int, start: int, language: Language, surface: str) -> bool:
    """Tell whether a token goes on a person's name."""
    token = passage.tokens[at]
    last = passage.at(at - 1, "given-name") if at > start else None
    if last is not None and last.entry.key == "surname":
        return False
    if token.kind != "word":
        return token.text == "-" and at > start and passage.tokens[at - 1].end == token.start
    if at > start and passage.at(at, "complementiser", "stop", "speech", "cue") is not None:
        return False
    if passage.at(at, "given-name", "particle"):
        return at == start or not _conjoined(passage, at)
    if "capitals-name" in language.options:
        return _capital(passage, at, surface) and not passage.at(at, "month", "weekday", "role")
    # Without capitals: one word the lexicon does not know, after a first name or a particle.
    unknown = at not in passage.found
    before = at > start and passage.at(at - 1, "given-name", "particle") is not None
    return unknown and (before or at == start)


def _capital(passage: Passage, at: int, surface: str) -> bool:
    """Tell whether a token is a word with a capital."""
    if at >= len(passage.tokens) or passage.tokens[at].kind != "word":
        return False
    first = passage.tokens[at].start - passage.tokens[0].start
    return surface[first : first + 1].isupper()


def _conjoined(passage: Passage, at: int) -> bool:
    match = passage.at(at, "given-name", "particle")
    return match is not None and bool(match.prefix)


def _body(passage: Passage, index: int, language: Language, surface: str) -> FoundName | None:
    """A body by the first word of its name ("ministry of ..."), or by capitals around such a word."""
    head = passage.at(index, "organisation-head")
    if "capitals-name" in language.options:
        return _capital_body(passage, index, surface)
    if head is None:
        return None
    end = head.end
    while end < len(passage.tokens) and end - index < LONGEST_NAME and _names_body(passage, end, head, language):
        end += 1
    if end == head.end:
        return None
    return FoundName(index, end, "organisation", _key(passage, index, end), f"body: {head.entry.key}")


def _names_body(passage: Passage, at: int, head: Match, language: Language) -> bool:
    token = passage.tokens[at]
    if token.kind != "word" or passage.at(
        at, "stop", "speech", "number", "title", "given-name", "role", "complementiser"
    ):
        return False
    article = language.prefixes[-1]
    definite = token.text.startswith(article)
    place = passage.at(at, "place") is not None
    if at == head.end:
        return definite or place
    previous = passage.tokens[at - 1].text
    return (definite and previous.startswith(article)) or (place and at == head.end + 1)


def _capital_body(passage: Passage, index: int, surface: str) -> FoundName | None:
    tokens = passage.tokens

    def capital(at: int) -> bool:
        return _capital(passage, at, surface)

    if not capital(index) or passage.at(index, "stop", "month", "weekday"):
        return None
    end = index
    while end < len(tokens) and end - index < LONGEST_NAME + 2:
        of = passage.at(end, "stop")
        if capital(end) or (
            of is not None
            and of.entry.key in ("of", "for", "and", "the")
            and end + 1 < len(tokens)
            and capital(end + 1)
            and end > index
        ):
            end += 1
        else:
            break
    head = next((m for at in range(index, end) if (m := passage.at(at, "organisation-head")) is not None), None)
    if head is None or end - index < 2:
        return None
    return FoundName(index, end, "organisation", _key(passage, index, end), f"body: {head.entry.key}")


def _key(passage: Passage, start: int, end: int) -> str:
    return " ".join(t.text for t in passage.tokens[start:end] if t.kind == "word")
