"""Who a noun phrase names as a source: its kind and, for an unnamed one, its rung of anonymity."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from factcheck.extract.capital_names import all_capitals, ends_in_person
from factcheck.extract.capitals import capital
from factcheck.extract.marks import OPENING, without_marks
from factcheck.extract.scene import Scene
from factcheck.extract.whose_sources import BODIES, is_led, is_preposition, of_somebody, office_of_somebody
from factcheck.model.language import Language
from factcheck.model.source import Rung, Source, SourceKind
from factcheck.text.clitics import candidates, without_clitics
from factcheck.text.passage import Match, Passage

PERSONAL = ("given-name", "title")
KINDS: dict[str, SourceKind] = {
    "unnamed": "unnamed",
    "role": "role",
    "organisation": "organisation",
    "organisation-head": "organisation",
    "document": "document",
    "media": "media",
    "media-head": "media",
    "place": "organisation",  # a capital stands for its government
}
COMMAS = frozenset(",،;؛")
UNKNOWN = "person: no listed word"
LONGEST_SOURCE = 30
"""Tokens a source's noun phrase may have."""


class FoundSource(NamedTuple):
    """A source and the half-open range of its tokens."""

    start: int
    end: int
    source: Source
    explain: str


TIMES = ("weekday", "calendar-unit", "day-offset")
"""Groups of words for when something was said."""


def read_source(scene: Scene, start: int, end: int) -> FoundSource | None:
    """Read tokens `start:end` as a source; None where they hold no word that could be one (a pronoun, nothing)."""
    passage = scene.passage
    titled = any(q.closed and q.start - 1 <= start <= q.start and end - 1 <= q.end <= end for q in scene.quotes)
    start, end = without_marks(passage, start, end)
    if end <= start or end - start > LONGEST_SOURCE:
        return None
    words = [at for at in range(start, end) if passage.tokens[at].kind == "word"]
    if not words or all((stop := passage.at(at, "stop")) is not None and stop.end >= at for at in words):
        return None
    if "verb-first" in scene.language.options and all(passage.at(at, *TIMES) is not None for at in words):
        return None  # "said on Tuesday that": whoever it was is named before
    span = passage.span(start, end)
    clitic = _clitics(passage, start, scene.language)
    if clitic:
        span = type(span)(span.start + clitic, span.end, span.field)
    kind, rung, why = _kind(scene, start, end)
    named = _set_beside(scene, end) if kind == "unnamed" else None
    if named is not None:
        end, kind, rung, why = named, "person", None, "person: a name between commas behind a description"
        words = [at for at in range(start, end) if passage.tokens[at].kind == "word"]
        span = span.join(passage.span(start, end))
    if titled and why.startswith(UNKNOWN):
        kind, why = "organisation", "organisation: a name in quotation marks"
    if kind == "unnamed" and "verb-first" in scene.language.options and not _begins(passage, start, end):
        return None
    numbered = any(passage.tokens[at].kind == "number" for at in range(start, end))
    if numbered and why.startswith(UNKNOWN) and "verb-first" in scene.language.options:
        return None  # "an increase of 14,000 jobs": nobody is called by a number
    key = " ".join(passage.tokens[at].text for at in words)
    return FoundSource(start, end, Source(span, kind, rung, key), why)


def _set_beside(scene: Scene, at: int) -> int | None:
    """Give where a name ends that a comma parts from the description before it ("one of them, Ann Lee, said")."""
    tokens = scene.passage.tokens
    if at + 1 >= len(tokens) or tokens[at].text not in COMMAS:
        return None
    named = scene.person_from(at + 1, len(tokens))
    if named is None or named.start != at + 1:
        return None
    end = named.end
    while end < min(len(tokens), named.end + FAMILY) and tokens[end].kind == "word":
        end += 1  # a family name that no list has
    return end if end == len(tokens) or tokens[end].kind == "mark" else None


FAMILY = 2
"""Words behind a first name that may be no listed names."""


LEADING = (*KINDS, *PERSONAL, "stop", "number", "vague", "count-word", "vague-count", "counted", "no-name", "partitive")
"""Groups whose words may stand before the noun that says who a source is ("some of the residents")."""


def _begins(passage: Passage, start: int, end: int) -> bool:
    """Tell whether a phrase begins with whom it names: behind a verb that the lexicon does not know it does not."""
    at = start
    while at < end and passage.at(at, "unnamed") is None:
        if passage.tokens[at].kind == "word" and passage.at(at, *LEADING) is None:
            return False
        at += 1
    return at < end


