"""The subject of a verb of saying where subjects lead: before the verb, behind it, or where the clause begins."""

from __future__ import annotations

from factcheck.extract.capitals import capital
from factcheck.extract.quotes import FoundQuote
from factcheck.extract.scene import Scene
from factcheck.extract.sources import COMMAS, KINDS, PERSONAL, FoundSource, read_source
from factcheck.text.passage import Passage

DASHES = frozenset("-–—")
LONGEST_SUBJECT = 14
"""Words of a noun phrase right before its verb."""
LONGEST_APPOSITION = 25
"""Tokens between the commas that part a subject from its verb ("the minister, who ..., said")."""
LONGEST_NAMED = 30
"""Tokens of a noun phrase behind its verb, with its appositions."""


def word_class(passage: Passage, at: int) -> str:
    """Give the class of the function word that begins or ends at a token; the empty text for any other."""
    stop = passage.at(at, "stop")
    return stop.entry.tag("class") if stop is not None else ""


def word_form(passage: Passage, at: int) -> str:
    """Tell forms of "to be", the infinitive's particle, possessives, words that open a clause and others."""
    stop = passage.at(at, "stop")
    return stop.entry.tag("form") if stop is not None else ""


def speaker_word(passage: Passage, at: int) -> str:
    """Tell whom a pronoun may stand for (person, group, body); the empty text for any other word."""
    stop = passage.at(at, "stop")
    return stop.entry.tag("speaker") if stop is not None else ""


def verb_start(scene: Scene, cue: int) -> int:
    """Give where the verb's group begins: its auxiliaries, and the adverbs between them."""
    at = cue
    while at > 0 and (word_class(scene.passage, at - 1) in ("auxiliary", "adverb") or _adverb(scene, at - 1)):
        at -= 1
    return at


def _adverb(scene: Scene, at: int) -> bool:
    token = scene.passage.tokens[at]
    if token.kind != "word" or not scene.language.adverb_endings or at in scene.passage.found:
        return False
    nouns = word_class(scene.passage, at - 1) == "article" or word_form(scene.passage, at - 1) == "possessive"
    return token.text.endswith(scene.language.adverb_endings) and not nouns and not _upper(scene, at)


def _upper(scene: Scene, at: int) -> bool:
    return capital(scene.passage, at, scene.surface)


def closed_quote(scene: Scene, at: int) -> FoundQuote | None:
    """Give the quotation whose closing mark is the token, or stands before the comma that it is."""
    for mark in (at, at - 1) if at >= 0 and scene.passage.tokens[at].text in COMMAS else (at,):
        for quote in scene.quotes:
            if quote.closed and not quote.continues and quote.end == mark:
                return quote
    return None


def subject_before(scene: Scene, end: int) -> tuple[int, int] | None:
    """Find the noun phrase that ends where a verb's group begins, past a bracket or an apposition between commas."""
    passage = scene.passage
    if end <= 0:
        return None
    last = passage.tokens[end - 1].text
    if last in COMMAS or last in DASHES:
        opening = _apposition(scene, end - 1)
        before = _phrase_before(scene, opening) if opening is not None else None
        if opening is None or before is None:
            return None
        # In "its national officer, Ann Lee, said" the apposition says who it is; ", who spoke first," does not.
        same = not word_class(passage, opening + 1) or word_class(passage, opening + 1) == "article"
        return before[0], end - 1 if same else before[1]
    return _phrase_before(scene, end)


def _apposition(scene: Scene, close: int) -> int | None:
    """Give the comma or dash that opens what stands between a subject and its verb."""
    tokens = scene.passage.tokens
    kind = COMMAS if tokens[close].text in COMMAS else DASHES
    if closed_quote(scene, close) is not None and word_class(scene.passage, close + 1) != "auxiliary":
        return None
    commas = [at for at in range(max(1, close - LONGEST_APPOSITION), close) if tokens[at].text in kind]
    for at in reversed(commas):
        begins = word_class(scene.passage, at + 1)
        verb = scene.passage.at(at + 1, "speech")
        if begins in ("auxiliary", "conjunction") or (verb is not None and not verb.entry.tag("weak")):
            continue
        apart = any(_upper(scene, inside) for inside in range(at + 1, close))
        if _phrase_before(scene, at) is not None and (_names(scene, at) or begins == "relative" or apart):
            earlier = [c for c in commas if c < at]
            # "Ann Lee, 66, a teacher in Rome, said": the first of several commas is the one that opens.
            first = next((c for c in earlier if _names(scene, c) and _phrase_before(scene, c) is not None), None)
            return first if first is not None and at - first <= LONGEST_APPOSITION else at
    return None


