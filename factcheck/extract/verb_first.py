"""Clauses of saying whose verb leads: verb, source, what opens the statement, statement; or the source before it."""

from __future__ import annotations

from factcheck.extract.clause_subjects import joins, opening_subject, prepositional, source_before, unknown_before
from factcheck.extract.marks import trimmed
from factcheck.extract.persons import is_definite
from factcheck.extract.said import Said, clause_start, find_opener
from factcheck.extract.scene import Scene
from factcheck.extract.source_phrases import known_run, source_end, with_holder
from factcheck.extract.sources import COMMAS, KINDS, PERSONAL, FoundSource, read_source
from factcheck.model.language import Language
from factcheck.text.passage import Match, Passage

FROM = "about"
"""The key of the word that opens what is announced, or from whom something is passed on."""
INDICATIONS = "indications"
"""The key of signs that somebody else points out."""
LONGEST_SUBJECT = 20
"""Tokens between a verb that is a preposition elsewhere and what opens its statement."""
FAR = 20
"""Tokens between a listed source and what opens a statement, past which the two have nothing to do with one another."""


def verb_first(scene: Scene, cue: Match, limit: int, earlier: Said | None = None) -> Said | None:
    """Read a clause whose verb leads: verb, source, what opens the statement, statement; or source before the verb.

    `earlier` is whoever has spoken before in the sentence.
    """
    passage = scene.passage
    opener = find_opener(passage, cue.end, limit)
    if opener is not None and _said_by_another(passage, cue.end, opener[0]):
        opener = None
    if cue.entry.tag("leads") and not leads(passage, cue) and not _named_behind(scene, cue, opener):
        return None
    that = passage.at(cue.end, "stop")
    subject = that.end if that is not None and that.entry.tag("form") == "pointing" else _past_day(passage, cue.end)
    if that is not None and that.end == subject and opener is None:
        return _told_before(scene, cue, subject, limit)
    known = with_holder(scene, subject, known_run(scene, subject, limit), limit)
    known = _before_object(passage, cue, known, scene.language)
    if opener is None or (known > subject and opener[0] > known + FAR):
        # "announced an official source the death of ...": the statement follows the source with nothing between.
        weak = cue.entry.tag("weak") and cue.entry.tag("act") != "expect"  # "the ministry put the number at 2464"
        weak = weak and not (cue.entry.key == DEMAND and _demands(scene, cue, subject, known))
        before = None if cue.prefix or cue.entry.tag("weak") else source_before(scene, cue.start)
        if weak or known >= limit or (known == subject and before is None):
            return None
        opener = known, known
    opener = _nearer(passage, cue, known, opener) if known > subject else opener
    if cue.entry.tag("relays") and (word := passage.at(opener[0], "opener")) and word.entry.key != FROM:
        return None  # "were carried to hospital"
    if known > subject and (_goes_on(passage, opener[0]) or _bare_object(scene, cue, known, opener[0])):
        opener = known, known
    at, begin = opener
    if cue.entry.tag("continues") and not cue.entry.tag("trailing") and passage.at(at, "opener") is not None:
        return None  # "the head followed it himself from the control room": what goes on saying does not need one
    source = None
    if at > subject and not cue.entry.tag("trailing") and not prepositional(scene, subject):
        source = read_source(
            scene, subject, _before_object(passage, cue, source_end(scene, subject, at), scene.language)
        )
    speaks = cue.entry.tag("trailing") and cue.entry.key != ADDRESS
    if speaks and at > subject and passage.at(subject, "role", "title") is not None:
        source = read_source(scene, subject, source_end(scene, subject, at))  # "the minister of defence affirming"
    if source is not None and cue.entry.tag("act") == "ask":
        source = _before_called(scene, source) or source
    if source is None and cue.prefix and not cue.entry.tag("trailing"):
        source = _as_for(scene, cue)
    if source is not None and cue.entry.key in URGES and source.end >= at and _people_told(scene, source):
        source = None
    if source is None and not cue.prefix and not cue.entry.tag("trailing") and cue.start > 0:
        source = source_before(scene, cue.start) or unknown_before(scene, cue.start)
        if source is None and cue.entry.tag("act") == "expect":
            return None  # "it is expected that" credits nobody
    goes_back = (cue.entry.tag("trailing") and not cue.entry.tag("continues")) or _then(passage, cue)
    if source is None and earlier is None and goes_back:
        source = opening_subject(scene, cue.start)
    if cue.entry.tag("weak") and source is None and at > cue.end + 1 and not _turned(scene, cue):
        return None
    if source is not None and _no_speaker(scene, cue, source):
        return None
    return Said(
        source,
        (cue.start, cue.end),
        trimmed(passage, begin, limit),
        f"verb {cue.entry.key} and what opens its statement",
        carried=source is not None or not _has_subject(passage, cue),
    )


