"""Subjects that do not stand behind their verb: before it, at the head of the sentence, before a relative clause."""

from __future__ import annotations

from msgspec.structs import replace

from factcheck.extract.persons import is_definite
from factcheck.extract.said import clause_start
from factcheck.extract.scene import Scene
from factcheck.extract.source_phrases import LONGEST_OFFICE, known_run, with_holder
from factcheck.extract.sources import COMMAS, KINDS, PERSONAL, FoundSource, read_source
from factcheck.text.clitics import candidates
from factcheck.text.passage import Passage

INDICATIONS = "indications"
"""The key of signs that somebody else points out."""


def prepositional(scene: Scene, at: int) -> bool:
    """Tell whether the words behind a verb cannot be who speaks: a preposition begins them, or they are an object."""
    stop, match = scene.passage.at(at, "stop"), scene.passage.at(at, *KINDS, *PERSONAL)
    if stop is not None and match is None:
        return stop.entry.tag("class") in ("preposition", "adverb")
    article = scene.language.prefixes[-1] if scene.language.prefixes else ()
    prepositions = tuple(one for layer in scene.language.prefixes[1:-1] for one in layer)
    if match is not None and match.form.number == "accusative":
        return True  # what somebody is told to think it is: "is held a basic programme"
    if match is not None and match.entry.group == "unnamed" and match.entry.tag("number") == "plural":
        object_of = scene.language.oblique_endings
        called = [match.end - 1]
        people = not match.entry.tag("product")  # in "estimates of the analysts" it is in the genitive
        if people and match.end < len(scene.passage.tokens) and is_definite(scene.passage, match.end, scene.language):
            called.append(match.end)  # "the Yemeni doctors", whose adjective shows it
        if object_of and any(scene.passage.tokens[k].text.endswith(object_of) for k in called):
            return True  # whoever is called upon, and not who calls
    if match is not None:
        return _without(match.prefix, article).endswith(prepositions)
    listed = scene.passage.found.get(at, ())
    if listed and all(_without(one.prefix, article).endswith(prepositions) for one in listed):
        return True  # "admitted [to] the killing of"
    # Of a word no lexicon knows, a preposition with the article tells.
    read = [c.prefix for c in candidates(scene.passage.tokens[at].text, scene.language)]
    return any(
        _without(prefix, article) != prefix and _without(prefix, article).endswith(prepositions) for prefix in read
    )


def _without(prefix: str, article: tuple[str, ...]) -> str:
    return next((prefix.removesuffix(own) for own in article if prefix.endswith(own)), prefix)


def opening_subject(scene: Scene, end: int) -> FoundSource | None:
    """Read the person a sentence begins with, behind a verb at most: of whom its participle speaks ("..., saying")."""
    passage = scene.passage
    first = next((at for at in range(end) if passage.tokens[at].kind == "word"), end)
    known = passage.at(first, *KINDS, *PERSONAL, "stop", "cue")
    for start in (first,) if known is not None else (first, first + 1):
        person = scene.person_from(start, end)
        begins = passage.at(start, "role", *PERSONAL) is not None or (person is not None and person.start == start)
        if begins and start < end and not prepositional(scene, start):
            run = max(known_run(scene, start, end), person.end if person is not None and person.start == start else 0)
            found = read_source(scene, start, with_holder(scene, start, run, end))
            return found if found is not None and found.source.kind in ("person", "role") else None
    return None


def unknown_before(scene: Scene, end: int) -> FoundSource | None:
    """Read one word that the lexicon does not know, between a particle and a verb: "although Lindqvist predicted"."""
    passage, at = scene.passage, end - 1
    led = at > 0 and any(m.end == at for back in (at - 1, at - 2) if (m := passage.at(back, "complementiser")))
    if not led or passage.tokens[at].kind != "word" or passage.found.get(at) or at in passage.aside:
        return None
    return read_source(scene, at, end) if not is_definite(passage, at, scene.language) else None


