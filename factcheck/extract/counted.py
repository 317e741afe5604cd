"""What a number counts: the noun beside it, with its language-neutral key where a lexicon knows it."""

from __future__ import annotations

from typing import NamedTuple

from factcheck.model.figure import Counted
from factcheck.model.language import Language
from factcheck.model.lexicon import Entry
from factcheck.text.passage import Match, Passage

AHEAD = 4
"""Words after a number among which its noun is looked for."""
OUTCOME_BEFORE, OUTCOME_AFTER = 4, 6
"""Words before a number, and after its noun, among which a word tells what became of the people counted."""
BEHIND = 6
"""Words before a number among which a known noun is looked for, where none follows ("the toll reached 12")."""


class Noun(NamedTuple):
    """The counted noun, the half-open range of its tokens, and how it was found."""

    counted: Counted
    start: int
    end: int
    how: str


def counted_noun(text: str, entry: Entry) -> Counted:
    """Make a counted noun of a lexicon's entry."""
    return Counted(text, entry.key, entry.tag("class"), bool(entry.tag("event")), entry.tag("whole") or None)


def counted_after(passage: Passage, index: int, language: Language) -> Noun | None:
    """Find the noun that follows a number (or its unit) at `index`."""
    start = _past_partitive(passage, index)
    words = _run(passage, start)
    known = next((m for at in words if (m := passage.at(at, "counted")) is not None), None)
    noun_first = "verb-first" in language.options  # the noun stands right after its numeral, its adjectives after it
    if known is not None and (not noun_first or known.start == start or start > index):
        return Noun(
            counted_noun(_text(passage, known.start, known.end), known.entry), known.start, known.end, "noun after"
        )
    if not words:
        return None
    at = words[0] if noun_first else words[-1]
    return Noun(Counted(passage.tokens[at].text), at, at + 1, "unlisted noun after")


def with_outcome(passage: Passage, number_start: int, noun: Noun, language: Language) -> Noun:
    """Take in what became of the people counted: "killed 12 people" counts the dead."""
    counted = noun.counted
    if counted.kind != "people":
        return noun
    before = range(number_start - 1, max(-1, number_start - 1 - OUTCOME_BEFORE), -1)
    after = range(noun.end, min(len(passage.tokens), noun.end + OUTCOME_AFTER))
    verb_first = "verb-first" in language.options
    outcome = next(
        (m for r in ((before, after) if verb_first else (after, before)) if (m := _casualty(passage, r))), None
    )
    if outcome is None:
        return noun
    general = counted.key == GENERAL
    key = outcome.entry.key if general else f"{counted.key}-{outcome.entry.key}"
    whole = counted.whole if general else outcome.entry.key
    became = Counted(counted.text, key, "casualty", True, whole)
    return Noun(became, noun.start, noun.end, f"{noun.how}, {outcome.entry.key} beside it")


GENERAL = "person"
"""The key of nouns that say no more than that people are counted."""


def _casualty(passage: Passage, indices: range) -> Match | None:
    """Find what became of people among some tokens, up to a break, another number or a joined clause."""
    for at in indices:
        text = passage.tokens[at].text
        if (
            passage.tokens[at].kind == "number"
            or text in ".;؛:،,()"
            or passage.at(at, "part", "number", "number-joiner")
        ):
            return None
        match = passage.at(at, "counted", "outcome")
        if match is not None and (match.entry.group == "outcome" or match.entry.tag("class") == "casualty"):
            return match
    return None


def counted_before(passage: Passage, index: int) -> Noun | None:
    """Find the nearest known noun before a number, within its clause."""
    for at in range(index - 1, max(-1, index - 1 - BEHIND), -1):
        token = passage.tokens[at]
        if token.kind == "number" or token.text in ".,،;؛:()":
            return None
        match = passage.at(at, "counted")
        if match is not None and match.form.number != "dual":
            return Noun(counted_noun(_text(passage, at, match.end), match.entry), at, match.end, "noun before")
    return None


def dual_noun(passage: Passage, index: int, language: Language) -> Match | None:
    """Give the noun or unit that says two by its dual ending; a definite one ("the two sides") counts nobody."""
    match = passage.at(index, "counted") or passage.at(index, "unit")
    if match is None or match.form.number != "dual":
        return None
    article = language.prefixes[-1] if language.prefixes else ()
    return None if any(match.prefix.endswith(prefix) for prefix in article) else match


def _past_partitive(passage: Passage, index: int) -> int:
    """Step over "of", "of the" after a number: "12 of the passengers"."""
    at = index
    while at < len(passage.tokens) and at < index + 2:
        stop = passage.at(at, "stop")
        if (
            stop is None
            or stop.entry.tag("class") not in ("preposition", "article")
            or stop.entry.key not in ("of", "the", "from")
        ):
            break
        at = stop.end
    return at


def _run(passage: Passage, start: int) -> list[int]:
    """Give the indices of the words from `start` on, up to a function word, a mark or a number."""
    run: list[int] = []
    for at in range(start, min(len(passage.tokens), start + AHEAD)):
        hyphen = passage.tokens[at].text == "-" and run
        if hyphen:
            continue
        if passage.tokens[at].kind != "word" or passage.at(at, *BREAKING):
            break
        if passage.at(at, "speech") and not passage.at(at, "counted"):
            break
        run.append(at)
    return run


BREAKING = ("stop", "number", "year-word", "month", "number-joiner", "qualifier", "range-join")
"""Groups of words that end the run in which a number's noun stands."""


def _text(passage: Passage, start: int, end: int) -> str:
    return " ".join(token.text for token in passage.tokens[start:end])
