"""One clause of saying: the source before or after its cue, and the words it covers.

The order is the language's: where verbs lead, the source follows its verb up to the particle that opens the statement;
elsewhere it precedes the verb, or follows it at a sentence's end.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from factcheck.extract.sources import KINDS, PERSONAL, FoundSource, read_source
from factcheck.model.language import Language
from factcheck.text.passage import Match, Passage

COMMAS = frozenset(",،;؛")
LONGEST_SPEAKER_LINE = 8
"""Words a headline's speaker may have before its colon."""
LONGEST_TERM = 3
"""Words inside quotation marks that may be a name in a source ("the daily «Hurriyet»") and no statement."""
FAR = 20
"""Tokens between a listed source and what opens a statement, past which the two have nothing to do with one another."""


class Said(NamedTuple):
    """One attribution in token ranges: `content` half-open; source None where the sentence names nobody."""

    source: FoundSource | None
    cue: tuple[int, int]
    content: tuple[int, int]
    how: str


def _opener(passage: Passage, start: int, stop: int) -> tuple[int, int] | None:
    """Find what opens a statement: a particle, a colon or a quotation mark; give where it starts and where it ends."""
    skip = start
    for at in range(start, min(stop, start + 40)):
        particle = passage.at(at, "complementiser")
        if particle is not None:
            return at, particle.end
        text = passage.tokens[at].text
        if text == ":":
            return at, at + 1
        if at < skip:
            continue
        if text in '«“"„' and at > start:
            skip = _term_end(passage, at)
            if skip == at:
                return at, at
    for at in range(start, min(stop, start + 12)):
        word = passage.at(at, "opener")
        if word is not None:
            return at, word.end
        if passage.tokens[at].text in COMMAS:
            break
    return None


def _term_end(passage: Passage, at: int) -> int:
    """Give where a quoted name ends that begins at a mark; the mark itself where it opens a statement."""
    for end in range(at + 2, min(len(passage.tokens), at + LONGEST_TERM + 2)):
        if passage.tokens[end].text in '»”"“':
            return end + 1
    return at


