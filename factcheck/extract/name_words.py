"""The words of a name that tell people apart: without particles, articles and clitics, joined names in one."""

from __future__ import annotations

from typing import NamedTuple

from factcheck.extract.found_names import FoundName, unowned
from factcheck.extract.persons import is_definite
from factcheck.model.language import Language
from factcheck.model.person import NameWord
from factcheck.text.clitics import candidates
from factcheck.text.passage import Match, Passage
from factcheck.text.skeleton import skeleton

JOINED_ON = frozenset({"abd", "abu", "umm", "mac", "saint", "de"})
"""Particles that make one name with the next word."""
JOINED_BEFORE = frozenset({"al-din"})
"""Second halves of a joined name."""
SKIPPED = frozenset({"al", "bin"})
"""Particles that stand between names."""
OWN = frozenset({"male", "female"})
SHORTEST = 3


def name_words(passage: Passage, name: FoundName, language: Language) -> tuple[NameWord, ...]:
    """Give the telling words of a mention of a person, in order."""
    words = list[_Word]()
    joining = False
    for at in range(name.start, name.end):
        if passage.tokens[at].kind != "word":
            continue
        given, particle = passage.at(at, "given-name"), passage.at(at, "particle")
        key = particle.entry.key if particle is not None else ""
        raw = unowned(_without_clitic(passage, at, given), language)
        if name.end - name.start == 1 and given is None and (known := _settled_on(raw, name, language)):
            raw = known
        if key in SKIPPED and not joining:
            continue
        if words and (joining or key in JOINED_BEFORE):
            words[-1] = words[-1]._replace(text=words[-1].text + raw)
            joining = key in JOINED_ON or (joining and bool(key) and key not in JOINED_BEFORE)
        elif given is not None or not key or key in JOINED_ON:
            own = _own(passage, at, given, language)
            text = raw if key in JOINED_ON else _without_article(raw, language)
            words.append(_Word(text, own, given is not None or _like_a_name(passage, at, language)))
            joining = key in JOINED_ON
    return tuple(NameWord(w.text, skeleton(w.text, language), w.listed, w.known) for w in words)


class _Word(NamedTuple):
    text: str
    listed: bool
    known: bool


def _like_a_name(passage: Passage, at: int, language: Language) -> bool:
    """Tell a word that is a name by its form: one of those that are words too, or with the article and an ending."""
    if _second(passage, at):
        return True
    nisba = passage.tokens[at].text.endswith(language.adjective_endings[:1] or ("\0",))
    return at not in passage.found and nisba and is_definite(passage, at, language)


def _own(passage: Passage, at: int, given: Match | None, language: Language) -> bool:
    """Tell a first name with one spelling: of the language's own, not carried over from another script."""
    if "capitals-name" in language.options:
        return False
    return given.entry.key in OWN and not given.suffix if given is not None else _second(passage, at)


def _second(passage: Passage, at: int) -> bool:
    return passage.at(at, "second-name") is not None


def _without_clitic(passage: Passage, at: int, given: Match | None) -> str:
    return passage.tokens[at].text[len(given.prefix) if given is not None else 0 :]


def _without_article(text: str, language: Language) -> str:
    articles = language.prefixes[-1] if language.prefixes else ()
    return next((text[len(a) :] for a in articles if text.startswith(a) and len(text) - len(a) >= SHORTEST), text)


def _settled_on(text: str, name: FoundName, language: Language) -> str:
    """Give the family name that a lone word is known by through the report, if that is more than a clitic ("and")."""
    family = name.key.split()[-1]
    return family if any(c.form == family for c in candidates(text, language)) else ""
