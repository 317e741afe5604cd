"""Numbers that are labels: of a law, an item of a list, a half of a match, and short numbers to call."""

from __future__ import annotations

from factcheck.extract.nouns import Noun
from factcheck.extract.number import Number
from factcheck.model.figure import Role
from factcheck.model.language import Language
from factcheck.text.passage import Match, Passage


def labelled_by(
    passage: Passage, number: Number, unit: Match | None, noun: Noun | None, language: Language
) -> tuple[Role, str] | None:
    """Give the part of a number that labels, and what tells it; nothing where it labels nothing."""
    if unit is None and _called(passage, number, noun):
        return "contact", "contact: a short number beside a word of calling"
    if unit is None and _marker(passage, number):
        return "locator", "locator: the number of an item in a list"
    if unit is None and (_lettered(passage, number, language) or _plot(passage, number, noun, language)):
        return "locator", "locator: a letter or the name of a place beside a numeral"
    far = _far_label(passage, number, unit, noun)
    if far is not None:
        return "locator", f"locator: {far.entry.key}, some words before"
    label = _label(passage, number, noun)
    return ("locator", f"locator: an ordinal with {label.entry.key}") if label is not None else None


def _bare_digits(passage: Passage, number: Number) -> bool:
    return number.digits and number.end == number.start + 1 and passage.tokens[number.start].text.isdigit()


def _lettered(passage: Passage, number: Number, language: Language) -> bool:
    """Tell the numeral of a plot, `6 T`: a letter behind it that is no clitic, unit or mark of time."""
    tokens, end = passage.tokens, number.end
    if "verb-first" not in language.options or not _bare_digits(passage, number) or end >= len(tokens):
        return False
    letter = tokens[end]
    alone = letter.kind == "word" and len(letter.text) == 1 and end not in passage.found
    clitic = any(letter.text == prefix for layer in language.prefixes for prefix in layer)
    after = tokens[end + 1].kind if end + 1 < len(tokens) else "mark"
    return alone and not clitic and after != "number" and number.value <= MOST_PLOTS


MOST_PLOTS = 200
PLOTS = 40
"""Tokens of a list of places with their numbers."""


def _joined(passage: Passage, noun: Noun, language: Language) -> bool:
    """Tell a word no lexicon knows that seems to be joined on: "and Hamra 3"."""
    joiners = language.prefixes[0] if language.prefixes else ("\0",)
    return noun.match is None and passage.tokens[noun.start].text.startswith(joiners)


def _plot(passage: Passage, number: Number, noun: Noun | None, language: Language) -> bool:
    """Tell the number of a quarter, `the quarter X 4`, also further on in a list of them."""
    counts = noun is not None and noun.start >= number.end and not _joined(passage, noun, language)
    if "name-head" not in passage.groups or not _bare_digits(passage, number) or counts or number.value > MOST_PLOTS:
        return False
    if passage.at(number.end, "partitive", "number", "vague"):
        return False
    for at in range(number.start - 1, max(-1, number.start - 1 - PLOTS), -1):
        token = passage.tokens[at]
        head = passage.at(at, "name-head")
        if head is not None and head.entry.tag("numbered") and head.end <= number.start:
            return True
        if token.kind == "mark" and token.text not in ",،:":
            return False
        if passage.at(at, "stop", "speech", "unit", "qualifier", "change", "count-word", "outcome"):
            return False
    return False


CALLING = 10
"""Words before a short number among which a word of calling or sending makes it one to call."""
SHORTEST_CALL, LONGEST_CALL = 3, 6


def _called(passage: Passage, number: Number, noun: Noun | None) -> bool:
    """Tell a short number to call or to write to: bare digits, a word of calling before them, nothing counted."""
    if not number.digits or number.end != number.start + 1 or "contact-cue" not in passage.groups:
        return False
    digits = passage.tokens[number.start].text
    bare = digits.isdigit() and SHORTEST_CALL <= len(digits) <= LONGEST_CALL
    if not bare or (noun is not None and noun.start >= number.end):
        return False
    return any(passage.at(at, "contact-cue") for at in range(max(0, number.start - CALLING), number.start))


def _label(passage: Passage, number: Number, noun: Noun | None) -> Match | None:
    """Give the word that makes a label of an ordinal: "the second half", "the fourth region"."""
    if number.kind != "ordinal" or noun is None:
        return None
    match = passage.at(noun.start, "locator")
    if match is None:
        return None
    before = noun.start < number.start
    return match if match.entry.tag("position") != ("after" if before else "before") else None


FAR = 5
"""Words between the word for a law or a resolution and its number."""


def _far_label(passage: Passage, number: Number, unit: Match | None, noun: Noun | None) -> Match | None:
    """`Resolution of the Security Council 2216`: a bare numeral of three digits and more, and nothing it counts."""
    text = passage.tokens[number.start].text
    bare = number.digits and number.end == number.start + 1 and text.isdigit() and len(text) >= SHORTEST_CALL
    if not bare or unit is not None or (noun is not None and noun.start >= number.end):
        return None
    for at in range(number.start - 1, max(-1, number.start - 1 - FAR), -1):
        if passage.tokens[at].kind != "word" or passage.at(at, "stop", "speech", "qualifier", "number"):
            return None
        match = passage.at(at, "locator")
        if match is not None and match.entry.tag("far"):
            return match
    return None


def _marker(passage: Passage, number: Number) -> bool:
    """`3 - The approval of ...`: a short numeral at the start of a statement, with a dash set off behind it."""
    tokens, end = passage.tokens, number.end
    if not number.digits or end + 1 >= len(tokens) or tokens[end].text not in "-–" or number.value > MOST_ITEMS:
        return False
    first = number.start == 0 or tokens[number.start - 1].text in ".:؛;" or _begins_a_list(passage, number)
    return first and tokens[end].start > tokens[end - 1].end and tokens[end + 1].kind == "word"


def _begins_a_list(passage: Passage, number: Number) -> bool:
    """`The decisions 1 - ...`: the first number, right behind what is listed, and none to hold against it."""
    listed = passage.at(number.start - 1, "counted", "locator")
    many = listed is not None and listed.end == number.start and listed.form.number in ("", "plural")
    rest = range(number.end, min(len(passage.tokens), number.end + NEXT))
    return number.value == 1 and many and all(passage.tokens[at].kind != "number" for at in rest)


NEXT = 5

MOST_ITEMS = 30
