"""Clauses of saying whose verb leads: verb, source, what opens the statement, statement; or the source before it."""

from __future__ import annotations

from factcheck.extract.said import Said, clause_start, find_opener, trimmed
from factcheck.extract.scene import Scene
from factcheck.extract.sources import COMMAS, KINDS, PERSONAL, FoundSource, read_source
from factcheck.text.clitics import candidates
from factcheck.text.passage import Match, Passage

OFFICES = ("role", "title", "unnamed")
"""Groups of words that a name may follow, far behind: an office and what it is the office of."""
LONGEST_OFFICE = 16
"""Tokens from the first word of an office to the end of its holder's name."""
FAR = 20
"""Tokens between a listed source and what opens a statement, past which the two have nothing to do with one another."""


def verb_first(scene: Scene, cue: Match, limit: int) -> Said | None:
    """Read a clause whose verb leads: verb, source, what opens the statement, statement; or source before the verb."""
    passage = scene.passage
    opener = find_opener(passage, cue.end, limit)
    known = _before_object(passage, cue, _with_holder(scene, cue.end, _known_run(passage, cue.end, limit), limit))
    if opener is None or (known > cue.end and opener[0] > known + FAR):
        # "announced an official source the death of ...": the statement follows the source with nothing between.
        if known == cue.end or known >= limit or cue.entry.tag("weak"):
            return None
        opener = known, known
    at, begin = opener
    source = None
    if at > cue.end and not cue.entry.tag("trailing") and not _prepositional(scene, cue.end):
        source = read_source(scene, cue.end, _before_object(passage, cue, source_end(scene, cue.end, at)))
    if source is None and not cue.prefix and not cue.entry.tag("trailing") and cue.start > 0:
        source = _source_before(scene, cue.start)
        if source is None and cue.entry.tag("act") == "expect":
            return None  # "it is expected that" credits nobody
    if cue.entry.tag("weak") and source is None and at > cue.end + 1:
        return None
    return Said(
        source,
        (cue.start, cue.end),
        trimmed(passage, begin, limit),
        f"verb {cue.entry.key} and what opens its statement",
    )


def _before_object(passage: Passage, cue: Match, end: int) -> int:
    """Give where a source nobody names ends before whom it accuses: a name or an office with no preposition before."""
    head = passage.at(cue.end, "unnamed")
    if head is None or cue.entry.tag("act") != "accuse":
        return end
    for at in range(head.end + 1, end):
        before, listed = passage.at(at - 1, "stop"), passage.at(at, *KINDS, *PERSONAL)
        led = before is not None and before.entry.tag("class") == "preposition"
        if listed is not None and not led and passage.at(at, "describer") is None:
            return at
    return end


def _prepositional(scene: Scene, at: int) -> bool:
    """Tell whether the words behind a verb cannot be who speaks: a preposition begins them, or they are an object."""
    stop, match = scene.passage.at(at, "stop"), scene.passage.at(at, *KINDS, *PERSONAL)
    if stop is not None and match is None:
        return stop.entry.tag("class") in ("preposition", "adverb")
    article = scene.language.prefixes[-1] if scene.language.prefixes else ()
    prepositions = tuple(one for layer in scene.language.prefixes[1:-1] for one in layer)
    if match is not None and match.entry.group == "unnamed" and match.entry.tag("number") == "plural":
        object_of = scene.language.oblique_endings
        if object_of and scene.passage.tokens[match.end - 1].text.endswith(object_of):
            return True  # whoever is called upon, and not who calls
    if match is not None:
        return _without(match.prefix, article).endswith(prepositions)
    # Of a word no lexicon knows, a preposition with the article tells.
    read = [c.prefix for c in candidates(scene.passage.tokens[at].text, scene.language)]
    return any(
        _without(prefix, article) != prefix and _without(prefix, article).endswith(prepositions) for prefix in read
    )


def _without(prefix: str, article: tuple[str, ...]) -> str:
    return next((prefix.removesuffix(own) for own in article if prefix.endswith(own)), prefix)