def _as_for(scene: Scene, cue: Match) -> FoundSource | None:
    """Read whom a sentence turns to with its first word, up to the conjunction joined to his verb ("as for X, he")."""
    passage = scene.passage
    first = next((at for at, token in enumerate(passage.tokens) if token.kind == "word"), None)
    turn = passage.at(first, "stop") if first is not None else None
    if turn is None or turn.entry.key != AS_FOR or not turn.end < cue.start <= turn.end + LONGEST_SUBJECT:
        return None
    end = cue.start - (passage.tokens[cue.start - 1].text in COMMAS)
    return read_source(scene, turn.end, end)


AS_FOR = "either"
"""The key of a word that turns to somebody else at the start of a sentence; in plain letters it is "either" as well."""


def _said_by_another(passage: Passage, start: int, opener: int) -> bool:
    """Tell what opens a statement from that of a later clause with its own verb ("fighting resumed, and X said")."""
    after_comma = any(passage.tokens[at].text in COMMAS for at in range(start, opener))
    between = (m for m in passage.matches("speech") if start < m.start < opener) if after_comma else ()
    own = {"weak", "trailing", "continues"}
    return any(m.entry.tag("act") == "say" and not any(m.entry.tag(tag) for tag in own) for m in between)


def _then(passage: Passage, cue: Match) -> bool:
    """Tell a verb behind "when": whoever the sentence is of says it ("the minister calmed them when he said")."""
    before = passage.at(cue.start - 1, "stop") if cue.start and not cue.prefix else None
    return before is not None and before.entry.key == THEN and before.end == cue.start


THEN = "then"
"""The key of conjunctions for when something is said or done."""
DEMAND = "demand"
"""The key of a verb whose past is a student as well."""


def _demands(scene: Scene, cue: Match, start: int, end: int) -> bool:
    """Tell a verb that begins its sentence, with a person behind it and a preposition joined to what he demands."""
    passage = scene.passage
    if not _begins(passage, cue.start) or not start < end < len(passage.tokens) or not prepositional(scene, end):
        return False
    source = read_source(scene, start, end)
    return source is not None and source.source.kind in ("person", "role")


ADDRESS = "address"
"""The key of a participle behind which those stand who are spoken to."""
URGES = frozenset({"advise", "appeal", "urge"})
"""Keys of verbs that always have an object: those who are urged."""


def _people_told(scene: Scene, source: FoundSource) -> bool:
    """Tell "the residents", who alone stand behind such a verb: they are its object, and whoever spoke goes on."""
    return source.source.kind == "unnamed" and is_definite(scene.passage, source.start, scene.language)


def _turned(scene: Scene, cue: Match) -> bool:
    """Tell a verb that is a preposition elsewhere from that, where another preposition stands right behind it."""
    return bool(cue.entry.tag("leads")) and prepositional(scene, cue.end)


def _before_object(passage: Passage, cue: Match, end: int, language: Language) -> int:
    """Give where a source ends before whom it accuses: another body or office, with no preposition before it.

    What stands right behind a noun without its article is what that is of ("the bureau of the president"); once a noun
    has closed the phrase with its article, another one is the object ("accused the opposition the government").
    """
    head = passage.at(cue.end, *KINDS, "describer")  # "the opposition" describes others elsewhere
    if head is None or cue.entry.tag("act") != "accuse":
        return end
    for at in range(head.end, end):
        before, listed = passage.at(at - 1, "stop"), passage.at(at, *KINDS, *PERSONAL)
        led = before is not None and before.entry.tag("class") == "preposition"
        if listed is None or led or listed.entry.tag("demonym") or passage.at(at, "describer") is not None:
            continue
        definite = listed.prefix in language.prefixes[-1] or (listed.entry.group == "place" and not listed.prefix)
        closed = definite and is_definite(passage, at - 1, language)
        if closed or (head.entry.group == "unnamed" and at > head.end):
            return at
    return end


def _past_day(passage: Passage, at: int) -> int:
    """Give where a subject begins that stands behind the day it spoke on ("said on Monday officials")."""
    day = at + 1 if passage.at(at, "calendar-unit", "unit") is not None else at
    told = passage.at(day, "weekday", "day-offset")
    return told.end if told is not None and passage.at(told.end, "unnamed", "role", "given-name") else at


def _before_called(scene: Scene, source: FoundSource) -> FoundSource | None:
    """Give the person who calls, without whom he calls upon: "the minister Lee the young people"."""
    person = scene.person_from(source.start, source.end)
    if person is None or person.end >= source.end or not is_definite(scene.passage, person.end, scene.language):
        return None
    return read_source(scene, source.start, person.end) if scene.passage.at(person.end, *KINDS) is None else None


