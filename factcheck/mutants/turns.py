"""What turns a silent example into one that must fire; each check names those that fit it (`Check.turns`)."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from itertools import takewhile

from factcheck.languages.loader import load_languages
from factcheck.model.claim import Claim
from factcheck.model.span import Span
from factcheck.mutants.dates import DAYS_ON, day_edit, moved_on, weekday_edit, whole_day
from factcheck.mutants.hedges import hedge
from factcheck.mutants.numbers import FAR, edit, exact
from factcheck.mutants.speakers import ENDS, source_edit, spoken
from factcheck.mutants.tried import Edit, Mutant, Tried

YEARS_OLDER = 9
LONG_QUOTE = 6
"""Words of a quotation that is a statement of its own."""
LITTLE = 2
"""What is taken from a total, which may be more than the parts that are told, and never less."""
LONG = 1000
"""The least number of four digits."""
MONTH = datetime.timedelta(days=40)


def equal_figures(tried: Tried) -> Iterator[Mutant]:
    """Change one of two equal figures of one thing, told at two places."""
    for here, there in _twins(tried, lambda claim: claim.figure is not None and exact(claim) is not None):
        value = exact(there[1])
        if value is not None and _figure_key(here[1]) == _figure_key(there[1]):
            yield from _fires("equal figures parted", edit(there[0], there[1], value * FAR))


def equal_ages(tried: Tried) -> Iterator[Mutant]:
    """Make somebody older in one of two reports that give one age."""
    for here, there in _twins(tried, lambda claim: claim.name is not None and claim.name.age is not None):
        one, other = here[1].name, there[1].name
        if one is None or other is None or one.age is None or other.age is None or one.key != other.key:
            continue
        number = next(
            (c for c in tried.readings[there[0]].claims if c.figure and c.span.overlaps(other.age.span)), None
        )
        if one.age.value == other.age.value and number is not None:
            yield from _fires("equal ages parted", edit(there[0], number, other.age.value + YEARS_OLDER))


def equal_dates(tried: Tried) -> Iterator[Mutant]:
    """Move one of two equal dates, told at two places."""
    for here, there in _twins(tried, lambda claim: claim.date is not None):
        if _day_key(here[1]) == _day_key(there[1]):
            yield from _fires("equal dates parted", moved_on(tried, there[0], there[1]))


def right_weekday(tried: Tried) -> Iterator[Mutant]:
    """Print another weekday beside a date whose weekday is right."""
    for number, claim in _claims(tried):
        day = whole_day(claim)
        if day is not None and claim.date is not None and claim.date.weekday == day.isoweekday():
            other = (day.isoweekday() - 1 + DAYS_ON) % 7 + 1
            yield from _fires("the right weekday changed", weekday_edit(tried, number, claim, other))


def right_day(tried: Tried) -> Iterator[Mutant]:
    """Print another Gregorian day beside the Hijri one it is the same as."""
    for number, claim in _claims(tried):
        day = whole_day(claim)
        if day is not None and claim.date is not None and claim.date.corresponds and claim.date.calendar == "gregorian":
            yield from _fires("the right day changed", day_edit(tried, number, claim, day + MONTH))


def held_sum(tried: Tried) -> Iterator[Mutant]:
    """Change a total that is what its parts add up to."""
    yield from _set_aside(tried, "sum-holds", "a right total changed")


def agreeing_table(tried: Tried) -> Iterator[Mutant]:
    """Change a cell of a table that agrees with the text."""
    yield from _set_aside(tried, "table-agrees", "an agreeing cell changed")


def known_figure(tried: Tried) -> Iterator[Mutant]:
    """Change a figure that is what the desk's facts say."""
    yield from _set_aside(tried, "fact-agrees", "a figure the desk knows changed", FAR)


