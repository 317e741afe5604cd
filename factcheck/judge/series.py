"""Series of figures: a body that published them gives the next one as well, in a sentence that does not name it."""

from __future__ import annotations

from factcheck.judge.case import Case, is_quantity
from factcheck.judge.drawn_from import is_one
from factcheck.model.claim import Claim
from factcheck.model.source import Attribution, Source

STILL = 4
"""Sentences over which a poll that was credited gives shares, and a body goes on with a series."""
ALIKE = 2
"""Content words that a figure's clause shares with that of the one it goes on from; a share needs but one."""
REACH = 8
"""Sentences before and behind a figure among which a body may give the figures around it."""


def is_share(claim: Claim) -> bool:
    """Tell a percentage from other figures."""
    return claim.figure is not None and claim.figure.form in ("percent", "percentage-point")


def enclosed(case: Case, report: int, claim: Claim) -> Source | None:
    """Give the body or document that gives figures before this one and behind it, nobody else named in between.

    The figure's sentence tells how it changed, as a series does. Those who expected something else, and whom nobody
    names, are passed over; so are an agency and a paper that carry what the body gives. Whoever was killed or hurt
    belongs to no such series.
    """
    figure = claim.figure
    noun = figure.counted if figure is not None else None
    if noun is not None and noun.kind in ("casualty", "people"):
        return None
    sentence = claim.context.sentence
    before = _giving(case, report, range(sentence - 1, sentence - 1 - REACH, -1))
    if before is None or not any(case.markers(report, sentence, "change", "change-noun", "series")):
        return None
    if _runs_on(case, report, before[0], sentence):
        return before[1]
    behind = _giving(case, report, range(sentence + 1, sentence + 1 + REACH))
    return before[1] if behind is not None and is_one(before[1], behind[1]) else None


def _giving(case: Case, report: int, sentences: range) -> tuple[int, Source] | None:
    """Give the body or document named first in some sentences, if a figure stands in what it says, and where."""
    for number in sentences:
        named = [a for a in case.attributions(report, number) if a.source is not None and a.source.kind in SPEAKING]
        for one in named:
            gives = any(is_quantity(c) and one.content.covers(c.span) for c in case.claims_at(report, one.content))
            if one.source is not None and one.source.kind in BODIES and gives:
                return number, one.source
        if named:
            return None
    return None


def _runs_on(case: Case, report: int, first: int, last: int) -> bool:
    """Tell whether every sentence from one to another tells of a figure and of how it changed: a series is given."""
    return all(
        any(case.figures(report, number)) and any(case.markers(report, number, *CHANGES))
        for number in range(first, last + 1)
    )


CHANGES = ("change", "change-noun", "rate-basis", "series")
BODIES = ("document", "organisation")
SPEAKING = (*BODIES, "person", "role")


def same_series(case: Case, report: int, claim: Claim) -> Source | None:
    """Give the body or document credited just before with another figure of the same measure: its series goes on.

    Economists nobody names, who expected something else, do not end the series.
    """
    before = _named_before(case, report, claim.context.sentence)
    source = before[-1].source if before else None
    if source is None or source.kind not in ("document", "organisation"):
        return None
    mine, alike = set(claim.context.stems), 1 if is_share(claim) else ALIKE
    for told in before:
        for other in case.claims_at(report, told.content):
            given = is_quantity(other) and told.content.covers(other.span)
            if given and _measure(other) == _measure(claim) and len(mine & set(other.context.stems)) >= alike:
                return source
    return None


def _named_before(case: Case, report: int, sentence: int) -> list[Attribution]:
    """Give the attributions to somebody named in the nearest sentence before that has any."""
    for number in range(sentence - 1, max(-1, sentence - 1 - STILL), -1):
        spoken = (a for a in case.attributions(report, number) if a.source is not None)
        if named := [a for a in spoken if a.source is not None and a.source.kind != "unnamed"]:
            return named
    return []


def _measure(claim: Claim) -> tuple[str, ...]:
    """Give what a figure is a number of: its unit, or the noun it counts; for neither, what is like no other."""
    figure = claim.figure
    if figure is not None and figure.unit is not None:
        return "unit", figure.unit
    if figure is not None and figure.counted is not None:
        return "noun", figure.counted.key or figure.counted.text
    return "alone", claim.id