def _kind(scene: Scene, start: int, end: int) -> tuple[SourceKind, Rung | None, str]:
    passage, language, surface = scene.passage, scene.language, scene.surface
    inside = list(_listed(passage, start, end))
    nouns = [m for m in inside if m.entry.group in KINDS and (m.start == start or not is_led(m, language))]
    head = _head(passage, nouns, start, end, language)
    personal = next((m for m in inside if m.entry.group in PERSONAL), None)
    one = head is not None and head.entry.group == "unnamed" and passage.at(start, "one-of") is not None
    if personal is not None and (one or _is_person(head, personal, language)):
        return "person", None, f"person: {personal.entry.group} {personal.entry.key}"
    named = scene.person_from(start, end)
    if named is not None and named.start == start:
        return "person", None, f"person: {named.how}"
    if head is not None and KINDS[head.entry.group] in ("unnamed", "role") and _set_off(passage, start, end, surface):
        return "person", None, "person: a name set off by commas"
    if head is not None and head.entry.tag("number") == "singular" and _bears_name(scene, head, start, end):
        return "person", None, f"person: {head.entry.key} and a name"
    if head is None and _all_definite(passage, start, end, language):
        return "organisation", None, "organisation: nouns with their article, and nobody's name"
    if head is None:
        return "person", None, f"{UNKNOWN}, taken for a name"
    kind = KINDS[head.entry.group]
    if kind == "unnamed" and all_capitals(passage, start, end, language, surface):
        return "person", None, "person: a name with its office, all in capitals"
    if kind != "unnamed":
        holder = kind == "role" and (
            scene.person_from(head.start, end) is not None or _ends_in_name(passage, head.end, end, language, surface)
        )
        return ("person" if holder else kind), None, f"{kind}: {head.entry.group} {head.entry.key}"
    if head.entry.tag("product") and of_somebody(passage, head, inside, range(start, end), language, surface):
        return "document", None, f"document: {head.entry.key} of somebody named"
    if head.start == start and office_of_somebody(passage, head, language):
        return "role", None, f"role: {head.entry.key}, with what the office is"
    rung = _rung(passage, head, inside, range(start, end))
    return "unnamed", rung, f"unnamed: {head.entry.key}, {rung}"


def _bears_name(scene: Scene, head: Match, start: int, end: int) -> bool:
    """Tell "the political scientist Ann Lee" and "Lee, a resident" from somebody nobody names, where capitals tell."""
    passage, language = scene.passage, scene.language
    if head.entry.group != "unnamed" or "capitals-name" not in language.options:
        return False
    behind = range(head.end, end)
    if ends_in_person(passage, behind, scene.surface):
        return True
    if behind and all(capital(passage, at, scene.surface) for at in behind):
        return not any(passage.at(at, "organisation", "organisation-head", "place", "media") for at in behind)
    comma = start + 1 < end and passage.tokens[start + 1].text in COMMAS
    return comma and capital(passage, start, scene.surface) and not passage.at(start, *KINDS, "stop")


def _all_definite(passage: Passage, start: int, end: int, language: Language) -> bool:
    """Tell whether a phrase is two or more words that all carry the article ("the popular resistance")."""
    article = language.prefixes[-1] if language.prefixes else ()
    words = [at for at in range(start, end) if passage.tokens[at].kind == "word"]
    definite = [any(c.prefix.endswith(article) for c in candidates(passage.tokens[at].text, language)) for at in words]
    return bool(article) and len(words) > 1 and all(definite)


def _rung(passage: Passage, head: Match, inside: list[Match], where: range) -> Rung:
    """Grade what is told of a source nobody names; a reason for it lifts whoever is not wholly unknown."""
    placed = any(m.entry.group in BODIES for m in inside if m is not head)
    told = any(
        passage.at(at, "describer", "place") or (at >= head.end and is_preposition(passage, at) and at + 1 < where.stop)
        for at in where
        # "media reports" says of itself that it is of the media, and a name in quotation marks is that of their paper
        if not head.start <= at < head.end and passage.tokens[at - 1].text not in OPENING.values()
    )
    described = head.entry.tag("rung") == "described" or told
    if not placed and not described:
        return "bare"
    if any(m.entry.tag("reason") == "yes" for m in passage.matches("withheld")):
        return "reasoned"
    return "placed" if placed else "described"


def _set_off(passage: Passage, start: int, end: int, surface: str) -> bool:
    """Tell whether a part of a phrase between commas is a proper name: "Ann Lee, an analyst at ..."."""
    base, part = passage.tokens[0].start, list[int]()
    for at in range(start, end + 1):
        if at < end and passage.tokens[at].text not in COMMAS:
            part.append(at)
            continue
        words = [k for k in part if passage.tokens[k].kind == "word"]
        capitals = all(surface[passage.tokens[k].start - base].isupper() for k in words)
        known = any(passage.at(k, "organisation", "organisation-head", "media", "place", "document") for k in words)
        if len(words) > 1 and len(part) < end - start and capitals and not known:
            return True
        part = []
    return False


