"""What a body does or sets itself to do: its own act bears out the number it is told with."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.extract.scene import Scene
from factcheck.extract.source_phrases import known_run
from factcheck.extract.sources import FoundSource, read_source
from factcheck.extract.subject import subject_before, verb_start, word_form
from factcheck.extract.verb_first import prepositional, source_before
from factcheck.model.claim import Marker
from factcheck.text.passage import Match

DOERS = ("organisation", "role")
"""Kinds of whoever acts for a body: the body, or an office of it."""
NO_DOERS = frozenset({"battalion", "club", "exchange", "league", "militia"})
"""Keys of bodies whose own word for what they do needs a source, and of those that only happen to be told so."""
DEED = "deed"
"""The group of the verbs, and of the markers made of them."""


def find_deeds(scene: Scene) -> Iterator[Marker]:
    """Give a marker for each verb of such an act whose subject is a body or an office, over the verb and its subject."""
    for verb in scene.passage.matches(DEED):
        branch = _branch(scene, verb.end)
        doer = _doer(scene, verb) if branch == verb.end else None
        start, end = (doer.start, doer.end) if doer is not None else (verb.end, branch)
        if end > verb.end or (doer is not None and end <= verb.start):
            if doer is None or _acts(scene, doer):
                span = scene.passage.span(min(start, verb.start), max(end, verb.end))
                yield Marker(DEED, verb.entry.key, span, scene.passage.sentence.index)


def _branch(scene: Scene, at: int) -> int:
    """Give where a body ends that is called by what it is in charge of, and where ("the health of Sohar closed")."""
    field = scene.passage.at(at, "portfolio") if "verb-first" in scene.language.options else None
    place = scene.passage.at(field.end, "place") if field is not None and not field.prefix else None
    return place.end if place is not None else at


def _doer(scene: Scene, verb: Match) -> FoundSource | None:
    """Read the subject: right behind a verb that leads or at the head of its clause, else right before it."""
    passage, end = scene.passage, len(scene.passage.tokens)
    if "verb-first" in scene.language.options:
        known = known_run(scene, verb.end, end)
        if known == verb.end:
            return source_before(scene, verb.start) if not verb.prefix else None
        return read_source(scene, verb.end, known) if not prepositional(scene, verb.end) else None
    start = verb_start(scene, verb.start)
    passive = any(word_form(passage, at) == "be" for at in range(start, verb.start))
    subject = subject_before(scene, start) if not passive and word_form(passage, start - 1) != "infinitive" else None
    return read_source(scene, *subject) if subject is not None else None


def _acts(scene: Scene, doer: FoundSource) -> bool:
    """Tell a body, and an office with its holder named or not, from other people."""
    inside = (scene.passage.at(at, "role", "organisation", "organisation-head") for at in range(doer.start, doer.end))
    head = next((match for match in inside if match is not None), None)
    if head is None or head.entry.key in NO_DOERS:
        return False
    return doer.source.kind in DOERS or head.entry.group == "role"
