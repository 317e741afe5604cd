"""Whether a figure that stands without a source is told elsewhere in the report with one, in other words."""

from __future__ import annotations

from decimal import Decimal
from itertools import combinations

from factcheck.align.dimension import dimension
from factcheck.data.currencies import one_currency
from factcheck.judge.case import Case
from factcheck.judge.materiality import in_lead, outcome
from factcheck.judge.sums import exact
from factcheck.judge.support import carried, support
from factcheck.judge.values import agrees, value_level
from factcheck.model.claim import Claim
from factcheck.model.figure import Figure

SMALLEST = 3
"""Smaller numbers count too many things in one report to be told apart by their value."""
TELLING = 100
"""A number from which the value alone tells, whatever word counts."""
LARGE = 1000
ROUNDING = Decimal("0.03")
"""From how large a number, and by what part of it, a rounded one may stand for the exact one."""
SOON = 5
"""Sentences behind a toll further on among which its parts are looked for."""
MOST_PARTS = 30
"""Different numbers behind a total among which its parts are looked for, the first in the text."""
ALIKE = 2
"""Content words that two clauses share where they tell of one smaller number."""


def headline_of_body(case: Case, report: int, claim: Claim) -> bool:
    """Tell whether a figure stands in a headline only, and the body gives it too, with a source or to be asked for one.

    A headline rounds and names things shorter: every figure of the body that it may stand for is taken for it. Where
    the body gives none, the headline speaks for whoever is credited in the first sentence, or sets the figure in it.
    """
    headlines = _headlines(case, report)
    if claim.figure is None or claim.context.sentence not in headlines:
        return False
    parts = [case.by_id[report][part] for part in case.sums[report].get(claim.id, ())]
    if parts:
        return all(carried(support(case, report, part)[0]) or restated(case, report, part) for part in parts)
    body = [c for c in case.figures(report) if c.context.sentence not in headlines]
    if any(_may_be(claim.figure, other.figure) for other in body if other.figure is not None):
        return True
    if _adds_up(case, report, claim, body) or _manner_of_speaking(claim.figure, body):
        return True
    first = min((s.index for s in case.readings[report].sentences if s.index not in headlines), default=None)
    spoken = case.attributions(report, first) if first is not None else ()
    if first is not None and any(case.markers(report, first, "ruling", "deed")):
        return True
    return any(a.source is not None and a.source.rung != "bare" for a in spoken)


def _manner_of_speaking(figure: Figure, body: list[Claim]) -> bool:
    """Tell a headline's "millions", of which it says not what they are, where the body has a number so large."""
    numbers = (other.figure.low or 0 for other in body if other.figure is not None)
    return figure.form == "vague" and figure.counted is None and any(number >= (figure.low or 0) for number in numbers)


def _headlines(case: Case, report: int) -> set[int]:
    """Give the sentences that are headlines, or say one again (a line that leads to the story)."""
    told = case.readings[report].report
    kinds = ("headline", "heading")
    first = next((told.surface(s.span) for s in case.readings[report].sentences if s.kind == "headline"), "\0")
    return {s.index for s in case.readings[report].sentences if s.kind in kinds or first in told.surface(s.span)}


def _adds_up(case: Case, report: int, claim: Claim, body: list[Claim]) -> bool:
    """Tell whether a headline or lead adds up what is counted behind it two or three times, each with its source."""
    total, noun = exact(claim), claim.figure.counted if claim.figure is not None else None
    if total <= 0 or noun is None:
        return False
    alike = {
        exact(other): other
        for other in body
        if 0 < exact(other) < total
        and other.figure is not None
        and other.figure.counted is not None
        and (outcome(other.figure.counted.key), other.figure.unit) == (outcome(noun.key), None)
    }
    parts = sorted([*alike][:MOST_PARTS])
    sets = (some for size in (2, 3) for some in combinations(parts, size))
    return any(
        sum(some) == total and all(carried(support(case, report, alike[one])[0]) for one in some) for some in sets
    )


