"""Attributions without a verb: "according to X", and a headline's speaker before a colon."""

from __future__ import annotations

from factcheck.extract.marks import trimmed
from factcheck.extract.persons import is_definite
from factcheck.extract.said import LONGEST_TITLE, Said, find_opener, term_end
from factcheck.extract.scene import Scene
from factcheck.extract.source_phrases import known_run, source_end, titled_media
from factcheck.extract.sources import COMMAS, KINDS, UNKNOWN, FoundSource, read_source
from factcheck.text.passage import Match, Passage

SHORTEST_SPEAKER = 2
"""Words before the colon up to which a definite noun is a body by itself."""
LONGEST_SPEAKER_LINE = 8
"""Words a headline's speaker may have before its colon."""


def nominal(scene: Scene, cue: Match) -> Said | None:
    """Read "according to X": the statement is the rest of the sentence, on whichever side the cue leaves it."""
    passage = scene.passage
    end = len(passage.tokens)
    opener = find_opener(passage, cue.end, end)
    comma = _until_comma(passage, cue.end)
    if titled_media(passage, comma):
        comma = _until_comma(passage, term_end(passage, comma))
    stop = min(comma, opener[0] if opener else end)
    verb = passage.at(cue.end, "speech") if "verb-first" in scene.language.options else None
    start = verb.end if verb is not None else cue.end  # "according to what the channel revealed": past the verb
    start = _past_preposition(scene, start)
    heard = _heard(scene, cue, start, stop) if "verb-first" in scene.language.options else stop
    source = read_source(scene, start, heard) if not _with_somebody(passage, cue, start) else None
    if source is not None and source.source.kind == "unnamed" and _gathered(passage, cue):
        return None
    at_start = cue.start == 0 or all(t.kind == "mark" for t in passage.tokens[: cue.start])
    that = at_start and opener is not None and passage.at(opener[0], "complementiser") is not None
    if source is not None and not that and cue.entry.tag("accords") and _in_line_with(scene, start, source):
        return None
    if source is None and not cue.entry.tag("continues"):
        return None
    if at_start:
        begin = opener[1] if opener and opener[0] <= stop + 1 else heard if heard > start else stop
        content = trimmed(passage, begin, end)
    else:
        content = trimmed(passage, 0, cue.start)
    if cue.entry.key == STATEMENT and not at_start and passage.at(content[0], "speech") is not None:
        return None  # "said Lee in remarks that the paper carried": the paper only passes them on
    how = f"cue {cue.entry.key}"
    if content[1] - content[0] <= LONGEST_POINTER and _points_back(passage, *content):
        return Said(source, (cue.start, cue.end), content, how, back=True)
    return Said(source, (cue.start, cue.end), content, how, aside=True)


STATEMENT = "in-statement"
"""The key of formulas for where something was said, behind which its speaker may follow."""


def _with_somebody(passage: Passage, cue: Match, at: int) -> bool:
    """Tell those whom a speaker met or spoke to ("in a press conference with reporters") from the speaker."""
    stop = passage.at(at, "stop")
    return cue.entry.key == STATEMENT and stop is not None and stop.entry.tag("class") == "preposition"


ON_DATA = "on-data"
"""The key of formulas for figures that somebody gives."""


def _gathered(passage: Passage, cue: Match) -> bool:
    """Tell what is taken from people ("collecting data from its users") from what they say."""
    before = cue.start - 1
    open_still = before >= 0 and passage.tokens[before].kind == "word" and passage.at(before, "stop") is None
    return open_still and cue.entry.key == ON_DATA and passage.at(cue.start, "stop") is None


def _past_preposition(scene: Scene, start: int) -> int:
    """Step over a preposition that stands by itself before a mark ("according to «the centre»")."""
    prefixes, tokens = scene.language.prefixes, scene.passage.tokens
    alone = len(prefixes) > 1 and start + 1 < len(tokens) and tokens[start].text in prefixes[1]
    return start + 1 if alone and tokens[start + 1].kind == "mark" else start


