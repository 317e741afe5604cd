"""Changes a sentence tells whole: which way, by how much, from what, to what."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from factcheck.align.dimension import dimension
from factcheck.judge.case import Case
from factcheck.model.claim import Claim, Marker
from factcheck.model.figure import Figure
from factcheck.model.report import Report
from factcheck.model.span import Span
from factcheck.text.tokens import PRINTED_WORD

TOUCHING = 2
"""Code points that may part a word such as "from" from its figure."""
REACH = 60
"""Code points between the parts of one change."""
FAR = 100
"""How many times one value may be the other: beyond it a magnitude word is rather left out than a rate wrong."""
MOST_FIGURES = 40
"""A sentence with more figures is a list, and tells no change."""
BESIDE = 14
"""Code points between the word of a change and a rate that follows the two values ("a rise of 40%")."""

JOINT = 1
"""Words that may stand between an amount and its rate: "or"."""


class Change(NamedTuple):
    """A rate, the figures before and after, the claims they stand in, and whether nothing about it is assumed."""

    rate: Claim
    start: Figure
    end: Figure
    claims: tuple[Claim, ...]
    up: bool
    plain: bool


class _Ends(NamedTuple):
    """Two values of a change: where they stand, and whether "from" and "to" say so (not "against")."""

    start: Figure
    end: Figure
    claims: tuple[Claim, ...]
    plain: bool
    ordered: bool


def changes_in(case: Case, report: int, sentence: int) -> Iterator[Change]:
    """Give every change of a sentence whose rate and two values stand side by side under one word of change."""
    words = case.markers(report, sentence, "change")
    ends = case.markers(report, sentence, "change-end") if words else ()
    figures = sorted(_figures(case, report, sentence), key=lambda c: c.span.order) if ends else []
    if not figures or len(figures) > MOST_FIGURES:
        return
    if any(True for _ in case.markers(report, sentence, "rate-basis")):
        return
    reading = case.readings[report].report
    told = list(_by_amount(figures, words, ends, reading))
    yield from told
    for pair in _ends_in(figures, ends):
        first, last = pair.claims[0].span.start, pair.claims[-1].span.end
        if any(c for c in figures if first < c.span.start < last and c not in pair.claims):
            continue
        before = next((c for c in reversed(figures) if c.span.end <= first), None)
        after = next((c for c in figures if c.span.start >= last), None)
        for rate in (before, after):
            if rate is None or not is_rate(rate, ends) or any(rate is known.rate for known in told):
                continue
            word = _word_before(rate, words) if rate is before else _word_after(case, report, rate, last, words, ends)
            gap = Span(rate.span.end, first, rate.span.field) if rate is before else _gap(rate, last)
            if pair.start.low and pair.end.low and not FAR > pair.end.low / pair.start.low > 1 / FAR:
                continue
            if word is None or gap.end - gap.start > REACH or _dated(case, report, sentence, gap):
                continue
            if rate is before and PRINTED_WORD.search(_without(reading.surface(gap), gap, ends)):
                continue  # words between the two may begin another statement ("rose 20%, and ranged from 50 to 80")
            up = word.key == "up"
            start, end = (pair.start, pair.end) if pair.ordered or up else (pair.end, pair.start)
            yield Change(rate, start, end, pair.claims, up, pair.plain)
            break


def compared_in(case: Case, report: int, sentence: int) -> Iterator[tuple[Claim, Claim]]:
    """Give every two neighbouring figures of a sentence that it holds against each other, the earlier value first.

    "From A to B", "to B from A" and "B against A" do; the two may be in different units.
    """
    ends = case.markers(report, sentence, "change-end")
    figures = sorted(_figures(case, report, sentence), key=lambda c: c.span.order) if ends else []
    if not figures or len(figures) > MOST_FIGURES:
        return
    for one, two in itertools.pairwise(figures):
        keys = (_before(one, ends), _before(two, ends))
        if two.span.start - one.span.end > REACH or one.span.field != two.span.field:
            continue
        if keys == ("from", "to"):
            yield one, two
        elif keys == ("to", "from") or (keys[0] in ("", "to") and keys[1] == "against"):
            yield two, one


def _figures(case: Case, report: int, sentence: int) -> Iterator[Claim]:
    return (c for c in case.figures(report, sentence) if not c.context.negated)


def _by_amount(
    figures: Sequence[Claim], words: Sequence[Marker], ends: Sequence[Marker], report: Report
) -> Iterator[Change]:
    """Find "fell 3 points, or 0.2 percent, to 1,500 points": the value before is the last one less the amount."""
    for amount, rate, level in zip(figures, figures[1:], figures[2:], strict=False):
        a, b = amount.figure, level.figure
        if a is None or b is None or not is_rate(rate, ends) or not _alike(a, b) or a.form == "percent":
            continue
        if a.exact is None or b.exact is None:
            continue
        if _before(amount, ends) in ("from", "to") or _before(level, ends) != "to":
            continue
        between = report.surface(Span(amount.span.end, rate.span.start, rate.span.field))
        if len(PRINTED_WORD.findall(between)) > JOINT:
            continue  # the amount is of something else ("the index of the top 300 shares rose 0.5 percent")
        word = _word_before(amount, words)
        if word is None or rate.span.start - amount.span.end > REACH or level.span.start - rate.span.end > REACH:
            continue
        up = word.key == "up"
        was = b.exact - a.exact if up else b.exact + a.exact
        start = replace(b, low=was, high=was, step=max(a.step, b.step))
        yield Change(rate, start, b, (amount, level), up, True)


def _ends_in(figures: Sequence[Claim], ends: Sequence[Marker]) -> Iterator[_Ends]:
    """Find "from A to B" as two figures or as one read as a range, and "to B from A" or "to B against A"."""
    for claim in figures:
        figure = claim.figure
        if figure is not None and None not in (figure.low, figure.high) and figure.low != figure.high:
            inside = [m for m in ends if claim.span.covers(m.span)]
            opened = inside and inside[0].key == "from" and inside[0].span.start == claim.span.start
            if opened and any(m.key == "to" for m in inside):
                least, most = sorted(bound for bound in (figure.low, figure.high) if bound is not None)
                low = replace(figure, low=least, high=least)
                high = replace(figure, low=most, high=most)
                yield _Ends(low, high, (claim,), True, False)
    for one, two in itertools.pairwise(figures):
        if one.figure is None or two.figure is None or not _alike(one.figure, two.figure):
            continue
        keys = (_before(one, ends), _before(two, ends))
        if two.span.start - one.span.end > REACH:
            continue
        if keys == ("from", "to"):
            yield _Ends(one.figure, two.figure, (one, two), True, True)
        elif keys in (("to", "from"), ("to", "against")):
            yield _Ends(two.figure, one.figure, (one, two), keys[1] == "from", True)


def _alike(a: Figure, b: Figure) -> bool:
    """Values of one kind, each of them one number; a bare numeral beside one that counts shares its noun."""
    single = all(x.low is None or x.high is None or x.low == x.high for x in (a, b))
    nouns = [x.counted.key or x.counted.text for x in (a, b) if x.counted is not None]
    return single and dimension(a) == dimension(b) and a.unit == b.unit and len(set(nouns)) <= 1


def _before(claim: Claim, ends: Sequence[Marker]) -> str:
    """Give the key of the word right before a figure, or with which it begins."""
    start = claim.span.start
    near = [m for m in ends if m.span.start <= start and start - m.span.end <= TOUCHING]
    return max(near, key=lambda m: m.span.end).key if near else ""


def is_rate(claim: Claim, ends: Sequence[Marker]) -> bool:
    """Tell whether a figure may be the rate of a change: one percentage that is no level reached or left."""
    figure = claim.figure
    if figure is None or figure.form not in ("percent", "percentage-point") or figure.counted or figure.per:
        return False
    return figure.low == figure.high and _before(claim, ends) in ("", "by")


def _word_before(rate: Claim, words: Sequence[Marker]) -> Marker | None:
    """Give the word of change before a rate; none where two of them point both ways."""
    near = [m for m in words if m.span.end <= rate.span.start and rate.span.start - m.span.end <= REACH]
    return near[-1] if len({m.key for m in near}) == 1 else None


def _word_after(
    case: Case, report: int, rate: Claim, last: int, words: Sequence[Marker], ends: Sequence[Marker]
) -> Marker | None:
    """Give the word of change for a rate behind the two values: a noun beside it ("a rise of 40%"), or the one before.

    A verb between the two begins another statement.
    """
    between = [m for m in words if last <= m.span.start < rate.span.start]
    nouns = [m for m in case.markers(report, rate.context.sentence, "change-noun") if last <= m.span.start]
    beside = [m for m in nouns if 0 <= rate.span.start - m.span.end <= BESIDE]
    if beside:
        return beside[-1] if all(any(m.span.overlaps(noun.span) for noun in beside) for m in between) else None
    led = [m for m in words if m.span.end <= last] if _before(rate, ends) == "by" and not between else []
    return led[-1] if len({m.key for m in led}) == 1 else None


def _gap(rate: Claim, last: int) -> Span:
    return Span(last, rate.span.start, rate.span.field)


def _without(text: str, gap: Span, ends: Sequence[Marker]) -> str:
    """Give the words between a rate and its values but for the "from" or "to" that belongs to them."""
    last = max((m.span.start for m in ends if gap.covers(m.span)), default=gap.end)
    return text[: last - gap.start]


def _dated(case: Case, report: int, sentence: int, gap: Span) -> bool:
    """Tell whether a date parts the rate from the values, which may then be of another period."""
    dates = (c for c in case.claims_in(report, sentence) if c.date is not None)
    return any(gap.overlaps(c.span) for c in dates)
