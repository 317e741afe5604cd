"""Where the noun phrase of a source ends: with what is known of it, with a holder's name, or before an occasion."""

from __future__ import annotations

from factcheck.extract.persons import is_definite
from factcheck.extract.said import term_end
from factcheck.extract.scene import Scene
from factcheck.extract.sources import COMMAS, KINDS, PERSONAL
from factcheck.model.language import Language
from factcheck.text.passage import Match, Passage

OFFICES = ("role", "title", "unnamed")
"""Groups of words that a name may follow, far behind: an office and what it is the office of."""
BODIES = ("organisation-head", "organisation")
OCCASION = "in-statement"
"""The key of formulas that tell where something was said."""
QUOTED = frozenset('«“"(')
"""Marks that open a name."""
LONGEST_OFFICE = 16
"""Tokens from the first word of an office to the end of its holder's name."""


def known_run(scene: Scene, start: int, stop: int) -> int:
    """Give where a run of listed words for a source ends: names, titles, offices, bodies, and what describes them."""
    passage, at = scene.passage, start
    article = tuple(scene.language.prefixes[-1]) if scene.language.prefixes else ("\0",)
    people = {name.start: name.end for name in scene.names if name.type != "place" and name.end <= stop}
    while at < stop:
        match = passage.at(at, *KINDS, *PERSONAL, "describer")
        within = (
            passage.at(at, "stop") is not None and passage.at(at + 1, "organisation-head", "organisation") is not None
        )
        if match is not None or at in people:
            head = match is not None and match.entry.group in ("organisation-head", "role")
            head = head and match is not None and not is_definite(passage, match.end - 1, scene.language)
            plural = match is not None and match.entry.group == "unnamed" and is_definite(passage, at, scene.language)
            at = max(people.get(at, 0), match.end if match is not None else 0)
            while plural and at < stop and _agrees(passage, at, scene.language):
                at += 1  # "the militant fighters"
            while head and at < stop and passage.tokens[at].text.startswith(article):
                at += 1  # "the ministry of the interior", whatever it is of
        elif within and at > start:
            at += 1
        elif at > start and _own_paper(scene, start, at):
            at = term_end(passage, at)
        else:
            break
    return at


def _agrees(passage: Passage, at: int, language: Language) -> bool:
    """Tell an adjective behind people with the article: it has that too, and their plural in their case."""
    endings = language.plural_endings or ("\0",)
    ending = next((e for e in endings if passage.tokens[at - 1].text.endswith(e)), None)
    same = ending is not None and passage.tokens[at].text.endswith(ending)
    return same and passage.at(at, "speech") is None and is_definite(passage, at, language)


def titled_media(passage: Passage, at: int) -> bool:
    """Tell the opening mark of a name, right behind a word for a paper, a channel or a site."""
    if at >= len(passage.tokens) or passage.tokens[at].text not in QUOTED - {"("} or term_end(passage, at) == at:
        return False
    heads = (m for group in TITLED for m in passage.within(group, at - LONGEST_HEAD, at))
    return any(match.end == at for match in heads)


TITLED, LONGEST_HEAD = ("media-head", "document"), 3
"""Groups of words for what is published under a name, and how many words one may have."""


def _own_paper(scene: Scene, start: int, at: int) -> bool:
    """Tell a paper's name in quotation marks right behind those who speak to it: "sources of «The Star»"."""
    passage = scene.passage
    if passage.tokens[at].text not in QUOTED - {"("} or passage.at(start, "unnamed") is None:
        return False
    end = term_end(passage, at)
    named = passage.at(at + 1, "media", "media-head") is not None or all(
        is_definite(passage, k, scene.language) for k in range(at + 1, end - 1)
    )
    return end > at and named


def source_end(scene: Scene, start: int, stop: int) -> int:
    """Give where a source's phrase ends: with the name of the person it leads to, else where an occasion begins."""
    return with_holder(scene, start, _phrase_end(scene, start, stop), stop)


def with_holder(scene: Scene, start: int, end: int, stop: int) -> int:
    """Carry the phrase of an office on to the name of who holds it, where one stands behind."""
    if start >= stop or scene.person_from(start, end) is not None or scene.passage.at(start, *OFFICES) is None:
        return end
    furthest = min(stop, start + LONGEST_OFFICE)
    person = scene.person_from(start, furthest)
    if person is not None:
        return person.end if _one_phrase(scene, start, person.start) else end
    # "the expert in toxicology Dr. X": a title begins a name, though nothing else tells one.
    title = next((at for at in range(end, furthest - 1) if scene.passage.at(at, "title") is not None), None)
    return title + 2 if title is not None and _one_phrase(scene, start, title) else end