def _names(scene: Scene, end: int) -> bool:
    """Tell whether the phrase before a comma looks like a speaker: a capital or a listed word for one."""
    phrase = _phrase_before(scene, end)
    if phrase is None:
        return False
    inside = range(*phrase)
    proper = any(_upper(scene, at) for at in inside if at > 0 or len(inside) <= LONGEST_SUBJECT // 3)
    return proper or any(scene.passage.at(at, *KINDS, *PERSONAL) for at in inside)


def _phrase_before(scene: Scene, end: int) -> tuple[int, int] | None:
    """Walk back over a noun phrase: to a pronoun, or to what no noun phrase holds."""
    passage = scene.passage
    if end > 0 and passage.tokens[end - 1].text == ")":
        opening = [at for at in range(max(0, end - 12), end) if passage.tokens[at].text == "("]
        end = opening[-1] if opening else end
    at = end
    while at > 0 and end - at < LONGEST_SUBJECT and _in_phrase(scene, at - 1, end):
        if at < end and _opens_clause(scene, at - 1, end):
            break
        at -= 1
        if speaker_word(passage, at):
            break
    while at < end and (word_class(passage, at) in ("preposition", "conjunction") or passage.tokens[at].kind == "mark"):
        at += 1
    if at >= end or word_form(passage, at) == "infinitive" or _holds_verb(passage, at, end):
        return None
    whose = at > 1 and word_class(passage, at - 1) == "relative" and word_class(passage, at - 2) != "preposition"
    if whose and passage.tokens[at - 2].text not in COMMAS:
        # "the woman who filed reports says": the relative clause is a part of the phrase.
        before = _phrase_before(scene, at - 1)
        return (before[0], end) if before is not None and end - before[0] <= LONGEST_NAMED else (at, end)
    return at, end


def _holds_verb(passage: Passage, start: int, end: int) -> bool:
    """Tell words that are a clause and no noun phrase, by an adverb of its verb: "the senators also held a meeting"."""
    if word_form(passage, start) == "verbal" and passage.at(start, "negator") is not None:
        return True  # "will not give in saying that ..."
    return any(
        word_form(passage, at) == "verbal" and word_class(passage, at - 1) != "article"
        for at in range(start + 1, end - 1)
    )


def _opens_clause(scene: Scene, at: int, end: int) -> bool:
    """Tell a word like "after" or "than" that opens the clause whose subject stands right behind it.

    Of "officials who met after the talks" it is no part of the subject that it opens a clause with nobody in it.
    """
    if word_form(scene.passage, at) != "clause":
        return False
    inside = range(at + 1, end)
    return any(_upper(scene, k) or scene.passage.at(k, *KINDS, *PERSONAL) is not None for k in inside)


def _in_phrase(scene: Scene, at: int, end: int) -> bool:
    passage, token = scene.passage, scene.passage.tokens[at]
    if token.kind == "mark":
        if token.text in "-'’&%/":
            return True
        # An abbreviation's full stop ("Sen.", "U.S.") stands inside a sentence.
        return token.text == "." and at > 0 and passage.tokens[at - 1].end == token.start
    if token.kind == "number":
        return True
    if any(quote.start <= at < quote.end for quote in scene.quotes):
        return False
    kind = word_class(passage, at)
    if speaker_word(passage, at):
        return at == end - 1
    if kind == "conjunction":
        # "Lee and Park said" against "prices fell and officials said".
        return 0 < at < end - 1 and _upper(scene, at + 1) and _upper(scene, at - 1)
    if kind in ("auxiliary", "relative"):
        return False
    if (listed := passage.at(at, *KINDS)) is not None and listed.end <= end:
        return True
    speech = passage.at(at, "speech")
    if speech is not None and not (word_class(passage, at - 1) == "article" or word_form(passage, at - 1)):
        return False
    return passage.at(at, "complementiser") is None


def subject_after(scene: Scene, start: int, stop: int) -> tuple[int, int] | None:
    """Read the noun phrase behind an inverted verb ("..., said Ann Lee, a teacher"), up to a quotation or its end."""
    passage, at = scene.passage, start
    while at < stop and at - start < LONGEST_NAMED:
        token = passage.tokens[at]
        if any(quote.start - 1 <= at < quote.end for quote in scene.quotes) or token.text in ":;":
            break
        if passage.at(at, "weekday", "day-offset", "month") is not None:
            break
        speech = passage.at(at, "speech")
        if speech is not None and at > start and passage.tokens[at - 1].text in COMMAS:
            break
        at += 1
    while at > start and (passage.tokens[at - 1].kind == "mark" or word_class(passage, at - 1)):
        if speaker_word(passage, at - 1):
            break
        at -= 1
    return (start, at) if at > start else None


def leading_subject(scene: Scene, end: int) -> tuple[int, int] | None:
    """Read the noun phrase a sentence begins with, past a phrase set before it: who its participles speak of."""
    passage, start = scene.passage, 0
    while start < end and passage.tokens[start].kind == "mark":
        start += 1
    if any(quote.start <= start < quote.end for quote in scene.quotes):
        return None
    if word_class(passage, start) in ("preposition", "conjunction", "adverb"):
        comma = next((at for at in range(start, end) if passage.tokens[at].text in COMMAS), None)
        start = comma + 1 if comma is not None else start + 1
    at, known = start, -1
    while at < end and at - start < LONGEST_SUBJECT:
        if speaker_word(passage, at) and at == start:
            return start, at + 1
        kind = word_class(passage, at)
        after_name = (
            at > start
            and _upper(scene, at - 1)
            and not word_class(passage, at - 1)
            and passage.tokens[at].kind == "word"
            and not kind
        )
        if kind in ("auxiliary", "relative", "pronoun") or passage.at(at, "speech") is not None:
            break
        if at > start and word_form(passage, at) == "verbal" and word_class(passage, at - 1) != "article":
            break
        if passage.tokens[at].text in COMMAS or ((after_name or at == known) and not kind and not _upper(scene, at)):
            break
        listed = passage.at(at, *KINDS)
        known = listed.end if listed is not None else known
        at += 1
    while at > start and word_class(passage, at - 1):
        at -= 1
    return (start, at) if at > start else None


def compound(scene: Scene, at: int) -> bool:
    """Tell whether a word is the second part of a compound ("robo-calls", "self-described")."""
    tokens = scene.passage.tokens
    return at > 1 and tokens[at - 1].text == "-" and tokens[at - 1].end == tokens[at].start


def apposed(scene: Scene, start: int) -> FoundSource | None:
    """Give the person whom a phrase behind a comma only describes ("Ann Lee, an expert who ...")."""
    comma = start > 1 and scene.passage.tokens[start - 1].text in COMMAS
    phrase = subject_before(scene, start - 1) if comma else None
    found = read_source(scene, *phrase) if phrase is not None else None
    return found if found is not None and found.source.kind == "person" else None


def goes_elsewhere(scene: Scene, at: int) -> bool:
    """Tell whether a verb of many senses has no object here ("responded with force", "was released on Sunday")."""
    if scene.passage.at(at, "qualifier") is not None:
        return False
    if at < len(scene.passage.tokens) and scene.passage.tokens[at].text.endswith(scene.language.adverb_endings or "\0"):
        at += 1  # "many addressed simply to him"
    time = scene.passage.at(at, "weekday", "month", "day-offset")
    return time is not None or word_class(scene.passage, at) in ("preposition", "adverb", "conjunction")