def verb_first(passage: Passage, cue: Match, limit: int, language: Language, surface: str) -> Said | None:
    """Read a clause whose verb leads: verb, source, what opens the statement, statement; or source before the verb."""
    opener = _opener(passage, cue.end, limit)
    known = _known_run(passage, cue.end, limit)
    if opener is None or (known > cue.end and opener[0] > known + FAR):
        # "announced an official source the death of ...": the statement follows the source with nothing between.
        if known == cue.end or known >= limit or cue.entry.tag("weak"):
            return None
        opener = known, known
    at, begin = opener
    source = None
    if at > cue.end and not cue.entry.tag("trailing"):
        source = read_source(passage, cue.end, _source_end(passage, cue.end, at), language, surface)
    if source is None and not cue.prefix and not cue.entry.tag("trailing") and cue.start > 0:
        before = _clause_start(passage, cue.start)
        if passage.at(before, *KINDS, *PERSONAL) is not None:  # a subject before its verb must look like a speaker
            source = read_source(passage, before, cue.start, language, surface)
        elif cue.entry.tag("act") == "expect":
            return None  # "it is expected that" credits nobody
    if cue.entry.tag("weak") and source is None and at > cue.end + 1:
        return None
    return Said(
        source,
        (cue.start, cue.end),
        _trimmed(passage, begin, limit),
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


def _source_end(passage: Passage, start: int, stop: int) -> int:
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


def _clause_start(passage: Passage, index: int) -> int:
    at = index
    while at > 0 and passage.tokens[at - 1].text not in COMMAS | {":", ".", "(", ")"}:
        at -= 1
    return at


def verb_second(
    passage: Passage, cue: Match, cues: Sequence[Match], limit: int, language: Language, surface: str
) -> Said | None:
    """Read a clause whose subject leads: the statement after its verb, or before it at a sentence's end."""
    tokens, end = passage.tokens, len(passage.tokens)
    clause = _clause_start(passage, cue.start)
    cue_range = (cue.start, cue.end)
    if cue.entry.tag("trailing"):
        opener = passage.at(cue.end, "complementiser")
        if opener is None and not (cue.end < end and tokens[cue.end].text in '"“:,'):
            return None
        begin = opener.end if opener else cue.end
        return Said(None, cue_range, _trimmed(passage, begin, limit), f"participle {cue.entry.key}")
    before = read_source(passage, clause, cue.start, language, surface)
    opener = passage.at(cue.end, "complementiser")
    rest = _trimmed(passage, cue.end, limit)
    trailing = (clause > 0 and tokens[clause - 1].text in COMMAS | {"”", '"'}) or (
        clause > 1 and tokens[clause - 1].text in '"”'
    )
    if opener is not None:
        return Said(before, cue_range, _trimmed(passage, opener.end, limit), f"{cue.entry.key} that")
    if trailing or (before is None and cue.start > 0 and tokens[cue.start - 1].text in ',"”'):
        after = (
            read_source(passage, cue.end, _until_comma(passage, cue.end), language, surface) if before is None else None
        )
        short = rest[1] - rest[0] <= 4 or after is not None or tokens[cue.end].text in COMMAS if cue.end < end else True
        if short:
            stop = clause if before is not None else cue.start
            start = next(
                (c.end for c in reversed(cues) if c.end <= clause and c is not cue and c.entry.group == "speech"), 0
            )
            return Said(
                before or after,
                cue_range,
                _trimmed(passage, start if start < stop else 0, stop),
                f"statement before {cue.entry.key}",
            )
    if cue.entry.tag("weak") and not (cue.end < end and tokens[cue.end].text in ':"“,'):
        return None
    if before is None and cue.start > 0 and cue.start != clause:
        return None
    return Said(before, cue_range, rest, f"statement after {cue.entry.key}")


def _until_comma(passage: Passage, start: int) -> int:
    return next(
        (at for at in range(start, len(passage.tokens)) if passage.tokens[at].text in COMMAS | {'"', "“", "."}),
        len(passage.tokens),
    )


def nominal(passage: Passage, cue: Match, language: Language, surface: str) -> Said | None:
    """Read "according to X": the statement is the rest of the sentence, on whichever side the cue leaves it."""
    end = len(passage.tokens)
    opener = _opener(passage, cue.end, end)
    stop = min(_until_comma(passage, cue.end), opener[0] if opener else end)
    source = read_source(
        passage,
        cue.end,
        _source_end(passage, cue.end, stop) if "verb-first" in language.options else stop,
        language,
        surface,
    )
    if source is None and not cue.entry.tag("continues"):
        return None
    at_start = cue.start == 0 or all(t.kind == "mark" for t in passage.tokens[: cue.start])
    if at_start:
        begin = opener[1] if opener and opener[0] <= stop + 1 else stop
        content = _trimmed(passage, begin, end)
    else:
        content = _trimmed(passage, 0, cue.start)
    return Said(source, (cue.start, cue.end), content, f"cue {cue.entry.key}")


def speaker_line(passage: Passage, language: Language, surface: str) -> Said | None:
    """`Minister: no change in prices`: a headline's speaker before a colon."""
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
    source = read_source(passage, 0, colon, language, surface) if known else None
    return (
        Said(source, (colon, colon + 1), _trimmed(passage, colon + 1, len(passage.tokens)), "speaker and colon")
        if source
        else None
    )


def _trimmed(passage: Passage, start: int, end: int) -> tuple[int, int]:
    while start < end and passage.tokens[start].kind == "mark" and passage.tokens[start].text not in "$€£¥(":
        start += 1
    while start < end and passage.tokens[end - 1].kind == "mark" and passage.tokens[end - 1].text not in "%)":
        end -= 1
    return start, end
