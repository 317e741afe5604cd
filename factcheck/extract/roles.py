"""What part a number plays: a quantity, or an address, an age, a clock time, a score, part of a name."""

from __future__ import annotations

from factcheck.extract.labels import labelled_by
from factcheck.extract.names_with_numbers import QUOTES, part_of_name
from factcheck.extract.nouns import Noun
from factcheck.extract.number import COMMAS, Number, set_off
from factcheck.extract.number_runs import in_a_run
from factcheck.extract.scores import is_score
from factcheck.model.figure import Role
from factcheck.model.language import Language
from factcheck.text.passage import Match, Passage

LONGEST_COUNT = 7
"""A run of more digits with no mark in it is a telephone or serial number."""


def role_of(
    passage: Passage, number: Number, end: int, unit: Match | None, noun: Noun | None, language: Language
) -> tuple[Role, str]:
    """Decide the role of a number whose expression ends at `end`, and say by what."""
    if _lettered(passage, number, noun, language):
        return "locator", "locator: a letter glued to a numeral"
    if _age_beside_name(passage, number, end, unit, language):
        return "age", "age: set off behind a name"
    named = part_of_name(passage, number, unit, noun, language)
    if named is not None:
        return "name-part", f"name-part: {named}"
    labelled = labelled_by(passage, number, unit, noun, language)
    if labelled is not None:
        return labelled
    run = in_a_run(passage, number) if unit is None else None
    if run is not None:
        return run
    for group, role in _BESIDE:
        beside = _before(passage, number.start, group) or _after(passage, number.end, end, group)
        if beside is not None and _applies(passage, beside, number, role, unit, noun):
            return role, f"{role}: {group} {beside.entry.key}"
    if noun is not None and number.kind != "ordinal" and is_score(passage, number.start, noun.end, noun.counted.key):
        return "score", "score: goals beside a word of sport"
    if number.digits and number.end - number.start == 1:
        digits = passage.tokens[number.start].text
        if digits.isdigit() and (len(digits) > LONGEST_COUNT + 3 or (digits.startswith("0") and len(digits) > 2)):
            return "contact", "contact: a bare run of digits"
        if (
            digits.isdigit()
            and number.low is not None
            and number.low <= LAST_DAY
            and _day_of_month(passage, number.end)
        ):
            return "time", "time: a day of the month"
    if number.kind == "ordinal" and _day_of_month(passage, _past_ordinal(passage, number.end, language)):
        return "time", "time: a day of the month"
    if unit is not None and unit.entry.tag("dimension") == "time":
        return duration_role(passage, number.start, number.end, end)
    return "quantity", ""


def _applies(
    passage: Passage, beside: Match, number: Number, role: Role, unit: Match | None, noun: Noun | None
) -> bool:
    """Tell whether a telling word beside a number is about it: a currency before a bracket opens no name."""
    timed = unit is not None and unit.entry.tag("dimension") == "time"
    if unit is not None and role in ("age", "time") and not timed:
        return False
    if role == "time" and number.kind == "ordinal" and noun is not None and noun.match is not None:
        return False  # "the second match on Thursday evening"
    if role == "locator" and unit is not None and timed and (unit.form.number != "singular" or number.weak):
        return False  # "the session five days"
    if role == "locator" and noun is not None and _agrees(passage, number, noun):
        return False  # "in the centre (45) trainees"
    if beside.entry.tag("timed") and not timed:
        return False
    if beside.entry.tag("ordinal") and number.kind != "ordinal":
        return False
    if role == "locator" and unit is not None and not timed and unit.entry.tag("form") == "measure":
        return False  # "room temperature 25 degrees"
    if role == "locator" and number.weak:
        return False  # "one centre" is no centre of that number
    if beside.entry.tag("alone") and noun is not None and noun.start >= number.end:
        return False  # "a list of 23 players" is no list of that number
    longer = any(m.end > beside.start for m in passage.found.get(beside.start - 1, ()))
    word = not (number.digits or number.definite) and beside.end == number.start
    if role == "name-part" and (longer or word or number.magnitude > 1):
        return False  # "943 in all", "a third group", "the group 108 thousand people"
    amount = beside.start > 0 and passage.tokens[beside.start - 1].kind == "number"
    worded = passage.at(beside.start - 1, "number", "vague") is not None if beside.start else False
    named = role == "name-part" and passage.at(beside.start, "unit") is not None
    return not (named and (amount or worded or beside.end != number.start))


def _agrees(passage: Passage, number: Number, noun: Noun) -> bool:
    """Tell a noun behind a number that can be nothing but what it counts, by its form."""
    if noun.match is None or noun.match.entry.group != "counted" or noun.start < number.end or noun.match.prefix:
        return False
    accusative = noun.match.form.number == "accusative"
    return accusative or (noun.start > number.end and set_off(passage, number.start, number.end))


def duration_role(passage: Passage, start: int, number_end: int, end: int) -> tuple[Role, str]:
    """Tell a stretch of time that only frames what is told ("in the last two years") from one that is told itself."""
    frame = _before(passage, start, "period") or _after(passage, number_end, end, "period")
    if frame is None or frame.entry.tag("told"):
        return "quantity", ""
    return "period", f"period: {frame.entry.key}"