def _listed(passage: Passage, start: int, end: int) -> Iterator[Match]:
    """Give the listed words of a phrase: at each token the longest that does not reach past its end."""
    for at in range(start, end):
        for match in passage.found.get(at, ()):
            if match.end <= end and (match.entry.group in KINDS or match.entry.group in PERSONAL):
                yield match
                break


def _is_person(head: Match | None, personal: Match, language: Language) -> bool:
    """Tell whether a name in a phrase is its own, or only that of a body or a plural of nobodies before it."""
    if head is None or head.start >= personal.start or head.entry.tag("demonym"):
        return True  # of "the thinker the Egyptian Hassan" only the country is known
    if head.entry.group == "unnamed":
        return head.entry.tag("number") == "singular"
    return head.entry.group == "role" or "capitals-name" in language.options


def _head(passage: Passage, found: list[Match], start: int, end: int, language: Language) -> Match | None:
    """The word that says what the phrase is: the first where nouns lead, else the last before a preposition."""
    if not found:
        return None
    if "capitals-name" not in language.options:
        return found[0]
    cut = next(
        (
            at
            for at in range(found[0].end, end)
            if (s := passage.at(at, "stop")) and s.entry.tag("class") == "preposition"
        ),
        end,
    )
    # "the woman who filed reports against him": what a relative clause tells is not who the phrase is.
    relative = next(
        (at for at in range(start, end) if (s := passage.at(at, "stop")) and s.entry.tag("class") == "relative"), end
    )
    if not any(m.start < relative for m in found):
        return None
    found = [m for m in found if m.start < relative]
    # "the workers' union": the body is the union, and a noun in the genitive is never what the phrase is.
    before = [m for m in found if m.start < cut and not _genitive(passage, m, end)]
    if len(before) > 1 and before[0].entry.group == "document" and before[0].end == before[1].start:
        return before[0]  # "a fact sheet lawmakers released"
    whole = [m for m in before if not _within(m, before)]
    people = (m for m in whole if m.entry.group == "unnamed" and not _describes(m, before))
    return next(people, whole[-1] if whole else found[0])


def _within(word: Match, others: list[Match]) -> bool:
    """Tell a word that ends a longer one for a document ("exit polls")."""
    longer = (other for other in others if other.start < word.start and other.end >= word.end)
    return any(other.entry.group == "document" for other in longer)


def _describes(word: Match, others: list[Match]) -> bool:
    """Tell a word for people that only describes the body behind it ("the official news agency")."""
    heads = ("organisation-head", "media", "media-head")
    behind = any(other.start == word.end and other.entry.group in heads for other in others)
    return behind and word.entry.tag("number") == "singular"


def _genitive(passage: Passage, match: Match, end: int) -> bool:
    apostrophe = match.end < end and passage.tokens[match.end].text == "'"
    return bool(match.suffix and match.end < end) or apostrophe


def _ends_in_name(passage: Passage, start: int, end: int, language: Language, surface: str) -> bool:
    """Tell whether words after an office name its holder: by capitals, or by an unlisted last word with no article."""
    if "capitals-name" in language.options:
        base = passage.tokens[0].start
        words = passage.tokens[start:end]
        return any(t.kind == "word" and surface[t.start - base : t.start - base + 1].isupper() for t in words)
    last = end - 1
    # A word with an article or a preposition joined to it is part of what the office is of.
    joined = tuple(clitic for layer in language.prefixes[1:] for clitic in layer)
    read = candidates(passage.tokens[last].text, language)
    return last > start and last not in passage.found and not any(c.prefix.endswith(joined) for c in read)


def _clitics(passage: Passage, start: int, language: Language) -> int:
    """Count the letters of the conjunctions and prepositions on the first word: they are no part of the source.

    An article that has lost a letter to them goes with them: without it the rest is no word.
    """
    token = passage.tokens[start]
    match = passage.at(start, *KINDS, *PERSONAL)
    prefix = match.prefix if match is not None else ""
    if not prefix or token.end - token.start != len(token.text):
        return 0
    article, rest = without_clitics(token.text, prefix, language)
    melted = any(token.text.startswith(short, len(prefix) - 1) for short in language.contractions)
    if not article and melted and match is not None and match.entry.group == "organisation":
        return len(prefix) - 1  # a name with its own article, of which the clitic has taken a letter: left whole
    whole = article + rest
    return len(token.text) - len(whole if token.text.endswith(whole) else rest)
