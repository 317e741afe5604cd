"""The people of a whole report: one key for all mentions of a person, and mentions by family name alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from factcheck.extract.capitals import capital
from factcheck.extract.found_names import FoundName
from factcheck.extract.persons import FAMILY
from factcheck.model.language import Language
from factcheck.text.clitics import candidates
from factcheck.text.passage import Passage

SHORTEST_FAMILY = 3


def settle_people(
    passages: Sequence[Passage], names: Sequence[Sequence[FoundName]], language: Language, surfaces: Sequence[str]
) -> list[list[FoundName]]:
    """Give the names of every passage with one key a person, and the later mentions that only a full name explains."""
    families = _families(passages, names)
    settled = list[list[FoundName]]()
    for passage, found, surface in zip(passages, names, surfaces, strict=True):
        taken = {at for name in found for at in range(name.start, name.end)}
        mentions = [_settled(name, families, language) for name in found]
        for at, family in _mentions(passage, families, language, surface) if families else ():
            if at not in taken:
                mentions.append(FoundName(at, at + 1, "person", families[family], f"family name of {families[family]}"))
        settled.append(sorted(mentions))
    return settled


def _families(passages: Sequence[Passage], names: Sequence[Sequence[FoundName]]) -> dict[str, str]:
    """Map the last word of full names to the key of its bearer; a word that two people end in tells neither.

    A family name that the press uses alone is the key itself, so that reports which do and do not give the first name
    meet. Anyone else is known by the first full name.
    """
    bearers: dict[str, list[str]] = {}
    listed = set[str]()
    for passage, found in zip(passages, names, strict=True):
        for name in found:
            words = name.key.split()
            if name.type == "person" and len(words) > 1 and len(words[-1]) >= SHORTEST_FAMILY:
                same = bearers.setdefault(words[-1], [])
                if not any(set(words) & set(other.split()[:-1]) for other in same):
                    same.append(name.key)
                given = passage.at(name.end - 1, "given-name")
                if given is not None and given.entry.key == FAMILY:
                    listed.add(words[-1])
    return {family: family if family in listed else same[0] for family, same in bearers.items() if len(same) == 1}


def _settled(name: FoundName, families: Mapping[str, str], language: Language) -> FoundName:
    if name.type != "person":
        return name
    last = name.key.split()[-1]
    if len(name.key.split()) > 1:
        return name._replace(key=families.get(last, name.key))
    known = next((c.form for c in candidates(last, language) if not c.suffix and c.form in families), None)
    return name._replace(key=families[known]) if known is not None else name


def _mentions(
    passage: Passage, families: Mapping[str, str], language: Language, surface: str
) -> Iterator[tuple[int, str]]:
    """Give the words that are family names and have no other meaning."""
    if "capitals-name" in language.options:
        known = [(at, token.text) for at, token in enumerate(passage.tokens) if token.text in families]
        yield from [(at, family) for at, family in known if capital(passage, at, surface)]
        return
    article = tuple(language.prefixes[-1])
    other = passage.found.keys() - passage.starts({"given-name", "second-name"}) | passage.starts({"stop"})
    for at, token in enumerate(passage.tokens):
        if token.kind == "word" and at not in other:
            for form, prefix, suffix in candidates(token.text, language):
                if form in families and not suffix and not prefix.endswith(article):
                    yield at, form
                    break