_BESIDE: tuple[tuple[str, Role], ...] = (
    ("name-part", "name-part"),
    ("locator", "locator"),
    ("contact", "contact"),
    ("clock", "time"),  # before the age: "died at 5 p.m."
    ("age", "age"),
)


LONGEST_LETTERS = 2
OLDEST = 120


def _lettered(passage: Passage, number: Number, noun: Noun | None, language: Language) -> bool:
    """Tell `M25` and `A1` from a numeral with a clitic or a currency before it."""
    if number.start == 0 or not number.digits or number.end - number.start > 1:
        return False
    before = passage.tokens[number.start - 1]
    glued = before.kind == "word" and before.end == passage.tokens[number.start].start
    beside = passage.at(number.start - 1, "unit", "name-part", "qualifier", "clock")
    if not glued:
        return False
    if len(before.text) > LONGEST_LETTERS:  # a word with a numeral glued to it, and nothing that it counts
        return beside is None and noun is None and not passage.found.get(number.start - 1)
    if beside is not None and (beside.entry.group != "unit" or beside.entry.tag("position") == "before"):
        return False
    return not any(before.text.startswith(prefix) for layer in language.prefixes for prefix in layer)


def _age_beside_name(passage: Passage, number: Number, end: int, unit: Match | None, language: Language) -> bool:
    """Tell years in brackets, and a number between commas behind a word no lexicon knows, for the age they are."""
    tokens, after = passage.tokens, end if unit is not None else number.end
    if number.start < 2 or after >= len(tokens) or number.low is None or not 0 < number.low <= OLDEST:
        return False
    marks = tokens[number.start - 1].text, tokens[after].text
    if unit is not None and unit.entry.key == "a" and marks[0] == "(":
        return marks[1] == ")" or _described(passage, number.start - 1, language)
    if unit is not None and set(marks) <= COMMAS and number.digits and unit.entry.key == "a":
        before = tokens[number.start - 2].text  # "the driver «M. A.», 43 years, ...", "the driver Omar, 43 years, ..."
        return before in CLOSING or passage.at(number.start - 2, "given-name", "second-name") is not None
    if unit is not None:
        return (marks == ("(", ")") or set(marks) <= QUOTES) and unit.entry.key == "a"
    name = number.start - 2
    if not number.digits or tokens[name].kind != "word":
        return False
    given = passage.at(name, "given-name") is not None
    return (marks == ("(", ")") and given) or (marks == (",", ",") and (given or name not in passage.found))


CLOSING = frozenset('»”"')
"""Marks that end a name in quotation marks."""
DESCRIPTION = 4
"""Words that may describe a person before the age in brackets."""


def _described(passage: Passage, index: int, language: Language) -> bool:
    """Tell whether a bracket at a token stands right behind a name or the description of one person."""
    if passage.tokens[index - 1].kind != "word":
        return False
    for at in range(index - 1, max(-1, index - 1 - DESCRIPTION), -1):
        if passage.tokens[at].kind != "word":
            return False
        if passage.at(at, "given-name"):
            return True
        person = passage.at(at, "counted", "role", "title")
        someone = person is not None and person.entry.tag("class") in ("", "people") and not person.prefix
        if someone and person is not None and person.form.number in ("", "singular"):
            return True
        place = passage.at(at, "place")
        if at == index - 1 and place is not None and place.entry.tag("demonym") and not place.prefix:
            return True
        if passage.at(at, "period", "speech"):
            return False
    return False


def _before(passage: Passage, index: int, group: str) -> Match | None:
    """Give the match that ends right before a token, over an opening bracket or a colon."""
    if group not in passage.groups:
        return None
    ends = {index}
    at = index - 1
    while at >= 0 and passage.tokens[at].text in '(:«"“#№':
        ends.add(at)
        at -= 1
    for match in passage.within(group, at - 4, index):
        if match.end in ends and match.entry.tag("position") != "after" and not match.suffix:
            return match
    return None


def _after(passage: Passage, number_end: int, end: int, group: str) -> Match | None:
    for at in sorted({number_end, end}) if group in passage.groups else ():
        match = passage.at(at, group)
        if match is not None and match.entry.tag("position") in ("after", "either"):
            return match
        if at < len(passage.tokens) and passage.tokens[at].text == ")":
            match = passage.at(at + 1, group)
            if match is not None and match.entry.tag("position") == "after":
                return match
    return None


def _past_ordinal(passage: Passage, index: int, language: Language) -> int:
    """Step over one more ordinal joined on ("the second and the fifth of the month")."""
    match = passage.at(index, "ordinal")
    joined = match is not None and bool(language.prefixes) and match.prefix.startswith(language.prefixes[0])
    return match.end if match is not None and joined else index


LAST_DAY = 31


def _day_of_month(passage: Passage, index: int) -> bool:
    """Tell "the 12th of this month" from twelve months: it is a day."""
    if passage.at(index, "ordinal-suffix"):
        index += 1
    of = passage.at(index, "partitive")
    if of is None:
        return False
    if passage.at(of.end, "month") is not None:
        return True
    return any((m := passage.at(at, "unit")) is not None and m.entry.key == "mo" for at in (of.end, of.end + 1))
