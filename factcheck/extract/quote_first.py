"""A quotation, and behind it the verb and who says it: "«We shall not go back», says the driver Lee"."""

from __future__ import annotations

from factcheck.extract.quotes import SHORTEST_QUOTE
from factcheck.extract.said import Said, find_opener
from factcheck.extract.scene import Scene
from factcheck.extract.source_phrases import source_end
from factcheck.extract.sources import COMMAS, read_source
from factcheck.text.passage import Match


def quote_first(scene: Scene, cue: Match, limit: int) -> Said | None:
    """Read a verb that stands right behind the quotation its sentence begins with, and opens nothing of its own."""
    passage = scene.passage
    if cue.prefix or cue.entry.tag("weak") or cue.entry.tag("trailing"):
        return None
    quote = next((q for q in scene.quotes if q.closed and q.end < cue.start), None)
    if quote is None or quote.end - quote.start < SHORTEST_QUOTE:
        return None
    outside = (*passage.tokens[: max(0, quote.start)], *passage.tokens[quote.end : cue.start])
    if any(token.kind != "mark" for token in outside):
        return None
    end = next((at for at in range(cue.end, limit) if passage.tokens[at].text in COMMAS), limit)
    if find_opener(passage, cue.end, end) is not None:
        return None
    source = read_source(scene, cue.end, source_end(scene, cue.end, end))
    if source is None:
        return None
    how = f"a quotation and verb {cue.entry.key}"
    return Said(source, (cue.start, cue.end), (quote.start, quote.end), how)
