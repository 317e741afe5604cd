"""Other numbers: set equal, moved apart, made to add up, made ten times as large."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from factcheck.model.claim import Claim
from factcheck.model.figure import Figure, plain
from factcheck.model.finding import Evidence, Finding
from factcheck.mutants.tried import Edit, Expected, Mutant, Tried, labelled, opposed, sides

ALONE = frozenset({"figure", "count"})
"""Labels of a figure that a finding speaks of by itself."""
FAR = 3
"""Times a number is multiplied where it is to be clearly another one."""
TEN = 10
FULL = 100
"""Percent that a share cannot exceed."""
MAGNITUDES = frozenset(Decimal(10) ** power for power in (0, 2, 3, 6, 9, 12))
"""What magnitude words stand for."""


def another_number(tried: Tried) -> Iterator[Mutant]:
    """Move the larger of two figures further away from the other, or make the only one another.

    The finding must stand, about another number: its fingerprint is new. Where a finding is about two equal numbers,
    making them differ must end it.
    """
    for finding in tried.findings:
        two = opposed(tried, finding)
        if two is None:
            # What the desk knows decides what another number is: out of date, or contradicted.
            if finding.evidence[0].label in ALONE and not labelled(finding, "item") and not tried.facts:
                yield from _changed(tried, finding, finding.evidence[0], FAR)
            continue
        claims = [tried.figure(evidence) for evidence in two]
        values = [value for value in map(exact, claims) if value is not None]
        if len(values) < len(two):
            continue
        if values[0] == values[1]:
            yield from _changed(tried, finding, two[1], FAR, "gone")
            continue
        larger = 0 if values[0] > values[1] else 1
        yield from _written(tried, finding, two[larger], 2 * values[larger] - values[1 - larger], "moved")


def mended(tried: Tried) -> Iterator[Mutant]:
    """Make a total what its parts add up to, and a number of things as many as are listed: nothing is left to say."""
    for finding in tried.findings:
        total, parts, items = (labelled(finding, label) for label in ("total", "part", "item"))
        if total and parts:
            values = [exact(tried.figure(part)) for part in parts]
            if all(value is not None for value in values):
                right = sum(filter(None, values), Decimal(0))
                yield from _written(tried, finding, total[0], right, "gone")
                wrong = exact(tried.figure(total[0])) or right
                yield from _written(tried, finding, total[0], 2 * wrong - right, "moved")
        elif rates := labelled(finding, "rate"):
            right_rate = _told_rate(finding)
            if right_rate is not None:
                yield from _written(tried, finding, rates[0], right_rate, "gone")
        elif items and (count := labelled(finding, "count")):
            yield from _written(tried, finding, count[0], Decimal(len(items)), "gone")


def _told_rate(finding: Finding) -> Decimal | None:
    """Give the rate that a finding says would follow: written there, it must end the finding."""
    told = next((dict(step.values).get("change", "") for step in finding.steps if step.name == "rate"), "")
    number = re.match(r"\d+(\.\d+)?", told)
    return Decimal(number[0]) if number is not None else None


def tenfold(tried: Tried) -> Iterator[Mutant]:
    """Multiply every number of the reports by ten, where all of them count something: what was equal stays equal."""
    claims = [(n, claim) for n, reading in enumerate(tried.readings) for claim in reading.claims if claim.figure]
    plain_counts = [_countable(claim) for _, claim in claims]
    if not claims or not all(plain_counts):
        return
    edits = [edit(number, claim, TEN * (exact(claim) or Decimal(0))) for number, claim in claims]
    whole = tuple(edit for edit in edits if edit is not None)
    if len(whole) < len(edits):
        return
    if not tried.findings:
        yield Mutant("every number tenfold", whole, "silent")
    elif all(opposed(tried, f) is not None or f.evidence[0].label in {*ALONE, "total"} for f in tried.findings):
        yield Mutant("every number tenfold", whole, "kept", tried.findings[0])


def _countable(claim: Claim) -> bool:
    figure, value = claim.figure, exact(claim)
    if figure is None or value is None or figure.role != "quantity":
        return False
    return value >= TEN and figure.form in ("cardinal", "money")


def exact(claim: Claim | None) -> Decimal | None:
    """Give the value of a claim that states exactly one number of something; None for any other."""
    figure = claim.figure if claim is not None else None
    if figure is None or figure.role not in ("quantity", "age") or figure.form == "ordinal":
        return None
    return figure.exact


def _changed(
    tried: Tried, finding: Finding, evidence: Evidence, times: int, expected: Expected = "moved"
) -> Iterator[Mutant]:
    value = exact(tried.figure(evidence))
    claim = tried.figure(evidence)
    if value is None or claim is None or claim.figure is None:
        return
    share = claim.figure.form == "percent" and value * times > FULL
    new = value / 2 if share else value * times
    yield from _written(tried, finding, evidence, new, expected)


def _written(tried: Tried, finding: Finding, evidence: Evidence, new: Decimal, expected: Expected) -> Iterator[Mutant]:
    """Write another number for a figure, and for its repeats in that report."""
    claim = tried.figure(evidence)
    old = exact(claim)
    if claim is None or old is None or new <= 0:
        return
    places = {evidence.report} if sides(finding) is not None else set(range(len(tried.readings)))
    edits = [
        edit(number, other, new)
        for number in sorted(places)
        for other in tried.readings[number].claims
        if exact(other) == old and _alike(other, claim)
    ]
    whole = tuple(one for one in edits if one is not None)
    if len(whole) == len(edits):
        yield Mutant("another number" if expected != "gone" else "the right number", whole, expected, finding)


def _alike(a: Claim, b: Claim) -> bool:
    if a.figure is None or b.figure is None:
        return False
    return (a.figure.unit, a.figure.role) == (b.figure.unit, b.figure.role)


def edit(number: int, claim: Claim, new: Decimal) -> Edit | None:
    """Write another value for a figure, as its number is written; None where the number is part of another word."""
    figure = claim.figure
    if figure is None or figure.low is None or figure.low == 0:
        return None
    surface = claim.text[figure.number.start - claim.span.start : figure.number.end - claim.span.start]
    if not surface or (figure.counted is not None and figure.counted.text in surface):
        return None
    return Edit(number, figure.number, spelled(surface, figure, new))


def spelled(surface: str, figure: Figure, new: Decimal) -> str:
    """Write a value in digits, before the magnitude words that stood behind the old digits (8.42 billion)."""
    digits = re.match(r"\d[\d.,]*\d|\d", surface)
    if digits is None:
        return plain(new)
    stated = Decimal(re.sub(r"[^\d.]", "", digits[0].replace(",", "")) or 0)
    if stated == 0 or figure.low is None:
        return plain(new)
    scale, rest = figure.low / stated, surface[digits.end() :]
    written = scale in MAGNITUDES and rest.strip() != ""
    return plain((new / scale).quantize(stated)) + rest if written else plain(new)


PROBES = (
    another_number,
    mended,
    tenfold,
)
