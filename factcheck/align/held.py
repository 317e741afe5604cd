"""Figures that a report tells of one person: what somebody got of the votes, how long somebody must go to prison."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from factcheck.align.dimension import ROLES
from factcheck.model.claim import Claim, Reading
from factcheck.model.figure import Figure

TERMS = frozenset({"building prison", "detain", "sentence"})
"""Keys of words for a term in prison."""
YEARS = frozenset({"a", "mo"})
"""Units such a term is told in."""
REACH = 4
"""Words that may stand between somebody's name and the figure that is told of nobody else."""
OPENING = "opening"
"""Whose term it is that a report opens with, whoever that may be."""


def held_figures(reading: Reading) -> Mapping[str, Sequence[Claim]]:
    """Give the figures that are told of one person, by the person and what they are of."""
    found: dict[str, list[Claim]] = {}
    for claim in reading.claims:
        figure = claim.figure
        if figure is None or figure.role not in ROLES or figure.form == "ordinal" or _past(reading, claim):
            continue
        for key in _keys(reading, claim, figure):
            found.setdefault(key, []).append(claim)
    return found


def _past(reading: Reading, claim: Claim) -> bool:
    """Tell what is told of an earlier time, or of another year than the report's."""
    moment, published = claim.context.moment, reading.report.published
    other = moment is not None and published is not None and not moment.startswith(f"{published:%Y}")
    return claim.context.earlier or other


def _keys(reading: Reading, claim: Claim, figure: Figure) -> Iterator[str]:
    people = [c for c in _near(reading, claim) if c.name is not None and c.name.type == "person"]
    if figure.unit in YEARS:
        if figure.role != "age" and _of_prison(reading, claim):
            if len({c.name.key for c in people if c.name is not None}) == 1:
                yield f"term {people[0].name.key if people[0].name else ''}"
            if claim.context.sentence <= _opening(reading):
                yield f"term {OPENING}"
        return
    what = figure.unit or (figure.counted.key if figure.counted is not None else None)
    casualty = figure.counted is not None and figure.counted.kind == "casualty"
    before = [c for c in people if c.span.field == claim.span.field and c.span.end <= claim.span.start]
    if what is None or casualty or not before:
        return
    last = max(before, key=lambda c: c.span.end)
    between = reading.report.text[last.span.end : claim.span.start] if claim.span.field == "text" else "\n"
    if len(between.split()) <= REACH and all(sign.isalnum() or sign.isspace() for sign in between) and last.name:
        yield f"{what} {last.name.key}"


def _near(reading: Reading, claim: Claim) -> Iterator[Claim]:
    return (c for c in reading.claims if c.name is not None and c.context.sentence == claim.context.sentence)


def _of_prison(reading: Reading, claim: Claim) -> bool:
    """Tell whether a sentence tells of one term in prison."""
    here = [c for c in reading.claims if c.context.sentence == claim.context.sentence]
    told = any(word.key in TERMS for c in here if c.kind == "statement" for word in c.words)
    return told and sum(c.figure is not None and c.figure.unit in YEARS and c.figure.role != "age" for c in here) == 1


def _opening(reading: Reading) -> int:
    """Give the last sentence of a report's opening: its headline and its first sentence."""
    return next((s.index for s in reading.sentences if s.kind not in HEADINGS and s.span.field == "text"), 0)


HEADINGS = frozenset({"headline", "heading"})