def right_list(tried: Tried) -> Iterator[Mutant]:
    """Announce more things than a list of as many as were announced holds."""
    for number, reading in enumerate(tried.readings):
        for claim in reading.claims:
            behind = [s.kind for s in reading.sentences if s.index > claim.context.sentence]
            items = sum(1 for _ in takewhile(lambda kind: kind == "bullet", behind))
            beside = [c for c in reading.claims if c.figure and c.context.sentence == claim.context.sentence]
            if items and exact(claim) == items and len(beside) == 1:
                yield from _fires("a right number of items changed", edit(number, claim, Decimal(items + LITTLE)))


def named_source(tried: Tried) -> Iterator[Mutant]:
    """Let nobody one could call say what somebody with a name says."""
    told = [(n, a) for n, reading in enumerate(tried.readings) for a in reading.attributions]
    for number, attribution in told if len(told) == 1 else ():
        source, samples = attribution.source, tried.samples(number)
        if source is not None and samples is not None and source.kind in ("person", "role") and source.name is None:
            yield from _fires("a source without its name", source_edit(tried, number, source.span, samples.unnamed))


def vouched_for(tried: Tried) -> Iterator[Mutant]:
    """Print what somebody vouches for without saying who."""
    for number, reading in enumerate(tried.readings):
        for sentence in reading.sentences:
            told = spoken(tried, number, sentence.span)
            cue = told[0].cue if len(told) == len(reading.attributions) == 1 else None
            if cue is not None and sentence.span.covers(cue) and sentence.span.covers(told[0].content):
                said = reading.report.surface(told[0].content).strip(ENDS + " ")
                yield from _fires("nobody vouches", Edit(number, sentence.span, f"{said[:1].upper()}{said[1:]}."))


def equal_quotes(tried: Tried) -> Iterator[Mutant]:
    """Deny what is quoted in one of two reports that quote the same."""
    for here, there in _twins(tried, lambda claim: claim.quote is not None):
        one, other, samples = here[1].quote, there[1].quote, tried.samples(there[0])
        if one is not None and other is not None and one.words == other.words and samples is not None:
            first, _, rest = tried.surface(there[0], there[1].span).partition(" ")
            text = samples.deny.format(first=first, rest=rest)
            yield from _fires("one of two equal quotations denied", Edit(there[0], there[1].span, text))


def spoken_quote(tried: Tried) -> Iterator[Mutant]:
    """Leave out who says a quotation, and all else of its sentence, where nobody spoke before."""
    for number, reading in enumerate(tried.readings):
        for claim in reading.claims:
            sentence = next((s.span for s in reading.sentences if s.index == claim.context.sentence), None)
            told = spoken(tried, number, sentence) if sentence is not None else []
            marks = Span(claim.span.start - 1, claim.span.end + 1, claim.span.field)
            if claim.quote is None or sentence is None or len(told) != 1 or len(reading.attributions) != 1:
                continue
            cue = told[0].cue
            if (
                len(claim.quote.words) >= LONG_QUOTE
                and cue is not None
                and sentence.covers(cue)
                and sentence.covers(marks)
            ):
                said = reading.report.surface(marks)
                yield from _fires("a quotation without its speaker", Edit(number, sentence, f"{said}."))


def closed_quotation(tried: Tried) -> Iterator[Mutant]:
    """Leave a quotation open that ends its report, or all that is quoted in it."""
    for number, reading in enumerate(tried.readings):
        quotes = [claim for claim in reading.claims if claim.quote is not None]
        end = quotes[0].span.end if len(quotes) == 1 and quotes[0].span.field == "text" else 0
        marks = {mark for pair in load_languages()[reading.report.language].quotes for mark in pair}
        if end and reading.report.text[end : end + 1] in marks:
            yield from _fires("a quotation left open", Edit(number, Span(end, end + 1), ""))


def same_speaker(tried: Tried) -> Iterator[Mutant]:
    """Give to somebody else what a person with a name says in both reports."""
    told = [[a for a in reading.attributions if a.source is not None] for reading in tried.readings]
    if len(told) != 2 or any(len(attributions) != 1 for attributions in told):
        return
    first, second, samples = told[0][0].source, told[1][0].source, tried.samples(1)
    if first is not None and second is not None and samples is not None and first.kind == second.kind == "person":
        yield from _fires("another speaker in one report", Edit(1, second.span, samples.named))


