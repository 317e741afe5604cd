"""One act of saying as token ranges, and where what is said begins and ends."""

from __future__ import annotations

from typing import NamedTuple

from factcheck.extract.sources import COMMAS, FoundSource
from factcheck.text.passage import Match, Passage

FROM = "against"
"""The key of a word that opens what is warned of or complained of, and further on stands for much else."""
NEAR = 4
"""Tokens behind a verb within which that word opens its statement."""
LONGEST_TITLE = 6
"""Words of a name in quotation marks behind the word for what bears it ("the daily «Star on Sunday»")."""
LONGEST_TERM = 3
"""Words inside quotation marks that may be a name in a source ("the daily «Hurriyet»") and no statement."""


class Said(NamedTuple):
    """One attribution in token ranges: `content` half-open; source None where the sentence names nobody.

    `back` says that what was said stands in the sentence before, which a word in this one points to; `aside` that the
    source is named in passing and does not go on speaking where a verb has another; `carried` that, where there is no
    source, the last speaker goes on.
    """

    source: FoundSource | None
    cue: tuple[int, int]
    content: tuple[int, int]
    how: str
    back: bool = False
    aside: bool = False
    carried: bool = True


PRAYER = "god-willing"
"""The key of a prayer that begins as a particle does."""


def find_opener(passage: Passage, start: int, stop: int) -> tuple[int, int] | None:
    """Find what opens a statement: a particle, a colon or a quotation mark; give where it starts and where it ends."""
    skip = start
    particles = {
        match.start: match.end
        for match in passage.within("complementiser", start, min(stop, start + 40))
        if (match.start == start or not _governed(passage, match)) and match.entry.key != PRAYER
    }
    for at in range(start, min(stop, start + 40)):
        if at in particles:
            return at, particles[at]
        text = passage.tokens[at].text
        if text == ":":
            return at, at + 1
        if at < skip:
            continue
        if text in '«“"„':
            skip = term_end(passage, at)
            if skip == at:
                return at, at
    for at in range(start, min(stop, start + 12)) if "opener" in passage.groups else ():
        word = passage.at(at, "opener")
        if word is not None and _of_some(passage, start, word):
            continue
        if word is not None and word.entry.key != FROM:
            return at, word.end
        if word is not None and at - start <= NEAR:
            return at, word.end
        if passage.tokens[at].text in COMMAS and (at + 1 >= stop or passage.at(at + 1, "opener") is None):
            break
    return None


def _of_some(passage: Passage, start: int, word: Match) -> bool:
    """Tell the word that is of a vague count: "a number of doctors" warn, and of that they do not."""
    return any(count.start < word.start < count.end for count in passage.within("vague-count", start, word.start))


def _governed(passage: Passage, particle: Match) -> bool:
    """Tell a particle that a modal verb or a preposition right before it calls for ("must that", "before that")."""
    before = passage.at(particle.start - 1, "stop") if particle.start else None
    if before is None or before.end < particle.start or passage.at(particle.start - 1, "opener") is not None:
        return False
    return before.entry.key == MODAL or before.entry.tag("class") == "preposition"


MODAL = "must"
"""The key of verbs that say what has to be or may be."""


def term_end(passage: Passage, at: int) -> int:
    """Give where a quoted name ends that begins at a mark; the mark itself where it opens a statement."""
    titled = at > 0 and passage.at(at - 1, "media-head", "organisation-head") is not None
    for end in range(at + 2, min(len(passage.tokens), at + (LONGEST_TITLE if titled else LONGEST_TERM) + 2)):
        if passage.tokens[end].text in '»”"“':
            return end + 1
    return at


def clause_start(passage: Passage, index: int) -> int:
    """Give where the clause around a token begins: behind the last comma, colon, full stop or bracket."""
    at = index
    while at > 0 and passage.tokens[at - 1].text not in COMMAS | {":", ".", "(", ")"}:
        at -= 1
    return at
