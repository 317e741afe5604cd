"""Nouns that count without a numeral: the dual says two, and a unit with a part of it says one and that part."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import cast

from factcheck.extract.amounts import NOTHING, further_parts
from factcheck.extract.found import FoundFigure, unshared
from factcheck.extract.intervals import interval
from factcheck.extract.nouns import Noun, counted_noun
from factcheck.extract.number import Number
from factcheck.extract.outcomes import with_outcome
from factcheck.extract.roles import duration_role
from factcheck.extract.scores import is_score
from factcheck.extract.units import unit_is_framed
from factcheck.model.figure import Figure, Form, Role
from factcheck.model.language import Language
from factcheck.text.passage import Match, Passage

TWO = Decimal(2)
COUNTING = ("counted", "unit")
ONE = ("singular", "accusative")
TWOS = ("dual", "construct")


def duals(passage: Passage, numbers: Mapping[int, Number], used: set[int], language: Language) -> Iterator[FoundFigure]:
    """Give the figures that nouns in the dual tell by themselves, at tokens that are part of no other claim."""
    until, free = 0, {at: number for at, number in numbers.items() if at not in used}
    for index in _duals(passage):
        match = _dual_noun(passage, index, language) if index not in used and index >= until else None
        if match is not None:
            found = unshared(_dual(passage, match, free, language), match.start, match.end, used)
            until = found.end
            yield found


def with_a_part(
    passage: Passage, numbers: Mapping[int, Number], used: frozenset[int], language: Language
) -> Iterator[FoundFigure]:
    """Give the amounts of one or two and a part that bear no numeral for what comes first."""
    yield from _ones_and_a_part(passage, numbers, used, language)
    yield from _twos_and_a_part(passage, numbers, used, language)


def _twos_and_a_part(
    passage: Passage, numbers: Mapping[int, Number], used: frozenset[int], language: Language
) -> Iterator[FoundFigure]:
    """Give the amounts of two and a part that bear no numeral for the two: "two hours and 7 minutes" in the dual."""
    behind = {number.end for number in numbers.values()}
    for index in _duals(passage) if numbers else ():
        match = _dual_noun(passage, index, language) if index not in used and index not in behind else None
        unit = match if match is not None and match.entry.group == "unit" else None
        if unit is not None and further_parts(passage, unit.end, unit, numbers, language) != NOTHING:
            yield _amount(passage, unit, TWO, numbers, language)


def _ones_and_a_part(
    passage: Passage, numbers: Mapping[int, Number], used: frozenset[int], language: Language
) -> Iterator[FoundFigure]:
    """Give the amounts of one and a part that bear no numeral for the one: "a year and a half"."""
    if not numbers:
        return
    ends = {number.end for number in numbers.values()}
    for index in passage.by_group.get("unit", ()):
        found = _one_and_a_part(passage, index, numbers, language) if index not in used and index not in ends else None
        if found is not None:
            yield found


def _duals(passage: Passage) -> list[int]:
    if passage.groups.isdisjoint(COUNTING):
        return []
    found = passage.found.items()
    return list({index: None for index, matches in found for match in matches if match.form.number in TWOS})


def _dual(passage: Passage, match: Match, numbers: Mapping[int, Number], language: Language) -> FoundFigure:
    if match.entry.group == "unit":
        return _amount(passage, match, TWO, numbers, language)
    text = " ".join(token.text for token in passage.tokens[match.start : match.end])
    span = interval(passage, Number(match.start, match.end, TWO, TWO, explain=(f"dual of {match.entry.key}: 2",)),
                    match.end)  # fmt: skip
    noun = Noun(counted_noun(text, match.entry, passage.groups), match.start, match.end, "dual", match)
    counted = with_outcome(passage, match.start, noun, language).counted
    role: Role = "score" if is_score(passage, match.start, match.end, counted.key) else "quantity"
    figure = Figure(
        span.low,
        span.high,
        passage.span(match.start, match.end),
        span.low_inclusive,
        span.high_inclusive,
        span.approximate,
        role=role,
        counted=counted,
    )
    return FoundFigure(span.start, span.end, figure, span.explain)


def _one_and_a_part(
    passage: Passage, index: int, numbers: Mapping[int, Number], language: Language
) -> FoundFigure | None:
    """Read "a year and a half", "an hour and 45 minutes": an indefinite unit, and what is added to one of it."""
    match = passage.at(index, "unit")
    if match is None or match.entry.tag("form") != "measure" or match.form.number in ("plural", "dual", "construct"):
        return None
    article = passage.at(index - 1, "stop") if index else None
    a = article is not None and article.entry.tag("class") == "article" and article.entry.key != "the"
    indefinite = a or (bool(language.prefixes) and match.form.number in ONE and _indefinite(match, language))
    if not indefinite or (index and passage.tokens[index - 1].kind == "number"):
        return None
    if further_parts(passage, match.end, match, numbers, language) == NOTHING:
        return None
    return _amount(passage, match, Decimal(1), numbers, language, index - 1 if a else index)


def _indefinite(match: Match, language: Language) -> bool:
    return not any(match.prefix.endswith(article) for article in language.prefixes[-1])


def _amount(
    passage: Passage,
    match: Match,
    count: Decimal,
    numbers: Mapping[int, Number],
    language: Language,
    start: int | None = None,
) -> FoundFigure:
    scale = Decimal(match.entry.tag("scale") or 1)
    parts = further_parts(passage, match.end, match, numbers, language)
    end = max(match.end, parts.end)
    below = passage.at(end, "minus")
    sign = -1 if below is not None and below.entry.tag("position") == "after" else 1
    value = sign * (count * scale + parts.added * scale)
    how = f"dual of {match.entry.key}: 2" if count == TWO else f"one {match.entry.key}"
    first = match.start if start is None else start
    number = Number(first, end, value, value, explain=(how, *parts.explain))
    span = interval(passage, number, end)
    role, why = duration_role(passage, first, end, end) if match.entry.tag("dimension") == "time" else ("quantity", "")
    figure = Figure(
        span.low,
        span.high,
        passage.span(first, end),
        span.low_inclusive,
        span.high_inclusive,
        span.approximate,
        form=cast("Form", match.entry.tag("form") or "measure"),
        role=role,
        unit=match.entry.key,
    )
    last = below.end if sign < 0 and below is not None else span.end
    return FoundFigure(span.start, max(last, end), figure, (*span.explain, *([why] if why else [])))


def _dual_noun(passage: Passage, index: int, language: Language) -> Match | None:
    """Give the noun or unit that says two by its dual ending; a definite one counts nobody, but for time.

    A dual that has lost its last letter stands before another noun: what follows it is no function word.
    """
    match = _told_dual(passage, index)
    if match is None or passage.at(index, "place", "given-name", "name-part") is not None:
        return None
    after = match.end
    cut = match.form.number == "construct" and match.end == index + 1
    if cut and (after >= len(passage.tokens) or passage.tokens[after].kind != "word" or passage.at(after, "stop")):
        return None
    thing = match.entry.tag("class") == "thing" and match.form.number == "construct"
    if thing and _definite(passage, after if cut else match.end - 1, language):
        return None
    if thing and cut and _two_names(passage, after, language):
        return None
    if match.entry.group == "counted" and _named(passage, index, language):
        return None
    before = passage.at(index - 1, "counted") if index else None
    if match.entry.group == "unit" and before is not None and before.form.number == "dual":
        return None  # "general" is spelt as "two years" is
    person = passage.at(index - 1, "counted", "title", "role") if index else None
    people = person is not None and person.entry.tag("class") in ("", "people")
    if people and match.entry.group == "unit" and match.entry.key == "a":
        return None  # "general" is spelt as "two years" is
    article = language.prefixes[-1] if language.prefixes else ()
    timed = match.entry.tag("dimension") == "time"
    return None if any(match.prefix.endswith(prefix) for prefix in article) and not timed else match


def _named(passage: Passage, index: int, language: Language) -> bool:
    """Tell the name of a band or a village that is spelt as a dual from two of a kind."""
    head = passage.at(index - 1, "name-head") if index else None
    if head is None or head.end != index or head.suffix:
        return False
    return not any(head.prefix.endswith(article) for article in language.prefixes[-1])


def _definite(passage: Passage, index: int, language: Language) -> bool:
    return any(passage.tokens[index].text.startswith(a) for layer in language.prefixes[-1:] for a in layer)


def _two_names(passage: Passage, index: int, language: Language) -> bool:
    """Tell "the towns of A and B", which says the two by name, from two of a kind."""
    if passage.at(index, "place", "given-name") is not None:
        return True
    joiners = language.prefixes[0] if language.prefixes else ()
    for at in range(index, min(len(passage.tokens) - 1, index + LONGEST_NAME)):
        known = passage.found.get(at)
        if passage.tokens[at].kind != "word" or (known and not passage.at(at, "place", "given-name")):
            return False
        joined = passage.tokens[at + 1].text.startswith(joiners or ("\0",))
        if joined and passage.at(at + 1, "stop") is None:
            return True
    return False


LONGEST_NAME = 2
"""Words of the first of two names."""


def _told_dual(passage: Passage, index: int) -> Match | None:
    """Give the dual at a token; where a unit and a noun share it ("decades", "contracts"), its frame tells."""
    found = [m for m in passage.found.get(index, ()) if m.form.number in TWOS]
    unit = next((m for m in found if m.entry.group == "unit"), None)
    noun = next((m for m in found if m.entry.group == "counted"), None)
    if unit is None or noun is None:
        return unit or noun
    framed = unit_is_framed(passage, index, unit.end)
    return unit if framed else noun
