"""One report gives two figures of one thing: headline against text, lead against what follows."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from decimal import Decimal

from factcheck.align.dimension import block
from factcheck.align.likeness import likeness
from factcheck.align.slots import slot
from factcheck.judge.case import Case, Draft, basis_of
from factcheck.judge.comparability import settled
from factcheck.judge.materiality import LEAD_SENTENCES, outcome
from factcheck.judge.values import agrees, compare_values, value_level
from factcheck.model.claim import Claim
from factcheck.model.figure import shown
from factcheck.model.pair import Step

MOST_FIGURES = 60
"""A report with more figures is a table or a list, in which like figures stand beside one another."""
LIKE_LEFT, LIKE_RIGHT = 0.6, 0.4
"""Likeness of the words to both sides of two figures from which a report tells one thing twice."""
MOST_TERMS = 4
TWICE = 2
"""How many times the lead's figure a total further down may be: beyond that it is the total of something larger."""


def figures_excluded(case: Case, where: tuple[int, ...]) -> Iterator[Draft]:
    """Give a draft for every figure of the headline or lead that a later figure of the report excludes.

    Levels: `headline` where the headline's age stands nowhere in the text, which gives one other; `lead` where the
    statement of the lead is told again with another figure, or its toll with another total.
    """
    (report,) = where
    claims = [c for c in case.claims_of(report, "figure") if _counts(c) and not _moving(case, report, c)]
    if len(claims) > MOST_FIGURES:
        return
    rows = {sentence.index for sentence in case.readings[report].sentences if sentence.cells}
    told: set[str] = set()
    for head in (c for c in claims if _headline(c) or c.context.sentence < LEAD_SENTENCES):
        later = [c for c in claims if c.context.sentence > head.context.sentence and c.context.sentence not in rows]
        like = [c for c in later if _one_thing(head, c)]
        related = [c for c in later if c in like or (_people(head) and _people(c))]
        alike = [c for c in related if c in like or _outcome(c) == _outcome(head)]
        if not like or head.id in told or any(_agree(head, c) for c in related) or _made_up(head, alike):
            continue
        found = _against(case, report, head, like)
        if found is not None:
            told.update(case.repeats[report][head.id])
            yield _draft(case, report, head, *found)


def _against(case: Case, report: int, head: Claim, like: Sequence[Claim]) -> tuple[str, Claim, tuple[Step, ...]] | None:
    values = {(c.figure.low, c.figure.high) for c in like if c.figure is not None}
    alone = _headline(head) and len(values) == 1 and _age(head)
    for other in (c for c in like if not _in_part(case, report, head, c)):
        steps = settled(head, other)
        told = _told_again(head, other)
        if steps and told is not None:
            return "lead", other, (*steps, told)
        if steps and alone:
            return "headline", other, (*steps, Step("only-figure", False, (("a", head.text), ("b", other.text))))
        if steps and _casualty(head) and _total(case, report, head, other):
            return "lead", other, (*steps, Step("told-total", False, (("a", head.text), ("b", other.text))))
    return None


def _told_again(head: Claim, other: Claim) -> Step | None:
    """The same statement once more: the clauses alike, or the words to both sides of the figures."""
    clause, beside = likeness(head.context.stems, other.context.stems, {}), slot(head, other)
    left, right = beside.get("left", 0.0), beside.get("right", 0.0)
    alike = left if head.context.before and other.context.before else clause
    if alike < LIKE_LEFT or right < LIKE_RIGHT or other.context.moment not in (None, head.context.moment):
        return None
    values = (("clause", f"{clause:.2f}"), ("sentence", "–"), ("slot", f"{left:.2f}"), ("by", "likeness"))
    return Step("same-statement", True, values)


def _counts(claim: Claim) -> bool:
    figure = claim.figure
    if figure is None or figure.form in ("ordinal", "vague") or figure.role not in ("quantity", "age"):
        return False
    return claim.context.modality == "fact" and not claim.context.earlier and not claim.context.negated