def _source_before(scene: Scene, end: int) -> FoundSource | None:
    """Read the subject of a verb that does not lead: it must look like a speaker, and begin its clause."""
    passage, first = scene.passage, clause_start(scene.passage, end)
    while end > first and _joins(passage, end - 1):
        end -= 1
    starts = [first, *(at + 1 for at in range(first, end) if _opens_clause(passage, at))]
    for start in reversed([at for at in starts if at < end]):
        person = scene.person_from(start, end)
        if passage.at(start, *KINDS, *PERSONAL) is not None or (person is not None and person.start == start):
            return read_source(scene, start, end)
    return None


def _opens_clause(passage: Passage, at: int) -> bool:
    return passage.at(at, "complementiser") is not None or _joins(passage, at)


def _joins(passage: Passage, at: int) -> bool:
    stop = passage.at(at, "stop")
    return stop is not None and stop.end == at + 1 and stop.entry.tag("class") in ("conjunction", "auxiliary")


def _known_run(passage: Passage, start: int, stop: int) -> int:
    """Give where a run of listed words for a source ends: names, titles, offices, bodies, and what describes them."""
    at = start
    while at < stop:
        match = passage.at(at, *KINDS, *PERSONAL, "describer")
        within = (
            passage.at(at, "stop") is not None and passage.at(at + 1, "organisation-head", "organisation") is not None
        )
        if match is not None:
            at = match.end
        elif within and at > start:
            at += 1
        else:
            break
    return at


def source_end(scene: Scene, start: int, stop: int) -> int:
    """Give where a source's phrase ends: with the name of the person it leads to, else where an occasion begins."""
    return _with_holder(scene, start, _phrase_end(scene.passage, start, stop), stop)


def _with_holder(scene: Scene, start: int, end: int, stop: int) -> int:
    """Carry the phrase of an office on to the name of who holds it, where one stands behind."""
    if start >= stop or scene.person_from(start, end) is not None or scene.passage.at(start, *OFFICES) is None:
        return end
    person = scene.person_from(start, min(stop, start + LONGEST_OFFICE))
    return person.end if person is not None and _one_phrase(scene.passage, start, person.start) else end


def _one_phrase(passage: Passage, start: int, end: int) -> bool:
    """Tell whether words may be one office ("the spokesman for the ministry of health in Gaza"): no verb, no comma."""
    for at in range(start + 1, end):
        if passage.at(at, "speech", "complementiser") is not None:
            return False
        if passage.tokens[at].text in COMMAS and at < end - 1:
            return False
    return True


def _where(passage: Passage, at: int, stop: int) -> bool:
    """Tell whether a preposition leads on to a definite word or a name, and no occasion."""
    word = passage.at(at, "stop")
    if word is None or word.entry.tag("class") != "preposition" or at + 1 >= stop:
        return False
    return passage.at(at + 1, "stop", "document", "number", "counted") is None and passage.tokens[at + 1].kind == "word"


def _phrase_end(passage: Passage, start: int, stop: int) -> int:
    """A source's phrase ends at a comma, or where a preposition begins to say on what occasion it spoke."""
    first = passage.at(start, *KINDS)
    inside = first.end if first is not None else start
    for at in range(start + 1, stop):
        if passage.tokens[at].text in COMMAS or passage.at(at, "day-offset", "weekday", "clock") is not None:
            return at
        word = passage.at(at, "stop")
        if at < inside:
            continue
        listed = passage.at(at, *KINDS)
        inside = listed.end if listed is not None else at
        occasion = word is not None and word.entry.tag("class") in ("preposition", "relative")
        if first is not None and first.entry.group == "unnamed" and at == first.end and _where(passage, at, stop):
            continue  # "a source in the resistance": where the source stands is all that is told of it
        if occasion and not any(
            passage.at(k, "organisation-head", "organisation", "place") for k in range(at + 1, min(stop, at + 2))
        ):
            return at
    return stop
