"""Clauses of saying whose subject leads: the statement follows the verb, stands before it, or on both sides of it."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from factcheck.extract.marks import trimmed
from factcheck.extract.quotes import FoundQuote
from factcheck.extract.said import Said
from factcheck.extract.scene import Scene
from factcheck.extract.sources import COMMAS, KINDS, PERSONAL, FoundSource, read_source
from factcheck.extract.subject import (
    apposed,
    closed_quote,
    compound,
    goes_elsewhere,
    leading_subject,
    speaker_word,
    subject_after,
    subject_before,
    verb_start,
    word_class,
    word_form,
)
from factcheck.model.source import Source
from factcheck.text.passage import Match

FAR = 14
"""Tokens that may stand between a verb and what opens its statement ("told reporters in Rome on Monday that")."""
LONGEST_ADVERBIAL = 12
"""Words before a comma up to which a sentence that begins with a preposition has said nothing yet."""
SHORTEST_STATEMENT = 3
"""Words before a comma from which they may be a statement and no mere adverbial."""


def _more(scene: Scene, cue: Match) -> bool:
    """Tell "employers added 215,000 jobs" from what somebody added to his words."""
    passage = scene.passage
    return (
        bool(cue.entry.tag("continues"))
        and cue.end < len(passage.tokens)
        and (passage.tokens[cue.end].kind == "number" or passage.at(cue.end, "number", "qualifier") is not None)
    )


def subject_first(scene: Scene, cue: Match, cues: Sequence[Match], earlier: Said | None) -> Said | None:
    """Read one verb of saying; `earlier` is what was read before it in the sentence."""
    passage = scene.passage
    start = verb_start(scene, cue.start)
    to_be = any(word_form(passage, at) == "be" for at in range(start, cue.start))
    if word_form(passage, start - 1) == "infinitive":
        return None
    if cue.entry.tag("trailing") and not to_be:
        return _participle(scene, cue, cues, earlier)
    if (to_be and not cue.entry.tag("trailing")) or word_class(passage, start - 1) in ("article", "preposition"):
        return None  # "was told", "the show", "of hopes"
    if word_form(passage, start - 1) == "possessive" or compound(scene, cue.start) or _more(scene, cue):
        return None
    inverted = _inverted(scene, cue, start)
    if inverted is not None:
        return inverted
    subject = subject_before(scene, start)
    if subject is None:
        return _coordinated(scene, cue, cues, start, earlier)
    source = _source(scene, subject)
    if source is None or (earlier is not None and _thought(cue) and earlier.content[0] == subject[0]):
        return None  # "she says she believes": one act, not two
    if cue.entry.tag("weak") and word_form(passage, cue.end) == "be" and not speaker_word(passage, cue.end):
        return None  # "at the heart of these questions is another one"
    before = _statement_before(scene, cue, subject[0], earlier)
    if before is not None:
        return Said(source, (cue.start, cue.end), before, f"statement before {cue.entry.key}")
    after = _statement_after(scene, cue, cues, _listed(scene, source))
    return Said(source, (cue.start, cue.end), after, f"statement after {cue.entry.key}") if after else None


def _thought(cue: Match) -> bool:
    return cue.entry.tag("act") in ("expect", "feel", "claim")


def _source(scene: Scene, phrase: tuple[int, int] | None) -> FoundSource | None:
    if phrase is None:
        return None
    start, end = phrase
    if end == start + 1 and speaker_word(scene.passage, start):
        return _pronoun(scene, start)
    return read_source(scene, start, end)


def _pronoun(scene: Scene, at: int) -> FoundSource:
    """Take a pronoun for the source; a relative one stands for the phrase right before it."""
    passage = scene.passage
    if word_class(passage, at) == "relative" and at > 0:
        end = at - 1 if passage.tokens[at - 1].text in COMMAS else at
        phrase = subject_before(scene, end)
        found = read_source(scene, *phrase) if phrase is not None else None
        if found is not None and found.source.kind == "unnamed":
            found = apposed(scene, found.start) or found
        if found is not None:
            source = replace(found.source, span=passage.span(at, at + 1), name=found.source.span)
            return FoundSource(at, at + 1, source, found.explain)
    source = Source(passage.span(at, at + 1), "person")
    return FoundSource(at, at + 1, source, f"pronoun {passage.tokens[at].text}")


def _listed(scene: Scene, source: FoundSource | None) -> bool:
    """Tell whether a source holds a word known for one, or is a pronoun."""
    if source is None:
        return False
    inside = range(source.start, source.end)
    return any(scene.passage.at(at, *KINDS, *PERSONAL) or speaker_word(scene.passage, at) for at in inside)


def _inverted(scene: Scene, cue: Match, start: int) -> Said | None:
    """`"...", said X`, and `prices will rise, said X`: the statement stands before, its speaker behind."""
    if start == 0 or start != cue.start:
        return None
    quote = closed_quote(scene, start - 1)
    if quote is None and scene.passage.tokens[start - 1].text not in COMMAS:
        return None
    phrase = subject_after(scene, cue.end, len(scene.passage.tokens))
    source = _source(scene, phrase)
    if source is None or phrase is None:
        return None
    if quote is None and (subject_before(scene, start) is not None or not _listed(scene, source)):
        return None
    begin = _quote_start(scene, quote) if quote is not None else 0
    content = trimmed(scene.passage, begin, _through(scene, phrase[1], start))
    return Said(source, (cue.start, cue.end), content, f"statement before {cue.entry.key}, its source behind")


ADJECTIVES = frozenset({"affirm", "tell"})
"""Keys of participles that stand before a noun as well ("telling signs")."""


def _participle(scene: Scene, cue: Match, cues: Sequence[Match], earlier: Said | None) -> Said | None:
    """`..., adding that ...`: the speaker is the one before, or the subject the sentence begins with."""
    passage = scene.passage
    opened = _opener(scene, cue, near=True)
    if opened is None and cue.entry.tag("weak"):
        return None
    before = cue.start - 1
    if word_class(passage, before) == "article" or word_form(passage, before) == "possessive":
        return None
    if opened is None and word_class(passage, before) == "preposition":
        return None  # "a process for admitting refugees"
    if opened is None and cue.entry.key in ADJECTIVES and before >= 0 and passage.tokens[before].kind == "word":
        return None
    begin = opened if opened is not None else cue.end
    content = trimmed(passage, begin, _limit(scene, begin, cues))
    own = before >= 0 and passage.tokens[before].kind == "word" and not word_class(passage, before)
    phrase = subject_before(scene, cue.start) if own else None
    source = _source(scene, phrase)
    if not (source is not None and _listed(scene, source)):
        source = earlier.source if earlier is not None else _source(scene, leading_subject(scene, cue.start))
    return Said(source, (cue.start, cue.end), content, f"participle {cue.entry.key}")


def _coordinated(scene: Scene, cue: Match, cues: Sequence[Match], start: int, earlier: Said | None) -> Said | None:
    """`X did this and said that`: the subject is the one the sentence began with."""
    joined = word_class(scene.passage, start - 1) == "conjunction"
    if start > 0 and not joined and scene.passage.tokens[start - 1].kind == "word":
        return None
    source = earlier.source if earlier is not None else _source(scene, leading_subject(scene, start))
    after = _statement_after(scene, cue, cues, _listed(scene, source))
    if after is None or (source is None and start > 0):
        return None
    return Said(source, (cue.start, cue.end), after, f"statement after {cue.entry.key}, subject before")


def _quote_start(scene: Scene, quote: FoundQuote) -> int:
    """A statement that ends in a quotation begins with it, or with the words that lead into it."""
    at = quote.start - 1
    while at > 0 and scene.passage.tokens[at - 1].text not in COMMAS | {":", ";", "."}:
        at -= 1
    return at if not quote.continued else 0


def _through(scene: Scene, after: int, otherwise: int) -> int:
    """Give where a statement ends whose quotation goes on behind its speaker; else where it ended before the verb."""
    tokens, at = scene.passage.tokens, after
    while at < len(tokens) and tokens[at].text in COMMAS | {":"}:
        at += 1
    going_on = next((q for q in scene.quotes if q.start - 1 == at), None) if at > after else None
    return going_on.end if going_on is not None else otherwise


def _statement_before(scene: Scene, cue: Match, subject: int, earlier: Said | None) -> tuple[int, int] | None:
    """Give the statement that a subject and its verb follow, or None where it comes after them."""
    passage, end = scene.passage, len(scene.passage.tokens)
    if subject == 0:
        return None
    quote = closed_quote(scene, subject - 1)
    if quote is not None and passage.at(cue.end, "complementiser") is None:
        stop = _through(scene, _occasion_end(scene, cue.end), subject)
        return trimmed(passage, _quote_start(scene, quote), stop)
    if passage.tokens[subject - 1].text not in COMMAS:
        return None
    begin = earlier.cue[1] if earlier is not None and earlier.content[1] <= earlier.cue[0] else 0
    if passage.tokens[cue.end].text in COMMAS if cue.end < end else False:
        after = cue.end + 1
        if after < end and any(q.start - 1 == after for q in scene.quotes):
            if _adverbial(scene, begin) or subject - begin <= SHORTEST_STATEMENT:
                return None
            return trimmed(passage, begin, _through(scene, cue.end, subject))
        return trimmed(passage, begin, end) if after < end else None  # "prices, analysts say, will rise"
    if _opener(scene, cue, near=False) is not None or not _ends_at(scene, cue):
        return None
    words = sum(passage.tokens[at].kind == "word" for at in range(begin, subject))
    single = not any(passage.tokens[at].text in COMMAS for at in range(begin, subject - 1))
    follows = any(token.kind != "mark" for token in passage.tokens[cue.end :])
    if words < SHORTEST_STATEMENT or (follows and single and words < LONGEST_ADVERBIAL and _adverbial(scene, begin)):
        return None
    return trimmed(passage, begin, subject)


def _adverbial(scene: Scene, begin: int) -> bool:
    """Tell whether a sentence begins with words that only say when, where or although what."""
    time = scene.passage.at(begin, "weekday", "month", "day-offset")
    return word_class(scene.passage, begin) in ("preposition", "conjunction", "adverb") or time is not None


def _ends_at(scene: Scene, cue: Match) -> bool:
    """Tell whether nothing that could be a statement follows: the end, an occasion, or the listener."""
    passage, at = scene.passage, cue.end
    if at >= len(passage.tokens) or passage.tokens[at].kind == "mark":
        return True
    if word_form(passage, at) == "infinitive":
        return False
    occasion = word_class(passage, at) in ("preposition", "adverb") or passage.at(at, "weekday", "day-offset", "month")
    return bool(occasion) or bool(cue.entry.tag("listener"))


def _occasion_end(scene: Scene, at: int) -> int:
    """Skip "in an interview on Monday" up to the comma or the colon before what is said further."""
    tokens, stop = scene.passage.tokens, at
    while stop < len(tokens) and stop - at < FAR and tokens[stop].text not in COMMAS | {":"}:
        stop += 1
    return stop if stop < len(tokens) else at


def _statement_after(scene: Scene, cue: Match, cues: Sequence[Match], listed: bool) -> tuple[int, int] | None:
    passage, end = scene.passage, len(scene.passage.tokens)
    begin = _opener(scene, cue, near=False)
    if begin is None:
        if cue.end >= end:
            return None
        opened = speaker_word(passage, cue.end) in ("person", "group")  # "he claims she knew"
        clause = opened and cue.entry.tag("act") != "expect"
        if cue.entry.tag("weak") and not clause and (not listed or goes_elsewhere(scene, cue.end)):
            return None
        begin = cue.end
    content = trimmed(passage, begin, _limit(scene, begin, cues))
    return content if content[1] > content[0] else None


def _opener(scene: Scene, cue: Match, near: bool) -> int | None:
    """Give where a statement begins that a particle, a colon or a mark opens, right behind the verb if `near`."""
    passage, end = scene.passage, len(scene.passage.tokens)
    first = cue.end
    while first < end and passage.tokens[first].text in COMMAS:
        first += 1
    far = word_class(passage, cue.end) in ("preposition", "adverb") or cue.entry.tag("listener")
    last = first + 1 if near or not far else first + FAR
    for at in range(first, min(last, end)):
        if at > first and passage.at(at, "speech") is not None:
            return None
        if any(q.start - 1 == at for q in scene.quotes):
            return at
        particle = passage.at(at, "complementiser")
        if particle is not None:
            return particle.end
        if passage.tokens[at].text == ":":
            return at + 1
    return None


def _limit(scene: Scene, begin: int, cues: Sequence[Match]) -> int:
    """Give where a statement behind its verb ends: with its quotation, or before the next act of saying."""
    passage, end = scene.passage, len(scene.passage.tokens)
    for quote in scene.quotes:
        if quote.start - 1 <= begin <= quote.start:
            return quote.end
    for cue in cues:
        if cue.start < begin:
            continue
        start = verb_start(scene, cue.start)
        if cue.entry.tag("trailing") or cue.entry.group == "cue":
            if passage.tokens[cue.start - 1].text in COMMAS:
                return cue.start - 1
        elif not cue.entry.tag("weak"):
            subject = subject_before(scene, start) if word_class(passage, start - 1) != "conjunction" else None
            first = subject[0] if subject is not None else start
            if first - 1 > begin and word_class(passage, first - 1) == "conjunction":
                return first - 1
    return next((at for at in range(begin, end) if passage.tokens[at].text in ";؛"), end)
