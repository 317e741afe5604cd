"""Attributions without a verb: "according to X", and a headline's speaker before a colon."""

from __future__ import annotations

from factcheck.extract.said import Said, find_opener, trimmed
from factcheck.extract.scene import Scene
from factcheck.extract.sources import COMMAS, read_source
from factcheck.extract.verb_first import source_end
from factcheck.text.passage import Match, Passage

LONGEST_SPEAKER_LINE = 8
"""Words a headline's speaker may have before its colon."""


def nominal(scene: Scene, cue: Match) -> Said | None:
    """Read "according to X": the statement is the rest of the sentence, on whichever side the cue leaves it."""
    passage = scene.passage
    end = len(passage.tokens)
    opener = find_opener(passage, cue.end, end)
    stop = min(_until_comma(passage, cue.end), opener[0] if opener else end)
    heard = source_end(scene, cue.end, stop) if "verb-first" in scene.language.options else stop
    source = read_source(scene, cue.end, heard)
    if source is None and not cue.entry.tag("continues"):
        return None
    at_start = cue.start == 0 or all(t.kind == "mark" for t in passage.tokens[: cue.start])
    if at_start:
        begin = opener[1] if opener and opener[0] <= stop + 1 else stop
        content = trimmed(passage, begin, end)
    else:
        content = trimmed(passage, 0, cue.start)
    return Said(source, (cue.start, cue.end), content, f"cue {cue.entry.key}")


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
    source = read_source(scene, 0, colon) if known else None
    return (
        Said(source, (colon, colon + 1), trimmed(passage, colon + 1, len(passage.tokens)), "speaker and colon")
        if source
        else None
    )


def _until_comma(passage: Passage, start: int) -> int:
    return next(
        (at for at in range(start, len(passage.tokens)) if passage.tokens[at].text in COMMAS | {'"', "“", "."}),
        len(passage.tokens),
    )
