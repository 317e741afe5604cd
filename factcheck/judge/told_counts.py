"""How another report tells what one report counts: in numbers, in vague words, without any number, or not at all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from decimal import Decimal
from itertools import pairwise
from typing import Literal

from factcheck.judge.case import Case
from factcheck.judge.materiality import LEAD_SENTENCES, in_lead, outcome
from factcheck.judge.sums import exact
from factcheck.judge.values import agrees, value_level
from factcheck.model.claim import Claim, Marker
from factcheck.model.figure import Counted, Figure
from factcheck.model.finding import Evidence

GENERAL = "person"
"""The key of nouns that may stand for any people."""
YEAR = 4
"""Letters of a moment that is a year and no more: what is told of it is no news."""
SMALL = 10
"""A number under it counts many things in one report: only people or casualties of that number are the same."""
BESIDE = 12
"""Code points between a vague word and the noun it is about."""
NEXT_TO = 40
"""Code points between people and the word for what became of them, a vague word included."""
BEFORE = 6
"""Code points before a noun in which a number of its own stands."""
SAME_VALUE = frozenset({"same-value", "another-reading", "within-precision"})
"""Levels of the value ladder on which two figures name one number."""
LIKE = 0.5
"""Likeness from which two sentences tell one thing, wherever they stand."""
MOST_TERMS = 4
"""Counts standing side by side that may make another one together."""


def given(case: Case, here: int, there: int, claim: Claim) -> bool:
    """Tell whether the other report gives a count in any form: its value, its parts, or another number of the thing."""
    figure = claim.figure
    if figure is None or figure.counted is None:
        return True
    others = [other for other in case.figures(there) if other.figure is not None and other.figure.form != "vague"]
    counted = figure.counted
    if any(_of_now(other) and _same_thing(counted, other) for other in others):
        return True
    if any(_same_value(figure, other) for other in others):
        return True
    whole = exact(claim)
    if whole > 0 and any(whole == made for made in _made_of_parts(others)):
        return True
    likest = case.likest.get((here, there), {}).get(case.statement(here, claim.context.sentence).id)
    if likest is not None:  # a bare number in the sentence that tells the same may well be the count
        told = case.by_id[there][likest[0]].context.sentence
        if any(other.context.sentence == told and _bare(other.figure) for other in others):
            return True
    numbers = {other.id for other in others}
    return any(other in numbers and verdict != "not comparable" for other, verdict in _met(case, here, there, claim))


def _met(case: Case, here: int, there: int, claim: Claim) -> Iterator[tuple[str, str]]:
    """Give the claims of the other report a claim was paired with, and the verdicts."""
    for pair in case.pairs:
        for x, y in ((pair.a, pair.b), (pair.b, pair.a)):
            if x.report == here and x.claim == claim.id and y.report == there:
                yield y.claim, pair.verdict


def _of_now(claim: Claim) -> bool:
    """Tell whether a figure may be of the event itself: no earlier time or bare year is named beside it."""
    return not claim.context.earlier and len(claim.context.moment or "") != YEAR


def _same_value(figure: Figure, other: Claim) -> bool:
    theirs = other.figure
    if theirs is None or theirs.unit is not None or theirs.form not in ("cardinal", "vague", "ordinal"):
        return False
    noun = theirs.counted
    if noun is not None and noun.key is not None:
        if figure.counted is not None and figure.counted.kind == "thing":
            if noun.key != figure.counted.key:
                return False
        elif noun.kind == "thing" and (figure.low or figure.high or 0) < SMALL:
            return False
    stated = _stated(figure)
    return (stated is not None and stated == _stated(theirs)) or value_level(figure, theirs) in SAME_VALUE


def _stated(figure: Figure) -> Decimal | None:
    """Give the number a figure names, whatever its wording makes of it ("at least 27")."""
    return figure.high if figure.low is None else figure.low


def _same_thing(counted: Counted, other: Claim) -> bool:
    noun = other.figure.counted if other.figure is not None else None
    if noun is None:
        return False
    if counted.kind == "casualty":
        return noun.kind == "casualty" and outcome(noun.key) == outcome(counted.key)
    if counted.kind == "people" and noun.kind == "people":
        return (
            GENERAL in (noun.key, counted.key) or noun.key in (counted.key, counted.whole) or noun.whole == counted.key
        )
    return counted.key is not None and noun.key == counted.key


def _bare(figure: Figure | None) -> bool:
    return (
        figure is not None and figure.form == "cardinal" and figure.unit is None
        and (figure.counted is None or figure.counted.key is None)
    )  # fmt: skip


def _made_of_parts(others: Sequence[Claim]) -> Iterator[int]:
    """Give what counts of people standing side by side make together."""
    people = [
        other for other in others
        if exact(other) > 0 and other.figure is not None and other.figure.form == "cardinal"
        and (other.figure.counted is None or other.figure.counted.kind != "thing")
    ]  # fmt: skip
    for start, first in enumerate(people):
        made = exact(first)
        for before, other in pairwise(people[start : start + MOST_TERMS]):
            if other.context.sentence - before.context.sentence > 1:
                break
            made += exact(other)
            yield made


def unnumbered(case: Case, here: int, there: int, claim: Claim) -> tuple[str, Evidence] | None:
    """Find where the other report tells the same people or things without their number.

    Gives `vague` with its vague words ("several officials", "dozens of dead"), else `uncounted` with the bare plural
    ("officials", "others were injured").
    """
    counted = claim.figure.counted if claim.figure is not None else None
    if counted is None:
        return None
    inside = list(case.markers(here, claim.context.sentence, "counted"))
    keys = {counted.key or "", *(m.key for m in inside if claim.span.covers(m.span))}
    met = {other for other, _ in _met(case, here, there, claim)}
    for other in case.figures(there):
        near = other.id in met or _nearness(case, here, there, claim, other.context.sentence)
        if near and _vague_figure(claim, other):
            return "vague", case.evidence(there, other.span, "vague")
    markers = case.readings[there].markers
    for marker in markers:
        if marker.group != "vague-count" or not _nearness(case, here, there, claim, marker.sentence):
            continue
        for noun in case.markers(there, marker.sentence, "counted"):
            if 0 <= noun.span.start - marker.span.end <= BESIDE and _tells(
                case, there, noun, keys, counted, loosely=True
            ):
                return "vague", case.evidence(there, marker.span.join(noun.span), "vague")
    shared = {m.key for m in inside if not claim.span.covers(m.span)} - keys
    plurals = [m for m in markers if m.group == "counted" and m.plural and m.key not in shared]
    for loosely in (False, True)[: 2 if counted.kind == "casualty" else 1]:
        for noun in plurals:
            near = _nearness(case, here, there, claim, noun.sentence)
            if counted.kind == "casualty":
                fits = near in ("same", "alike") or (near == "lead" and in_lead(claim) and not loosely)
            else:
                fits = near in ("same", "lead")
            told = fits and _tells(case, there, noun, keys, counted, loosely=loosely)
            if told and not _numbered(case, there, noun):
                return "uncounted", case.evidence(there, noun.span, "uncounted")
    return None


def _vague_figure(claim: Claim, other: Claim) -> bool:
    a, b = claim.figure, other.figure
    if a is None or b is None or b.form != "vague" or a.counted is None or b.counted is None:
        return False
    return agrees(value_level(a, b)) and _same_thing(a.counted, other)


def _nearness(case: Case, here: int, there: int, claim: Claim, sentence: int) -> Literal["", "same", "alike", "lead"]:
    """Tell how a sentence of the other report may tell what the count's sentence tells; not at all where it denies it.

    `same` and `alike` go by the wording, `lead` by the leads of both.
    """
    other = case.statement(there, sentence)
    if other.context.negated or other.context.earlier:
        return ""
    own = case.statement(here, claim.context.sentence)
    forth = case.likest.get((here, there), {}).get(own.id)
    back = case.likest.get((there, here), {}).get(other.id)
    found = [
        score for met, score, one in ((*(forth or ("", 0.0)), other), (*(back or ("", 0.0)), own)) if met == one.id
    ]
    if found:
        return "same" if max(found) >= LIKE else "alike"
    return "lead" if in_lead(other) and (in_lead(claim) or _led_by(case, here, claim)) else ""


def _led_by(case: Case, report: int, claim: Claim) -> bool:
    """Tell whether the lead of a report tells of what became of those counted further down."""
    counted = claim.figure.counted if claim.figure is not None else None
    if counted is None or counted.kind != "casualty" or claim.context.moment is not None:
        return False
    became = outcome(counted.key)
    return any(m.key == became for s in range(LEAD_SENTENCES) for m in case.markers(report, s, "outcome", "counted"))


def _tells(case: Case, there: int, noun: Marker, keys: AbstractSet[str], counted: Counted, *, loosely: bool) -> bool:
    """Tell whether a noun is what is counted, by `keys`; of casualties, what became of them must stand beside it.

    `loosely` takes any people beside it.
    """
    if counted.kind != "casualty":
        return noun.key in keys
    became = outcome(counted.key)
    if noun.key == became:
        return True
    who = (counted.key or "").rpartition("-")[0]
    if noun.key not in (GENERAL, who) and not (loosely and noun.kind == "people"):
        return False
    return any(
        m.key == became
        and (noun.span.start - m.span.end in range(NEXT_TO) or m.span.start - noun.span.end in range(NEXT_TO))
        for m in case.markers(there, noun.sentence, "outcome", "counted")
    )


def _numbered(case: Case, there: int, noun: Marker) -> bool:
    """Tell whether a number belongs to a noun: it stands in a figure, or right behind one."""
    return any(
        c.span.overlaps(noun.span) or 0 <= noun.span.start - c.span.end <= BEFORE
        for c in case.figures(there)
        if c.context.sentence == noun.sentence
    )