def _moving(case: Case, report: int, claim: Claim) -> bool:
    """Tell whether a figure stands beside a word of an earlier or a newer count."""
    return any(True for _ in case.markers(report, claim.context.sentence, "update", "earlier"))


def _headline(claim: Claim) -> bool:
    return claim.span.field == "title"


def _age(claim: Claim) -> bool:
    return claim.figure is not None and claim.figure.role == "age"


def _people(claim: Claim) -> bool:
    counted = claim.figure.counted if claim.figure is not None else None
    return counted is not None and counted.kind in ("casualty", "people")


def _outcome(claim: Claim) -> str:
    return outcome(claim.figure.counted.key) if claim.figure is not None and claim.figure.counted is not None else ""


def _casualty(claim: Claim) -> bool:
    return claim.figure is not None and claim.figure.counted is not None and claim.figure.counted.kind == "casualty"


def _one_thing(a: Claim, b: Claim) -> bool:
    if a.figure is None or b.figure is None or a.figure.role != b.figure.role:
        return False
    x, y = a.figure.counted, b.figure.counted
    if x is None or y is None:
        return x is y and _age(a)
    same = x.key == y.key if x.key and y.key else x.text == y.text
    return same and block(a.figure) == block(b.figure)


def _agree(a: Claim, b: Claim) -> bool:
    return a.figure is not None and b.figure is not None and agrees(value_level(a.figure, b.figure))


def _made_up(head: Claim, like: Sequence[Claim]) -> bool:
    """Tell whether some of the later figures add up to the headline's, or it and another to a later one."""
    told = head.figure
    whole = told.low if told is not None and told.low == told.high else None  # "about 125" is 100 and 25, too
    values = sorted({c.figure.exact for c in like if c.figure is not None and c.figure.exact is not None})
    if whole is None:
        return False
    terms = [c.figure.exact for c in like if c.figure is not None and c.figure.exact is not None][: 2 * MOST_TERMS]
    sums = {sum(some, Decimal(0)) for n in range(2, MOST_TERMS + 1) for some in itertools.combinations(terms, n)}
    return whole in sums or any(abs(x - y) == whole for x, y in itertools.combinations(values, 2))


def _in_part(case: Case, report: int, head: Claim, other: Claim) -> bool:
    """Tell whether a later count is not all there are: others are added to it, or one more is named without number."""
    marks = case.markers(report, other.context.sentence, "part")
    added = any(other.context.clause.covers(mark.span) and mark.span.start >= other.span.end for mark in marks)
    if head.figure is None or other.figure is None or head.figure.exact is None or other.figure.exact is None:
        return added
    return added or (_people(head) and head.figure.exact - other.figure.exact == 1)


def _total(case: Case, report: int, head: Claim, other: Claim) -> bool:
    """Tell whether a later toll is told as the whole of it, and may be that of the lead."""
    if head.figure is None or other.figure is None or not head.figure.exact or not other.figure.exact:
        return False
    low, high = sorted((head.figure.exact, other.figure.exact))
    words = case.markers(report, other.context.sentence, "total", "count-word")
    clause = other.context.clause
    return high <= TWICE * low and any(clause.covers(m.span) and m.span.end <= other.span.start for m in words)


def _draft(case: Case, report: int, head: Claim, level: str, other: Claim, steps: tuple[Step, ...]) -> Draft:
    if head.figure is None or other.figure is None:
        raise ValueError("only figures are compared")
    return Draft(
        level=f"{level}-excluded",
        evidence=(
            case.evidence(report, head.span, "a"),
            case.evidence(report, other.span, "b"),
        ),
        basis=(basis_of(head, shown(head.figure)), basis_of(other, shown(other.figure))),
        values={"a": head.text, "b": other.text},
        steps=(*steps, compare_values(head.figure, other.figure)[1]),
        claims=((report, head.id), (report, other.id)),
    )
