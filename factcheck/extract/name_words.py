"""The words of a name that tell people apart: without particles, articles and clitics, joined names in one."""

from __future__ import annotations

from factcheck.extract.found_names import FoundName
from factcheck.model.language import Language
from factcheck.model.person import NameWord
from factcheck.text.clitics import candidates
from factcheck.text.passage import Passage
from factcheck.text.skeleton import skeleton

JOINED_ON = frozenset({"abd", "abu", "umm", "mac", "saint", "de"})
"""Particles that make one name with the next word."""
JOINED_BEFORE = frozenset({"al-din"})
"""Second halves of a joined name."""
DROPPED = frozenset({"al", "bin"})
OWN = frozenset({"male", "female"})
SHORTEST = 3


def name_words(passage: Passage, name: FoundName, language: Language) -> tuple[NameWord, ...]:
    """Give the telling words of a mention of a person, in order."""
    words = list[tuple[str, bool]]()
    joining = False
    for at in range(name.start, name.end):
        token = passage.tokens[at]
        if token.kind != "word":
            continue
        particle = passage.at(at, "particle")
        key = particle.entry.key if particle is not None else ""
        text = _plain(passage, at, language)
        if words and (joining or key in JOINED_BEFORE):
            if key in DROPPED and joining:
                continue  # "abd al-rahman"
            words[-1] = words[-1][0] + text, words[-1][1]
            joining = key in JOINED_ON
        elif key in JOINED_ON:
            words.append((token.text, False))
            joining = True
        elif not key or passage.at(at, "given-name") is not None:
            words.append((text, _listed(passage, at)))
    return tuple(NameWord(text, skeleton(text, language), listed) for text, listed in words)


def _listed(passage: Passage, at: int) -> bool:
    """Tell a first name of the language's own, which has one spelling; foreign names and family names have many."""
    given = passage.at(at, "given-name")
    return given is not None and given.entry.key in OWN and not given.suffix


def _plain(passage: Passage, at: int, language: Language) -> str:
    """Give a word without its article, and without the clitics before it where a lexicon tells them."""
    text = passage.tokens[at].text
    given = passage.at(at, "given-name")
    if given is not None and given.prefix and given.end == at + 1:
        return text[len(given.prefix) :]
    articles = language.prefixes[-1] if language.prefixes else ()
    for candidate in candidates(text, language):
        if candidate.prefix in articles and not candidate.suffix and len(candidate.form) >= SHORTEST:
            return candidate.form
    return text