def source_before(scene: Scene, end: int) -> FoundSource | None:
    """Read the subject of a verb that does not lead: it must look like a speaker, and begin its clause."""
    passage, first = scene.passage, clause_start(scene.passage, end)
    while end > first and joins(passage, end - 1):
        end -= 1
    relative = passage.at(end - 1, "stop") if end > 0 else None
    if relative is not None and relative.entry.tag("class") == "relative" and relative.end == end:
        return _antecedent(scene, end - 1)
    opened = [
        m.end
        for at in range(first, end)
        if (m := passage.at(at, "complementiser", "speech")) and not m.entry.tag("leads")
    ]
    first = max([first, *(at for at in opened if at < end)])
    starts = [first, *(_clause_opened(passage, at) for at in range(first, end) if _clause_opened(passage, at))]
    for start in reversed([at for at in starts if at < end]):
        person = scene.person_from(start, end)
        if passage.at(start, *KINDS, *PERSONAL) is not None or (person is not None and person.start == start):
            known = max(known_run(scene, start, end), person.end if person is not None and person.start == start else 0)
            # "Cameron had been criticised after he pledged": what stands behind a name is not part of it.
            return read_source(scene, start, known if any(m for m in _auxiliaries(passage, known, end)) else end)
    return _unlisted_post(scene, first, end)


LONGEST_POST = 4
"""Tokens an office that no lexicon lists may have before its holder's name."""


def _unlisted_post(scene: Scene, start: int, end: int) -> FoundSource | None:
    """Read "the team's administrator X said": nouns nobody lists at the head of the clause, then a person's name."""
    person = next((n for n in scene.names if n.type == "person" and n.end == end), None)
    if person is None or not start < person.start <= start + LONGEST_POST or prepositional(scene, start):
        return None
    nouns = range(start, person.start)
    plain = all(scene.passage.tokens[at].kind == "word" and scene.passage.at(at, *NO_POST) is None for at in nouns)
    found, named = read_source(scene, start, end), read_source(scene, person.start, end)
    if not plain or found is None or named is None:
        return None
    return found._replace(source=replace(found.source, kind=named.source.kind, rung=None), explain=named.explain)


NO_POST = ("stop", "speech", "cue", "number", "weekday", "month")
"""Groups of words that are no part of what somebody is."""


def _auxiliaries(passage: Passage, start: int, end: int) -> list[int]:
    words = ((at, passage.at(at, "stop")) for at in range(start, end))
    return [at for at, word in words if word is not None and word.entry.tag("class") == "auxiliary"]


def _antecedent(scene: Scene, end: int) -> FoundSource | None:
    """Read the person, body or document that a relative clause is about: the phrase that ends right before it."""
    passage = scene.passage
    end -= passage.tokens[end - 1].text in COMMAS if end > 0 else 0
    person = next((n for n in scene.names if n.type == "person" and n.end == end), None)
    starts = range(max(0, end - LONGEST_OFFICE), end)
    known = [m for at in starts if (m := passage.at(at, *KINDS)) is not None and m.end <= end]
    run = [m for m in known if known_run(scene, m.start, end) == end]
    run = [
        m for m in run if not m.entry.tag("product") and m.entry.key != INDICATIONS
    ]  # "indications that point to growth" are nobody
    start = min([m.start for m in run[:1]] + ([person.start] if person is not None else []), default=end)
    return read_source(scene, start, end) if start < end else None


def _clause_opened(passage: Passage, at: int) -> int:
    """Give where a clause begins behind the word that opens it ("that", "although"); 0 where none stands here."""
    if passage.at(at, "complementiser") is not None:
        return at + 1
    stop = passage.at(at, "stop")
    joined = stop is not None and stop.entry.tag("class") in ("conjunction", "auxiliary")
    return stop.end if stop is not None and joined else 0


def joins(passage: Passage, at: int) -> bool:
    """Tell a word that only joins clauses, or helps a verb."""
    stop = passage.at(at, "stop")
    return stop is not None and stop.end == at + 1 and stop.entry.tag("class") in ("conjunction", "auxiliary")
