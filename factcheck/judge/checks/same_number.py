"""One rare number that two reports attach to two things: a row of a list was misread, or a noun lost."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from factcheck.judge.case import Case, Draft, basis_of
from factcheck.judge.checks import Check, Options
from factcheck.judge.schema import When
from factcheck.model.claim import Claim
from factcheck.model.figure import Counted, shown
from factcheck.model.pair import Step

FEWEST_DIGITS = 3
"""Digits but for the zeros at its end from which a number is rare: it is in two reports because of one list."""


def run(case: Case, where: tuple[int, ...], when: When, options: Options) -> Iterator[Draft]:
    """Give a draft for each rare number that stands once in either report, and counts people here and things there."""
    first, second = where
    if case.readings[first].report.language != case.readings[second].report.language:
        return  # nouns of two languages meet by key alone: too little to accuse anybody
    left, right = _rare(case, first), _rare(case, second)
    for value in sorted(set(left) & set(right)):
        a, b = left[value], right[value]
        x, y = _counted(a), _counted(b)
        if x is None or y is None or not _apart(x, y):
            continue
        step = Step("slip-noun", False, (("a", a.text), ("b", b.text)))
        yield Draft(
            level="",
            evidence=(case.evidence(first, a.span, "a"), case.evidence(second, b.span, "b")),
            basis=(basis_of(a, shown(a.figure) if a.figure else ""), basis_of(b, shown(b.figure) if b.figure else "")),
            values={"a": a.text, "b": b.text},
            steps=(step,),
            claims=((first, a.id), (second, b.id)),
        )


def _rare(case: Case, report: int) -> dict[Decimal, Claim]:
    """Map the rare numbers that a report gives once to the claim that holds them."""
    found: dict[Decimal, Claim] = {}
    times: Counter[Decimal] = Counter()
    for claim in case.figures(report):
        value = claim.figure.exact if claim.figure is not None else None
        if value is None or value <= 0:
            continue
        times[value] += 1
        if len(value.normalize().as_tuple().digits) >= FEWEST_DIGITS:
            found.setdefault(value, claim)
    return {value: claim for value, claim in found.items() if times[value] == 1}


def _counted(claim: Claim) -> Counted | None:
    figure = claim.figure
    return figure.counted if figure is not None and figure.form == "cardinal" and figure.unit is None else None


def _apart(a: Counted, b: Counted) -> bool:
    """Tell whether two nouns count people and things, or what became of people and people at large."""
    if not a.key or not b.key or a.key == b.key:
        return False
    return "thing" in (a.kind, b.kind) and a.kind != b.kind


CHECK = Check("pair", (), frozenset({"a", "b"}), Options, run)