def restated(case: Case, report: int, claim: Claim) -> bool:
    """Tell whether a number is given with a source elsewhere in the report: whole or, from the lead, in parts."""
    for other in case.figures(report):
        if other is claim:
            continue
        same, alike = _made_exact(claim, other) or same_quantity(claim, other), _alike_told(case, report, claim, other)
        if not same and not alike:
            continue
        grade, step = support(case, report, other)
        if carried(grade) and (
            same or step.name == "source"
        ):  # told in other words, it is the same if somebody says so
            return True
    toll = claim.figure is not None and claim.figure.counted is not None and claim.figure.counted.kind == "casualty"
    far = len(case.readings[report].sentences) if in_lead(claim) else SOON
    reach = range(claim.context.sentence + 1, claim.context.sentence + 1 + far)
    behind = [c for c in case.figures(report) if c.context.sentence in reach]
    return (in_lead(claim) or toll) and _adds_up(case, report, claim, behind)


def _made_exact(claim: Claim, other: Claim) -> bool:
    """Tell whether a vague count ("thousands of visitors") is told exactly elsewhere, of the same people or things."""
    a, b = claim.figure, other.figure
    if a is None or b is None or a.form != "vague" or b.form == "vague":
        return False
    least = a.low or 0
    if in_lead(claim) and a.counted is not None and a.counted.key == AFFECTED:
        people = b.counted is None or b.counted.kind == "people"
        return people and b.unit is None and 0 < least <= (b.low or 0)
    return _same_noun(a, b) and 0 < least <= (b.low or 0) < least * VAGUEST


AFFECTED = "affected"
"""The key of those whom a disaster struck, whom a lead only sums up."""
VAGUEST = 100
"""How many times what a vague count begins at the exact one may be."""


def _may_be(a: Figure, b: Figure) -> bool:
    return one_currency(a.unit, b.unit) and dimension(a) == dimension(b) and agrees(value_level(a, b))


def same_quantity(one: Claim, other: Claim) -> bool:
    """Tell whether two figures of one value are one, in other words: same kind of thing, or alike told of."""
    a, b = one.figure, other.figure
    if a is None or b is None or a.low is None or a.low < SMALLEST or dimension(a) != dimension(b):
        return False
    if not one_currency(a.unit, b.unit):
        return False
    if value_level(a, b) not in ("same-value", "another-reading") and not _stated_alike(a, b):
        return False
    if a.unit is None and a.low < TELLING and len(set(one.context.stems) & set(other.context.stems)) < ALIKE:
        return _same_noun(a, b)
    kinds = {counted.kind for counted in (a.counted, b.counted) if counted is not None}
    return _same_noun(a, b) or "casualty" not in kinds or kinds <= {"casualty", "people"}


def _alike_told(case: Case, report: int, claim: Claim, other: Claim) -> bool:
    """Tell whether two sentences count as many people, by other nouns, and tell much the same of them."""
    a, b = claim.figure, other.figure
    if a is None or b is None or a.counted is None or b.counted is None or not 0 < exact(claim) == exact(other):
        return False
    kinds = {noun.kind for noun in (a.counted, b.counted) if noun.key != CASE}
    if not kinds <= {"casualty", "people"} or (a.low or 0) < SMALLEST or a.counted.kind == b.counted.kind == "casualty":
        return False
    told = [set(case.statement(report, c.context.sentence).context.stems) for c in (claim, other)]
    return len(told[0] & told[1]) >= MUCH


CASE = "case"
"""The key of a word that counts whoever is told of ("nine cases")."""
MUCH = 3
"""Content words that two sentences share which tell of the same people."""


def _same_noun(a: Figure, b: Figure) -> bool:
    if a.counted is None or b.counted is None:
        return False
    if a.counted.key and b.counted.key:
        return outcome(a.counted.key) == outcome(b.counted.key)
    return a.counted.text == b.counted.text


def _stated_alike(a: Figure, b: Figure) -> bool:
    """Tell whether two figures name one number, or a large one of them rounds or bounds the other."""
    one, other = _stated(a), _stated(b)
    if one is None or other is None:
        return False
    large = min(one, other) >= LARGE and agrees(value_level(a, b))
    return one == other or (large and abs(one - other) <= max(one, other) * ROUNDING)


def _stated(figure: Figure) -> Decimal | None:
    return figure.low if figure.low is not None else figure.high