def _has_subject(passage: Passage, cue: Match) -> bool:
    """Tell whether a noun that the program cannot read as a speaker stands before a verb: "but reality shows that"."""
    if cue.prefix or cue.entry.tag("trailing") or cue.entry.tag("continues"):
        return False
    first = clause_start(passage, cue.start)
    first = max([first, *(m.end for at in range(first, cue.start) if (m := passage.at(at, "complementiser")))])
    while first < cue.start and (passage.tokens[first].kind == "mark" or joins(passage, first)):
        first += 1
    return first < cue.start and passage.at(first, "stop", "further", "cue", "speech") is None


def leads(passage: Passage, cue: Match) -> bool:
    """Tell whether a verb that is another word elsewhere leads its sentence: first in it, or joined to the one before.

    What it opens has to follow soon: "between Rome and Paris, and between Paris and Bonn" says nothing.
    """
    first = _begins(passage, cue.start)
    that = range(cue.end, min(len(passage.tokens), cue.end + LONGEST_SUBJECT))
    return (first or bool(cue.prefix)) and any(passage.at(at, "complementiser") for at in that)


def _begins(passage: Passage, at: int) -> bool:
    """Tell whether a sentence begins at a token, or with but a short turn to somebody else ("for his part")."""
    at_stop = set[int]()
    for start in range(min(at, TURN)):
        stop = passage.at(start, "stop")
        at_stop.update(range(start, stop.end) if stop is not None else ())
    words = [k for k in range(at) if passage.tokens[k].kind != "mark"]
    return not words or (words[-1] < TURN and at_stop.issuperset(words))


TURN = 3
"""Tokens that turn to somebody else at the start of a sentence."""


def _named_behind(scene: Scene, cue: Match, opener: tuple[int, int] | None) -> bool:
    """Tell whether nothing but a known speaker stands between a verb and the word that opens its statement."""
    if opener is None or scene.passage.at(opener[0], "complementiser") is None:
        return False
    return known_run(scene, cue.end, opener[0]) == opener[0] > cue.end


def _nearer(passage: Passage, cue: Match, known: int, opener: tuple[int, int]) -> tuple[int, int]:
    """Give what opens the statement right behind its known source, where a mark further on was taken for it."""
    about = passage.at(known, "opener")
    if about is not None and about.entry.key == FROM and opener[0] > known + 2 and cue.entry.tag("act") != "say":
        return about.start, about.end
    if opener[0] <= known + 1 or passage.at(opener[0], "complementiser") is not None:
        return opener
    told = passage.at(known, "counted")
    toll = told is not None and told.entry.tag("class") == "casualty"
    if toll or passage.at(known, "outcome", "change-noun") is not None:
        return known, known  # "a local source the killing of three": nothing stands between
    word = next((m for at in (known, known + 1) if (m := passage.at(at, "opener")) is not None), None)
    return (word.start, word.end) if word is not None else opener


def _goes_on(passage: Passage, at: int) -> bool:
    """Tell a particle that only goes on with a statement ("and that it sends a message"), which began without one."""
    return any(match.entry.key == AND_THAT for match in passage.within("further", at, at + 1))


def _bare_object(scene: Scene, cue: Match, known: int, at: int) -> bool:
    """Tell a word behind what is held to be something ("considered the visit to Rome a blow"): it opens nothing."""
    word = scene.passage.at(at, "opener")
    opens = word is None or scene.passage.at(at, "complementiser") is not None
    return cue.entry.key == CONSIDER and not opens and not prepositional(scene, known)


CONSIDER = "consider"
"""The key of a verb behind which what is considered stands with no word between."""
AND_THAT = "and-that"
"""The key of the particle of a further statement of the same speaker."""


def _no_speaker(scene: Scene, cue: Match, source: FoundSource) -> bool:
    """Tell an aside of what people hold ("as some believe", "which some consider") from somebody who says something.

    Also whoever is called upon behind the one who calls: "the ministry calls on 12 residents to ...".
    """
    if source.source.kind != "unnamed":
        return False
    before, passage = cue.start - 1, scene.passage
    stop = passage.at(before, "stop") if before >= 0 else None
    aside = stop is not None and (stop.entry.key == "as" or stop.entry.tag("class") == "relative")
    if aside and cue.entry.tag("act") in ("expect", "claim", "feel"):
        return True
    led = not cue.prefix and stop is None and any(token.kind == "word" for token in passage.tokens[: cue.start])
    counted = passage.tokens[source.start].kind == "number" or passage.at(source.start, "number") is not None
    return led and counted and cue.entry.tag("act") == "ask" and source.start > cue.start


def _told_before(scene: Scene, cue: Match, start: int, limit: int) -> Said:
    """`So said the governor.`: what is said stands in the sentence before, and the word for it behind the verb."""
    known = with_holder(scene, start, known_run(scene, start, limit), limit)
    source = read_source(scene, start, source_end(scene, start, known)) if known > start else None
    how = f"verb {cue.entry.key} and a word for the sentence before"
    return Said(source, (cue.start, cue.end), (cue.end, cue.end), how, back=True)
