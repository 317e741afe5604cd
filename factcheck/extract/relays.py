"""A relay, "the agency quoted a witness as saying": whoever stands behind the one who passes a statement on."""

from __future__ import annotations

from factcheck.extract.said import Said
from factcheck.extract.scene import Scene
from factcheck.extract.source_phrases import source_end
from factcheck.extract.sources import read_source
from factcheck.text.passage import Match

FURTHEST = 12
"""Tokens between a verb of passing on and the word for "from"."""
FROM = "about"
"""The key of the opening word behind which the one quoted stands."""


def relayed(scene: Scene, cue: Match, said: Said) -> Said | None:
    """Give the second link of a relay, with the same statement; None where the verb quotes nobody."""
    passage, (begin, _) = scene.passage, said.content
    for at in range(cue.end - 1, min(begin, cue.end + FURTHEST)):
        word = passage.at(at, "opener")
        if word is not None and word.entry.key == FROM and word.end < begin:
            stop = next((k for k in range(word.end, begin) if passage.at(k, "complementiser", "speech")), begin)
            source = read_source(scene, word.end, source_end(scene, word.end, stop))
            return None if source is None else said._replace(source=source, how=f"{said.how}, relayed")
    return None
