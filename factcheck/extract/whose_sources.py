"""Whose a source is that its own words do not name: estimates of a bank, figures for the army, an office's title."""

from __future__ import annotations

from factcheck.extract.capitals import capital
from factcheck.model.language import Language
from factcheck.text.clitics import candidates
from factcheck.text.passage import Match, Passage

BODIES = ("organisation", "organisation-head")
"""Groups of words for bodies."""
SOMEBODY = (*BODIES, "given-name", "media", "media-head", "role", "title")
"""Groups of words for whoever may give something out."""


def is_led(match: Match, language: Language) -> bool:
    """Tell a word with a preposition joined to it."""
    article = language.prefixes[-1] if language.prefixes else ()
    prefix = next((match.prefix.removesuffix(own) for own in article if match.prefix.endswith(own)), match.prefix)
    return prefix.endswith(tuple(one for layer in language.prefixes[1:-1] for one in layer))


NOBODY = frozenset({"insider", "resident", "source", "survivor", "witness"})
"""Keys of people who hold no office: their article only points back to them."""


def office_of_somebody(passage: Passage, head: Match, language: Language) -> bool:
    """Tell "the expert in ..." and "the official at ...": with its article, that is the title of somebody named."""
    article = tuple(language.prefixes[-1]) if language.prefixes else ()
    if not article or head.entry.tag("number") != "singular" or head.entry.key in NOBODY:
        return False
    at = head.end
    while at < len(passage.tokens) and passage.tokens[at].text.startswith(article):
        at += 1  # "the Egyptian expert"
    return head.prefix.endswith(article) and at < len(passage.tokens) and is_preposition(passage, at)


def is_preposition(passage: Passage, at: int) -> bool:
    """Tell a word that is a preposition by itself."""
    stop = passage.at(at, "stop")
    return stop is not None and stop.entry.tag("class") == "preposition"


def of_somebody(
    passage: Passage, head: Match, inside: list[Match], where: range, language: Language, surface: str
) -> bool:
    """Tell "the fund's estimates" from estimates of nobody: whose they are is told."""
    if "capitals-name" in language.options and any(
        at > 0 and capital(passage, at, surface) for at in range(where.start, head.start)
    ):
        return True
    if any(m is not head and m.entry.group in SOMEBODY for m in inside):
        return True
    if any(m.suffix and m.end < where.stop for m in passage.found.get(where.start, ()) if m.end <= head.start):
        return True
    if language.prefixes and _given_by(passage, where.stop, language):
        return True
    follows = head.end < where.stop and passage.tokens[head.end].kind == "word"
    article = tuple(language.prefixes[-1]) if language.prefixes else ()
    if (
        not article
        or not follows
        or head.prefix.endswith(article)
        or passage.at(head.end, "describer", "stop", "unnamed")
    ):
        return False
    return any(c.prefix.endswith(article) for c in candidates(passage.tokens[head.end].text, language))


BEHIND = 3
"""Tokens behind a relative word within which the body stands that its clause is about."""


def _given_by(passage: Passage, at: int, language: Language) -> bool:
    """Tell what a body or a paper gave out: "figures for the army", "the information that the site Globo spread"."""
    stop = passage.at(at, "stop")
    if stop is not None and stop.entry.tag("class") == "relative":
        behind = range(stop.end + 1, stop.end + BEHIND)
        return any(passage.at(k, *BODIES, "media", "media-head", "document") is not None for k in behind)
    body = passage.at(at, *BODIES)
    return body is not None and is_led(body, language)
