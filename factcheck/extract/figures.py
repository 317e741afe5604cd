"""Figures of a passage: each number with its interval, unit, counted noun and role."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple, cast

from factcheck.extract.counted import Noun, counted_after, counted_before, counted_noun, dual_noun, with_outcome
from factcheck.extract.intervals import Interval, interval, joined_range
from factcheck.extract.number import Number, in_brackets
from factcheck.extract.numbers import find_numbers
from factcheck.extract.roles import role_of
from factcheck.model.figure import Figure, Form, Role
from factcheck.model.language import Language
from factcheck.text.passage import Match, Passage


class FoundFigure(NamedTuple):
    """A figure and the half-open range of tokens of its whole expression."""

    start: int
    end: int
    figure: Figure
    explain: tuple[str, ...]


def find_figures(passage: Passage, language: Language, taken: frozenset[int]) -> Iterator[FoundFigure]:
    """Give the figures of a passage in order; `taken` are tokens that are part of a date."""
    numbers = [n for n in find_numbers(passage, language) if not any(i in taken for i in range(n.start, n.end))]
    used: set[int] = set()
    until = 0
    for position, number in enumerate(numbers):
        if number.start < until:
            continue
        following = numbers[position + 1] if position + 1 < len(numbers) else None
        found = _figure(passage, number, following, language)
        if found is None:
            continue
        until = max(found.end, until)
        used.update(range(found.start, found.end))
        yield found
    for index in range(len(passage.tokens)):
        match = dual_noun(passage, index, language) if index not in used and index not in taken else None
        if match is not None:
            yield _dual(passage, match)


def _figure(passage: Passage, number: Number, following: Number | None, language: Language) -> FoundFigure | None:
    unit = _unit(passage, number, language)
    end = max(number.end, unit.end) if unit else number.end
    if unit is None and in_brackets(passage, number.start, number.end):
        end += 1
    score = _score(passage, number, following)
    if score is not None and following is not None:
        return score
    joined = joined_range(passage, number, following, end) or joined_range(passage, number, following, number.end)
    if joined is not None and following is not None:
        return _range(passage, number, following, joined, unit, language)
    if number.weak and unit is None and not _told_of(passage, number, end, language):
        return None
    span = interval(passage, number, end)
    bounded = _bounded(passage, number, following, span, language) if following is not None else None
    if bounded is not None:
        return bounded
    return _build(passage, number, span, number.start, number.end, end, unit, language)


def _told_of(passage: Passage, number: Number, end: int, language: Language) -> bool:
    """Tell whether a word that is often no number ("one") counts: casualties, and what is counted with a fraction."""
    if passage.at(number.end, "counted") is None:
        return False
    noun = _noun(passage, number, end, _form(number, None), "quantity", language)
    casualty = noun is not None and noun.counted.kind == "casualty"
    return casualty or number.kind != "cardinal"


def _bounded(passage: Passage, first: Number, second: Number, span: Interval, language: Language) -> FoundFigure | None:
    """Read "more than 100 and less than 300" as one figure with both bounds."""
    unit = _unit(passage, second, language)
    end = max(second.end, unit.end) if unit else second.end
    other = interval(passage, second, end)
    joint = range(span.end, other.start)
    joined = all(passage.at(at, "number-joiner") is not None or passage.tokens[at].text in ",،" for at in joint)
    if (span.low is None) == (span.high is None) or (other.low is None) == (other.high is None):
        return None
    low, high = (span, other) if span.high is None else (other, span)
    if not joined or low.low is None or high.high is None or low.low >= high.high:
        return None
    both = Interval(
        span.start,
        end,
        low.low,
        high.high,
        low.low_inclusive,
        high.high_inclusive,
        explain=(*span.explain, *other.explain),
    )
    return _build(passage, second, both, first.start, second.end, end, unit, language)


def _range(
    passage: Passage, first: Number, second: Number, opening: Match | bool, unit: Match | None, language: Language
) -> FoundFigure:
    last = _unit(passage, second, language)
    unit = last or unit
    end = max(second.end, last.end) if last else second.end
    start = opening.start if isinstance(opening, Match) else first.start
    low, high = first.low or Decimal(0), second.high or Decimal(0)
    if low > high and first.step == second.step:
        low, high = high, low
    if low < second.step <= high and first.step == 1 and second.step > 1:
        low *= second.step  # "between 3 and 4 million": the magnitude of the second serves both
    span = Interval(start, end, low, high, explain=(*first.explain, *second.explain, "range"))
    whole = replace(second, start=start)  # what stands before the range says what both its numbers are
    return _build(passage, whole, span, first.start, second.end, end, unit, language)


def _build(
    passage: Passage,
    number: Number,
    span: Interval,
    start: int,
    number_end: int,
    end: int,
    unit: Match | None,
    language: Language,
) -> FoundFigure:
    form = _form(number, unit)
    role, why = role_of(passage, number, end, unit, language)
    if not why and start > number.start:  # "aged between" is one entry, and ends where the range's first number begins
        role, why = role_of(passage, replace(number, start=start), end, unit, language)
    noun = _noun(passage, number, end, form, role, language)
    scale = Decimal(unit.entry.tag("scale") or 1) if unit else Decimal(1)
    explain = [*span.explain]
    if unit is not None:
        explain.append(f"unit {unit.entry.key}")
    if noun is not None:
        explain.append(
            f"counts {noun.counted.text} ({noun.how}{f', key {noun.counted.key}' if noun.counted.key else ''})"
        )
    if why:
        explain.append(why)
    figure = Figure(
        low=span.low * scale if span.low is not None else None,
        high=span.high * scale if span.high is not None else None,
        number=passage.span(start, number_end),
        low_inclusive=span.low_inclusive,
        high_inclusive=span.high_inclusive,
        approximate=span.approximate,
        form=form,
        role=role,
        unit=unit.entry.key if unit else None,
        counted=noun.counted if noun else None,
        step=number.step * scale,
        readings=number.readings,
    )
    first = min(span.start, unit.start) if unit else span.start
    last = max(span.end, noun.end) if noun and noun.start >= number.end else span.end
    return FoundFigure(first, last, figure, tuple(explain))


def _form(number: Number, unit: Match | None) -> Form:
    if unit is not None:
        return cast("Form", unit.entry.tag("form") or "measure")
    if number.kind == "fraction":
        return "ratio"
    return cast("Form", number.kind)


def _unit(passage: Passage, number: Number, language: Language) -> Match | None:
    """Give the unit after a number, or the symbol right before it."""
    after = passage.at(number.end, "unit")
    if after is None and number.end < len(passage.tokens):
        stop = passage.at(number.end, "stop")  # "millions of dollars"
        hyphen = passage.tokens[number.end].text == "-"
        closing = passage.tokens[number.end].text == ")"
        partitive = stop is not None and stop.entry.key in ("of", "from") and number.kind == "vague"
        after = passage.at(number.end + 1, "unit") if hyphen or partitive or closing else None
    if (
        after is not None
        and after.entry.tag("glued")
        and passage.tokens[after.start - 1].end != passage.tokens[after.start].start
    ):
        after = None
    if after is not None:
        return after
    return _symbol(passage, number)


def _symbol(passage: Passage, number: Number) -> Match | None:
    """Give the currency mark that ends right before a number ("US$" is two tokens), or a percent sign glued to it."""
    for start in range(max(0, number.start - LONGEST_SYMBOL), number.start):
        match = passage.at(start, "unit")
        if match is None or match.end != number.start:
            continue
        glued = passage.tokens[number.start - 1].end == passage.tokens[number.start].start
        if match.entry.tag("position") == "before" or (match.entry.tag("form") == "percent" and glued):
            return match
    return None


LONGEST_SYMBOL = 2
"""Tokens of a currency mark."""


def _noun(passage: Passage, number: Number, end: int, form: Form, role: Role, language: Language) -> Noun | None:
    if role in ("locator", "contact", "time", "name-part"):
        return None
    if form in ("money", "measure", "percent", "percentage-point"):
        return None if passage.at(end, "stop") is None else _of(passage, end, language)
    noun = counted_after(passage, end, language) or counted_before(passage, number.start)
    return with_outcome(passage, number.start, noun, language) if noun is not None else None


def _of(passage: Passage, end: int, language: Language) -> Noun | None:
    stop = passage.at(end, "stop")
    if stop is None or stop.entry.key not in ("of", "from"):
        return None
    return counted_after(passage, end, language)


def _score(passage: Passage, number: Number, following: Number | None) -> FoundFigure | None:
    """`3-2` beside a word of sport is a score; elsewhere two numbers with a dash are a range."""
    if following is None or following.start != number.end + 1 or passage.tokens[number.end].text not in "-–/":
        return None
    small = number.low is not None and following.low is not None and max(number.low, following.low) < 200
    if not small or "score" not in passage.groups or passage.at(following.end, "counted", "unit"):
        return None
    span = passage.span(number.start, following.end)
    low, high = sorted((number.low or Decimal(0), following.low or Decimal(0)))  # papers write either side first
    figure = Figure(low, high, span, form="ratio", role="score")
    return FoundFigure(number.start, following.end, figure, (*number.explain, *following.explain, "score"))


def _dual(passage: Passage, match: Match) -> FoundFigure:
    two = Decimal(2)
    is_unit = match.entry.group == "unit"
    scale = Decimal(match.entry.tag("scale") or 1) if is_unit else Decimal(1)
    text = " ".join(token.text for token in passage.tokens[match.start : match.end])
    role: Role = "quantity"
    if (
        is_unit
        and match.entry.tag("dimension") == "time"
        and any(m.end == match.start for m in _around(passage, match.start))
    ):
        role = "period"
    figure = Figure(
        two * scale,
        two * scale,
        passage.span(match.start, match.end),
        form=cast("Form", match.entry.tag("form") or "measure") if is_unit else "cardinal",
        role=role,
        unit=match.entry.key if is_unit else None,
        counted=None if is_unit else counted_noun(text, match.entry),
    )
    return FoundFigure(match.start, match.end, figure, (f"dual of {match.entry.key}: 2",))


def _around(passage: Passage, index: int) -> Sequence[Match]:
    return [m for start in range(max(0, index - 4), index) if (m := passage.at(start, "period")) is not None]
