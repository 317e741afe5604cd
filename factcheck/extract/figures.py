"""Figures of a passage: each number with its interval, unit, counted noun and role."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from msgspec.structs import replace

from factcheck.extract.age_decades import age_decades
from factcheck.extract.amounts import below_zero, whole_amount
from factcheck.extract.clocks import in_hours, one_o_clock, time_of_day
from factcheck.extract.counted import counted_of, partitive
from factcheck.extract.days import further_days
from factcheck.extract.duals import duals, with_a_part
from factcheck.extract.ends import like, one_change, shares_magnitude, told_ends
from factcheck.extract.forms import form_of, in_points
from factcheck.extract.found import FoundFigure, unshared
from factcheck.extract.intervals import Interval, interval, joined_range, qualifier_before
from factcheck.extract.minutes import minute_of_play
from factcheck.extract.noun_phrase import noun_before
from factcheck.extract.nouns import Noun, behind_the
from factcheck.extract.number import Number, set_off, stands_alone
from factcheck.extract.numbers import find_numbers
from factcheck.extract.outcomes import bare_outcome, with_outcome
from factcheck.extract.postposed import behind_article
from factcheck.extract.ranks import ranked
from factcheck.extract.roles import duration_role, role_of
from factcheck.extract.scores import told_score
from factcheck.extract.several import one_of_several, out_of
from factcheck.extract.shared import MILLION, of_money, of_same, of_them, shared, some_of_them
from factcheck.extract.thousands import as_thousands
from factcheck.extract.units import past_closing, quoted_against, rate_of, unit_of
from factcheck.model.figure import Counted, Figure
from factcheck.model.language import Language
from factcheck.text.passage import Match, Passage


def find_figures(passage: Passage, language: Language, taken: frozenset[int]) -> Iterator[FoundFigure]:
    """Give the figures of a passage in order; `taken` are tokens that are part of a date."""
    taken |= {at for m in passage.matches("month") if m.end > m.start + 1 for at in range(m.start, m.end)}
    read = list(find_numbers(passage, language))
    taken = taken | further_days(passage, read, taken)
    numbers = [n for n in read if taken.isdisjoint(range(n.start, n.end))]
    by_start = {number.start: number for number in numbers}
    first = [*age_decades(passage, taken), *with_a_part(passage, by_start, taken, language)]
    yield from first
    used = {*taken, *(at for found in first for at in range(found.start, found.end))}
    until, money, counted = 0, "", None
    last: FoundFigure | None = None
    ranked_last: FoundFigure | None = None
    told: list[FoundFigure] = []
    for position, number in enumerate(numbers):
        if number.start < until or number.start in used:
            continue
        following = numbers[position + 1] if position + 1 < len(numbers) else None
        found = _figure(passage, number, following, by_start, language)
        if found is None:
            continue
        found = unshared(found, number.start, number.end, used)
        found = shared(passage, found, last)
        found = out_of(passage, found, number, following, language)
        if ranked_last is not None:
            found = of_same(passage, found, ranked_last, language)
        found = one_of_several(passage, found, told, language)
        told.append(found)
        if found.figure.form == "ordinal":
            ranked_last = found
        last = found
        if money and number.magnitude >= MILLION:
            found = of_money(found, money)
        money = (found.figure.unit or money) if found.figure.form == "money" else money
        if counted is not None and some_of_them(passage, found.start, number.end):
            found = of_them(found, counted)
        counted = found.figure.counted or counted
        until = max(found.end, until)
        used.update(range(found.start, found.end))
        yield found
    yield from duals(passage, by_start, used, language)


def _figure(
    passage: Passage, number: Number, following: Number | None, numbers: Mapping[int, Number], language: Language
) -> FoundFigure | None:
    told = time_of_day(passage, number, following) or told_score(passage, number, following)
    told = told or minute_of_play(passage, number, language)
    if told is not None:
        return told
    number = ranked(passage, number, language)
    unit = unit_of(passage, number, language)
    end = max(number.end, unit.end) if unit else past_closing(passage, number)
    if following is not None:
        last = unit_of(passage, following, language)
        one_scale = unit is None or last is None or unit.entry.key == last.entry.key
        joined = joined_range(passage, number, following, end) or joined_range(passage, number, following, number.end)
        if joined is not None and one_scale:
            return _range(passage, number, following, joined, unit, numbers, language)
        if unit is None and one_change(passage, number, following):
            number, unit = like(number, following), last  # "from 131 to 123.5 billion dollars"
    if number.weak and not _counts(passage, number, unit, end, language):
        return None
    if unit is not None:
        number, end = whole_amount(passage, number, unit, end, numbers, language)
    number, end = below_zero(passage, number, end)
    span = interval(passage, number, end, timed=unit is not None and unit.entry.tag("dimension") == "time")
    bounded = _bounded(passage, number, following, span, numbers, language) if following is not None else None
    if bounded is not None:
        return bounded
    return _build(passage, number, span, number.start, number.end, end, unit, numbers, language)


def _counts(passage: Passage, number: Number, unit: Match | None, end: int, language: Language) -> bool:
    """Tell whether a weak word ("one", "half") is a number here: with a unit, of casualties, alone, behind its noun."""
    if stands_alone(passage, number.start, number.end) or one_o_clock(passage, number):
        return True
    if unit is not None:
        return number.weak != "part"
    if number.weak != "yes":
        return False
    if number.kind == "cardinal" and number.value == 1 and "verb-first" in language.options:
        noun = noun_before(passage, number.start, language)
        known = noun is not None and noun.match is not None and noun.match.entry.group == "counted"
        if known and noun is not None and noun.match is not None and not noun.match.prefix:
            return noun.match.form.number not in ("dual", "plural")
    if passage.at(end, "counted") is None and number.kind == "cardinal":
        return False
    noun = counted_of(passage, number, end, language)
    if number.kind == "ordinal":
        day = passage.at(end, "unit")
        timed = day is not None and day.entry.tag("dimension") == "time" and not day.prefix
        before = passage.at(number.start - 1, "counted") if number.start else None
        beside = before is not None and before.end == number.start and not before.prefix
        after = noun is not None and noun.start >= end and "verb-first" in language.options
        return timed or beside or passage.at(end, "counted") is not None or after
    hedged = number.kind == "fraction" and qualifier_before(passage, number.start) is not None
    if noun is None or noun.start < number.start or (noun.match is None and not hedged):
        return False
    return number.kind != "cardinal" or noun.counted.kind == "casualty"


def _bounded(
    passage: Passage,
    first: Number,
    second: Number,
    span: Interval,
    numbers: Mapping[int, Number],
    language: Language,
) -> FoundFigure | None:
    """Read "more than 100 and less than 300" as one figure with both bounds."""
    unit = unit_of(passage, second, language)
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
    return _build(passage, second, both, first.start, second.end, end, unit, numbers, language)


def _range(
    passage: Passage,
    first: Number,
    second: Number,
    opening: Match | bool,
    unit: Match | None,
    numbers: Mapping[int, Number],
    language: Language,
) -> FoundFigure:
    begin = min(first.start, unit.start) if unit is not None else first.start  # the mark of a currency
    last = unit_of(passage, second, language)
    ends = told_ends(first, second, opening, each=unit is not None and last is not None)
    unit = last or unit
    end = max(second.end, last.end) if last else second.end
    start = opening.start if isinstance(opening, Match) else begin
    low, high = first.low or Decimal(0), second.high or Decimal(0)
    if shares_magnitude(first, second):
        low *= second.magnitude  # "between 3 and 4 million": the magnitude of the second serves both
    low, high = min(low, high), max(low, high)
    hedge = qualifier_before(passage, start)
    about = hedge is not None and hedge.entry.tag("approximate") == "yes"
    start = hedge.start if hedge is not None and about else start
    span = Interval(
        start, end, low, high, approximate=about, explain=(*first.explain, *second.explain, "range"), ends=ends
    )
    opened = opening.start if isinstance(opening, Match) else first.start
    whole = replace(second, start=opened)  # what stands before the range says what both its numbers are
    return _build(passage, whole, span, first.start, second.end, end, unit, numbers, language)


def _build(
    passage: Passage,
    number: Number,
    span: Interval,
    start: int,
    number_end: int,
    end: int,
    unit: Match | None,
    numbers: Mapping[int, Number],
    language: Language,
) -> FoundFigure:
    noun = _noun(passage, number, end, unit, language)
    if unit is None and noun is not None and noun.match is not None and noun.match.entry.group == "unit":
        if number.kind in ("cardinal", "vague"):
            unit, noun = noun.match, None  # "the last four years" where the numeral follows its noun
        elif noun is not None:
            noun = noun._replace(match=None)
    form, percent = form_of(passage, number, unit, noun, end)
    points = unit is None and in_points(passage, noun)
    form = "percentage-point" if points else form
    points_end = noun.end if points and noun is not None else 0
    noun = None if points else partitive(passage, end, language) if percent else noun
    role, why = role_of(passage, number, end, unit, noun, language)
    timed = unit is not None and unit.entry.tag("dimension") == "time"
    if unit is not None and timed and unit.end <= number.start and role == "quantity":
        role, why = duration_role(passage, unit.start, number.end, end)  # "over the decades three"
    if not why and start > number.start:  # "aged between" is one entry, and ends where the range's first number begins
        role, why = role_of(passage, replace(number, start=start), end, unit, noun, language)
    if role == "time" and number.digits and unit is None:
        span = in_hours(span, number.step)
    if role == "time" or (role in ("locator", "contact", "name-part") and number.kind != "ordinal"):
        noun = None
    if role == "age" and noun is not None and noun.match is None:
        noun = None  # "twenty of his life"
    if noun is not None and role in ("locator", "name-part"):
        noun = noun._replace(counted=Counted(noun.counted.text))  # what a label is on is not counted
    if noun is not None:
        noun = with_outcome(passage, number.start, noun, language)
    elif unit is None and role == "quantity" and number.kind in ("cardinal", "vague"):
        noun = bare_outcome(passage, span.start, end, language)
    scale = Decimal(unit.entry.tag("scale") or 1) if unit else Decimal(1)
    rate = rate_of(passage, end, unit, numbers.get(end + 1)) if role in ("quantity", "period") else None
    quoted = quoted_against(passage, span.start, unit) if rate is None else None
    span, swapped = as_thousands(span, number, form, counts=noun is not None)
    explain = [*span.explain, *swapped]
    if unit is not None:
        explain.append(f"unit {unit.entry.key}")
    if percent:
        explain.append(percent)
    per = rate[0] if rate is not None else quoted.entry.key if quoted is not None else None
    if per is not None:
        explain.append(f"per {per}")
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
        unit=unit.entry.key if unit else "pp" if points else "%" if percent else None,
        per=per,
        counted=noun.counted if noun else None,
        step=Decimal(1) if swapped else number.step * scale,
        readings=() if role == "time" else (number.value,) if swapped else tuple(r * scale for r in number.readings),
        definite=number.definite or behind_the(passage, start) or behind_article(passage, number, language),
        ends=span.ends,
    )
    first = min(span.start, unit.start) if unit and unit.end <= number.end else span.start
    first = quoted.start if quoted is not None else first
    numeral = set_off(passage, number.start, number.start + 1)
    if first == number.start and (numeral or past_closing(passage, number) > number.end):
        first -= 1  # a numeral in brackets or quotation marks is read with them
    last = max(span.end, noun.end) if noun and noun.start >= number.end else max(span.end, points_end)
    if rate is not None and end + 1 in numbers and rate[1] > numbers[end + 1].start:
        last = max(last, rate[1])  # the hundred thousand of a rate is no figure of its own
    return FoundFigure(first, last, figure, tuple(explain))


def _noun(passage: Passage, number: Number, end: int, unit: Match | None, language: Language) -> Noun | None:
    if unit is None:
        return counted_of(passage, number, end, language)
    form, dimension = unit.entry.tag("form"), unit.entry.tag("dimension")
    compared = any(passage.at(at, "comparison", "change") for at in range(max(0, number.start - 3), number.start))
    if dimension in ("length", "time", "speed") or compared:
        return None
    stop = passage.at(end, "stop")
    if form == "money" and stop is not None and stop.entry.key == "from":
        return None  # where one word says "of" and "from", money comes from
    return partitive(passage, end, language) if form else None