def equal_counts(tried: Tried) -> Iterator[Mutant]:
    """Leave out the number in one of two reports that count the same people."""
    for here, there in _twins(tried, lambda claim: claim.figure is not None and exact(claim) is not None):
        figure = there[1].figure
        if figure is None or figure.counted is None or not figure.counted.event or figure.counted.kind == "casualty":
            continue
        noun = figure.counted.text
        if _figure_key(here[1]) == _figure_key(there[1]) and there[1].text.endswith(f" {noun}") and here[0] != there[0]:
            yield from _fires("a count left out", Edit(there[0], there[1].span, f"{noun[:1].upper()}{noun[1:]}"))


def exact_figure(tried: Tried) -> Iterator[Mutant]:
    """Put "about" before a number of four digits or more that is told to the last of them."""
    for number, claim in _claims(tried):
        value = exact(claim)
        if value is not None and value >= LONG and value % 10:
            yield from _fires("about before an exact number", hedge(tried, number, claim))


def both_exact(tried: Tried) -> Iterator[Mutant]:
    """Put "about" before one of two equal figures, told in two reports, that neither hedges."""
    for here, there in _twins(tried, lambda claim: claim.figure is not None and exact(claim) is not None):
        alone = all(
            sum(n == at and exact(c) == exact(claim) for n, c in _claims(tried)) == 1 for at, claim in (here, there)
        )
        if here[0] != there[0] and _figure_key(here[1]) == _figure_key(there[1]) and alone:
            yield from _fires("about in one report", hedge(tried, here[0], here[1]))


Where = tuple[int, Claim]


def _fires(probe: str, change: Edit | None) -> Iterator[Mutant]:
    if change is not None:
        yield Mutant(probe, (change,), "fires")


def _claims(tried: Tried) -> Iterator[Where]:
    return ((number, claim) for number, reading in enumerate(tried.readings) for claim in reading.claims)


def _twins(tried: Tried, wanted: Callable[[Claim], bool]) -> Iterator[tuple[Where, Where]]:
    """Give two claims told at two places: in two reports, or in the headline and the text of one."""
    claims = [(number, claim) for number, claim in _claims(tried) if wanted(claim)]
    for position, first in enumerate(claims):
        for second in claims[position + 1 :]:
            if first[0] != second[0] or first[1].span.field != second[1].span.field:
                yield first, second


def _set_aside(tried: Tried, reason: str, probe: str, times: int = 1) -> Iterator[Mutant]:
    """Change the first figure of what was considered and let pass, by a little or to many times as much."""
    for passed in tried.set_aside:
        claim = tried.figure(passed.evidence[0]) if passed.reason == reason else None
        value = exact(claim)
        if claim is not None and value is not None:
            yield from _fires(probe, edit(passed.evidence[0].report, claim, value * times - LITTLE))


def _day_key(claim: Claim) -> tuple[str, str]:
    return (claim.date.edtf, claim.date.bound) if claim.date is not None else ("", claim.id)


def _figure_key(claim: Claim) -> tuple[object, ...]:
    figure = claim.figure
    if figure is None or figure.counted is None:
        return (claim.id,) if figure is None or figure.unit is None else (exact(claim), figure.unit, figure.form)
    return (exact(claim), figure.unit, figure.counted.key or figure.counted.text)


TURNS: Mapping[str, Callable[[Tried], Iterator[Mutant]]] = {
    "both-exact": both_exact,
    "equal-ages": equal_ages,
    "equal-counts": equal_counts,
    "equal-dates": equal_dates,
    "equal-figures": equal_figures,
    "equal-quotes": equal_quotes,
    "exact-figure": exact_figure,
    "held-sum": held_sum,
    "agreeing-table": agreeing_table,
    "known-figure": known_figure,
    "named-source": named_source,
    "right-day": right_day,
    "right-list": right_list,
    "right-weekday": right_weekday,
    "closed-quotation": closed_quotation,
    "spoken-quote": spoken_quote,
    "same-speaker": same_speaker,
    "vouched-for": vouched_for,
}