def _heard(scene: Scene, cue: Match, start: int, stop: int) -> int:
    """Give where a formula's source ends: with its closing mark, with what is known of it, or before an occasion."""
    passage = scene.passage
    quoted = next(
        (q for q in scene.quotes if q.closed and q.start == start + 1 and q.end - q.start <= LONGEST_TITLE), None
    )
    if quoted is not None and passage.tokens[start].kind == "mark":
        return quoted.end + 1
    known = known_run(scene, start, stop)
    told = known < stop == len(passage.tokens) - 1 and passage.at(known, "stop") is None  # no comma behind the source
    told = told and all(token.kind == "mark" for token in passage.tokens[: cue.start])
    return known if known > start and told else source_end(scene, start, stop)


def _in_line_with(scene: Scene, start: int, source: FoundSource) -> bool:
    """Tell what something accords with (an article of a law, the best prices) from who says so."""
    label = scene.passage.at(start, "locator") is not None and scene.passage.at(start, *KINDS) is None
    return label or source.explain.startswith(UNKNOWN)


LONGEST_POINTER = 2
"""Words that may say no more than "this came"."""


def _points_back(passage: Passage, start: int, end: int) -> bool:
    """Tell a content that only points to the sentence before: "that is", "this came"."""
    words = [passage.at(at, "stop") for at in range(start, end)]
    return any(word is not None and word.entry.tag("form") == "pointing" for word in words)


def speaker_line(scene: Scene) -> Said | None:
    """`Minister: no change in prices`: a headline's speaker before a colon."""
    passage = scene.passage
    if passage.sentence.kind not in ("headline", "heading"):
        return None
    colon = next((at for at, t in enumerate(passage.tokens[: LONGEST_SPEAKER_LINE + 1]) if t.text == ":"), None)
    if not colon or colon + 1 >= len(passage.tokens):
        return None
    known = [
        m
        for at in range(colon)
        if (m := passage.at(at, "role", "given-name", "title", "organisation", "organisation-head", "media", "unnamed"))
    ]
    definite = bool(scene.language.prefixes) and colon <= SHORTEST_SPEAKER and is_definite(passage, 0, scene.language)
    titled = definite or (colon > 1 and any(q.closed and q.end == colon - 1 for q in scene.quotes))
    source = read_source(scene, 0, colon) if known or titled else None
    return (
        Said(source, (colon, colon + 1), trimmed(passage, colon + 1, len(passage.tokens)), "speaker and colon")
        if source
        else None
    )


def turned_to(scene: Scene) -> Said | None:
    """`For his part the director that ...`: a turn to somebody else, with the verb left out."""
    passage = scene.passage
    first = next((at for at, token in enumerate(passage.tokens) if token.kind == "word"), None)
    turn = passage.at(first, "stop") if first is not None else None
    if turn is None or turn.entry.key != IN_TURN or "verb-first" not in scene.language.options:
        return None
    reach = min(len(passage.tokens), turn.end + LONGEST_TURN)
    that = next(iter(passage.within("complementiser", turn.end, reach)), None)
    if that is None or any(passage.at(at, "speech", "cue") for at in range(turn.end, that.start)):
        return None
    source = read_source(scene, turn.end, that.start)
    unknown = source is not None and source.explain.startswith(UNKNOWN) and source.end - source.start == 1
    if source is None or unknown or source.source.kind not in ("person", "role"):
        return None  # "on the other hand it seems that"
    content = trimmed(passage, that.end, len(passage.tokens))
    return Said(source, (turn.start, turn.end), content, "a turn to a speaker, and no verb")


IN_TURN = "in-turn"
"""The key of words that turn to somebody else."""
LONGEST_TURN = 24
"""Tokens that may name him."""


def _until_comma(passage: Passage, start: int) -> int:
    stops = (at for at in range(start, len(passage.tokens)) if passage.tokens[at].text in COMMAS | {'"', "“", "."})
    return next((at for at in stops if not _abbreviates(passage, at)), len(passage.tokens))


def _abbreviates(passage: Passage, at: int) -> bool:
    """Tell the full stop of an abbreviation ("the U.S. department"): behind one letter, and the sentence goes on."""
    before = passage.tokens[at - 1] if at else None
    letter = before is not None and before.kind == "word" and len(before.text) == 1
    return letter and passage.tokens[at].text == "." and at + 1 < len(passage.tokens)