def _one_phrase(scene: Scene, start: int, end: int) -> bool:
    """Tell whether words may be one office ("the spokesman for the ministry of health in Gaza"): no verb, no comma."""
    passage = scene.passage
    for at in range(start + 1, end):
        verb = passage.at(at, "speech", "complementiser")
        if verb is not None and not is_definite(passage, at, scene.language):
            return False
        if passage.tokens[at].text in COMMAS and at < end - 1 and not _titles(passage, at + 1, end):
            return False
    return True


def _titles(passage: Passage, start: int, end: int) -> bool:
    """Tell whether nothing but titles and ranks stands between a comma and the name of who holds an office."""
    while start < end and (title := passage.at(start, "title", "role")) is not None:
        start = title.end
    return start == end


def _where(passage: Passage, at: int, stop: int) -> bool:
    """Tell whether a preposition leads on to a definite word or a name, and no occasion."""
    word = passage.at(at, "stop")
    if word is None or word.entry.tag("class") != "preposition" or at + 1 >= stop:
        return False
    if at + 2 < stop and passage.tokens[at + 2].text in QUOTED:
        return True  # "analysts at the bank «Star»"
    return passage.at(at + 1, "stop", "document", "number", "counted") is None and passage.tokens[at + 1].kind == "word"


def _is_verb(passage: Passage, at: int) -> bool:
    """Tell a verb that a definite noun phrase cannot hold: none that may be a name or a preposition as well."""
    verb = passage.at(at, "speech", "forecast")
    if verb is None or verb.entry.tag("leads") or verb.entry.tag("trailing"):
        return False
    return passage.at(at, *KINDS, *PERSONAL, "stop", "no-name", "second-name", "place") is None


def _listener(passage: Passage, at: int, language: Language) -> bool:
    """Tell a paper or a body that a source speaks to: a preposition is joined to it."""
    if len(language.prefixes) > 1 and passage.tokens[at].text in language.prefixes[1]:
        return True  # set off by a mark of quotation: "to «Reuters»"
    match = passage.at(at, "media", "media-head", "organisation", "organisation-head")
    if match is None or len(language.prefixes) < 2:
        return False
    joined = match.prefix.removesuffix(language.prefixes[-1][0])
    return joined.endswith(tuple(language.prefixes[1]))


def _addressed(passage: Passage, at: int, language: Language) -> bool:
    """Tell people with the article: behind a body that has one too they are no part of its name, but spoken to."""
    match = passage.at(at, "unnamed", "counted")
    people = match is not None and (match.entry.group == "unnamed" or match.entry.tag("class") == "people")
    return people and is_definite(passage, at, language)


def _closed(scene: Scene, people: Match, at: int) -> bool:
    """Tell people without an article whose ending shows that what is definite behind them is not theirs."""
    passage, endings = scene.passage, scene.language.closed_endings
    if people.entry.group != "unnamed" or not endings or not passage.tokens[at - 1].text.endswith(endings):
        return False
    return is_definite(passage, at, scene.language) and not is_definite(passage, people.start, scene.language)


def _phrase_end(scene: Scene, start: int, stop: int) -> int:
    """A source's phrase ends at a comma, or where a preposition begins to say on what occasion it spoke."""
    passage = scene.passage
    first = passage.at(start, *KINDS)
    some = passage.at(start, "vague-count")  # "a number of the doctors": the preposition is of the number
    inside = max(match.end if match is not None else start for match in (first, some))
    definite = some is None and start < len(passage.tokens) and is_definite(passage, start, scene.language)
    told = 0  # where it ends that the source is not to be named
    for at in range(start + 1, stop):
        if definite and at >= inside and _is_verb(passage, at):
            return at  # behind an indefinite noun it tells more of it: "a count the minister announced"
        if passage.tokens[at].text in COMMAS or passage.at(at, "day-offset", "weekday", "clock") is not None:
            return at
        formula = passage.at(at, "cue")
        if formula is not None and formula.entry.key == OCCASION:
            return at  # "X at a press conference", though a conference may be a body
        withheld = passage.at(at, "withheld")
        told = withheld.end if withheld is not None else told
        inside = max(inside, told)
        word = passage.at(at, "stop")
        if at < inside:
            continue
        if definite and first is not None and first.entry.group == "unnamed" and _listener(passage, at, scene.language):
            return at  # "the source to the agency"
        unnamed = first is not None and first.entry.group == "unnamed" and at > first.end
        if unnamed and passage.at(at, "count-word") is not None and not is_definite(passage, at, scene.language):
            return at  # "medical sources in the city the toll of ..."
        if first is not None and at == first.end and _closed(scene, first, at):
            return at
        if at == told and _listener(passage, at, scene.language):
            return at
        if definite and (first is None or first.entry.group in BODIES) and _addressed(passage, at, scene.language):
            return at  # "the governorate called [on] the residents"
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
