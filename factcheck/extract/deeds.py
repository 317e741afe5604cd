"""What a body does or sets itself to do: its own act bears out the number it is told with."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.extract.clause_subjects import prepositional, source_before
from factcheck.extract.persons import is_definite
from factcheck.extract.scene import Scene
from factcheck.extract.source_phrases import known_run
from factcheck.extract.sources import COMMAS, FoundSource, read_source
from factcheck.extract.subject import subject_before, verb_start, word_class, word_form
from factcheck.model.claim import Marker
from factcheck.text.passage import Match

DOERS = ("organisation", "role")
"""Kinds of whoever acts for a body: the body, or an office of it."""
NO_DOERS = frozenset(
    {
        "author",
        "battalion",
        "candidate",
        "captain",
        "captain-team",
        "club",
        "coach",
        "exchange",
        "first-lady",
        "lawyer",
        "league",
        "militia",
        "owner",
        "pilot",
        "player",
        "referee",
        "surgeon",
        "teacher",
        "trainer",
    }
)
"""Keys of those that are no authority: what they do is told by others, or their own word for it needs a source."""
GIVES = frozenset({"allot", "grant", "pledge", "provide"})
"""Keys of acts by which a state gives money."""
SETTING, SETS = (
    frozenset({"agreement", "charter", "decision", "decree", "law", "resolution"}),
    frozenset({"aim", "impose"}),
)
"""Keys of papers that set something, and of what they do."""
NEAR = 3
"""Tokens before a verb in which such a paper stands."""
LONGEST_CREW = 6
"""Tokens of a crew's name before its verb."""
CAMPAIGN = "campaign"
"""The key of what crews are sent out on, whosever they are."""
RESULTS = frozenset({"include", "result"})
"""Keys of verbs that tell what came of a campaign."""
DEED = "deed"
"""The group of the verbs, and of the markers made of them."""


def find_deeds(scene: Scene) -> Iterator[Marker]:
    """Give a marker for each verb of such an act whose subject is a body or an office, over both."""
    for verb in scene.passage.matches(DEED):
        doer = None if verb.suffix or _relative(scene, verb) else _doer(scene, verb)
        if doer is not None:
            span = scene.passage.span(min(doer[0], verb.start), max(doer[1], verb.end))
            yield Marker(DEED, verb.entry.key, span, scene.passage.sentence.index)


def _relative(scene: Scene, verb: Match) -> bool:
    """Tell a verb that only says which thing is meant ("the courses that the college held")."""
    return verb.start > 0 and word_class(scene.passage, verb.start - 1) == "relative"


def _doer(scene: Scene, verb: Match) -> tuple[int, int] | None:
    """Give the tokens of a body, an office or a crew that is the subject of a verb."""
    behind = _branch(scene, verb.end)
    sent = scene.passage.at(verb.end, "doer")
    if sent is not None and sent.entry.key == CAMPAIGN and verb.entry.key not in RESULTS:
        return None
    if behind > verb.end:
        return verb.end, behind
    before = next(
        (at for at in range(max(0, verb.start - LONGEST_CREW), verb.start) if _leads_to(scene, at, verb)), None
    )
    if before is not None:
        return before, verb.start
    papers = (scene.passage.at(at, "document") for at in range(max(0, verb.start - NEAR), verb.start))
    paper = next((m for m in papers if m is not None and m.entry.key in SETTING), None)
    if paper is not None and verb.entry.key in SETS:
        return paper.start, verb.start  # "a new treaty that aims to"
    found = _subject(scene, verb)
    return (found.start, found.end) if found is not None and _acts(scene, found, verb) else None


def _leads_to(scene: Scene, at: int, verb: Match) -> bool:
    """Tell whether such a body stands right before its verb, in marks of quotation or not."""
    end = _branch(scene, at)
    between = range(end, verb.start)
    had = (word_class(scene.passage, k) == "auxiliary" or scene.passage.tokens[k].kind == "mark" for k in between)
    return end > at and all(had)


def _branch(scene: Scene, at: int) -> int:
    """Give where a body ends that no name tells: "the health of Sohar", "the crews of the civil defence"."""
    passage = scene.passage
    field = passage.at(at, "portfolio", "doer") if "verb-first" in scene.language.options else None
    if field is None or field.prefix not in ("", *scene.language.prefixes[-1]):
        return at
    place = passage.at(field.end, "place")
    if place is not None or field.entry.key == CAMPAIGN:
        return place.end if place is not None else field.end
    if at and passage.tokens[at - 1].kind == "mark" and field.end + 1 < len(passage.tokens):
        quoted = next((q for q in scene.quotes if q.start == at and q.end == field.end + 1), None)
        if quoted is not None:
            return quoted.end  # a town that the lexicon does not know
    end = field.end
    if field.entry.group == "doer" and passage.at(end, "partitive") is not None:
        return known_run(scene, end + 1, len(passage.tokens))
    while field.entry.group == "doer" and end < len(passage.tokens) and is_definite(passage, end, scene.language):
        end += 1
    whose = tuple(one for layer in scene.language.prefixes[1:-1] for one in layer)
    if end > field.end and end + 1 < len(passage.tokens) and passage.tokens[end].text.startswith(whose):
        end += 2 if is_definite(passage, end + 1, scene.language) else 0  # "the forces for the security of the roads"
    return end if end > field.end or is_definite(passage, at, scene.language) else at


def _subject(scene: Scene, verb: Match) -> FoundSource | None:
    """Read the subject: right behind a verb that leads or at the head of its clause, else right before it."""
    passage, end = scene.passage, len(scene.passage.tokens)
    if "verb-first" in scene.language.options:
        begin = _past_asides(scene, verb.end)
        known = known_run(scene, begin, end)
        if known == begin:
            return source_before(scene, _past_comma(scene, verb.start)) if not verb.prefix else None
        return read_source(scene, begin, known) if not prepositional(scene, begin) else None
    start = verb_start(scene, verb.start)
    passive = any(word_form(passage, at) == "be" for at in range(start, verb.start))
    subject = subject_before(scene, start) if not passive and word_form(passage, start - 1) != "infinitive" else None
    return read_source(scene, *subject) if subject is not None else None


def _past_asides(scene: Scene, at: int) -> int:
    """Step over a pronoun and a day between a verb and its subject ("signed yesterday the minister")."""
    while at < len(scene.passage.tokens):
        pronoun = word_class(scene.passage, at) in ("auxiliary", "adverb") and scene.passage.at(at, "speech") is None
        day = scene.passage.at(at, "day-offset", "weekday")
        if day is None and not pronoun:
            break
        at = day.end if day is not None else at + 1
    return at


def _past_comma(scene: Scene, at: int) -> int:
    """Step back over "had" and a comma before it, which part a subject from its verb."""
    had = at
    while had > 0 and word_class(scene.passage, had - 1) == "auxiliary":
        had -= 1
    return had - 1 if 0 < had < at and scene.passage.tokens[had - 1].text in COMMAS else at


def _acts(scene: Scene, doer: FoundSource, verb: Match) -> bool:
    """Tell a body, and an office with its holder named or not, from other people.

    A state gives as well.
    """
    groups = ("role", "organisation", "organisation-head", *(("place",) if verb.entry.key in GIVES else ()))
    inside = (scene.passage.at(at, *groups) for at in range(doer.start, doer.end))
    known = [match for match in inside if match is not None]
    if not known or any(match.entry.key in NO_DOERS for match in known):
        return False
    head = known[0]
    named_for = known[-1].entry.group == "organisation-head" and known[-1].end == doer.end  # "the Lee administration"
    return doer.source.kind in DOERS or head.entry.group == "role" or named_for
