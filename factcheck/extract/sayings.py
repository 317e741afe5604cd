"""The acts of saying in one sentence: which words are cues, and the clause that each is read in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.extract.quote_first import quote_first
from factcheck.extract.relays import relayed
from factcheck.extract.said import Said
from factcheck.extract.scene import Scene
from factcheck.extract.sources import COMMAS
from factcheck.extract.subject_first import subject_first
from factcheck.extract.verb_first import leads, verb_first
from factcheck.extract.without_verb import nominal, speaker_line, turned_to
from factcheck.text.passage import Match, Passage

LAST = 9
"""Tokens of a source that may follow a cue which only ends a sentence."""
CARRIES = "relay"
"""The key of a verb that says nothing unless it is told from whom."""
ENDS = frozenset(".!؟…»”)(")


def find_sayings(scene: Scene) -> Iterator[Said]:
    """Give the attributions of a sentence in order; one with empty content has nothing of its own to cover."""
    line = speaker_line(scene)
    if line is not None:
        yield line
        return
    cues = _cues(scene)
    earlier = turned_to(scene)
    if earlier is not None:
        yield earlier
    quoted: Said | None = None
    for position, cue in enumerate(cues):
        if position and cues[position - 1].entry.group == "cue" and cues[position - 1].end == cue.start:
            continue  # "according to what the channel revealed": one act
        said = _read(scene, cue, cues, position, earlier)
        if said is not None and quoted is not None and cue.start < quoted.content[0]:
            said, quoted = said._replace(source=quoted.source), None  # "quoted Lee as saying": the saying is Lee's
        if said is not None:
            link = relayed(scene, cue, said) if cue.entry.tag("relays") else None
            if link is None and cue.entry.key == CARRIES:
                continue
            yield said
            again = link is not None and position + 1 < len(cues) and cues[position + 1].start < link.content[0]
            if link is not None and not again:
                yield link
            quoted = link if again else quoted
            earlier = said if said.source is not None else earlier


def _read(scene: Scene, cue: Match, cues: Sequence[Match], position: int, earlier: Said | None) -> Said | None:
    if cue.entry.group == "cue":
        return nominal(scene, cue)
    if "verb-first" in scene.language.options:
        limit = _limit(scene.passage, cues, position)
        return quote_first(scene, cue, limit) or verb_first(scene, cue, limit, earlier)
    return subject_first(scene, cue, cues, earlier)


def _cues(scene: Scene) -> list[Match]:
    """Give the words of saying that are the reporter's own: not quoted, not negated, and no noun of the same form."""
    passage, language = scene.passage, scene.language
    prefixes = language.prefixes
    article = prefixes[-1] if prefixes else ()
    verb_leads = "verb-first" in language.options
    # "who asked not to be named because he feared for his job": up to its comma, nothing in it is news.
    withheld = {at for m in passage.matches("withheld") for at in range(m.start, _comma(passage, m.end))}
    return [
        match
        for match in _candidates(passage)
        if match.start not in withheld
        and match.end not in withheld  # "who insisted on not being named"
        and not _negated(passage, match)
        and match.prefix not in language.bidding_prefixes  # "let them say"
        and not (match.suffix and match.entry.tag("trailing"))  # "its host" is no "adding"
        and not (verb_leads and match.entry.tag("trailing") and _helped(passage, match.start))  # "was remarkable"
        and not (scene.quotes and any(q.closed and q.start <= match.start < q.end for q in scene.quotes))
        and not any(match.prefix.endswith(own) for own in article)
    ]


def _helped(passage: Passage, at: int) -> bool:
    """Tell whether a verb that helps others stands right before a word."""
    before = passage.at(at - 1, "stop") if at else None
    return before is not None and before.end == at and before.entry.tag("class") == "auxiliary"


def _comma(passage: Passage, start: int) -> int:
    """Give where the next comma stands; the very start where there is none."""
    return next((at for at in range(start, len(passage.tokens)) if passage.tokens[at].text in COMMAS), start)


def _candidates(passage: Passage) -> Iterator[Match]:
    """Give the words of saying; of a phrase that means something else here, the verb inside it."""
    for match in passage.matches("speech", "cue"):
        verb = None if _may_stand(passage, match) else passage.at(match.end - 1, "speech")
        yield verb or match


def _may_stand(passage: Passage, cue: Match) -> bool:
    """Tell whether a cue that means something else within a sentence ends this one, behind a comma."""
    if not cue.entry.tag("final"):
        return True
    comma = cue.start > 0 and passage.tokens[cue.start - 1].text in COMMAS
    rest = passage.tokens[cue.end :]
    closed = all(token.kind != "mark" or token.text in ENDS for token in rest)
    words = sum(token.kind != "mark" for token in rest)
    return comma and 0 < words <= LAST and closed


def _negated(passage: Passage, cue: Match) -> bool:
    return any(
        (m := passage.at(at, "negation")) is not None and m.end == cue.start
        for at in (cue.start - 1, cue.start - 2)
        if at >= 0
    )


def _limit(passage: Passage, cues: Sequence[Match], position: int) -> int:
    """Give where a statement ends at the latest: at the next cue that opens one of its own, or somebody else's turn."""
    end = len(passage.tokens)
    for later in cues[position + 1 :]:
        if later.entry.tag("trailing") or (later.prefix and (not later.entry.tag("leads") or leads(passage, later))):
            end = later.start
            break
    return next((at for at in range(cues[position].end, end - 1) if _turns(passage, at)), end)


CONTRASTS = frozenset({"but", "while"})
"""Keys of conjunctions that set what one says against what another does."""
LONGEST_SPEAKER = 8
"""Tokens from such a conjunction to the verb of whoever speaks behind it."""


def _turns(passage: Passage, comma: int) -> bool:
    """Tell a comma behind which a conjunction of contrast leads to another one's verb of saying, denied or not."""
    word = passage.at(comma + 1, "stop") if passage.tokens[comma].text in COMMAS else None
    if word is None or word.entry.key not in CONTRASTS:
        return False
    verbs = (passage.at(at, "speech") for at in range(word.end + 1, word.end + LONGEST_SPEAKER))
    return any(verb is not None and not verb.entry.tag("trailing") for verb in verbs)
