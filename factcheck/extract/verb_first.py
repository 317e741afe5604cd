"""Clauses of saying whose verb leads: verb, source, what opens the statement, statement; or the source before it."""

from __future__ import annotations

from factcheck.extract.said import Said, clause_start, find_opener, trimmed
from factcheck.extract.sources import COMMAS, KINDS, PERSONAL, read_source
from factcheck.model.language import Language
from factcheck.text.passage import Match, Passage

FAR = 20
"""Tokens between a listed source and what opens a statement, past which the two have nothing to do with one another."""


def verb_first(passage: Passage, cue: Match, limit: int, language: Language, surface: str) -> Said | None:
    """Read a clause whose verb leads: verb, source, what opens the statement, statement; or source before the verb."""
    opener = find_opener(passage, cue.end, limit)
    known = _known_run(passage, cue.end, limit)
    if opener is None or (known > cue.end and opener[0] > known + FAR):
        # "announced an official source the death of ...": the statement follows the source with nothing between.
        if known == cue.end or known >= limit or cue.entry.tag("weak"):
            return None
        opener = known, known
    at, begin = opener
    source = None
    if at > cue.end and not cue.entry.tag("trailing"):
        source = read_source(passage, cue.end, source_end(passage, cue.end, at), language, surface)
    if source is None and not cue.prefix and not cue.entry.tag("trailing") and cue.start > 0:
        before = clause_start(passage, cue.start)
        if passage.at(before, *KINDS, *PERSONAL) is not None:  # a subject before its verb must look like a speaker
            source = read_source(passage, before, cue.start, language, surface)
        elif cue.entry.tag("act") == "expect":
            return None  # "it is expected that" credits nobody
    if cue.entry.tag("weak") and source is None and at > cue.end + 1:
        return None
    return Said(
        source,
        (cue.start, cue.end),
        trimmed(passage, begin, limit),
        f"verb {cue.entry.key} and what opens its statement",
    )


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


def source_end(passage: Passage, start: int, stop: int) -> int:
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
        if occasion and not any(
            passage.at(k, "organisation-head", "organisation", "place") for k in range(at + 1, min(stop, at + 2))
        ):
            return at
    return stop
