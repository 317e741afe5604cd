"""What became of the people counted: "killed 12 people" counts the dead."""

from __future__ import annotations

from factcheck.extract.nouns import Noun
from factcheck.model.figure import Counted
from factcheck.model.language import Language
from factcheck.text.passage import Match, Passage

BEFORE, AFTER = 4, 6
"""Words before a number, and after its noun, among which a word tells what became of the people counted."""
LONGEST_BOUND = 6
"""Words of the longest bound before a number."""
COUNTED = 4
"""Words between a number and what became of those it counts, that and the next word included."""
CREWS = frozenset({"team", "troupe"})
"""Keys of crews, which come to the hurt ("two teams carried the wounded away")."""
GENERAL = "person"
"""The key of nouns that say no more than that people are counted."""


def with_outcome(passage: Passage, number_start: int, noun: Noun, language: Language) -> Noun:
    """Take in what became of the people counted."""
    counted = noun.counted
    if counted.kind != "people" or counted.key in CREWS:
        return noun
    start = _unqualified(passage, number_start)
    before = range(start - 1, max(-1, start - 1 - BEFORE), -1)
    after = range(noun.end, min(len(passage.tokens), noun.end + AFTER))
    verb_first = "verb-first" in language.options
    ranges = (before, after) if verb_first else (after, before)
    outcome = None
    for indices in ranges:
        outcome, both = _casualty(passage, indices, language)
        if outcome is not None or both:
            break
    if outcome is None:
        return noun
    general = counted.key == GENERAL
    key = outcome.entry.key if general else f"{counted.key}-{outcome.entry.key}"
    whole = counted.whole if general else outcome.entry.key
    became = Counted(counted.text, key, "casualty", True, whole)
    return noun._replace(counted=became, how=f"{noun.how}, {outcome.entry.key} beside it")


def _unqualified(passage: Passage, number_start: int) -> int:
    """Give where a number begins with the words that bound it ("no fewer than 12"), which tell nothing of people."""
    for at in range(max(0, number_start - LONGEST_BOUND), number_start):
        match = passage.at(at, "qualifier")
        if match is not None and match.end == number_start:
            return at
    return number_start


def _of(passage: Passage, index: int, indices: range) -> bool:
    """Tell whether "of" behind a noun leads to others than those counted ("12 families of the detained")."""
    return indices.step > 0 and passage.at(index, "partitive") is not None


def bare_outcome(passage: Passage, number_start: int, end: int, language: Language) -> Noun | None:
    """Find what became of people nobody names beside the number: "and injured seven", "seven were killed"."""
    for at in range(number_start - 1, max(-1, number_start - 1 - BESIDE), -1):
        match = passage.at(at, "outcome")
        if match is not None and match.end in range(at + 1, number_start + 1):
            return _of_people(passage, match, number_start, "outcome before")
        if passage.at(at, "qualifier") is None:
            break
    helper = passage.at(end, "stop")
    if helper is None or helper.entry.tag("class") != "auxiliary":
        return None
    told = next((m for at in range(helper.end, helper.end + BESIDE) if (m := _told(passage, at)) is not None), None)
    return _of_people(passage, told, number_start, "outcome after") if told is not None else None


BESIDE = 2
"""Words between a bare number and what became of the people it counts."""


def _told(passage: Passage, index: int) -> Match | None:
    match = passage.at(index, "counted", "outcome")
    casualty = match is not None and (match.entry.group == "outcome" or match.entry.tag("class") == "casualty")
    return match if casualty else None


def _of_people(passage: Passage, match: Match, number_start: int, how: str) -> Noun:
    text = " ".join(token.text for token in passage.tokens[match.start : match.end])
    return Noun(Counted(text, match.entry.key, "casualty", True), number_start, number_start, how)


def _casualty(passage: Passage, indices: range, language: Language) -> tuple[Match | None, bool]:
    """Find what became of people among some tokens, up to a break, another number or a joined clause.

    "The dead and injured" of one number are neither (then the second value is true); what is joined on behind a number
    belongs to the next one.
    """
    for at in indices:
        text = passage.tokens[at].text
        if (
            passage.tokens[at].kind == "number"
            or text in ".;؛:،,()"
            or passage.at(at, "part", "number", "number-joiner")
            or _of(passage, at, indices)
        ):
            return None, False
        match = passage.at(at, "counted", "outcome")
        if match is None or not (match.entry.group == "outcome" or match.entry.tag("class") == "casualty"):
            continue
        joined = bool(language.prefixes) and match.prefix.startswith(language.prefixes[0])
        other = passage.at(at - 1, "counted", "outcome") if at else None
        if any(
            passage.tokens[k].kind == "number" or passage.at(k, "number") for k in range(max(0, at - COUNTED), at - 1)
        ):
            other = None  # it is what became of those that the number before counts
        if other is not None and other.suffix:
            other = None  # a pronoun ties it to people named before: "six met their death, and 19 were hurt"
        both = other is not None and (other.entry.group == "outcome" or other.entry.tag("class") == "casualty")
        if joined and both and indices.step < 0:
            return None, True
        return (None if joined and indices.step > 0 else match), False
    return None, False
